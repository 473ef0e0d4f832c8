// The tone in which a state of a plan or a draw is shown; the words stand beside it.
import type { DrawState, PlanState } from '../../../shared/contract/plan.ts';
import type { Tone } from '../../components/StateTag.tsx';

export const PLAN_TONES: Readonly<Record<PlanState, Tone>> = {
  draft: 'warn',
  inForce: 'accent',
  closed: 'met',
  discarded: 'neutral',
};

export const DRAW_TONES: Readonly<Record<DrawState, Tone>> = {
  drafted: 'neutral',
  planned: 'accent',
  overdue: 'danger',
  inProgress: 'accent',
  done: 'met',
  lost: 'warn',
  unavailable: 'warn',
  replaced: 'neutral',
};
