// The course of feedback: open → answered → closed; who may confirm praise; whether an answer is late.
import type { FeedbackKind, FeedbackState } from '../../contract/feedback.ts';

export type FeedbackStep = 'answer' | 'close' | 'assign' | 'correct' | 'withdraw' | 'confirm';

const FROM: Readonly<Record<FeedbackStep, readonly FeedbackState[]>> = {
  answer: ['open'],
  assign: ['open'],
  close: ['answered'],
  correct: ['open', 'answered'],
  withdraw: ['open', 'answered', 'closed'],
  confirm: ['open', 'answered', 'closed'],
};

/** Whether the step is open in the state. Praise alone is confirmed, once; what was confirmed is withdrawn, not corrected. */
export function mayStep(
  step: FeedbackStep,
  {
    state,
    kind,
    confirmed,
  }: { readonly state: FeedbackState; readonly kind: FeedbackKind; readonly confirmed: boolean },
): boolean {
  if (!FROM[step].includes(state)) return false;
  if (step === 'confirm') return kind === 'praise' && !confirmed;
  return !(step === 'correct' && confirmed);
}

export type AnswerState =
  /** Not answered, the day has not passed. */
  'waiting' | 'inTime' | 'late' | 'overdue';

/** How the answer stands: due by the end of its day. `answeredOn` is the day of the answer in the branch's time zone. */
export function answerStateOf(dueOn: string, answeredOn: string | null, today: string): AnswerState {
  if (answeredOn !== null) return answeredOn <= dueOn ? 'inTime' : 'late';
  return dueOn < today ? 'overdue' : 'waiting';
}
