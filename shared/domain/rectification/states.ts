// The states of a rectification as a table: what may be done in which, and what it leads to (4.4, 6.3). Nothing leads out of an end.
import type { RectificationState } from '../../contract/findings.ts';
import type { RectificationMove } from '../../contract/rectification.ts';

type Moves = Readonly<Partial<Record<RectificationMove, RectificationState>>>;

/** What may be done while it is under way: these leave the state as it is. */
const tracked = <State extends RectificationState>(state: State) =>
  ({
    askExtension: state,
    grantExtension: state,
    refuseExtension: state,
    check: state,
    withdraw: 'withdrawn',
  }) as const;

const NEXT: Readonly<Record<RectificationState, Moves>> = {
  planned: { ...tracked('planned'), edit: 'planned', join: 'planned', start: 'inProgress' },
  inProgress: {
    ...tracked('inProgress'),
    ...{ edit: 'inProgress', join: 'inProgress', addEvidence: 'inProgress', removeEvidence: 'inProgress' },
    submit: 'submitted',
  },
  // Evidence is added here too: what the verifier saw.
  submitted: { ...tracked('submitted'), addEvidence: 'submitted', verify: 'verified', sendBack: 'inProgress' },
  verified: { confirmEffect: 'verified', tell: 'verified', close: 'closed' },
  closed: {},
  withdrawn: {},
};

/** The state a move leads to; null where it is refused. */
export const nextState = (state: RectificationState, move: RectificationMove): RectificationState | null =>
  NEXT[state][move] ?? null;

/** Whether the deadline still runs: planned, under way, or waiting for its verification. */
export const isRunning = (state: RectificationState): boolean => NEXT[state].askExtension !== undefined;
