// Red lines (1.2.1, 2.4.1, 2.5.1): what a changed answer does to the one recorded on it.
import type { RedLineState } from '../../contract/observationRecord.ts';

export type RedLineEffect = 'none' | 'record' | 'askToConfirm' | 'retract' | 'refuse';

/**
 * The effect of an answer on a red-line criterion.
 * `standing`: the state of its red line that was not retracted, null where there is none; `ownRevision`: it was recorded
 * in the revision now being written. One of an earlier, submitted revision is retracted when the amendment is submitted.
 * A confirmed one can no longer be answered away.
 */
export function redLineEffect(change: {
  readonly failing: boolean;
  readonly confirmedByAssessor: boolean;
  readonly standing: Exclude<RedLineState, 'retracted'> | null;
  readonly ownRevision: boolean;
}): RedLineEffect {
  const { failing, confirmedByAssessor, standing, ownRevision } = change;
  if (failing) {
    if (standing !== null) return 'none';
    return confirmedByAssessor ? 'record' : 'askToConfirm';
  }
  if (standing === 'confirmed') return 'refuse';
  return standing === 'pending' && ownRevision ? 'retract' : 'none';
}

/** Who may confirm or reject: a holder of redLine.decide who neither observed the session nor recorded the finding. */
export const mayDecide = (
  deciderId: string,
  session: { readonly assessorId: string; readonly recordedById: string },
): boolean => deciderId !== session.assessorId && deciderId !== session.recordedById;
