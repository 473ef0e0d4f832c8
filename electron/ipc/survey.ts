// Handlers of 满意度调查: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import { readSettings } from '../features/settings.ts';
import { beginClientMode, clientPage, leaveClientMode, submitAsClient } from '../features/survey/clientMode.ts';
import {
  createQuestionnaireDraft,
  deleteQuestionnaireDraft,
  publishQuestionnaire,
  saveQuestionnaireDraft,
} from '../features/survey/drafts.ts';
import { enterSurvey, withdrawSurvey } from '../features/survey/enter.ts';
import { listQuestionnaires, questionnaireRecord } from '../features/survey/questionnaires.ts';
import { surveyRecord } from '../features/survey/record.ts';
import { entriesOfToday, listSurveys } from '../features/survey/rows.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { survey } = area({ survey: contract.survey });

export const surveyRoutes: Handlers<Contract['survey']> = {
  questionnaires: survey.questionnaires.handler(({ context: { console } }) => listQuestionnaires(console.store.read)),
  questionnaire: survey.questionnaire.handler(({ context: { console }, input }) =>
    questionnaireRecord(console.store.read, input.id),
  ),
  createDraft: survey.createDraft.handler(({ context, input }) =>
    createQuestionnaireDraft(context.console.store, actorOf(context), input),
  ),
  saveDraft: survey.saveDraft.handler(({ context, input }) =>
    saveQuestionnaireDraft(context.console.store, actorOf(context), input),
  ),
  publish: survey.publish.handler(({ context, input }) =>
    publishQuestionnaire(context.console.store, actorOf(context), input),
  ),
  deleteDraft: survey.deleteDraft.handler(({ context, input }) =>
    deleteQuestionnaireDraft(context.console.store, actorOf(context), input),
  ),
  enter: survey.enter.handler(({ context, input }) => enterSurvey(context.console.store, actorOf(context), input)),
  today: survey.today.handler(({ context }) => entriesOfToday(context.console.store, actorOf(context))),
  withdraw: survey.withdraw.handler(({ context, input }) =>
    withdrawSurvey(context.console.store, actorOf(context), input),
  ),
  list: survey.list.handler(({ context, input }) => listSurveys(context.console.store, actorOf(context), input)),
  get: survey.get.handler(({ context, input }) => surveyRecord(context.console.store, actorOf(context), input.id)),
  statistics: survey.statistics.handler(({ context: { console }, input, signal }) => {
    const { timeZone } = readSettings(console.store.read);
    const now = console.store.clock();
    const period = { kind: input.kind, ...periodOf(input.kind, input.start ?? dayOf(now, timeZone)) };
    const { branchId, by } = input;
    return finish(
      console.run('survey.statistics', { file: console.store.file, branchId, period, by, timeZone, now }, signal),
    );
  }),
  clientBegin: survey.clientBegin.handler(({ context, input }) => {
    const { store, signIn, desktop } = context.console;
    const state = beginClientMode(store, signIn, actorOf(context), input);
    desktop.fillScreen?.(true);
    return state;
  }),
  clientPage: survey.clientPage.handler(({ context: { console } }) => clientPage(console.store, console.signIn)),
  clientSubmit: survey.clientSubmit.handler(({ context, input }) =>
    submitAsClient(context.console.store, context.console.signIn, actorOf(context), input),
  ),
  clientLeave: survey.clientLeave.handler(async ({ context, input }) => {
    const { store, signIn, desktop } = context.console;
    const state = await leaveClientMode(store, signIn, actorOf(context), input);
    desktop.fillScreen?.(false);
    return state;
  }),
};
