// A finding that is being typed, kept so that nothing is lost by leaving the screen, by a lock or by a crash. It is the person's own, and
// gone once it is saved.
import { kept, type Kept } from '../../components/kept.ts';

export interface FindingDraft<Values> {
  readonly values: Partial<Values>;
  /** When it happened; null where the field was emptied. */
  readonly at: string | null;
}

/** `from`: source, its record, and the agent that the form was opened with. */
export const findingDraft = <Values>(
  userId: string,
  from: readonly (string | null)[],
): Kept<FindingDraft<Values> | null> =>
  kept<FindingDraft<Values> | null>(`finding.form.${userId}.${from.map((one) => one ?? '').join('.')}`, null);
