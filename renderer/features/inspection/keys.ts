// The keys of a review and a patrol as pure data: 1 passed, 2 failed, 0 not applicable, arrows move, N to the
// words of the problem, P to its photos, Enter to the next missing one. While an input method composes, and in text fields, no key means anything.
import type { Verdict } from '../../../shared/contract/inspection.ts';
import { verdictOfKey } from '../../../shared/domain/inspection/verdict.ts';

export type InspectionCommand =
  | { readonly kind: 'verdict'; readonly verdict: Verdict | null }
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'edge'; readonly end: boolean }
  | { readonly kind: 'nextMissing' | 'describe' | 'photo' | 'submit' };

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** What the key means where no text is typed; null where it must be left alone. `onButton`: Enter belongs to a button. */
export function commandOf(press: KeyPress, onButton: boolean): InspectionCommand | null {
  // 229 is what Chromium reports for a key that an input method has taken.
  if (press.isComposing || press.keyCode === 229 || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' ? { kind: 'submit' } : null;
  const key = press.key.normalize('NFKC');
  const verdict = verdictOfKey(key);
  if (verdict !== null) return { kind: 'verdict', verdict };
  const move = MOVES[key];
  if (move) return { kind: 'move', rows: move[0], columns: move[1] };
  switch (key) {
    case 'Enter':
      return onButton ? null : { kind: 'nextMissing' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'verdict', verdict: null };
    case 'Home':
      return { kind: 'edge', end: false };
    case 'End':
      return { kind: 'edge', end: true };
    default:
      if (key.toLowerCase() === 'p' || press.code === 'KeyP') return { kind: 'photo' };
      return key.toLowerCase() === 'n' || press.code === 'KeyN' ? { kind: 'describe' } : null;
  }
}
