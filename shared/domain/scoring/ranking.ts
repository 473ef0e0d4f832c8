// Ranking values and bands of a branch (scoring model, section 6): few sessions move an agent toward the branch's mean.
import type { PeriodScore } from './score.ts';

export const BANDS = ['front', 'middle', 'rear'] as const;
/** 前段, 中段, 后段: the interval lies above the branch's mean, covers it, lies below. */
export type Band = (typeof BANDS)[number];

export interface Ranking {
  /** The composite before the veto, drawn toward the branch's mean by its uncertainty; points, not rounded. */
  readonly value: number;
  readonly band: Band;
}

/** Fewer sufficient agents than this give no ranking. */
const FEWEST = 3;

/**
 * Empirical Bayes over the branch's sufficient agents. In the order given; null for those that are not sufficient or
 * have no interval, and for all where fewer than 3 remain. The scores must come from `withIntervals`.
 */
export function rankingsOf(branch: readonly PeriodScore[]): readonly (Ranking | null)[] {
  const ranked = branch.flatMap(({ sufficient, composite, interval }) =>
    sufficient && composite !== null && interval !== null ? [{ composite, variance: interval.variance }] : [],
  );
  const count = ranked.length;
  if (count < FEWEST) return branch.map(() => null);
  const mean = ranked.reduce((sum, { composite }) => sum + composite, 0) / count;
  const variance = ranked.reduce((sum, { composite }) => sum + (composite - mean) ** 2, 0) / (count - 1);
  const doubt = ranked.reduce((sum, each) => sum + each.variance, 0) / count;
  const between = Math.max(0, variance - doubt);
  return branch.map(({ sufficient, composite, interval }) => {
    if (!sufficient || composite === null || interval === null) return null;
    const whole = between + interval.variance;
    return {
      value: whole === 0 ? composite : mean + ((composite - mean) * between) / whole,
      band: interval.low > mean ? 'front' : interval.high < mean ? 'rear' : 'middle',
    };
  });
}
