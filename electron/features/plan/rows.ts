// Owns the tables `plan` and `plan_draw` for reading: plans with their draws as the contract has them.
import {
  LastResult,
  type PlanDraw,
  type PlanRecord,
  type PlanRow,
  type PlanState,
} from '../../../shared/contract/plan.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ObservationState, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { unknownYears, workingDays } from '../../../shared/domain/calendar.ts';
import { drawPlan, type DrawInput } from '../../../shared/domain/plan/draw.ts';
import { drawState, planAllows, type PlanAction } from '../../../shared/domain/plan/states.ts';
import { recencyOf } from '../../../shared/domain/plan/strata.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { readSettings } from '../settings.ts';
import { coverageOf } from './coverage.ts';

/** A row of `plan` with what is read of it. */
export interface KnownPlan {
  readonly id: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly period: PeriodDays;
  readonly state: PlanState;
  readonly capacity: number;
  readonly context: Pick<ServiceContext, 'kind' | 'occasion' | 'setting'>;
  readonly input: DrawInput;
  readonly digest: string;
  readonly needed: number;
  readonly missing: number;
  /** Observations wanted of each agent, and those beyond the first that found no place. */
  readonly sessions: number;
  readonly short: number;
  readonly createdAt: string;
  readonly createdBy: string;
}

interface PlanTableRow {
  readonly id: string;
  readonly branch_id: string;
  readonly branch_name: string;
  readonly kind: PeriodDays['kind'];
  readonly start_day: string;
  readonly end_day: string;
  readonly state: PlanState;
  readonly capacity: number;
  readonly service: ServiceContext['kind'];
  readonly occasion: ServiceContext['occasion'];
  readonly setting: ServiceContext['setting'];
  readonly input: string;
  readonly digest: string;
  readonly needed: number;
  readonly missing: number;
  readonly sessions: number;
  readonly short: number;
  readonly created_at: string;
  readonly creator: string;
}

const asPlan = (row: PlanTableRow): KnownPlan => ({
  id: row.id,
  branchId: row.branch_id,
  branchName: row.branch_name,
  period: { kind: row.kind, start: row.start_day, end: row.end_day },
  state: row.state,
  capacity: row.capacity,
  context: { kind: row.service, occasion: row.occasion, setting: row.setting },
  input: JSON.parse(row.input) as DrawInput,
  digest: row.digest,
  needed: row.needed,
  missing: row.missing,
  sessions: row.sessions,
  short: row.short,
  createdAt: row.created_at,
  createdBy: row.creator,
});

const select = (where: Sql): Sql => sql`SELECT plan.*, branch.name AS branch_name, user.name AS creator FROM plan
  JOIN branch ON branch.id = plan.branch_id JOIN user ON user.id = plan.created_by
  WHERE ${where} ORDER BY start_day DESC, plan.id DESC`;

/** @throws AppError NOT_FOUND planMissing */
export function planById(db: ReadDb, id: string): KnownPlan {
  const row = db.get<PlanTableRow>(select(sql`plan.id = ${id}`));
  if (!row) throw new AppError('NOT_FOUND', 'planMissing');
  return asPlan(row);
}

/** @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong */
export function planFor(db: ReadDb, id: string, action: PlanAction): KnownPlan {
  const plan = planById(db, id);
  if (!planAllows(plan.state, action)) throw new AppError('CONFLICT', 'planStateWrong');
  return plan;
}

interface DrawRow {
  readonly id: string;
  readonly agent_id: string;
  readonly number: string;
  readonly name: string;
  readonly active: number;
  readonly day: string;
  readonly assessor_id: string;
  readonly assessor_name: string;
  readonly observation: ObservationState | null;
  readonly observation_id: string | null;
  readonly before: string | null;
  readonly added_reason: string | null;
  readonly place_branch: string | null;
  readonly place_team: string | null;
  readonly replaced_at: string | null;
  readonly replacer: string | null;
  readonly replace_reason: string | null;
  readonly successor: string | null;
}

/** The draws of a plan by day, those replaced too. */
export function drawsOf(db: ReadDb, plan: KnownPlan, today: string): PlanDraw[] {
  const frame = new Map(plan.input.frame.map((agent) => [agent.id, agent]));
  const branches = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM branch`).map(({ id, name }) => [id, name]),
  );
  return db
    .all<DrawRow>(
      sql`SELECT d.id, d.agent_id, agent.number, agent.name, agent.status = 'active' AS active,
        coalesce(o.day, d.day) AS day, coalesce(o.assessor_id, d.assessor_id) AS assessor_id, u.name AS assessor_name,
        o.state AS observation, d.observation_id, before.name AS before, d.replaced_at, d.added_reason,
        place.branch_id AS place_branch, place.team AS place_team, r.name AS replacer,
        d.replace_reason, after.name AS successor
      FROM plan_draw d JOIN agent ON agent.id = d.agent_id
        LEFT JOIN observation o ON o.id = d.observation_id
        JOIN user u ON u.id = coalesce(o.assessor_id, d.assessor_id)
        LEFT JOIN user r ON r.id = d.replaced_by
        LEFT JOIN plan_draw earlier ON earlier.id = d.instead_of LEFT JOIN agent before ON before.id = earlier.agent_id
        LEFT JOIN plan_draw later ON later.instead_of = d.id LEFT JOIN agent after ON after.id = later.agent_id
        LEFT JOIN agent_assignment place ON place.agent_id = d.agent_id AND place.until_day IS NULL
      WHERE d.plan_id = ${plan.id} ORDER BY day, u.name, agent.number`,
    )
    .map((row) => {
      const agent = frame.get(row.agent_id);
      const active = row.active === 1;
      const { observation, day } = row;
      return {
        id: row.id,
        agentId: row.agent_id,
        employeeNumber: row.number,
        agentName: row.name,
        branchName: branches.get(agent?.branchId ?? row.place_branch ?? '') ?? '',
        team: agent?.team ?? row.place_team ?? '',
        result: agent?.result ?? LastResult.enum.none,
        recency: recencyOf(agent?.lastObserved ?? null, plan.period.start),
        assessorId: row.assessor_id,
        assessorName: row.assessor_name,
        day,
        state: drawState({ replaced: row.replaced_at !== null, observation, day, active }, today),
        observationId: row.observation_id,
        insteadOf: row.before,
        added: row.added_reason,
        replaced:
          row.replaced_at === null
            ? null
            : {
                at: row.replaced_at,
                by: row.replacer ?? '',
                reason: row.replace_reason ?? '',
                successor: row.successor,
              },
      };
    });
}

export const todayOf = (store: Store): string => dayOf(store.clock(), readSettings(store.read).timeZone);

/** Agents of a draft's draws: in coverage as planned they count before their observations exist. */
const draftedAgents = (plan: KnownPlan, draws: readonly PlanDraw[]): ReadonlySet<string> =>
  new Set(plan.state === 'draft' ? draws.filter(({ replaced }) => !replaced).map(({ agentId }) => agentId) : []);

function rowOf(db: ReadDb, plan: KnownPlan, draws: readonly PlanDraw[], today: string) {
  const standing = draws.filter(({ replaced }) => !replaced);
  const { id, branchId, branchName, period, state, missing, sessions, short, createdAt, createdBy } = plan;
  return {
    ...{ id, branchId, branchName, period, state, missing, sessions, short, createdAt, createdBy },
    draws: standing.length,
    done: standing.filter((draw) => draw.state === 'done').length,
    overdue: standing.filter((draw) => draw.state === 'overdue').length,
    coverage: coverageOf(db, branchId, period, today, { drafted: draftedAgents(plan, draws), goal: plan.input.goal }),
  };
}

/** All plans, newest period first. */
export function listPlans(store: Store): PlanRow[] {
  const db = store.read;
  const today = todayOf(store);
  return db.all<PlanTableRow>(select(sql`1`)).map((row) => {
    const plan = asPlan(row);
    return rowOf(db, plan, drawsOf(db, plan, today), today);
  });
}

/** One plan with all there is about it. @throws AppError NOT_FOUND planMissing */
export function planRecord(store: Store, id: string): PlanRecord {
  const db = store.read;
  const today = todayOf(store);
  const plan = planById(db, id);
  const all = drawsOf(db, plan, today);
  const calendar = calendarOf(db);
  const { input, digest, needed } = plan;
  const branches = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM branch`).map((branch) => [branch.id, branch.name]),
  );
  const strata = drawPlan(input).strata.map(({ branchId, ...stratum }) => ({
    branchName: branches.get(branchId) ?? '',
    ...stratum,
  }));
  return {
    ...rowOf(db, plan, all, today),
    today,
    ...plan.context,
    capacity: plan.capacity,
    assessors: db.all<{ id: string; name: string }>(
      sql`SELECT id, name FROM user WHERE id IN (SELECT value FROM json_each(${JSON.stringify(input.room.assessors)})) ORDER BY name, id`,
    ),
    all,
    basis: {
      ...{ seed: input.seed, rule: input.rule, digest, needed, strata },
      frame: input.frame.length,
      workingDays: input.room.days.length,
    },
    workingDays: workingDays(calendar, plan.period),
    unknownYears: unknownYears(calendar, plan.period),
    history: historyOf(db, 'plan', id),
  };
}
