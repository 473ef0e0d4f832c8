// Ctrl+Enter sends the form that holds the focus.
import type { KeyboardEvent } from 'react';

/** For a form's `onKeyDown`. */
export const sendKey =
  (send: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  };
