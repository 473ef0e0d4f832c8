// From measures to indicators, base, coverage, composite and grade (scoring model, sections 3 to 5; handbook 4.1, 4.5).
import { INDICATORS } from '../../contract/vocabulary.ts';
import type { Grade, Indicator } from '../../contract/vocabulary.ts';
import { roundScore, weightedMean } from './mean.ts';
import type { ScoringModel } from './model.ts';
import type { Measures } from './units.ts';
import type { PeriodKind } from '../time.ts';

export type Indicators = Readonly<Record<Indicator, number | null>>;

/** Every indicator, 0..100: Σ w·m / Σ w over its measures that are not none; null if all are. */
export function indicatorsOf(measures: Measures, model: ScoringModel): Indicators {
  return Object.fromEntries(
    INDICATORS.map((indicator) => {
      const parts = model.indicators[indicator].measures;
      return [
        indicator,
        weightedMean(
          parts.map(({ weight }) => weight),
          parts.map(({ measure }) => measures[measure]),
        ),
      ];
    }),
  ) as Record<Indicator, number | null>;
}

/** Base 0..100, null without any indicator, and coverage 0..1: the share of the weights that have evidence. */
export function baseOf(indicators: Indicators, model: ScoringModel): { base: number | null; coverage: number } {
  const weights = INDICATORS.map((indicator) => model.indicators[indicator].weight);
  const values = INDICATORS.map((indicator) => indicators[indicator]);
  const present = values.map((value) => (value === null ? 0 : 1));
  return { base: weightedMean(weights, values), coverage: weightedMean(weights, present) ?? 0 };
}

/** Base and adjustments, held within 0..100, rounded once. */
export function compositeOf(base: number, adjustments: number): number {
  return roundScore(Math.min(100, Math.max(0, base + adjustments)));
}

/** The grade of a rounded composite by the model's limits alone. */
export function gradeOf(composite: number, model: ScoringModel): Exclude<Grade, 'insufficient'> {
  const limits = model.grades;
  return (limits.find(({ from }) => composite >= from) ?? limits[limits.length - 1]!).grade;
}

/** Whether there is enough evidence for a grade. Coverage is compared within 1e-9: weights may be any doubles. */
export function isSufficient(
  facts: { readonly base: number | null; readonly coverage: number; readonly sessions: number },
  kind: PeriodKind,
  { minimum }: ScoringModel,
): boolean {
  return facts.base !== null && facts.coverage >= minimum.coverage - 1e-9 && facts.sessions >= minimum.sessions[kind];
}
