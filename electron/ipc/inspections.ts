// Handlers of service-record reviews and patrols: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { Console } from '../console.ts';
import { EXCEL } from '../desktop.ts';
import { historyOf } from '../features/auditLog.ts';
import { listPatrols, patrolChoice } from '../features/patrol/lists.ts';
import { patrolRecord } from '../features/patrol/patrolRecord.ts';
import { patrolPhotos } from '../features/patrol/photos.ts';
import * as patrols from '../features/patrol/patrols.ts';
import { patrolFor } from '../features/patrol/rows.ts';
import { FrameDesk, frameTemplateTitle, makeFrameTemplate } from '../features/records/frameDesk.ts';
import { reviewPhotos } from '../features/records/photos.ts';
import { reviewRecord } from '../features/records/reviewRecord.ts';
import * as reviews from '../features/records/reviews.ts';
import { reviewFor, sampleFor } from '../features/records/rows.ts';
import { listSamples, sampleRecord } from '../features/records/sampleRecord.ts';
import * as samples from '../features/records/samples.ts';
import { readSettings } from '../features/settings.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { records, patrol } = area({ records: contract.records, patrol: contract.patrol });

const desks = new WeakMap<Console, FrameDesk>();

/** The import of a frame under way in a console. */
function deskOf(console: Console): FrameDesk {
  const known = desks.get(console) ?? new FrameDesk();
  desks.set(console, known);
  return known;
}

export const recordsRoutes: Handlers<Contract['records']> = {
  list: records.list.handler(({ context, input }) => listSamples(context.console.store.read, actorOf(context), input)),
  open: records.open.handler(({ context, input }) =>
    sampleRecord(context.console.store.read, actorOf(context), input.id),
  ),
  begin: records.begin.handler(({ context, input }) =>
    samples.beginSample(context.console.store, actorOf(context), input),
  ),
  addRows: records.addRows.handler(({ context, input }) =>
    samples.addRows(context.console.store, actorOf(context), input),
  ),
  openFrame: records.openFrame.handler(async function* ({ context: { console }, signal }) {
    const { store, run, desktop } = console;
    const title = frameTemplateTitle(readSettings(store.read).language);
    const path = await desktop.pickOpenFile({ title, kinds: [EXCEL] });
    return path === null ? null : yield* deskOf(console).open(store, run, path, signal);
  }),
  previewFrame: records.previewFrame.handler(async function* ({ context, input, signal }) {
    const { console } = context;
    return yield* deskOf(console).preview(console.store, console.run, actorOf(context), input, signal);
  }),
  frameRows: records.frameRows.handler(({ context: { console }, input }) =>
    deskOf(console).rows(input.previewId, input.page),
  ),
  applyFrame: records.applyFrame.handler(async function* ({ context, input, signal }) {
    const { console } = context;
    return yield* deskOf(console).apply(console.store, console.run, actorOf(context), input.previewId, signal);
  }),
  frameTemplate: records.frameTemplate.handler(async ({ context }) => {
    const { store, run, desktop } = context.console;
    const { language } = readSettings(store.read);
    const title = frameTemplateTitle(language);
    const path = await desktop.pickSaveFile({ title, name: `${title}.xlsx`, kinds: [EXCEL] });
    if (path !== null) await makeFrameTemplate(store, run, actorOf(context), language, path);
    return { path };
  }),
  removeRow: records.removeRow.handler(({ context, input }) =>
    samples.removeRow(context.console.store, actorOf(context), input),
  ),
  draw: records.draw.handler(({ context, input }) =>
    samples.drawSample(context.console.store, actorOf(context), input),
  ),
  replace: records.replace.handler(({ context, input }) =>
    samples.replaceDraw(context.console.store, actorOf(context), input),
  ),
  cancel: records.cancel.handler(({ context, input }) =>
    samples.cancelSample(context.console.store, actorOf(context), input),
  ),
  history: records.history.handler(({ context, input }) => {
    const { read } = context.console.store;
    return historyOf(read, 'recordSample', sampleFor(read, actorOf(context), input.id).id);
  }),
  startReview: records.startReview.handler(({ context, input }) =>
    reviews.startReview(context.console.store, actorOf(context), input),
  ),
  review: records.review.handler(({ context, input }) =>
    reviewRecord(context.console.store.read, actorOf(context), input.id),
  ),
  reviewHistory: records.reviewHistory.handler(({ context, input }) => {
    const { read } = context.console.store;
    return historyOf(read, 'recordReview', reviewFor(read, actorOf(context), input.id).id);
  }),
  check: records.check.handler(({ context, input }) =>
    reviews.giveCheck(context.console.store, actorOf(context), input),
  ),
  finding: records.finding.handler(({ context, input }) =>
    reviews.saveReviewFinding(context.console.store, actorOf(context), input),
  ),
  addPhoto: records.addPhoto.handler(({ context, input }) =>
    reviewPhotos.add(context.console.store, actorOf(context), input),
  ),
  photoBytes: records.photoBytes.handler(({ context, input }) =>
    reviewPhotos.bytes(context.console.store, actorOf(context), input),
  ),
  captionPhoto: records.captionPhoto.handler(({ context, input }) =>
    reviewPhotos.caption(context.console.store, actorOf(context), input),
  ),
  removePhoto: records.removePhoto.handler(({ context, input }) =>
    reviewPhotos.remove(context.console.store, actorOf(context), input),
  ),
  submit: records.submit.handler(({ context, input }) =>
    reviews.submitReview(context.console.store, actorOf(context), input.id),
  ),
  withdraw: records.withdraw.handler(({ context, input }) =>
    reviews.withdrawReview(context.console.store, actorOf(context), input),
  ),
  redLineStatement: records.redLineStatement.handler(({ context, input }) =>
    reviews.reviewStatement(context.console.store, actorOf(context), input),
  ),
  decideRedLine: records.decideRedLine.handler(({ context, input }) =>
    reviews.decideReviewRedLine(context.console.store, actorOf(context), input),
  ),
};

export const patrolRoutes: Handlers<Contract['patrol']> = {
  list: patrol.list.handler(({ context, input }) => listPatrols(context.console.store.read, actorOf(context), input)),
  open: patrol.open.handler(({ context, input }) =>
    patrolRecord(context.console.store.read, actorOf(context), input.id),
  ),
  history: patrol.history.handler(({ context, input }) => {
    const { read } = context.console.store;
    return historyOf(read, 'patrol', patrolFor(read, actorOf(context), input.id).id);
  }),
  choice: patrol.choice.handler(({ context, input }) => patrolChoice(context.console.store.read, input.branchId)),
  start: patrol.start.handler(({ context, input }) =>
    patrols.startPatrol(context.console.store, actorOf(context), input),
  ),
  addAgent: patrol.addAgent.handler(({ context, input }) =>
    patrols.addPatrolAgent(context.console.store, actorOf(context), input),
  ),
  cell: patrol.cell.handler(({ context, input }) => patrols.giveCell(context.console.store, actorOf(context), input)),
  finding: patrol.finding.handler(({ context, input }) =>
    patrols.savePatrolFinding(context.console.store, actorOf(context), input),
  ),
  addPhoto: patrol.addPhoto.handler(({ context, input }) =>
    patrolPhotos.add(context.console.store, actorOf(context), input),
  ),
  photoBytes: patrol.photoBytes.handler(({ context, input }) =>
    patrolPhotos.bytes(context.console.store, actorOf(context), input),
  ),
  captionPhoto: patrol.captionPhoto.handler(({ context, input }) =>
    patrolPhotos.caption(context.console.store, actorOf(context), input),
  ),
  removePhoto: patrol.removePhoto.handler(({ context, input }) =>
    patrolPhotos.remove(context.console.store, actorOf(context), input),
  ),
  submit: patrol.submit.handler(({ context, input }) =>
    patrols.submitPatrol(context.console.store, actorOf(context), input.id),
  ),
  withdraw: patrol.withdraw.handler(({ context, input }) =>
    patrols.withdrawPatrol(context.console.store, actorOf(context), input),
  ),
  redLineStatement: patrol.redLineStatement.handler(({ context, input }) =>
    patrols.patrolStatement(context.console.store, actorOf(context), input),
  ),
  decideRedLine: patrol.decideRedLine.handler(({ context, input }) =>
    patrols.decidePatrolRedLine(context.console.store, actorOf(context), input),
  ),
};
