// The effect of a rectification by rule (6.3), from the same criteria before it was planned and after it was verified. The rule
// proposes; a person confirms.
import type { ScoreComparison } from '../../contract/dashboard.ts';
import type { Effect, EffectView } from '../../contract/rectification.ts';
import { compareMeans } from '../dashboard/beforeAfter.ts';

/** Days before the planning whose scores stand for what was. */
export const BEFORE_DAYS = 180;
/** From here on a score meets its criterion: 达标, passed, 4 of 5. */
const MEETS = 75;
/** Up to here it fails: 不达标, 2 of 5. */
const FAILS = 25;

/** Scores are 0..100, so no difference of two means lies outside this. */
const WIDEST = 100;

/** The interval of a difference, held within what the scale allows; `tooFew` where it had to be held: so few say nothing. */
export function intervalOnScale({ low, high }: Pick<ScoreComparison, 'low' | 'high'>): {
  readonly low: number;
  readonly high: number;
  readonly tooFew: boolean;
} | null {
  if (low === null || high === null) return null;
  const [least, most] = [Math.max(-WIDEST, low), Math.min(WIDEST, high)];
  return { low: least, high: most, tooFew: least !== low || most !== high };
}

/** Whether a day lies in a half-open stretch at all: on the day of the verification nothing came after it yet. */
export const hasBegun = ({ start, end }: EffectView['after']): boolean => start < end;

interface Proposal {
  readonly whole: ScoreComparison;
  readonly proposed: Effect;
  readonly why: EffectView['why'];
}

/**
 * Scores are 0..100; `repeated` counts later findings on the same criteria. Solved: later scores meet the criteria in the mean, none
 * fails, nothing was found again. Not solved: lower for certain, or found again or failing without having risen. In between: partly.
 * Without later scores and findings nothing can be said.
 */
export function proposeEffect(before: readonly number[], after: readonly number[], repeated: number): Proposal {
  const whole = compareMeans(before, after);
  const mean = whole.after.mean;
  if (mean === null)
    return repeated > 0
      ? { whole, proposed: 'notSolved', why: 'repeated' }
      : { whole, proposed: 'notAssessable', why: 'tooFew' };
  if (whole.change === 'lower') return { whole, proposed: 'notSolved', why: 'lower' };
  if (mean >= MEETS && repeated === 0 && after.every((score) => score > FAILS))
    return { whole, proposed: 'solved', why: 'met' };
  const rose = whole.before.mean === null ? mean >= MEETS : mean > whole.before.mean;
  if (rose) return { whole, proposed: 'partly', why: repeated > 0 ? 'repeated' : 'higher' };
  return { whole, proposed: 'notSolved', why: repeated > 0 ? 'repeated' : 'same' };
}
