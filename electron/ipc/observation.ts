// Handlers of 现场观察: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { historyOf } from '../features/auditLog.ts';
import { amendObservation, discardAmendment } from '../features/observation/amend.ts';
import { saveAnswer, saveNote, savePosition } from '../features/observation/answers.ts';
import { listAssessors } from '../features/observation/assessors.ts';
import { backgroundOf } from '../features/observation/background.ts';
import { removeFinding, saveFinding } from '../features/observation/findings.ts';
import { runTimer, typeMinutes } from '../features/observation/introduction.ts';
import { listObservations } from '../features/observation/list.ts';
import { paperOf } from '../features/observation/paper.ts';
import { addPhoto, captionPhoto, photoBytes, removePhoto } from '../features/observation/photos.ts';
import { recordOf, recordOfRevision } from '../features/observation/record.ts';
import { decide, keepStatement, pendingRedLines } from '../features/observation/redLines.ts';
import { reviewOf } from '../features/observation/review.ts';
import { observationFor } from '../features/observation/rows.ts';
import { runningOf, setRunning } from '../features/observation/running.ts';
import { signAgent, signAssessor, signatureImage } from '../features/observation/signatures.ts';
import { cancelPlan, planObservation, startObservation, startPlanned } from '../features/observation/start.ts';
import { confirmNotice, setContext, submitObservation, withdrawObservation } from '../features/observation/submit.ts';
import type { Actor } from '../../shared/contract/account.ts';
import type { ReadDb } from '../db/connection.ts';
import type { Store } from '../db/store.ts';
import { actorOf, area, type Handlers, type RequestContext } from './base.ts';

const observation = area(contract.observation);

interface Call<Input> {
  readonly context: RequestContext & { readonly actorOrNull: Actor | null };
  readonly input: Input;
}

/** A use case that writes, as a handler. */
const writing =
  <Input, Output>(useCase: (store: Store, actor: Actor, input: Input) => Output) =>
  ({ context, input }: Call<Input>): Output =>
    useCase(context.console.store, actorOf(context), input);

/** A use case that reads, as a handler. */
const reading =
  <Input, Output>(useCase: (db: ReadDb, actor: Actor, input: Input) => Output) =>
  ({ context, input }: Call<Input>): Output =>
    useCase(context.console.store.read, actorOf(context), input);

interface One {
  readonly id: string;
}

export const observationRoutes: Handlers<Contract['observation']> = {
  plan: observation.plan.handler(writing(planObservation)),
  cancelPlan: observation.cancelPlan.handler(writing(cancelPlan)),
  start: observation.start.handler(writing(startObservation)),
  startPlanned: observation.startPlanned.handler(writing(startPlanned)),

  open: observation.open.handler(reading((db, actor, { id }: One) => recordOf(db, actor, id))),
  readRevision: observation.readRevision.handler(
    reading((db, actor, { id, number }: One & { number: number }) => recordOfRevision(db, actor, id, number)),
  ),
  list: observation.list.handler(reading(listObservations)),
  assessors: observation.assessors.handler(reading(listAssessors)),
  background: observation.background.handler(({ context, input }) => {
    const { store } = context.console;
    return backgroundOf(store.read, actorOf(context), input.id, store.clock());
  }),
  history: observation.history.handler(
    reading((db, actor, { id }: One) => historyOf(db, 'observation', observationFor(db, actor, id).id)),
  ),
  paper: observation.paper.handler(
    reading((db, _, { versionId }: { versionId: string | null }) => paperOf(db, versionId)),
  ),

  setContext: observation.setContext.handler(writing(setContext)),
  confirmNotice: observation.confirmNotice.handler(
    writing((store, actor, { id }: One) => confirmNotice(store, actor, id)),
  ),
  answer: observation.answer.handler(writing(saveAnswer)),
  note: observation.note.handler(writing(saveNote)),
  running: observation.running.handler(({ context }) => ({ id: runningOf(context.console.store, actorOf(context)) })),
  setRunning: observation.setRunning.handler(writing(setRunning)),
  position: observation.position.handler(writing(savePosition)),
  finding: observation.finding.handler(writing(saveFinding)),
  removeFinding: observation.removeFinding.handler(writing(removeFinding)),

  addEvidence: observation.addEvidence.handler(writing(addPhoto)),
  evidenceBytes: observation.evidenceBytes.handler(writing(photoBytes)),
  captionEvidence: observation.captionEvidence.handler(writing(captionPhoto)),
  removeEvidence: observation.removeEvidence.handler(writing(removePhoto)),

  introduction: observation.introduction.handler(writing(runTimer)),
  introductionMinutes: observation.introductionMinutes.handler(writing(typeMinutes)),

  review: observation.review.handler(reading(reviewOf)),
  signAssessor: observation.signAssessor.handler(writing(signAssessor)),
  signAgent: observation.signAgent.handler(writing(signAgent)),
  signatureImage: observation.signatureImage.handler(writing(signatureImage)),
  submit: observation.submit.handler(writing((store, actor, { id }: One) => submitObservation(store, actor, id))),
  withdraw: observation.withdraw.handler(writing(withdrawObservation)),
  amend: observation.amend.handler(writing(amendObservation)),
  discardAmendment: observation.discardAmendment.handler(
    writing((store, actor, { id }: One) => discardAmendment(store, actor, id)),
  ),

  redLineStatement: observation.redLineStatement.handler(writing(keepStatement)),
  decideRedLine: observation.decideRedLine.handler(writing(decide)),
  pendingRedLines: observation.pendingRedLines.handler(reading(pendingRedLines)),
};
