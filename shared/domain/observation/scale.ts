// The scales of an answer (scoring model, section 1): which values each has, which of them fail, and their keys.
import type { Scale } from '../../contract/standard.ts';

/** One choice of a segmented control. `key` is the digit that picks it; `value` is 0..1. */
export interface Choice {
  readonly key: '1' | '2' | '3' | '4' | '5';
  readonly value: number;
  /** Key of the words `answer`; null on the Likert scale, which is labelled by its points. */
  readonly word: 'met' | 'partlyMet' | 'notMet' | null;
}

/** In the order of the keys. On the Likert scale (4.2) the key is the number of points. */
export const CHOICES: Readonly<Record<Scale, readonly Choice[]>> = {
  passFail: [
    { key: '1', value: 1, word: 'met' },
    { key: '2', value: 0, word: 'notMet' },
  ],
  threeStep: [
    { key: '1', value: 1, word: 'met' },
    { key: '2', value: 0.5, word: 'partlyMet' },
    { key: '3', value: 0, word: 'notMet' },
  ],
  likert: [
    { key: '1', value: 0, word: null },
    { key: '2', value: 0.25, word: null },
    { key: '3', value: 0.5, word: null },
    { key: '4', value: 0.75, word: null },
    { key: '5', value: 1, word: null },
  ],
};

/** Whether the scale has the value. */
export const fits = (scale: Scale, value: number): boolean => CHOICES[scale].some((choice) => choice.value === value);

/**
 * Whether the answer fails the criterion: 不达标, or 1 or 2 points of 5. A failing item needs its problem record (8.2);
 * 部分达标 and 3 points may have one.
 */
export const isFailing = (scale: Scale, value: number): boolean => value <= (scale === 'likert' ? 0.25 : 0);

/** Whether a problem record may be written for the answer. */
export const mayHaveFinding = (value: number): boolean => value <= 0.5;
