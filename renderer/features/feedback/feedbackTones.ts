// The state of feedback and of its answer as tones; the words stand beside them.
import type { FeedbackRow, FeedbackState } from '../../../shared/contract/feedback.ts';
import { answerStateOf, type AnswerState } from '../../../shared/domain/feedback/states.ts';
import type { Tone } from '../../components/StateTag.tsx';
import type { Format } from '../../format.ts';

export const STATE_TONES: Readonly<Record<FeedbackState, Tone>> = {
  open: 'accent',
  answered: 'met',
  closed: 'neutral',
  withdrawn: 'warn',
};
export const ANSWER_TONES: Readonly<Record<AnswerState, Tone>> = {
  waiting: 'accent',
  inTime: 'met',
  late: 'warn',
  overdue: 'danger',
};

/** How the answer stands on a day. */
export const answerOf = ({ dueOn, answeredAt }: FeedbackRow, format: Format, today: string): AnswerState =>
  answerStateOf(dueOn, answeredAt === null ? null : format.day(answeredAt), today);
