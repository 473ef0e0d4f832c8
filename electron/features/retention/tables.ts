// The tables that hold personal data of clients, by the words of the contract.
import type { RetentionTable } from '../../../shared/contract/retention.ts';
import { complaintPersonal } from '../complaint/purge.ts';
import { findingPersonal } from '../findings/personal.ts';
import { feedbackPersonal } from '../feedback/personal.ts';
import { observationPersonal } from '../observation/personal.ts';
import { requestPersonal, visitPersonal } from '../responses/personal.ts';
import { surveyPersonal } from '../survey/personal.ts';
import type { PersonalTable } from './personal.ts';

export const PERSONAL: Readonly<Record<RetentionTable, PersonalTable>> = {
  complaint: complaintPersonal,
  finding: findingPersonal,
  feedback: feedbackPersonal,
  survey: surveyPersonal,
  request: requestPersonal,
  visit: visitPersonal,
  observation: observationPersonal,
};
