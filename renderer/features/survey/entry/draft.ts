// The paper survey that is being typed, kept so that nothing is lost by leaving the screen or by a lock. It is the person's
// own, and gone once it is saved.
import type { SurveyAnswers } from '../../../../shared/contract/survey.ts';
import { kept, type Kept } from '../../../components/kept.ts';
import type { ChosenAgent } from '../../observation/start/AgentPicker.tsx';

export interface Draft {
  readonly agent: ChosenAgent | null;
  /** Null: today. */
  readonly day: string | null;
  /** Null: the questionnaire in force. */
  readonly questionnaireId: string | null;
  readonly answers: SurveyAnswers;
  readonly comment: string;
  readonly client: string;
}

const EMPTY: Draft = { agent: null, day: null, questionnaireId: null, answers: {}, comment: '', client: '' };

export const keptDraft = (userId: string): Kept<Draft> => kept(`survey.entry.${userId}`, EMPTY);

/** The next paper of the same stack: agent, day and version stay. */
export const nextPaper = (draft: Draft): Draft => ({ ...draft, answers: {}, comment: '', client: '' });
