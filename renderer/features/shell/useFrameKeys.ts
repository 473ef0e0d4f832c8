// The frame's keys and the menu's commands: Ctrl+K finds, Esc goes back, Ctrl+Shift+L locks.
// Esc belongs first to whatever is open above the screen, to text being written and to an input method that is composing.
import { useEffectEvent, useLayoutEffect } from 'react';
import { useAccount } from '../../account.ts';
import { useBack } from '../../components/record/useBack.ts';
import { useSession } from '../session.ts';

declare global {
  interface Window {
    /** Given by the preload: the commands of the application menu, nothing else. */
    readonly desktop?: { readonly onMenu: (listener: (command: string) => void) => void };
  }
}

/** Something of antd's that Esc closes before the frame hears of it. */
const OPEN_ABOVE = [
  '.ant-modal-wrap:not([style*="display: none"])',
  '.ant-drawer-open',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
  '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
  '.ant-image-preview',
].join(',');

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));

// One listener for the page's life: the preload's door has no way to take it back.
let onCommand: ((command: string) => void) | undefined;
window.desktop?.onMenu((command) => onCommand?.(command));

export function useFrameKeys(find: () => void): void {
  const back = useBack();
  const { lock } = useSession();
  const { state: account } = useAccount();

  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      find();
    } else if (command && !event.altKey && event.shiftKey && event.key.toLowerCase() === 'l') {
      event.preventDefault();
      lock();
    } else if (event.key === 'Escape' && !document.querySelector(OPEN_ABOVE)) {
      // In a field Esc only leaves the field; the second one goes back.
      if (writes(event.target)) (event.target as HTMLElement).blur();
      // A key that is held down goes back once.
      else if (!event.repeat) back();
    }
  });
  const menu = useEffectEvent((command: string) => {
    // The lock keeps keys to itself; the application's menu goes round it.
    if (account.locked) return;
    if (command === 'palette') find();
    else if (command === 'back') back();
    else if (command === 'lock') lock();
  });

  // With the frame's first picture: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => key(event);
    const commands = (command: string) => menu(command);
    document.addEventListener('keydown', listener);
    onCommand = commands;
    return () => {
      document.removeEventListener('keydown', listener);
      if (onCommand === commands) onCommand = undefined;
    };
  }, []);
}
