// What a draw would reach, before anything is drawn: the same draw without the strata, which decide who is observed and not
// how many.
import type { NewPlan, PlanEstimate } from '../../../shared/contract/plan.ts';
import { drawPlan } from '../../../shared/domain/plan/draw.ts';
import { freeDays } from '../../../shared/domain/plan/schedule.ts';
import { RULE_VERSION } from '../../../shared/domain/plan/strata.ts';
import { periodOf } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { currentModel } from '../score/models.ts';
import { agentsToCover, daysOfAgent } from './coverage.ts';
import { roomOf } from './room.ts';
import { todayOf } from './rows.ts';

export type Estimated = Pick<NewPlan, 'branchId' | 'kind' | 'start' | 'goal' | 'capacity' | 'assessorIds'>;

/** How many of the agents find a place, from today on. */
export function estimatePlan(store: Store, wanted: Estimated): PlanEstimate {
  const db = store.read;
  const today = todayOf(store);
  const { branchId, kind, start, goal, capacity, assessorIds } = wanted;
  const period = { kind, ...periodOf(kind, start) };
  const sessions = currentModel(db).model.minimum.sessions[kind];
  const room = roomOf(db, calendarOf(db), { period, today, capacity, assessors: [...new Set(assessorIds)] });
  const frame = agentsToCover(db, branchId, period, today).map((agent) => ({
    ...{ id: agent.id, branchId: '', team: '', result: 'none' as const, lastObserved: null },
    ...{ covered: agent.submitted === 1 || agent.open === 1, from: agent.hiredOn, days: daysOfAgent(agent) },
  }));
  const drawInput = { rule: RULE_VERSION, seed: 'estimate', start: period.start, goal, sessions, frame, room };
  const { needed, missing, short } = drawPlan(drawInput);
  const places = freeDays(room).reduce((sum, one) => sum + one, 0);
  return { agents: frame.length, needed, missing, sessions, short, days: room.days.length, places };
}
