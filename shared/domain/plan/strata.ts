// The strata of a sampling plan: team, last result, and time since the agent was last observed. The longer unobserved and the
// weaker, the likelier the draw. A change of a number here is a new version of the rule.
import { GRADES, type Grade } from '../../contract/vocabulary.ts';
import { RECENCIES, type LastResult, type Recency } from '../../contract/plan.ts';
import { daysBetween } from '../time.ts';

/** Of the bands and weights here and of the draw in draw.ts; a plan keeps the version it was drawn with. */
export const RULE_VERSION = 2;

/** An agent of the frame as the draw sees them. */
export interface FrameAgent {
  readonly id: string;
  readonly branchId: string;
  readonly team: string;
  readonly result: LastResult;
  /** Day of the last submitted observation before the plan was drawn. */
  readonly lastObserved: string | null;
  /** Observed in the period already, or planned to be. */
  readonly covered: boolean;
  /** First day of employment; null where it is not recorded. */
  readonly from: string | null;
  /** Days of the observations that were made or are planned in the period; rule 1 kept none. */
  readonly days?: readonly string[];
}

export interface StratumKey {
  readonly branchId: string;
  readonly team: string;
  readonly result: LastResult;
  readonly recency: Recency;
}

const LONG = 180;
const MEDIUM = 90;

const RESULT_WEIGHT: Readonly<Record<LastResult, number>> = {
  excellent: 1,
  good: 1,
  pass: 1.5,
  basic: 2.5,
  fail: 3,
  insufficient: 2,
  none: 2,
};
const RECENCY_WEIGHT: Readonly<Record<Recency, number>> = { never: 3, long: 2, medium: 1.5, recent: 1 };

/** How long before a day the agent was last observed: up to 90 days, up to 180, longer, never. */
export function recencyOf(lastObserved: string | null, day: string): Recency {
  if (lastObserved === null) return 'never';
  const days = daysBetween(lastObserved, day);
  if (days > LONG) return 'long';
  return days > MEDIUM ? 'medium' : 'recent';
}

export const weightOf = ({ result, recency }: Pick<StratumKey, 'result' | 'recency'>): number =>
  RESULT_WEIGHT[result] * RECENCY_WEIGHT[recency];

export const stratumOf = (agent: FrameAgent, start: string): StratumKey => ({
  branchId: agent.branchId,
  team: agent.team,
  result: agent.result,
  recency: recencyOf(agent.lastObserved, start),
});

/** One text for equal strata, as part of a seed and as a key. */
export const keyOf = ({ branchId, team, result, recency }: StratumKey): string =>
  JSON.stringify([branchId, team, result, recency]);

/** The last result that a grade is; no evidence at all is a stratum of its own beside too little of it. */
export const lastResultOf = (grade: Grade, hasEvidence: boolean): LastResult =>
  grade === 'insufficient' && !hasEvidence ? 'none' : grade;

const orders = { results: [...GRADES, 'none'] as const, recencies: RECENCIES };

/** Heaviest first; equal weights in the order of the words, so that the same frame always gives the same order. */
export function byWeight(a: StratumKey, b: StratumKey): number {
  const text = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
  return (
    weightOf(b) - weightOf(a) ||
    orders.results.indexOf(a.result) - orders.results.indexOf(b.result) ||
    orders.recencies.indexOf(a.recency) - orders.recencies.indexOf(b.recency) ||
    text(a.branchId, b.branchId) ||
    text(a.team, b.team)
  );
}
