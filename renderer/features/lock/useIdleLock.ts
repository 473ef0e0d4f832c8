// The idle lock: without input for the set minutes the screen locks. Main is told of input once a minute and locks by itself
// if the page should fail to.
import { useEffect } from 'react';
import type { AccountState } from '../../../shared/contract/account.ts';
import { client } from '../../client.ts';
import { useSession } from '../session.ts';

const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** How often the page looks whether the time has run out. */
const LOOK_EVERY = 2_000;
const TOUCH_EVERY = 60_000;

export function useIdleLock({ idleMinutes, locked, handedOver }: AccountState): void {
  const { lock } = useSession();
  useEffect(() => {
    // While clients have the screen there is nothing to hide, and only the password takes it back.
    if (locked || handedOver) return;
    let last = Date.now();
    let touched = last;
    const onInput = () => {
      last = Date.now();
      if (last - touched < TOUCH_EVERY) return;
      touched = last;
      // A failed touch says that the session ended; the next call that matters will find out.
      client.account.touch().catch(() => undefined);
    };
    const look = setInterval(() => {
      // A laptop that slept looks late, and finds the time long over.
      if (Date.now() - last >= idleMinutes * 60_000) lock();
    }, LOOK_EVERY);
    for (const name of INPUT) document.addEventListener(name, onInput, { capture: true, passive: true });
    return () => {
      clearInterval(look);
      for (const name of INPUT) document.removeEventListener(name, onInput, { capture: true });
    };
  }, [idleMinutes, locked, handedOver, lock]);
}
