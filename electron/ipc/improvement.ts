// Handlers of 持续改进 and 监督工作.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import type { PeriodKind } from '../../shared/contract/score.ts';
import type { SupervisionFigures } from '../../shared/contract/supervision.ts';
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import type { Console } from '../console.ts';
import { measurableCriteria } from '../features/improvement/criteria.ts';
import {
  changeImprovement,
  dropImprovement,
  evaluateImprovement,
  finishImprovement,
  linkStandard,
  measuringAfter,
  measuringBefore,
  measuringForVerdict,
  possibleOwners,
  proposeImprovement,
  rescheduleImprovement,
  resumeImprovement,
  reviewOf,
  startImprovement,
} from '../features/improvement/moves.ts';
import { improvementById, improvementRecord, listImprovements } from '../features/improvement/rows.ts';
import { readSettings } from '../features/settings.ts';
import type { SupervisionInput } from '../features/supervision/figures.ts';
import { listMembers, setDepartment } from '../features/supervision/members.ts';
import {
  checkIssue,
  figuresWanted,
  issueReport,
  listReports,
  openReport,
  reportRecord,
  saveTexts,
} from '../features/supervision/reports.ts';
import { saveReportPdf } from '../features/supervision/save.ts';
import { setShares, shareSets } from '../features/supervision/shares.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { improvement, supervision } = area({ improvement: contract.improvement, supervision: contract.supervision });

interface Asked {
  readonly branchId: string;
  readonly kind: PeriodKind;
  readonly start: string | null;
}

function inputOf({ store }: Console, { branchId, kind, start }: Asked): SupervisionInput {
  const { timeZone } = readSettings(store.read);
  const now = store.clock();
  return { branchId, timeZone, now, period: { kind, ...periodOf(kind, start ?? dayOf(now, timeZone)) } };
}

export const improvementRoutes: Handlers<Contract['improvement']> = {
  list: improvement.list.handler(({ context: { console } }) => listImprovements(console.store.read)),
  get: improvement.get.handler(({ context, input }) =>
    improvementRecord(context.console.store.read, actorOf(context), input.id),
  ),
  problems: improvement.problems.handler(async function* ({ context: { console }, input, signal }) {
    const wanted = inputOf(console, input);
    const task = { ...wanted, file: console.store.file };
    return { period: wanted.period, problems: yield* console.run('improvement.problems', task, signal) };
  }),
  choices: improvement.choices.handler(({ context: { console } }) => ({
    people: possibleOwners(console.store.read),
    criteria: measurableCriteria(console.store.read),
  })),
  propose: improvement.propose.handler(({ context, input }) =>
    proposeImprovement(context.console.store, actorOf(context), input),
  ),
  change: improvement.change.handler(({ context, input }) =>
    changeImprovement(context.console.store, actorOf(context), input),
  ),
  reschedule: improvement.reschedule.handler(({ context, input }) =>
    rescheduleImprovement(context.console.store, actorOf(context), input),
  ),
  linkStandard: improvement.linkStandard.handler(({ context, input }) =>
    linkStandard(context.console.store, actorOf(context), input),
  ),
  baseline: improvement.baseline.handler(async function* ({ context, input: { id }, signal }) {
    const { store, run } = context.console;
    return yield* run('improvement.measure', measuringBefore(store, actorOf(context), id), signal);
  }),
  start: improvement.start.handler(async function* ({ context, input: { id }, signal }) {
    const { store, run } = context.console;
    const actor = actorOf(context);
    const before = yield* run('improvement.measure', measuringBefore(store, actor, id), signal);
    return startImprovement(store, actor, id, before);
  }),
  finish: improvement.finish.handler(({ context, input }) =>
    finishImprovement(context.console.store, actorOf(context), input),
  ),
  resume: improvement.resume.handler(({ context, input }) =>
    resumeImprovement(context.console.store, actorOf(context), input),
  ),
  review: improvement.review.handler(async function* ({ context: { console }, input: { id }, signal }) {
    const { store, run } = console;
    const after = yield* run('improvement.measure', measuringAfter(store, id), signal);
    return reviewOf(improvementById(store.read, id), after);
  }),
  evaluate: improvement.evaluate.handler(async function* ({ context, input, signal }) {
    const { store, run } = context.console;
    const actor = actorOf(context);
    const after = yield* run('improvement.measure', measuringForVerdict(store, actor, input.id), signal);
    return evaluateImprovement(store, actor, input, after);
  }),
  drop: improvement.drop.handler(({ context, input }) =>
    dropImprovement(context.console.store, actorOf(context), input),
  ),
};

const figures = (
  { store, run }: Console,
  wanted: SupervisionInput,
  signal?: AbortSignal,
): Promise<SupervisionFigures> => finish(run('supervision.figures', { ...wanted, file: store.file }, signal));

export const supervisionRoutes: Handlers<Contract['supervision']> = {
  figures: supervision.figures.handler(({ context: { console }, input, signal }) =>
    figures(console, inputOf(console, input), signal),
  ),
  shares: supervision.shares.handler(({ context: { console } }) => shareSets(console.store.read)),
  setShares: supervision.setShares.handler(({ context, input }) =>
    setShares(context.console.store, actorOf(context), input),
  ),
  members: supervision.members.handler(({ context: { console } }) => listMembers(console.store)),
  setDepartment: supervision.setDepartment.handler(({ context, input }) =>
    setDepartment(context.console.store, actorOf(context), input),
  ),
  reports: supervision.reports.handler(({ context: { console } }) => listReports(console.store.read)),
  openReport: supervision.openReport.handler(({ context, input }) =>
    openReport(context.console.store, actorOf(context), input),
  ),
  report: supervision.report.handler(({ context: { console }, input, signal }) =>
    reportRecord(console.store, input, (wanted) => figures(console, wanted, signal)),
  ),
  saveTexts: supervision.saveTexts.handler(({ context, input }) =>
    saveTexts(context.console.store, actorOf(context), input),
  ),
  issue: supervision.issue.handler(async ({ context, input, signal }) => {
    const { store } = context.console;
    checkIssue(store, input);
    const now = await figures(context.console, figuresWanted(store, input.id), signal);
    return issueReport(store, actorOf(context), input, now);
  }),
  savePdf: supervision.savePdf.handler(async ({ context, input }) => {
    const { store, desktop } = context.console;
    return { path: await saveReportPdf(store, desktop, actorOf(context), input) };
  }),
};
