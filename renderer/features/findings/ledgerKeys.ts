// Keys of a list that act on its chosen rows, pressed alone while nobody is typing.
import { useEffect, useEffectEvent } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, [contenteditable="true"], [role="dialog"]') !== null;

/** `{ r: plan, j: join }`: calls back when the key is pressed. */
export function useLedgerKeys(keys: Readonly<Record<string, () => void>>): void {
  const run = useEffectEvent((key: string) => {
    const act = keys[key];
    act?.();
    return act !== undefined;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (run(event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
