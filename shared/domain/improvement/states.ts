// The states of an improvement measure as a table: what may be done in which, and what it leads to. Nothing leads out of an end.
import type { ImprovementMove, ImprovementRow, ImprovementState } from '../../contract/improvement.ts';

const NEXT: Readonly<Record<ImprovementState, Readonly<Partial<Record<ImprovementMove, ImprovementState>>>>> = {
  proposed: { start: 'underway', drop: 'dropped' },
  underway: { finish: 'done', drop: 'dropped' },
  // Resumed: it turned out not to be finished. What was measured before the start stays.
  done: { resume: 'underway', evaluate: 'evaluated', drop: 'dropped' },
  evaluated: {},
  dropped: {},
};

/** The state a move leads to; null where it is refused. */
export const nextImprovementState = (state: ImprovementState, move: ImprovementMove): ImprovementState | null =>
  NEXT[state][move] ?? null;

/** Whether everything about it can still be changed: later the figure has been measured and the target stands. */
export const isEditable = (state: ImprovementState): boolean => state === 'proposed';

/** Whether owner and deadline can be changed with a reason. */
export const isReschedulable = (state: ImprovementState): boolean => state === 'underway';

export const hasEnded = (state: ImprovementState): boolean => state === 'evaluated' || state === 'dropped';

/** The part in a measure that keeps a person from judging it: an owner, once or now, or who measured it at the start. */
export function judgedByAnother(
  { ownerId, owned, measured }: Pick<ImprovementRow, 'ownerId' | 'owned' | 'measured'>,
  userId: string,
): 'owned' | 'measured' | null {
  if (ownerId === userId || owned.includes(userId)) return 'owned';
  return measured.includes(userId) ? 'measured' : null;
}
