// The 95% interval of an agent's base (scoring model, section 6): linearisation, with variances pooled over the branch,
// so that two sessions are not read as certainty and equal answers not as zero doubt.
import { INDICATORS } from '../../contract/vocabulary.ts';
import { totalOf } from './adjustments.ts';
import { shares } from './mean.ts';
import { MEASURES_OF, UNIT_KINDS } from './measure.ts';
import type { Measure, UnitKind } from './measure.ts';
import type { ScoringModel } from './model.ts';
import type { PeriodScore } from './score.ts';
import { t975 } from './student.ts';
import type { Unit } from './units.ts';

/** The part of an assessment that its interval needs: a whole branch stands in memory without its answers. */
export interface Measured {
  readonly score: PeriodScore;
  readonly model: ScoringModel;
  readonly units: Readonly<Record<UnitKind, readonly Pick<Unit, 'values'>[]>>;
}

/** Ends on the scale of the composite, 0..100. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Before the ends are held within 0..100. */
  readonly halfWidth: number;
  /** Of the base, in points squared. */
  readonly variance: number;
  /** Degrees of freedom; null where the variance is 0. */
  readonly freedom: number | null;
}

/** What an agent's units of one kind say about the spread. Units that feed no part of the base are not counted. */
interface Spread {
  readonly n: number;
  /** Σ y², null where a measure rests on a single unit: such an agent cannot lend its spread to the others. */
  readonly squares: number | null;
}
type Spreads = Readonly<Record<UnitKind, Spread>>;

/** Each measure's weight in the base once what is missing has been left out; they add up to 1. */
function weightsInBase({ score, model }: Measured): ReadonlyMap<Measure, number> {
  const weights = new Map<Measure, number>();
  const outer = shares(
    INDICATORS.map((indicator) => model.indicators[indicator].weight),
    INDICATORS.map((indicator) => score.indicators[indicator]),
  );
  INDICATORS.forEach((indicator, index) => {
    const parts = model.indicators[indicator].measures;
    const inner = shares(
      parts.map(({ weight }) => weight),
      parts.map(({ measure }) => score.measures[measure]),
    );
    parts.forEach(({ measure }, at) => {
      const weight = outer[index]! * inner[at]!;
      if (weight > 0) weights.set(measure, (weights.get(measure) ?? 0) + weight);
    });
  });
  return weights;
}

function spreadOf(kind: UnitKind, assessment: Measured, weights: ReadonlyMap<Measure, number>): Spread {
  const measures: readonly Measure[] = MEASURES_OF[kind];
  const columns = measures.flatMap((measure, slot) => {
    // Every measure with evidence makes its units count and asks for two of them; one that no indicator uses weighs nothing.
    if (assessment.score.measures[measure] === null) return [];
    const weight = weights.get(measure) ?? 0;
    const count = assessment.units[kind].filter(({ values }) => values[slot] !== null).length;
    return [{ slot, weight, count, mean: assessment.score.measures[measure] }];
  });
  const units = assessment.units[kind].filter(({ values }) => columns.some(({ slot }) => values[slot] !== null));
  const n = units.length;
  if (n < 2 || columns.some(({ count }) => count < 2)) return { n, squares: null };
  const squares = units.reduce((sum, { values }) => {
    const influence = columns.reduce((total, { slot, weight, count, mean }) => {
      const value = values[slot]!;
      if (value === null) return total;
      return total + weight * (n / count) * (value - mean) * Math.sqrt(count / (count - 1));
    }, 0);
    return sum + influence * influence;
  }, 0);
  return { n, squares };
}

/** σ² of a kind and its degrees of freedom over the agents that have a spread; null without any. */
function pooled(kind: UnitKind, branch: readonly Spreads[]): { variance: number; freedom: number } | null {
  let [squares, units, freedom] = [0, 0, 0];
  for (const { [kind]: spread } of branch) {
    if (spread.squares === null) continue;
    squares += spread.squares;
    units += spread.n;
    freedom += spread.n - 1;
  }
  return units === 0 ? null : { variance: squares / units, freedom };
}

type Pools = Readonly<Record<UnitKind, ReturnType<typeof pooled>>>;

function intervalOf(score: PeriodScore, spreads: Spreads, pools: Pools): Interval | null {
  if (score.base === null) return null;
  let [variance, parts] = [0, 0];
  for (const kind of UNIT_KINDS) {
    const { n } = spreads[kind];
    const pool = pools[kind];
    if (n === 0) continue;
    if (pool === null) return null;
    const part = pool.variance / n;
    variance += part;
    parts += part ** 2 / pool.freedom;
  }
  // Welch–Satterthwaite
  const freedom = variance === 0 ? null : variance ** 2 / parts;
  const halfWidth = freedom === null ? 0 : t975(freedom) * Math.sqrt(variance);
  const centre = score.base + totalOf(score.adjustments);
  const held = (end: number): number => Math.min(100, Math.max(0, end));
  return { low: held(centre - halfWidth), high: held(centre + halfWidth), halfWidth, variance, freedom };
}

/**
 * The scores of a branch's agents in one period, in the order given, each with its interval. It stays null where there
 * is no base, or a kind of evidence whose spread no agent of the branch can tell.
 */
export function withIntervals(branch: readonly Measured[]): readonly PeriodScore[] {
  const spreads = branch.map((assessment): Spreads => {
    const weights = weightsInBase(assessment);
    return {
      session: spreadOf('session', assessment, weights),
      survey: spreadOf('survey', assessment, weights),
      review: spreadOf('review', assessment, weights),
      request: spreadOf('request', assessment, weights),
      visit: spreadOf('visit', assessment, weights),
    };
  });
  const pools: Pools = {
    session: pooled('session', spreads),
    survey: pooled('survey', spreads),
    review: pooled('review', spreads),
    request: pooled('request', spreads),
    visit: pooled('visit', spreads),
  };
  return branch.map(({ score }, index) => ({ ...score, interval: intervalOf(score, spreads[index]!, pools) }));
}
