// Listens for the keys of a review or patrol. Dead in text fields, under dialogs and behind the lock; Esc in a problem
// record leads back to its check.
import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { useAccount } from '../../account.ts';
import { commandOf, type InspectionCommand } from './keys.ts';

const DIALOG = '.ant-modal-wrap:not([style*="display: none"]), .ant-image-preview';
const OWN = '[data-keys="off"]';
const TEXT = 'textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable="true"]';

export function useInspectionKeys(
  root: RefObject<HTMLElement | null>,
  run: (command: InspectionCommand) => void,
  back: () => void,
): void {
  const { state: account } = useAccount();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || account.locked || document.querySelector(DIALOG)) return;
    const target = event.target instanceof Element ? event.target : document.body;
    // The frame may have put the focus on what holds the screen: the page itself or its main part.
    if (!target.contains(root.current) && !root.current?.contains(target)) return;
    if (target.matches(TEXT) || target.closest(OWN)) {
      if (event.key === 'Escape' && !event.isComposing) {
        event.preventDefault();
        back();
      } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
        event.preventDefault();
        run({ kind: 'submit' });
      }
      return;
    }
    const command = commandOf(event, target.matches('button:not([role=radio]), a, summary'));
    if (!command) return;
    event.preventDefault();
    run(command);
  });
  // With the first picture of the checks: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before the frame's own listener, which would take Esc for going back.
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}
