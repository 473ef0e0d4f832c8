// The tables that hold personal data, by the words of the contract.
import type { RetentionTable } from '../../../shared/contract/retention.ts';
import { appealPersonal } from '../appeal/personal.ts';
import { complaintPersonal } from '../complaint/purge.ts';
import { feedbackPersonal } from '../feedback/personal.ts';
import { findingPersonal } from '../findings/personal.ts';
import { observationPersonal } from '../observation/personal.ts';
import { patrolPersonal } from '../patrol/personal.ts';
import { agentPersonal } from '../people/personal.ts';
import { recordPersonal } from '../records/personal.ts';
import { rectificationPersonal } from '../rectification/personal.ts';
import { requestPersonal, visitPersonal } from '../responses/personal.ts';
import { surveyPersonal } from '../survey/personal.ts';
import { trainingPersonal } from '../training/personal.ts';
import type { PersonalTable } from './personal.ts';

export const PERSONAL: Readonly<Record<RetentionTable, PersonalTable>> = {
  complaint: complaintPersonal,
  finding: findingPersonal,
  rectification: rectificationPersonal,
  observation: observationPersonal,
  record: recordPersonal,
  patrol: patrolPersonal,
  survey: surveyPersonal,
  request: requestPersonal,
  visit: visitPersonal,
  feedback: feedbackPersonal,
  training: trainingPersonal,
  appeal: appealPersonal,
  agent: agentPersonal,
};
