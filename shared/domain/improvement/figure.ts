// A figure of an improvement measure: which way is better, over which days it is looked at, and what before and after say.
import type { Change, Figure, Measured, Verdict } from '../../contract/improvement.ts';
import { compareMoments, momentsOf, sampleOf } from '../dashboard/beforeAfter.ts';
import { addDays, type Days } from '../time.ts';

export const lessIsBetter = ({ kind }: Figure): boolean => kind === 'failing' || kind === 'complaintRate';

/** The highest target: percent and points end at 100, complaints per 1,000 services at 1,000. */
export const highestTarget = ({ kind }: Figure): number => (kind === 'complaintRate' ? 1000 : 100);

/** The `days` before the start. The day itself belongs to neither side. */
export const spanBefore = (startDay: string, days: number): Days => ({
  start: addDays(startDay, -days),
  end: startDay,
});

/** Up to `days` after the end, as far as they have passed by today; null where none has. */
export function spanAfter(doneDay: string, days: number, today: string): Days | null {
  const start = addDays(doneDay, 1);
  const last = addDays(start, days);
  const passed = addDays(today, 1);
  const end = passed < last ? passed : last;
  return start < end ? { start, end } : null;
}

/** Mean, count and the mean's variance of a stretch's values. */
export function measuredOf(values: readonly number[], { start, end }: Days, asOf: string): Measured {
  const { count, mean, error } = momentsOf(values);
  return { start, end, asOf, value: mean, count, error };
}

/** Its 95% interval, 0..100; null where the values say nothing about their spread. */
export function intervalOf({ count, value, error }: Measured): { readonly low: number; readonly high: number } | null {
  const { low, high } = sampleOf({ count, mean: value, error });
  return low === null || high === null ? null : { low, high };
}

/** After minus before, with Welch's 95% interval where both sides have a spread. */
export function changeOf(before: Measured, after: Measured): Change {
  const moments = ({ count, value, error }: Measured) => ({ count, mean: value, error });
  const { difference, low, high, change } = compareMoments(moments(before), moments(after));
  return { difference, low, high, change };
}

/** Differences of the last bits are none. */
const SAME = 1e-9;

/** Whether a value is as good as the target or better. */
export const reaches = (figure: Figure, value: number, target: number): boolean =>
  lessIsBetter(figure) ? value <= target + SAME : value >= target - SAME;

/**
 * What the values say: met at the target, partly where better than before, else not. Null where nothing was measured after.
 * People decide; a difference says that something changed, not why.
 */
export function suggestedVerdict(figure: Figure, target: number, before: Measured, after: Measured): Verdict | null {
  if (after.value === null) return null;
  if (reaches(figure, after.value, target)) return 'met';
  if (before.value === null) return 'not';
  const gain = lessIsBetter(figure) ? before.value - after.value : after.value - before.value;
  return gain > SAME ? 'partly' : 'not';
}
