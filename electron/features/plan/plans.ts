// Plans from draft to their end (8.1): drawn, put in force, closed or discarded. In force, every draw is a planned observation,
// so that it stands on the desk and opens in the runner.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { NewPlan } from '../../../shared/contract/plan.ts';
import { drawPlan } from '../../../shared/domain/plan/draw.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf, periodOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import { auditHead } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { mayObserve } from '../observation/assessors.ts';
import { cancelPlanned } from '../observation/start.ts';
import { getBranch } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import type { DrawTaskInput, DrawTaskOutput } from './drawTask.ts';
import { drawsOf, planById, planFor, todayOf } from './rows.ts';

/** Characters of a seed that the console draws. */
const SEED = 12;

const standingPlan = (db: ReadDb, { branchId, kind, start }: Pick<NewPlan, 'branchId' | 'kind' | 'start'>) =>
  db.get(sql`SELECT 1 FROM plan WHERE branch_id = ${branchId} AND kind = ${kind} AND start_day = ${start}
    AND state <> 'discarded'`);

/**
 * Checks what a plan is asked for and answers what the draw needs. A seed that nobody chose comes from the audit chain: it
 * cannot be foreseen, and each attempt has another one because each is written down.
 * @throws AppError NOT_FOUND branchUnknown; INVALID periodStart, planPeriodOver; CONFLICT planExists; FORBIDDEN planCannotObserve
 */
export function drawingOf(store: Store, wanted: NewPlan): DrawTaskInput {
  const db = store.read;
  const { branchId, kind, start, goal, capacity, assessorIds } = wanted;
  const { timeZone } = readSettings(db);
  getBranch(db, branchId);
  const period = periodOf(kind, start);
  if (period.start !== start) throw new AppError('INVALID', 'periodStart', { day: period.start });
  if (period.end <= dayOf(store.clock(), timeZone)) throw new AppError('INVALID', 'planPeriodOver');
  if (standingPlan(db, wanted)) throw new AppError('CONFLICT', 'planExists');
  if (!assessorIds.every((id) => mayObserve(db, id))) throw new AppError('FORBIDDEN', 'planCannotObserve');
  const seed = wanted.seed ?? auditHead(db).hash.slice(0, SEED);
  return {
    ...{ file: store.file, branchId, kind, start, goal, capacity, assessorIds: [...new Set(assessorIds)] },
    ...{ seed, timeZone, now: store.clock() },
  };
}

/** Keeps what was drawn as a draft. @throws AppError CONFLICT planExists, planWithoutAgents */
export const keepDraft = (store: Store, actor: Actor, wanted: NewPlan, drawn: DrawTaskOutput): { id: string } =>
  store.change(actor.userId, (tx) => {
    const { branchId, kind, capacity, context } = wanted;
    if (standingPlan(tx, wanted)) throw new AppError('CONFLICT', 'planExists');
    const { input } = drawn;
    if (input.frame.length === 0) throw new AppError('CONFLICT', 'planWithoutAgents');
    const { start, end } = periodOf(kind, wanted.start);
    const { draws, needed, missing, short } = drawn.drawn;
    const content = canonicalJson(input);
    const digest = sha256(content);
    const id = tx.newId();
    tx.run(sql`INSERT INTO plan (id, branch_id, kind, start_day, end_day, state, capacity, service, occasion, setting, input,
        digest, needed, missing, sessions, short, created_at, created_by)
      VALUES (${id}, ${branchId}, ${kind}, ${start}, ${end}, 'draft', ${capacity}, ${context.kind}, ${context.occasion},
        ${context.setting}, ${content}, ${digest}, ${needed}, ${missing}, ${input.sessions ?? 1}, ${short}, ${tx.at}, ${actor.userId})`);
    for (const { agentId, day, assessorId } of draws)
      tx.run(sql`INSERT INTO plan_draw (id, plan_id, agent_id, day, assessor_id, first_day, first_assessor)
        VALUES (${tx.newId()}, ${id}, ${agentId}, ${day}, ${assessorId}, ${day}, ${assessorId})`);
    tx.note({
      action: 'plan.drawn',
      entity: 'plan',
      entityId: id,
      facts: {
        ...{ branch: branchId, kind, from: start, seed: input.seed, rule: input.rule, digest },
        ...{ frame: input.frame.length, draws: draws.length, missing, short },
      },
    });
    return { id };
  });

function end(tx: Change, actor: Actor, id: string, state: 'closed' | 'discarded', reason: string | null): void {
  tx.run(sql`UPDATE plan SET state = ${state}, ended_at = ${tx.at}, ended_by = ${actor.userId}, end_reason = ${reason}
    WHERE id = ${id}`);
}

/** Gives up a draft; it stays in the list with its reason. @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong */
export const discardPlan = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    planFor(tx, input.id, 'discard');
    end(tx, actor, input.id, 'discarded', input.reason);
    tx.note({ action: 'plan.discarded', entity: 'plan', entityId: input.id, fields: { reason: input.reason } });
  });

/**
 * Ends a plan in force and cancels its observations that have not begun.
 * @throws AppError NOT_FOUND planMissing; CONFLICT planStateWrong; INVALID planReasonMissing where any has to be cancelled
 */
export const closePlan = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string | null },
): void =>
  store.change(actor.userId, (tx) => {
    const { id, reason } = input;
    const plan = planFor(tx, id, 'close');
    const open = drawsOf(tx, plan, todayOf(store)).filter(({ state }) =>
      ['planned', 'overdue', 'unavailable'].includes(state),
    );
    if (open.length > 0 && reason === null) throw new AppError('INVALID', 'planReasonMissing', { count: open.length });
    for (const { observationId } of open)
      if (observationId !== null) cancelPlanned(tx, actor, { id: observationId, reason: reason ?? '' });
    end(tx, actor, id, 'closed', reason);
    tx.note({
      action: 'plan.closed',
      entity: 'plan',
      entityId: id,
      facts: { cancelled: open.length },
      ...(reason === null ? {} : { fields: { reason } }),
    });
  });

/** Draws again from what was kept: whether that is still what was written, and gives the draws that were made. */
export function verifyPlan(db: ReadDb, id: string): { intact: boolean; same: boolean } {
  const plan = planById(db, id);
  const made = db.all<{ agentId: string; day: string; assessorId: string }>(
    sql`SELECT agent_id AS agentId, first_day AS day, first_assessor AS assessorId FROM plan_draw
      WHERE plan_id = ${id} AND instead_of IS NULL AND added_reason IS NULL`,
  );
  const text = (draws: typeof made): string =>
    draws
      .map(({ agentId, day, assessorId }) => `${agentId} ${day} ${assessorId}`)
      .sort()
      .join('\n');
  return {
    intact: sha256(canonicalJson(plan.input)) === plan.digest,
    same: text([...drawPlan(plan.input).draws]) === text(made),
  };
}
