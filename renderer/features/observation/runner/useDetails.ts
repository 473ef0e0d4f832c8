// Which rows the person has opened for a note or a photo though nothing asks for it; and the way of the hands into them.
import { useCallback, useState } from 'react';
import { hasContent } from './itemState.ts';
import type { RunnerStore } from './runnerStore.ts';

export interface Details {
  readonly opened: ReadonlySet<string>;
  readonly detail: (code: string, focus: 'note' | 'photo') => void;
  /** Folds a row that was opened by hand and got nothing; false where nothing is to fold. */
  readonly fold: (code: string) => boolean;
}

/** Ids of the two places in a row that keys lead to. */
export const noteId = (code: string): string => `note-${code}`;
export const photoId = (code: string): string => `photo-${code}`;

export function useDetails(store: RunnerStore): Details {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set<string>());
  const detail = useCallback(
    (code: string, focus: 'note' | 'photo') => {
      store.moveTo(code, false);
      setOpened((before) => (before.has(code) ? before : new Set(before).add(code)));
      // The row opens first; two frames later its field is there on every machine.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.getElementById(focus === 'note' ? noteId(code) : photoId(code))?.focus();
        }),
      );
    },
    [store],
  );
  const fold = (code: string): boolean => {
    const item = store.state().items.get(code);
    if (!opened.has(code) || item === undefined || hasContent(item)) return false;
    setOpened((before) => new Set([...before].filter((one) => one !== code)));
    return true;
  };
  return { opened, detail, fold };
}
