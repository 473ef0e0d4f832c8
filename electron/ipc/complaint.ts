// Handlers of complaints: each one calls one use case.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import {
  addInquiry,
  addVisit,
  answerReexamination,
  askReexamination,
  giveVerdict,
} from '../features/complaint/acts.ts';
import { amendComplaint } from '../features/complaint/amend.ts';
import { dropRegistrationDraft, registrationDraft, saveRegistrationDraft } from '../features/complaint/drafts.ts';
import { addFile, addReference, fileBytes } from '../features/complaint/files.ts';
import { joinComplaint, separateComplaint } from '../features/complaint/join.ts';
import { complaintLetter, printLetter } from '../features/complaint/letter.ts';
import { revealPeople } from '../features/complaint/people.ts';
import { addNotice, withdrawComplaint } from '../features/complaint/proof.ts';
import { accounts, colleagues, complaintRecord, possibleHandlers } from '../features/complaint/record.ts';
import { registerComplaint, sameMatter } from '../features/complaint/register.ts';
import { shortList } from '../features/complaint/rows.ts';
import { dropStepDraft, saveStepDraft, stepDraft } from '../features/complaint/stepDrafts.ts';
import { possibleReexaminers } from '../features/complaint/reexaminers.ts';
import {
  acceptComplaint,
  answerComplaint,
  archiveComplaint,
  assignComplaint,
  classifyComplaint,
  declareInterest,
  handleComplaint,
  investigateComplaint,
  newFactsOfComplaint,
  reviewComplaint,
  saveLetter,
  sendBackComplaint,
} from '../features/complaint/steps.ts';
import { extendTerm, markComplex, pauseClock, resumeClock } from '../features/complaint/terms.ts';
import type { Actor } from '../../shared/contract/account.ts';
import type { Store } from '../db/store.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers, type RequestContext } from './base.ts';

const { complaint } = area({ complaint: contract.complaint });

interface Request<Input> {
  readonly context: RequestContext & { readonly actorOrNull: Actor | null };
  readonly input: Input;
}

/** A handler that passes store, person and input on to its use case. */
const by =
  <Input, Output>(useCase: (store: Store, actor: Actor, input: Input) => Output) =>
  ({ context, input }: Request<Input>): Output =>
    useCase(context.console.store, actorOf(context), input);

export const complaintRoutes: Handlers<Contract['complaint']> = {
  list: complaint.list.handler(({ context: { console }, input, signal }) => {
    const { file, clock, read } = console.store;
    const short = shortList(read, input, clock());
    return short ?? finish(console.run('complaint.list', { file, filter: input, now: clock() }, signal));
  }),
  get: complaint.get.handler(by((store, actor, { id }) => complaintRecord(store, actor, id))),
  handlers: complaint.handlers.handler(({ context: { console }, input }) =>
    possibleHandlers(console.store.read, input.id),
  ),
  colleagues: complaint.colleagues.handler(({ context: { console }, input }) => colleagues(console.store.read, input)),
  people: complaint.people.handler(({ context: { console } }) => accounts(console.store.read)),
  candidates: complaint.candidates.handler(({ context: { console }, input }) => sameMatter(console.store, input)),
  register: complaint.register.handler(by(registerComplaint)),
  draft: complaint.draft.handler(({ context }) => registrationDraft(context.console.store.read, actorOf(context))),
  saveDraft: complaint.saveDraft.handler(by(saveRegistrationDraft)),
  dropDraft: complaint.dropDraft.handler(({ context }) =>
    dropRegistrationDraft(context.console.store, actorOf(context)),
  ),
  stepDraft: complaint.stepDraft.handler(({ context, input }) =>
    stepDraft(context.console.store.read, actorOf(context), input),
  ),
  saveStepDraft: complaint.saveStepDraft.handler(by(saveStepDraft)),
  dropStepDraft: complaint.dropStepDraft.handler(by(dropStepDraft)),
  reexaminers: complaint.reexaminers.handler(({ context: { console }, input }) =>
    possibleReexaminers(console.store.read, input.id),
  ),
  amend: complaint.amend.handler(by(amendComplaint)),
  join: complaint.join.handler(by(joinComplaint)),
  separate: complaint.separate.handler(by(separateComplaint)),
  accept: complaint.accept.handler(by(acceptComplaint)),
  assign: complaint.assign.handler(by(assignComplaint)),
  declareInterest: complaint.declareInterest.handler(by(declareInterest)),
  classify: complaint.classify.handler(by(classifyComplaint)),
  addInquiry: complaint.addInquiry.handler(by(addInquiry)),
  investigate: complaint.investigate.handler(by(investigateComplaint)),
  handle: complaint.handle.handler(by(handleComplaint)),
  saveLetter: complaint.saveLetter.handler(by(saveLetter)),
  answer: complaint.answer.handler(by(answerComplaint)),
  addNotice: complaint.addNotice.handler(by(addNotice)),
  giveVerdict: complaint.giveVerdict.handler(by(giveVerdict)),
  review: complaint.review.handler(by(reviewComplaint)),
  sendBack: complaint.sendBack.handler(by(sendBackComplaint)),
  newFacts: complaint.newFacts.handler(by(newFactsOfComplaint)),
  archive: complaint.archive.handler(by(archiveComplaint)),
  withdraw: complaint.withdraw.handler(by(withdrawComplaint)),
  markComplex: complaint.markComplex.handler(by(markComplex)),
  extend: complaint.extend.handler(by(extendTerm)),
  pause: complaint.pause.handler(by(pauseClock)),
  resume: complaint.resume.handler(by(resumeClock)),
  askReexamination: complaint.askReexamination.handler(by(askReexamination)),
  answerReexamination: complaint.answerReexamination.handler(by(answerReexamination)),
  addVisit: complaint.addVisit.handler(by(addVisit)),
  addFile: complaint.addFile.handler(by(addFile)),
  addReference: complaint.addReference.handler(by(addReference)),
  file: complaint.file.handler(by(fileBytes)),
  reveal: complaint.reveal.handler(by(revealPeople)),
  letter: complaint.letter.handler(by(complaintLetter)),
  printLetter: complaint.printLetter.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await printLetter(store, desktop, actorOf(context), input) };
  }),
  statistics: complaint.statistics.handler(({ context: { console }, input, signal }) => {
    const { file, clock } = console.store;
    return finish(console.run('complaint.statistics', { file, ...input, now: clock() }, signal));
  }),
};
