// Who may write to a record review or a patrol, who may withdraw it, and who may decide a red line found in it. As with
// observations: only whoever makes it writes, and what was submitted is withdrawn by another pair of eyes (4.2, 8.1).
import type { InspectionState } from '../../contract/inspection.ts';

/** Why the person may not withdraw it, or null. `decides`: holds redLine.decide. */
export function withdrawalRefusal(given: {
  readonly state: InspectionState;
  readonly own: boolean;
  readonly decides: boolean;
}): 'inspectionLocked' | 'notYourInspection' | 'inspectionWithdrawalOwn' | null {
  const { state, own, decides } = given;
  if (state === 'withdrawn') return 'inspectionLocked';
  if (own && state === 'inProgress') return null;
  if (!decides) return 'notYourInspection';
  return own ? 'inspectionWithdrawalOwn' : null;
}

/** Whether the person may confirm or reject: neither the inspector nor the one who recorded it. */
export const mayDecide = (
  deciderId: string,
  line: { readonly inspectorId: string; readonly recordedById: string },
): boolean => deciderId !== line.inspectorId && deciderId !== line.recordedById;
