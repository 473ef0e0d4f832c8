// The end of the demo's quarter: a calibration of two supervisors, the assessment computed, reviewed, decided and finalised.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Console } from '../../console.ts';
import { openAssessment } from '../../features/assessment/known.ts';
import { finaliseResult } from '../../features/assessment/finalise.ts';
import { decideAbout, reviewAgents } from '../../features/assessment/review.ts';
import { resultRows } from '../../features/assessment/rows.ts';
import { beginSession, createCalibration } from '../../features/calibration/calibrations.ts';
import { recordOf } from '../../features/observation/record.ts';
import { confirmNotice } from '../../features/observation/submit.ts';
import { finish } from '../../tasks/run.ts';
import { fill, type Visit } from './observe.ts';

/** Both supervisors score one service without seeing each other. */
export function calibrate(console: Console, visit: Visit, assessors: readonly Actor[]): void {
  const { store } = console;
  const { id } = createCalibration(store, visit.manager, {
    agentId: visit.agentId,
    context: { kind: 'sale', occasion: 'negotiation', setting: 'office', place: '服务中心二楼', client: '' },
    serviceAt: new Date(store.clock()).toISOString(),
    assessorIds: assessors.map(({ userId }) => userId),
  });
  for (const assessor of assessors) {
    const { observationId } = beginSession(store, assessor, { id });
    confirmNotice(store, assessor, observationId);
    fill(store, { ...visit, assessor }, recordOf(store.read, assessor, observationId), 'decided');
  }
}

export interface Assessed {
  readonly resultId: string;
  readonly agents: number;
  readonly insufficient: number;
  readonly decisions: number;
  readonly digest: string;
}

/** Computes the quarter, reviews everybody, rewards the best three, asks the weakest to improve, and finalises. */
export async function assessQuarter(
  console: Console,
  manager: Actor,
  choice: { readonly branchId: string; readonly start: string; readonly timeZone: string },
): Promise<Assessed> {
  const { store, run } = console;
  const { id } = openAssessment(store, manager, { branchId: choice.branchId, kind: 'quarter', start: choice.start });
  const { resultId } = await finish(
    run('assessment.compute', {
      ...{ file: store.file, assessmentId: id, reason: null, actorId: manager.userId },
      ...{ timeZone: choice.timeZone, now: store.clock() },
    }),
  );
  const rows = resultRows(store.read, resultId);
  reviewAgents(store, manager, { resultId, agentIds: rows.map(({ agentId }) => agentId), remark: '' });
  const ranked = rows
    .filter(({ rankingValue, vetoed }) => rankingValue !== null && !vetoed)
    .sort((a, b) => (b.rankingValue ?? 0) - (a.rankingValue ?? 0));
  const best = ranked.slice(0, 3).map(({ agentId }) => agentId);
  const weakest = ranked.slice(-1).map(({ agentId }) => agentId);
  decideAbout(store, manager, {
    ...{ resultId, agentIds: best, kind: 'bonus', name: '' },
    reason: '本季度服务质量评定居前，证据充足',
  });
  decideAbout(store, manager, {
    ...{ resultId, agentIds: weakest, kind: 'rectification', name: '' },
    reason: '多项服务行为未达标，须在下季度改进',
  });
  const { digest } = finaliseResult(store, manager, resultId);
  return {
    resultId,
    agents: rows.length,
    insufficient: rows.filter(({ sufficient }) => !sufficient).length,
    decisions: best.length + weakest.length,
    digest: digest ?? '',
  };
}
