// What each step's form gets: the case, and a way to say which demands of the checklist its boxes meet as they are typed.
import type { ComplaintRecord } from '../../../../shared/contract/complaintRecord.ts';
import type { ComplaintDemand } from '../../../../shared/contract/complaintWords.ts';

export type Said = Partial<Record<ComplaintDemand, boolean>>;

export interface StepProps {
  readonly record: ComplaintRecord;
  readonly onSaid: (said: Said) => void;
}

/** Whether a box holds more than blanks. */
export const written = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';
