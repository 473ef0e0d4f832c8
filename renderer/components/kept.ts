// Small choices of the person at this screen that outlive it: width of the navigation, columns of a list. Kept in the page's
// own storage, never business data.
//   const view = kept('people.view', 'list'); view.read(); view.write('tiles')

export interface Kept<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
  /** Leaves nothing behind. */
  readonly clear: () => void;
}

/** A kept choice under a name. What cannot be read back is the fallback again. */
export function kept<T>(name: string, fallback: T): Kept<T> {
  const key = `console.${name}`;
  return {
    read: () => {
      try {
        const text = localStorage.getItem(key);
        return text === null ? fallback : (JSON.parse(text) as T);
      } catch {
        return fallback;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A full or forbidden storage costs the choice, not the work.
      }
    },
    clear: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
