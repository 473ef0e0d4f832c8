// Scores before and after a day: means with Student's 95% interval, and their difference with Welch's, which does not take
// the spread to be the same on both sides. A difference says that something changed, not why.
import type { ScoreComparison } from '../../contract/dashboard.ts';
import { mean } from '../scoring/mean.ts';
import { t975 } from '../scoring/student.ts';

/** Equal values differ from their mean by the last bits. */
const NO_SPREAD = 1e-9;

interface Moments {
  readonly count: number;
  readonly mean: number | null;
  /** s² / n; null for fewer than two values. */
  readonly error: number | null;
}

/** Count, mean and the mean's variance. */
export function momentsOf(values: readonly number[]): Moments {
  const centre = mean(values);
  const count = values.length;
  if (centre === null || count < 2) return { count, mean: centre, error: null };
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (count - 1);
  return { count, mean: centre, error: variance < NO_SPREAD ? 0 : variance / count };
}

/** The interval is held within 0..100; fewer than two values, or equal ones, say nothing about the spread and have none. */
export function sampleOf({ count, mean: centre, error }: Moments): ScoreComparison['before'] {
  if (centre === null || error === null || error === 0) return { count, mean: centre, low: null, high: null };
  const half = t975(count - 1) * Math.sqrt(error);
  return { count, mean: centre, low: Math.max(0, centre - half), high: Math.min(100, centre + half) };
}

/** Compares scores (0..100) before with those after. */
export const compareMeans = (before: readonly number[], after: readonly number[]): ScoreComparison =>
  compareMoments(momentsOf(before), momentsOf(after));

/** As `compareMeans`, of values that are no longer there. Degrees of freedom by Welch–Satterthwaite. */
export function compareMoments(a: Moments, b: Moments): ScoreComparison {
  const sides = { before: sampleOf(a), after: sampleOf(b) };
  const difference = a.mean === null || b.mean === null ? null : b.mean - a.mean;
  const unknown = { ...sides, difference, low: null, high: null, change: 'tooFew' } as const;
  if (difference === null || a.error === null || b.error === null) return unknown;
  const error = a.error + b.error;
  if (error === 0) return unknown;
  const freedom = error ** 2 / (a.error ** 2 / (a.count - 1) + b.error ** 2 / (b.count - 1));
  const half = t975(freedom) * Math.sqrt(error);
  const [low, high] = [difference - half, difference + half];
  return { ...sides, difference, low, high, change: low > 0 ? 'higher' : high < 0 ? 'lower' : 'unclear' };
}
