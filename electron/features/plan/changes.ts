// What changes in a plan: another day, another assessor, another agent. Whoever is replaced stays listed with the reason, and
// the next of the same stratum in the order of the draw comes in.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { PlanDraw } from '../../../shared/contract/plan.ts';
import { isWorkingDay } from '../../../shared/domain/calendar.ts';
import { stratumOrder } from '../../../shared/domain/plan/draw.ts';
import { freeOf, placeFor, type Room } from '../../../shared/domain/plan/schedule.ts';
import { isMovable, isReplaceable } from '../../../shared/domain/plan/states.ts';
import { keyOf, stratumOf } from '../../../shared/domain/plan/strata.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { mayObserve } from '../observation/assessors.ts';
import { cancelPlanned, insertPlanned, movePlanned } from '../observation/start.ts';
import { agentsToCover } from './coverage.ts';
import { roomOf } from './room.ts';
import { drawsOf, planFor, todayOf, type KnownPlan } from './rows.ts';

/** @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong */
function drawFor(db: ReadDb, drawId: string, today: string): { plan: KnownPlan; draw: PlanDraw } {
  const planId = db.get<{ plan_id: string }>(sql`SELECT plan_id FROM plan_draw WHERE id = ${drawId}`)?.plan_id;
  const plan = planFor(db, planId ?? '', 'change');
  const draw = drawsOf(db, plan, today).find(({ id }) => id === drawId);
  if (!draw) throw new AppError('NOT_FOUND', 'planMissing');
  return { plan, draw };
}

const hiredOn = (db: ReadDb, agentId: string): string | null =>
  db.get<{ hired_on: string | null }>(sql`SELECT hired_on FROM agent WHERE id = ${agentId}`)?.hired_on ?? null;

function place(tx: Change, drawId: string, to: { readonly day: string; readonly assessorId: string }): void {
  tx.run(sql`UPDATE plan_draw SET day = ${to.day}, assessor_id = ${to.assessorId} WHERE id = ${drawId}`);
}

export interface Move {
  readonly drawId: string;
  readonly day: string;
  readonly assessorId: string;
}

/**
 * Sets day and assessor of a draw that has not begun.
 * @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong, planDrawBegun, planDayFull; FORBIDDEN planCannotObserve;
 *   INVALID planDayOutside, planDayFree, planNotEmployed
 */
export const moveDraw = (store: Store, actor: Actor, { drawId, day, assessorId }: Move): void =>
  store.change(actor.userId, (tx) => {
    const today = todayOf(store);
    const { plan, draw } = drawFor(tx, drawId, today);
    const { period, capacity } = plan;
    if (!isMovable(draw.state)) throw new AppError('CONFLICT', 'planDrawBegun');
    if (!mayObserve(tx, assessorId)) throw new AppError('FORBIDDEN', 'planCannotObserve');
    if (day < today || day < period.start || day >= period.end) throw new AppError('INVALID', 'planDayOutside');
    const calendar = calendarOf(tx);
    if (!isWorkingDay(calendar, day)) throw new AppError('INVALID', 'planDayFree', { day });
    const from = hiredOn(tx, draw.agentId);
    if (from !== null && day < from) throw new AppError('INVALID', 'planNotEmployed', { day: from });
    const room = roomOf(tx, calendar, { period, today, capacity, assessors: [assessorId] });
    const stays = draw.day === day && draw.assessorId === assessorId;
    if (!stays && freeOf(room, assessorId, day) === 0) throw new AppError('CONFLICT', 'planDayFull', { day, capacity });
    place(tx, drawId, { day, assessorId });
    if (draw.observationId !== null) movePlanned(tx, draw.observationId, { day, assessorId });
    tx.note({
      action: 'plan.moved',
      entity: 'plan',
      entityId: plan.id,
      facts: { agent: draw.agentId, day, assessor: assessorId },
    });
  });

/** Makes the planned observation of a draw. */
export function observeDraw(
  tx: Change,
  actor: Actor,
  plan: KnownPlan,
  draw: { readonly id: string; readonly agentId: string; readonly day: string; readonly assessorId: string },
): void {
  const { agentId, day, assessorId } = draw;
  const context = { ...plan.context, place: '', client: '' };
  const observationId = insertPlanned(tx, actor, { agentId, context, day, assessorId });
  tx.run(sql`UPDATE plan_draw SET observation_id = ${observationId} WHERE id = ${draw.id}`);
}

/** The agents of the draw's stratum who may come in, in the order of the draw. */
function successorsOf(db: ReadDb, { input, branchId, period, id }: KnownPlan, draw: PlanDraw, today: string) {
  const own = input.frame.find((agent) => agent.id === draw.agentId);
  if (!own) return [];
  const key = stratumOf(own, input.start);
  const members = input.frame.filter((agent) => keyOf(stratumOf(agent, input.start)) === keyOf(key));
  const drawn = new Set(
    db.all<{ agent_id: string }>(sql`SELECT agent_id FROM plan_draw WHERE plan_id = ${id}`).map((row) => row.agent_id),
  );
  const open = new Set(
    agentsToCover(db, branchId, period, today)
      .filter(({ submitted, open: planned }) => submitted === 0 && planned === 0)
      .map((agent) => agent.id),
  );
  const next = stratumOrder(members, key, input.seed).filter((agent) => !drawn.has(agent.id) && open.has(agent.id));
  return [...cameInFor(db, id, draw), ...next];
}

/** Whoever came in for another observation of the same agent takes this one as well. */
const cameInFor = (db: ReadDb, planId: string, draw: PlanDraw): { id: string }[] =>
  db.all<{ id: string }>(sql`SELECT DISTINCT later.agent_id AS id FROM plan_draw before
      JOIN plan_draw later ON later.instead_of = before.id JOIN agent ON agent.id = later.agent_id
    WHERE before.plan_id = ${planId} AND before.agent_id = ${draw.agentId} AND later.replaced_at IS NULL
      AND agent.status = 'active'`);

/** Days on which the agent has an observation in the plan already. */
const ownDays = (db: ReadDb, planId: string, agentId: string): string[] =>
  db
    .all<{ day: string }>(
      sql`SELECT coalesce(o.day, d.day) AS day FROM plan_draw d LEFT JOIN observation o ON o.id = d.observation_id
        WHERE d.plan_id = ${planId} AND d.agent_id = ${agentId} AND d.replaced_at IS NULL`,
    )
    .map(({ day }) => day);

/** The room without some of its days. */
const without = (room: Room, days: readonly string[]): Room => ({
  ...room,
  days: room.days.filter((day) => !days.includes(day)),
});

/**
 * Replaces a draw that cannot be done. The one who comes in takes the same day and assessor where these still serve. Answers
 * the name of who came in, null where the stratum has nobody left.
 * @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong, planDrawBegun, planFull
 */
export const replaceDraw = (
  store: Store,
  actor: Actor,
  { drawId, reason }: { readonly drawId: string; readonly reason: string },
): { successor: string | null } =>
  store.change(actor.userId, (tx) => {
    const today = todayOf(store);
    const { plan, draw } = drawFor(tx, drawId, today);
    if (!isReplaceable(draw.state)) throw new AppError('CONFLICT', 'planDrawBegun');
    if (draw.observationId !== null && draw.state !== 'lost')
      cancelPlanned(tx, actor, { id: draw.observationId, reason });
    tx.run(sql`UPDATE plan_draw SET replaced_at = ${tx.at}, replaced_by = ${actor.userId}, replace_reason = ${reason}
      WHERE id = ${drawId}`);
    const { period, capacity, input } = plan;
    const room = roomOf(tx, calendarOf(tx), { period, today, capacity, assessors: input.room.assessors });
    const { day, assessorId } = draw;
    const candidates = successorsOf(tx, plan, draw, today).map((agent) => ({
      agentId: agent.id,
      at: placeFor(without(room, ownDays(tx, plan.id, agent.id)), { from: hiredOn(tx, agent.id), day, assessorId }),
    }));
    const next = candidates.find(({ at }) => at !== null);
    if (candidates.length > 0 && !next?.at) throw new AppError('CONFLICT', 'planFull');
    tx.note({
      action: 'plan.replaced',
      entity: 'plan',
      entityId: plan.id,
      facts: { agent: draw.agentId, successor: next?.agentId ?? null },
      fields: { reason },
    });
    if (!next?.at) return { successor: null };
    const id = tx.newId();
    const came = { id, agentId: next.agentId, ...next.at };
    tx.run(sql`INSERT INTO plan_draw (id, plan_id, agent_id, day, assessor_id, first_day, first_assessor, instead_of)
      VALUES (${id}, ${plan.id}, ${came.agentId}, ${came.day}, ${came.assessorId}, ${came.day}, ${came.assessorId}, ${drawId})`);
    if (plan.state === 'inForce') observeDraw(tx, actor, plan, came);
    return {
      successor: tx.get<{ name: string }>(sql`SELECT name FROM agent WHERE id = ${came.agentId}`)?.name ?? null,
    };
  });

/** Gives draws of a draft whose day went by the next day with room. @throws AppError CONFLICT planFull */
export function insteadOfPast(tx: Change, plan: KnownPlan, today: string): void {
  const { period, capacity, input } = plan;
  for (const draw of drawsOf(tx, plan, today).filter(({ state }) => state === 'overdue')) {
    const room = roomOf(tx, calendarOf(tx), { period, today, capacity, assessors: input.room.assessors });
    const at = placeFor(room, { from: hiredOn(tx, draw.agentId), day: today, assessorId: draw.assessorId });
    if (!at) throw new AppError('CONFLICT', 'planFull');
    place(tx, draw.id, at);
  }
}
