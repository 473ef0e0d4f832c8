// Who may withdraw a session (4.2): its assessor while it is in progress; a decider also another's, and a submitted one,
// but never a submitted one that they assessed themselves (four eyes).
import type { ObservationState } from '../../contract/observationRecord.ts';
import { allows } from './states.ts';

/** Why the person may not withdraw it, or null. `decides`: holds redLine.decide. */
export function withdrawalRefusal(given: {
  readonly state: ObservationState;
  readonly own: boolean;
  readonly decides: boolean;
}): 'observationLocked' | 'notYourObservation' | 'withdrawalOwn' | null {
  const { state, own, decides } = given;
  if (!allows(state, 'withdraw', false)) return 'observationLocked';
  if (own && state === 'inProgress') return null;
  if (!decides) return 'notYourObservation';
  return own ? 'withdrawalOwn' : null;
}
