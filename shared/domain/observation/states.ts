// The life of an observation (4.2): planned → in progress → submitted, with a way out at each step. What was signed is
// never undone: an amendment is a new revision of a submitted observation, and its state stays.
import type { ObservationState } from '../../contract/observationRecord.ts';

export type ObservationAction = 'cancel' | 'start' | 'write' | 'submit' | 'withdraw' | 'amend' | 'decideRedLine';

const ALLOWED: Readonly<Record<ObservationState, readonly ObservationAction[]>> = {
  planned: ['start', 'cancel'],
  cancelled: [],
  inProgress: ['write', 'submit', 'withdraw'],
  submitted: ['amend', 'write', 'submit', 'withdraw', 'decideRedLine'],
  withdrawn: ['decideRedLine'],
};

/**
 * Whether the state allows the action. In a submitted observation, `write` and `submit` need an open amendment and
 * `amend` needs none; without `amending` the three cannot be told apart.
 */
export function allows(state: ObservationState, action: ObservationAction, amending: boolean): boolean {
  if (!ALLOWED[state].includes(action)) return false;
  if (state !== 'submitted') return true;
  if (action === 'write' || action === 'submit') return amending;
  return action === 'amend' ? !amending : true;
}

/** The state after an allowed action. */
export function stateAfter(state: ObservationState, action: ObservationAction): ObservationState {
  switch (action) {
    case 'cancel':
      return 'cancelled';
    case 'start':
      return 'inProgress';
    case 'submit':
      return 'submitted';
    case 'withdraw':
      return 'withdrawn';
    case 'write':
    case 'amend':
    case 'decideRedLine':
      return state;
  }
}
