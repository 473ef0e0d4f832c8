// Needs from evidence (7.3): an agent's weakest criteria propose contents. The rule: over the days looked at, a criterion with
// at least MIN_ANSWERS scored values of the agent whose mean lies under WEAK_BELOW is weak; the lowest MOST_WEAK are named.
// Fewer answers say nothing, so that one bad day makes no need; values are those that the score counts.
import type { TrainingContent } from '../../contract/trainingWords.ts';

export const MIN_ANSWERS = 3;
/** 0..1: under three quarters of what the criterion asks for. */
export const WEAK_BELOW = 0.75;
export const MOST_WEAK = 5;

/** Days after a training for which its effect is awaited. */
export const AWAITED_DAYS = 90;

export interface Tallied {
  readonly sum: number;
  readonly answers: number;
}

export interface Weak {
  readonly code: string;
  readonly mean: number;
  readonly answers: number;
}

export const isKnown = ({ answers }: Tallied): boolean => answers >= MIN_ANSWERS;
export const isWeak = (tallied: Tallied): boolean =>
  isKnown(tallied) && tallied.sum / tallied.answers < WEAK_BELOW - 1e-9;

/** An agent's weak criteria, the lowest mean first; equal ones by more answers, then by code. */
export const weakest = (tallies: ReadonlyMap<string, Tallied>): Weak[] =>
  [...tallies]
    .filter(([, tallied]) => isWeak(tallied))
    .map(([code, { sum, answers }]) => ({ code, answers, mean: sum / answers }))
    .sort((a, b) => a.mean - b.mean || b.answers - a.answers || a.code.localeCompare(b.code, 'en', { numeric: true }))
    .slice(0, MOST_WEAK);

/** The contents that weak criteria propose, those of the weakest first. */
export const contentsFor = (criteria: readonly { readonly content: TrainingContent }[]): TrainingContent[] => [
  ...new Set(criteria.map(({ content }) => content)),
];
