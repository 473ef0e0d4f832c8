// Handlers of 考核.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { agentOfResult } from '../features/assessment/agentResult.ts';
import { finaliseResult } from '../features/assessment/finalise.ts';
import { assessmentRecord, listAssessments, openAssessment } from '../features/assessment/known.ts';
import { decideAbout, reviewAgents, withdrawDecision } from '../features/assessment/review.ts';
import { resultRows } from '../features/assessment/rows.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { assessment } = area({ assessment: contract.assessment });

export const assessmentRoutes: Handlers<Contract['assessment']> = {
  list: assessment.list.handler(({ context: { console } }) => listAssessments(console.store.read)),
  open: assessment.open.handler(({ context, input }) => openAssessment(context.console.store, actorOf(context), input)),
  get: assessment.get.handler(({ context: { console }, input }) => assessmentRecord(console.store, input.id)),
  compute: assessment.compute.handler(async function* ({ context, input, signal }) {
    const { store, run } = context.console;
    return yield* run(
      'assessment.compute',
      {
        ...{ file: store.file, assessmentId: input.id, reason: input.reason, actorId: actorOf(context).userId },
        ...{ timeZone: readSettings(store.read).timeZone, now: store.clock() },
      },
      signal,
    );
  }),
  rows: assessment.rows.handler(({ context: { console }, input }) => resultRows(console.store.read, input.resultId)),
  agent: assessment.agent.handler(({ context: { console }, input }) =>
    agentOfResult(console.store.read, input.resultId, input.agentId),
  ),
  review: assessment.review.handler(({ context, input }) =>
    reviewAgents(context.console.store, actorOf(context), input),
  ),
  decide: assessment.decide.handler(({ context, input }) =>
    decideAbout(context.console.store, actorOf(context), input),
  ),
  withdrawDecision: assessment.withdrawDecision.handler(({ context, input }) =>
    withdrawDecision(context.console.store, actorOf(context), input),
  ),
  finalise: assessment.finalise.handler(({ context, input }) =>
    finaliseResult(context.console.store, actorOf(context), input.resultId),
  ),
  differences: assessment.differences.handler(({ context: { console }, input, signal }) =>
    finish(console.run('assessment.differences', { file: console.store.file, resultId: input.resultId }, signal)),
  ),
};
