// Numbers of satisfaction surveys (scoring model, sections 1, 2 and 6): Likert answers as 0..100, the CSI of a survey,
// distributions, means with their interval, and what is too few to be shown.
import { DIMENSIONS, type Dimension } from '../../contract/vocabulary.ts';
import type { DimensionValues, Estimate, Likert, LikertCounts } from '../../contract/survey.ts';
import { mean } from '../scoring/mean.ts';
import { t975 } from '../scoring/student.ts';

/** Breakdowns of fewer surveys or answers are not shown, so that no customer is read out of them (scoring model, section 6). */
export const LEAST_SHOWN = 5;

/** 0..100 of a Likert answer: (x − 1) / 4. */
export const likertScore = (likert: number): number => (likert - 1) * 25;

export interface AnsweredItem {
  readonly dimension: Dimension;
  readonly likert: number;
}

/** The mean of all answered items of one survey, 0..100; null without any. */
export const csiOf = (items: readonly AnsweredItem[]): number | null =>
  mean(items.map(({ likert }) => likertScore(likert)));

/** The mean by dimension of one survey's answered items, 0..100. */
export const dimensionsOf = (items: readonly AnsweredItem[]): DimensionValues =>
  Object.fromEntries(
    DIMENSIONS.map((name) => [name, csiOf(items.filter(({ dimension }) => dimension === name))]),
  ) as DimensionValues;

export const NO_COUNTS: LikertCounts = [0, 0, 0, 0, 0];

/** The counts with `count` more answers of one value. */
export const plus = (counts: LikertCounts, likert: Likert, count: number): LikertCounts =>
  counts.map((one, at) => (at === likert - 1 ? one + count : one)) as LikertCounts;

/** How many answers the counts hold. */
export const answersIn = (counts: LikertCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** The mean score of the answers, 0..100; null without any. */
export function meanOfCounts(counts: LikertCounts): number | null {
  const answers = answersIn(counts);
  return answers === 0 ? null : counts.reduce((sum, count, at) => sum + count * likertScore(at + 1), 0) / answers;
}

/**
 * The mean of the surveys' values (0..100) with Student's 95% interval, held within 0..100. One value, or equal ones,
 * say nothing about the spread: then there is no interval rather than one of no width.
 */
export function estimateOf(values: readonly number[]): Estimate | null {
  const centre = mean(values);
  if (centre === null) return null;
  const count = values.length;
  const variance = count < 2 ? 0 : values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (count - 1);
  // Equal values differ from their mean by the last bit.
  if (variance < 1e-9) return { mean: centre, low: null, high: null, count };
  const half = t975(count - 1) * Math.sqrt(variance / count);
  return { mean: centre, low: Math.max(0, centre - half), high: Math.min(100, centre + half), count };
}

/** The value, or null where it rests on too few. */
export const shownFrom = <T>(count: number, value: T): T | null => (count < LEAST_SHOWN ? null : value);
