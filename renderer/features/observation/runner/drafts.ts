// Texts being typed are saved a moment after the last key, or at once when the screen is left.

/** Long enough to save a sentence once, short enough that a crash costs a word. */
const DELAY = 600;

export interface Drafts {
  readonly later: (key: string, run: () => void) => void;
  readonly forget: (key: string) => void;
  readonly flush: () => void;
  /** Whether a text is still being typed. */
  readonly any: () => boolean;
}

export function createDrafts(delay = DELAY): Drafts {
  const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void }>();
  const forget = (key: string) => {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
  };
  return {
    later: (key, run) => {
      forget(key);
      const timer = setTimeout(() => {
        waiting.delete(key);
        run();
      }, delay);
      waiting.set(key, { timer, run });
    },
    forget,
    any: () => waiting.size > 0,
    flush: () => {
      const all = [...waiting.values()];
      waiting.clear();
      for (const { timer, run } of all) {
        clearTimeout(timer);
        run();
      }
    },
  };
}
