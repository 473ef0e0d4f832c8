// The runner's keys (conventions of inspection forms): which key means what, as pure data. Digits answer and move on,
// sideways arrows change the answer and never move on. While an input method composes no key means anything.

export type RunnerCommand =
  | { readonly kind: 'answer'; readonly digit: string }
  | { readonly kind: 'choose'; readonly step: 1 | -1 }
  | { readonly kind: 'stage'; readonly step: 1 | -1 }
  | {
      readonly kind:
        | 'nextUnanswered'
        | 'next'
        | 'previous'
        | 'first'
        | 'last'
        | 'missing'
        | 'notApplicable'
        | 'note'
        | 'photo'
        | 'redLine'
        | 'anchors'
        | 'background'
        | 'timer'
        | 'keys'
        | 'review';
    };

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the key was pressed: `field` takes text, `button` answers to Enter itself. */
export type KeyPlace = 'item' | 'button' | 'field';

const LETTERS: Readonly<Record<string, RunnerCommand>> = {
  x: { kind: 'notApplicable' },
  n: { kind: 'note' },
  p: { kind: 'photo' },
  r: { kind: 'redLine' },
  m: { kind: 'missing' },
  a: { kind: 'anchors' },
  b: { kind: 'background' },
  t: { kind: 'timer' },
};

const NAMED: Readonly<Record<string, RunnerCommand>> = {
  '0': { kind: 'notApplicable' },
  '?': { kind: 'keys' },
  '[': { kind: 'stage', step: -1 },
  ']': { kind: 'stage', step: 1 },
  ArrowRight: { kind: 'choose', step: 1 },
  ArrowLeft: { kind: 'choose', step: -1 },
  ArrowDown: { kind: 'nextUnanswered' },
  ArrowUp: { kind: 'previous' },
  PageDown: { kind: 'next' },
  PageUp: { kind: 'previous' },
  Home: { kind: 'first' },
  End: { kind: 'last' },
  Enter: { kind: 'nextUnanswered' },
};

/** Chinese input methods give full-width signs and brackets of their own for the same keys. */
const SAME: Readonly<Record<string, string>> = { '？': '?', '【': '[', '】': ']', '「': '[', '」': ']' };

/** The character of the key, whatever the input method makes of it. */
function plainKey({ key, code }: KeyPress): string {
  const folded = SAME[key] ?? key.normalize('NFKC');
  if (/^[\x20-\x7e]$/.test(folded) || folded.length > 1) return folded;
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? folded;
}

/** What the key means here; null where it means nothing and must be left alone. */
export function commandOf(press: KeyPress, place: KeyPlace): RunnerCommand | null {
  // 229 is what Chromium reports for a key that an input method has taken.
  if (press.isComposing || press.keyCode === 229) return null;
  const command = press.ctrlKey || press.metaKey;
  if (command) return press.key === 'Enter' && !press.altKey && !press.shiftKey ? { kind: 'review' } : null;
  if (press.altKey || place === 'field') return null;
  const key = plainKey(press);
  if (key === 'Enter' && place === 'button') return null;
  if (key === 'ArrowDown' && press.shiftKey) return { kind: 'next' };
  if (/^[1-5]$/.test(key)) return press.shiftKey ? null : { kind: 'answer', digit: key };
  return NAMED[key] ?? LETTERS[key.toLowerCase()] ?? null;
}
