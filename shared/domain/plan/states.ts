// The life of a plan and of a draw. A draft can be given up, with its reason kept, so that nobody draws until the sample
// suits; a plan in force only ends.
import type { DrawState, PlanState } from '../../contract/plan.ts';
import type { ObservationState } from '../../contract/observationRecord.ts';

export type PlanAction = 'enforce' | 'discard' | 'change' | 'close';

const ALLOWED: Readonly<Record<PlanState, readonly PlanAction[]>> = {
  draft: ['enforce', 'discard', 'change'],
  inForce: ['change', 'close'],
  closed: [],
  discarded: [],
};

export const planAllows = (state: PlanState, action: PlanAction): boolean => ALLOWED[state].includes(action);

export interface DrawFacts {
  readonly replaced: boolean;
  /** Of the planned observation; null while the plan is a draft. */
  readonly observation: ObservationState | null;
  readonly day: string;
  /** Whether the agent is in service today. */
  readonly active: boolean;
}

/** What became of a draw by today. */
export function drawState({ replaced, observation, day, active }: DrawFacts, today: string): DrawState {
  if (replaced) return 'replaced';
  if (observation === 'submitted') return 'done';
  if (observation === 'inProgress') return 'inProgress';
  if (observation === 'cancelled' || observation === 'withdrawn') return 'lost';
  if (!active) return 'unavailable';
  if (day < today) return 'overdue';
  return observation === null ? 'drafted' : 'planned';
}

const OPEN: readonly DrawState[] = ['drafted', 'planned', 'overdue'];

/** Whether another day or assessor can be set. */
export const isMovable = (state: DrawState): boolean => OPEN.includes(state);

/** Whether another agent can take its place: nothing has begun, or what was planned is lost. */
export const isReplaceable = (state: DrawState): boolean =>
  isMovable(state) || state === 'lost' || state === 'unavailable';
