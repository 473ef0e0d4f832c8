// The draw in the worker: it assesses the period before for the strata, reads who is to be covered and what room the
// assessors have, and draws. Nothing is written here.
import type { NewPlan } from '../../../shared/contract/plan.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { drawPlan, type Drawn, type DrawInput } from '../../../shared/domain/plan/draw.ts';
import { lastResultOf, RULE_VERSION, type FrameAgent } from '../../../shared/domain/plan/strata.ts';
import { dayOf, periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import { assessBranch } from '../score/branchAssessment.ts';
import { currentModel } from '../score/models.ts';
import { agentsToCover, daysOfAgent } from './coverage.ts';
import { roomOf } from './room.ts';

export interface DrawTaskInput extends Omit<NewPlan, 'context' | 'seed'> {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  readonly seed: string;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface DrawTaskOutput {
  readonly input: DrawInput;
  readonly drawn: Drawn;
}

/** Agents between two reports of progress. */
const STEP = 25;

function frameOf(
  db: ReadDb,
  { branchId, timeZone, now }: DrawTaskInput,
  period: PeriodDays,
  onAgent: (done: number, total: number) => void,
  signal: AbortSignal,
): FrameAgent[] {
  const today = dayOf(now, timeZone);
  const before = { kind: period.kind, ...shiftPeriod(period.kind, period.start, -1) };
  const { model } = currentModel(db);
  const last = assessBranch(db, branchId, { period: before, timeZone, asOf: now, today, model, signal, onAgent });
  const results = new Map(
    last.agents.map(({ agentId, assessment: { score } }) => [agentId, lastResultOf(score.grade, score.base !== null)]),
  );
  return agentsToCover(db, branchId, period, today).map((agent) => ({
    id: agent.id,
    branchId: agent.branchId,
    team: agent.team,
    result: results.get(agent.id) ?? 'none',
    lastObserved: agent.lastObserved,
    covered: agent.submitted === 1 || agent.open === 1,
    from: agent.hiredOn,
    days: daysOfAgent(agent),
  }));
}

/** Draws a plan. @throws AppError CANCELLED */
export const drawTask: Task<DrawTaskInput, DrawTaskOutput> = (input, { signal, onProgress }) => {
  const db = connect(input.file, { readonly: true });
  try {
    const { seed, goal, capacity, assessorIds, timeZone, now } = input;
    const period = { kind: input.kind, ...periodOf(input.kind, input.start) };
    const onAgent = (done: number, total: number): void => {
      if (done % STEP === 0 || done === total) onProgress({ stage: 'assessing', done, total });
    };
    const sessions = currentModel(db).model.minimum.sessions[input.kind];
    const frame = frameOf(db, input, period, onAgent, signal);
    const room = roomOf(db, calendarOf(db), {
      ...{ period, capacity, assessors: assessorIds },
      today: dayOf(now, timeZone),
    });
    const drawInput: DrawInput = { rule: RULE_VERSION, seed, start: period.start, goal, sessions, frame, room };
    return Promise.resolve({ input: drawInput, drawn: drawPlan(drawInput) });
  } finally {
    db.close();
  }
};
