// Handlers of 培训 and its import: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { Console } from '../console.ts';
import { EXCEL } from '../desktop.ts';
import { readSettings } from '../features/settings.ts';
import { saveClass } from '../features/training/classes.ts';
import { courseRecord, retireCourse, saveCourse } from '../features/training/courses.ts';
import { addFeedback, withdrawFeedback } from '../features/training/feedback.ts';
import { saveTrainingFile, trainingFile } from '../features/training/file.ts';
import { makeTrainingTemplate, TrainingDesk, trainingTemplateTitle } from '../features/training/importDesk.ts';
import { cancelPlan, plansOfSource, planTraining } from '../features/training/plans.ts';
import { hoursAsked } from '../features/training/progress.ts';
import { saveTraining, trainingRecord, withdrawTraining } from '../features/training/records.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { training, trainingImport } = area({
  training: contract.training,
  trainingImport: contract.trainingImport,
});

const source = ({ store: { file, clock } }: Console) => ({ file, now: clock() });

export const trainingRoutes: Handlers<Contract['training']> = {
  progress: training.progress.handler(({ context: { console }, input }) =>
    finish(console.run('training.progress', { ...source(console), ...input })),
  ),
  hoursAsked: training.hoursAsked.handler(({ context: { console } }) => hoursAsked(console.store.read)),
  reminder: training.reminder.handler(({ context: { console } }) =>
    finish(console.run('training.reminder', source(console))),
  ),
  records: training.records.handler(({ context: { console }, input }) =>
    finish(console.run('training.records', { ...source(console), ...input })),
  ),
  record: training.record.handler(({ context: { console }, input }) => trainingRecord(console.store.read, input.id)),
  saveRecord: training.saveRecord.handler(({ context, input }) =>
    saveTraining(context.console.store, actorOf(context), input),
  ),
  saveClass: training.saveClass.handler(({ context, input }) =>
    saveClass(context.console.store, actorOf(context), input),
  ),
  withdrawRecord: training.withdrawRecord.handler(({ context, input }) =>
    withdrawTraining(context.console.store, actorOf(context), input),
  ),
  courses: training.courses.handler(({ context: { console } }) =>
    finish(console.run('training.courses', source(console))),
  ),
  course: training.course.handler(({ context: { console }, input }) => courseRecord(console.store.read, input.id)),
  saveCourse: training.saveCourse.handler(({ context, input }) =>
    saveCourse(context.console.store, actorOf(context), input),
  ),
  retireCourse: training.retireCourse.handler(({ context, input }) =>
    retireCourse(context.console.store, actorOf(context), input),
  ),
  addFeedback: training.addFeedback.handler(({ context, input }) =>
    addFeedback(context.console.store, actorOf(context), input),
  ),
  withdrawFeedback: training.withdrawFeedback.handler(({ context, input }) =>
    withdrawFeedback(context.console.store, actorOf(context), input),
  ),
  plans: training.plans.handler(({ context: { console }, input }) =>
    finish(console.run('training.plans', { ...source(console), ...input })),
  ),
  plansOf: training.plansOf.handler(({ context: { console }, input }) => {
    const { store } = console;
    return plansOfSource(store.read, input.sourceId, dayOf(store.clock(), readSettings(store.read).timeZone));
  }),
  plan: training.plan.handler(({ context, input }) => planTraining(context.console.store, actorOf(context), input)),
  cancelPlan: training.cancelPlan.handler(({ context, input }) =>
    cancelPlan(context.console.store, actorOf(context), input),
  ),
  needs: training.needs.handler(async function* ({ context: { console }, input, signal }) {
    const { store } = console;
    const { timeZone } = readSettings(store.read);
    return yield* console.run('training.needs', { file: store.file, ...input, timeZone, now: store.clock() }, signal);
  }),
  effect: training.effect.handler(async function* ({ context: { console }, input, signal }) {
    const { store } = console;
    const { timeZone } = readSettings(store.read);
    return yield* console.run('training.effect', { file: store.file, ...input, timeZone }, signal);
  }),
  file: training.file.handler(({ context: { console }, input }) => trainingFile(console.store, input.agentId)),
  saveFile: training.saveFile.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await saveTrainingFile(store, desktop, actorOf(context), input) };
  }),
};

const desks = new WeakMap<Console, TrainingDesk>();

/** The import under way in a console. */
function deskOf(console: Console): TrainingDesk {
  const known = desks.get(console) ?? new TrainingDesk();
  desks.set(console, known);
  return known;
}

export const trainingImportRoutes: Handlers<Contract['trainingImport']> = {
  open: trainingImport.open.handler(async function* ({ context: { console }, signal }) {
    const title = trainingTemplateTitle(readSettings(console.store.read).language);
    const path = await console.desktop.pickOpenFile({ title, kinds: [EXCEL] });
    return path === null ? null : yield* deskOf(console).open(console.store, console.run, path, signal);
  }),
  preview: trainingImport.preview.handler(async function* ({ context: { console }, input, signal }) {
    return yield* deskOf(console).preview(console.store, console.run, input, signal);
  }),
  rows: trainingImport.rows.handler(({ context: { console }, input }) =>
    deskOf(console).rows(input.previewId, input.page),
  ),
  apply: trainingImport.apply.handler(async function* ({ context, input, signal }) {
    const { console } = context;
    return yield* deskOf(console).apply(console.store, console.run, actorOf(context), input.previewId, signal);
  }),
  template: trainingImport.template.handler(async ({ context }) => {
    const { store, run, desktop } = context.console;
    const { language } = readSettings(store.read);
    const title = trainingTemplateTitle(language);
    const path = await desktop.pickSaveFile({ title, name: `${title}.xlsx`, kinds: [EXCEL] });
    if (path !== null) await makeTrainingTemplate(store, run, actorOf(context), language, path);
    return { path };
  }),
};
