// Handlers of feedback: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import {
  addFeedback,
  answerFeedback,
  assignFeedback,
  closeFeedback,
  confirmPraise,
  correctFeedback,
  feedbackPeople,
  feedbackRecord,
  withdrawFeedback,
} from '../features/feedback/feedback.ts';
import { analysisOf, listFeedback } from '../features/feedback/rows.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { feedback } = area({ feedback: contract.feedback });

export const feedbackRoutes: Handlers<Contract['feedback']> = {
  list: feedback.list.handler(({ context: { console }, input }) => listFeedback(console.store.read, input)),
  get: feedback.get.handler(({ context: { console }, input }) => feedbackRecord(console.store.read, input.id)),
  people: feedback.people.handler(({ context: { console } }) => feedbackPeople(console.store.read)),
  add: feedback.add.handler(({ context, input }) => addFeedback(context.console.store, actorOf(context), input)),
  correct: feedback.correct.handler(({ context, input }) =>
    correctFeedback(context.console.store, actorOf(context), input),
  ),
  assign: feedback.assign.handler(({ context, input }) =>
    assignFeedback(context.console.store, actorOf(context), input),
  ),
  answer: feedback.answer.handler(({ context, input }) =>
    answerFeedback(context.console.store, actorOf(context), input),
  ),
  close: feedback.close.handler(({ context, input }) => closeFeedback(context.console.store, actorOf(context), input)),
  withdraw: feedback.withdraw.handler(({ context, input }) =>
    withdrawFeedback(context.console.store, actorOf(context), input),
  ),
  confirm: feedback.confirm.handler(({ context, input }) =>
    confirmPraise(context.console.store, actorOf(context), input),
  ),
  analysis: feedback.analysis.handler(({ context: { console }, input }) =>
    analysisOf(console.store.read, input, console.store.clock()),
  ),
};
