// A plan that is being typed, kept so that nothing is lost by leaving the screen, by a lock or by a crash. It is the person's own, and
// gone once it is saved.
import { kept, type Kept } from '../../components/kept.ts';
import type { PlanValues } from './PlanForm.tsx';

/** Of a new plan for some findings. */
export const newPlanDraft = (
  userId: string,
  findingIds: readonly string[],
  follows: string | null,
): Kept<PlanValues | null> =>
  kept<PlanValues | null>(`rectification.plan.${userId}.${follows ?? ''}.${findingIds.toSorted().join()}`, null);

/** Of changes to one; those to an older state of it are no longer shown. */
export const editedPlanDraft = (userId: string, id: string, revision: number): Kept<PlanValues | null> =>
  kept<PlanValues | null>(`rectification.edit.${userId}.${id}.${revision}`, null);

/** Of a dialog of one, under a name that says of which. */
export const moveDraft = <Values>(userId: string, name: string): Kept<Partial<Values> | null> =>
  kept<Partial<Values> | null>(`rectification.move.${userId}.${name}`, null);
