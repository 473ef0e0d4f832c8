// Handlers of the ledger of findings and of rectification: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { OF_AGENT } from '../../shared/contract/rectification.ts';
import { findingsByIds, findingsOfAgent, findingsOfSource, openFindings } from '../features/findings/ledger.ts';
import { classifyFinding, findingRecord, markNoNeed, reopenFinding } from '../features/findings/marks.ts';
import { findingPhoto, findingPhotos } from '../features/findings/photos.ts';
import { addFinding, withdrawFinding } from '../features/findings/recorded.ts';
import { confirmEffect, effectView } from '../features/rectification/effect.ts';
import * as outcome from '../features/rectification/outcome.ts';
import * as planning from '../features/rectification/plan.ts';
import { findRectifications } from '../features/rectification/page.ts';
import { rectificationRecord } from '../features/rectification/record.ts';
import { saveClosingReport, saveEvidence } from '../features/rectification/report.ts';
import { joinableRectifications, rectificationsOfAgent } from '../features/rectification/rows.ts';
import * as tracking from '../features/rectification/tracking.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { findings, rectification } = area({ findings: contract.findings, rectification: contract.rectification });

export const findingsRoutes: Handlers<Contract['findings']> = {
  list: findings.list.handler(({ context: { console }, input, signal }) =>
    finish(console.run('findings.page', { ...input, file: console.store.file }, signal)),
  ),
  some: findings.some.handler(({ context: { console }, input }) => findingsByIds(console.store.read, input.ids)),
  openOf: findings.openOf.handler(({ context: { console }, input }) =>
    openFindings(console.store.read, input.agentId, OF_AGENT),
  ),
  photos: findings.photos.handler(({ context: { console }, input }) => findingPhotos(console.store, input)),
  photo: findings.photo.handler(({ context: { console }, input }) => findingPhoto(console.store, input)),
  get: findings.get.handler(({ context: { console }, input }) => findingRecord(console.store.read, input.id)),
  ofSource: findings.ofSource.handler(({ context: { console }, input }) =>
    findingsOfSource(console.store.read, input.source, input.id),
  ),
  record: findings.record.handler(({ context, input }) => addFinding(context.console.store, actorOf(context), input)),
  withdraw: findings.withdraw.handler(({ context, input }) =>
    withdrawFinding(context.console.store, actorOf(context), input),
  ),
  classify: findings.classify.handler(({ context, input }) =>
    classifyFinding(context.console.store, actorOf(context), input),
  ),
  noNeed: findings.noNeed.handler(({ context, input }) => markNoNeed(context.console.store, actorOf(context), input)),
  reopen: findings.reopen.handler(({ context, input }) =>
    reopenFinding(context.console.store, actorOf(context), input),
  ),
};

export const rectificationRoutes: Handlers<Contract['rectification']> = {
  list: rectification.list.handler(({ context: { console }, input, signal }) => {
    const { file, clock } = console.store;
    return finish(console.run('rectification.page', { ...input, file, now: clock() }, signal));
  }),
  find: rectification.find.handler(({ context: { console }, input }) => findRectifications(console.store.read, input)),
  ofAgent: rectification.ofAgent.handler(({ context: { console }, input: { agentId } }) => ({
    findings: findingsOfAgent(console.store.read, agentId, OF_AGENT),
    rectifications: rectificationsOfAgent(console.store.read, agentId, console.store.clock(), OF_AGENT),
  })),
  joinable: rectification.joinable.handler(({ context: { console }, input }) =>
    joinableRectifications(console.store.read, input.agentId, console.store.clock()),
  ),
  get: rectification.get.handler(({ context, input }) =>
    rectificationRecord(context.console.store, actorOf(context), input.id),
  ),
  people: rectification.people.handler(({ context: { console } }) => planning.ownerChoices(console.store.read)),
  plan: rectification.plan.handler(({ context, input }) =>
    planning.planRectification(context.console.store, actorOf(context), input),
  ),
  edit: rectification.edit.handler(({ context, input }) =>
    planning.editPlan(context.console.store, actorOf(context), input),
  ),
  join: rectification.join.handler(({ context, input }) =>
    planning.joinFindings(context.console.store, actorOf(context), input),
  ),
  start: rectification.start.handler(({ context, input }) =>
    planning.startRectification(context.console.store, actorOf(context), input),
  ),
  submit: rectification.submit.handler(({ context, input }) =>
    outcome.submitRectification(context.console.store, actorOf(context), input),
  ),
  verify: rectification.verify.handler(({ context, input }) =>
    outcome.verifyRectification(context.console.store, actorOf(context), input),
  ),
  sendBack: rectification.sendBack.handler(({ context, input }) =>
    outcome.sendBackRectification(context.console.store, actorOf(context), input),
  ),
  withdraw: rectification.withdraw.handler(({ context, input }) =>
    outcome.withdrawRectification(context.console.store, actorOf(context), input),
  ),
  askExtension: rectification.askExtension.handler(({ context, input }) =>
    tracking.askExtension(context.console.store, actorOf(context), input),
  ),
  decideExtension: rectification.decideExtension.handler(({ context, input }) =>
    tracking.decideExtension(context.console.store, actorOf(context), input),
  ),
  check: rectification.check.handler(({ context, input }) =>
    tracking.addCheck(context.console.store, actorOf(context), input),
  ),
  addFile: rectification.addFile.handler(({ context, input }) =>
    tracking.addFile(context.console.store, actorOf(context), input),
  ),
  removeFile: rectification.removeFile.handler(({ context, input }) =>
    tracking.removeFile(context.console.store, actorOf(context), input),
  ),
  file: rectification.file.handler(({ context: { console }, input }) => tracking.fileBytes(console.store, input)),
  saveFile: rectification.saveFile.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await saveEvidence(store, desktop, actorOf(context), input) };
  }),
  effect: rectification.effect.handler(({ context: { console }, input }) =>
    effectView(console.store.read, input.id, console.store.clock()),
  ),
  confirmEffect: rectification.confirmEffect.handler(({ context, input }) =>
    confirmEffect(context.console.store, actorOf(context), input),
  ),
  tell: rectification.tell.handler(({ context, input }) =>
    outcome.tellResult(context.console.store, actorOf(context), input),
  ),
  close: rectification.close.handler(({ context, input }) =>
    outcome.closeRectification(context.console.store, actorOf(context), input),
  ),
  saveReport: rectification.saveReport.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await saveClosingReport(store, desktop, actorOf(context), input) };
  }),
};
