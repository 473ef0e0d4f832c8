// Plans and starts of observations. The agent's branch and team and the standard version are taken at the start and
// stay; the client is stored as typed and leaves the store masked, but for an unmasked workbook with its reason.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ObservationRecord, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { serviceTime } from '../../../shared/domain/observation/serviceTime.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { mayObserve } from './assessors.ts';
import { recordOf } from './record.ts';
import { observationFor } from './rows.ts';
import { standardInForce } from './standardOf.ts';

export interface StartInput {
  readonly agentId: string;
  readonly context: ServiceContext;
  readonly noticeConfirmed: boolean;
  /** Null: now. */
  readonly serviceAt: string | null;
}

export interface PlanInput {
  readonly agentId: string;
  readonly context: ServiceContext;
  readonly day: string;
  readonly assessorId: string | null;
}

interface AgentOn {
  readonly id: string;
  readonly status: 'active' | 'suspended' | 'left';
  readonly branchId: string;
  readonly team: string;
}

/** The agent with branch and team of the day: evidence counts where the agent was then. @throws AppError NOT_FOUND agentUnknown */
function agentOn(db: ReadDb, agentId: string, day: string): AgentOn {
  const agent = db.get<Pick<AgentOn, 'id' | 'status'>>(sql`SELECT id, status FROM agent WHERE id = ${agentId}`);
  const place = agentAt(db, agentId, day);
  if (!agent || !place) throw new AppError('NOT_FOUND', 'agentUnknown');
  return { ...agent, ...place };
}

export function insertFirstRevision(tx: Change, actor: Actor, observationId: string, context: ServiceContext): void {
  tx.run(sql`INSERT INTO observation_revision
      (id, observation_id, number, state, created_at, created_by, kind, occasion, setting, place, client, saved_at)
    VALUES (${tx.newId()}, ${observationId}, 1, 'open', ${tx.at}, ${actor.userId}, ${context.kind}, ${context.occasion},
      ${context.setting}, ${context.place}, ${context.client}, ${tx.at})`);
}

/** Writes what is known of the service; returns how many revisions changed. The page knows the client masked: that form coming back changes nothing. */
export function writeContext(tx: Change, observationId: string, context: ServiceContext): number {
  const kept = tx.get<{ client: string }>(
    sql`SELECT client FROM observation_revision WHERE observation_id = ${observationId} AND state = 'open'`,
  );
  const client = kept && maskClient(kept.client) === context.client ? kept.client : context.client;
  return tx.run(sql`UPDATE observation_revision SET kind = ${context.kind}, occasion = ${context.occasion},
      setting = ${context.setting}, place = ${context.place}, client = ${client}
    WHERE observation_id = ${observationId} AND state = 'open'`);
}

/**
 * Plans an observation inside the caller's change and returns its id.
 * @throws AppError NOT_FOUND agentUnknown, INVALID planInPast, CONFLICT agentLeft, FORBIDDEN notPermitted
 */
export function insertPlanned(tx: Change, actor: Actor, input: PlanInput): string {
  const assessorId = input.assessorId ?? actor.userId;
  if (assessorId !== actor.userId && (seesOnlyOwnObservations(actor.roles) || !mayObserve(tx, assessorId)))
    throw new AppError('FORBIDDEN', 'notPermitted');
  if (input.day < dayOf(Date.parse(tx.at), readSettings(tx).timeZone)) throw new AppError('INVALID', 'planInPast');
  const agent = agentOn(tx, input.agentId, input.day);
  if (agent.status === 'left') throw new AppError('CONFLICT', 'agentLeft');
  const id = tx.newId();
  tx.run(sql`INSERT INTO observation
      (id, agent_id, branch_id, team, assessor_id, state, day, planned_on, created_at, created_by)
    VALUES (${id}, ${agent.id}, ${agent.branchId}, ${agent.team}, ${assessorId}, 'planned', ${input.day}, ${input.day},
      ${tx.at}, ${actor.userId})`);
  insertFirstRevision(tx, actor, id, input.context);
  tx.note({
    action: 'observation.planned',
    entity: 'observation',
    entityId: id,
    facts: { agent: agent.id, assessor: assessorId, day: input.day },
  });
  return id;
}

/** Plans an observation for a day that is not over. A third-party assessor plans for themself only. @throws as insertPlanned */
export const planObservation = (store: Store, actor: Actor, input: PlanInput): { id: string } =>
  store.change(actor.userId, (tx) => ({ id: insertPlanned(tx, actor, input) }));

/** Gives a planned observation another day and assessor inside the caller's change. */
export function movePlanned(tx: Change, id: string, to: { readonly day: string; readonly assessorId: string }): void {
  tx.run(sql`UPDATE observation SET day = ${to.day}, planned_on = ${to.day}, assessor_id = ${to.assessorId}
    WHERE id = ${id} AND state = 'planned'`);
  tx.note({
    action: 'observation.rescheduled',
    entity: 'observation',
    entityId: id,
    facts: { assessor: to.assessorId, day: to.day },
  });
}

/** @throws AppError NOT_FOUND observationMissing, CONFLICT observationNotPlanned */
function planned(db: ReadDb, actor: Actor, id: string, action: 'start' | 'cancel'): { readonly agent_id: string } {
  const row = observationFor(db, actor, id);
  if (!allows(row.state, action, false)) throw new AppError('CONFLICT', 'observationNotPlanned');
  return row;
}

/** Cancels a plan inside the caller's change. @throws AppError NOT_FOUND observationMissing, CONFLICT observationNotPlanned */
export function cancelPlanned(tx: Change, actor: Actor, input: { readonly id: string; readonly reason: string }): void {
  planned(tx, actor, input.id, 'cancel');
  tx.run(sql`UPDATE observation SET state = 'cancelled', ended_at = ${tx.at}, end_reason = ${input.reason}
    WHERE id = ${input.id}`);
  tx.run(sql`UPDATE observation_revision SET state = 'discarded' WHERE observation_id = ${input.id}`);
  tx.note({
    action: 'observation.cancelled',
    entity: 'observation',
    entityId: input.id,
    fields: { reason: input.reason },
  });
}

/** Cancels a plan. @throws as cancelPlanned */
export const cancelPlan = (store: Store, actor: Actor, input: { readonly id: string; readonly reason: string }): void =>
  store.change(actor.userId, (tx) => cancelPlanned(tx, actor, input));

/** Pins agent, branch, team, standard and service time on a row that is being started. */
function begin(tx: Change, actor: Actor, id: string, input: StartInput): void {
  const enteredAt = Date.parse(tx.at);
  const serviceAt = input.serviceAt === null ? enteredAt : Date.parse(input.serviceAt);
  const time = serviceTime(serviceAt, enteredAt, readSettings(tx).timeZone);
  if (!time) throw new AppError('INVALID', 'serviceInFuture');
  const agent = agentOn(tx, input.agentId, time.serviceDay);
  if (agent.status === 'left' && !time.lateEntry) throw new AppError('CONFLICT', 'agentLeft');
  const standard = standardInForce(tx);
  tx.run(sql`UPDATE observation SET state = 'inProgress', branch_id = ${agent.branchId}, team = ${agent.team},
      assessor_id = ${actor.userId}, day = ${time.serviceDay}, service_at = ${new Date(serviceAt).toISOString()},
      late_entry = ${time.lateEntry ? 1 : 0}, standard_version_id = ${standard.versionId}, started_at = ${tx.at}
    WHERE id = ${id}`);
  writeContext(tx, id, input.context);
  tx.run(sql`UPDATE observation_revision SET notice_at = ${input.noticeConfirmed ? tx.at : null},
      position = ${standard.criteria[0]?.code ?? null}, saved_at = ${tx.at}
    WHERE observation_id = ${id} AND state = 'open'`);
  tx.note({
    action: 'observation.started',
    entity: 'observation',
    entityId: id,
    facts: {
      agent: agent.id,
      branch: agent.branchId,
      standard: standard.versionId,
      serviceDay: time.serviceDay,
      lateEntry: time.lateEntry,
      notice: input.noticeConfirmed,
    },
  });
}

/**
 * Starts an observation of an agent, now or, from paper, of an earlier moment.
 * @throws AppError INVALID serviceInFuture, NOT_FOUND agentUnknown or standardMissing, CONFLICT agentLeft
 */
export function startObservation(store: Store, actor: Actor, input: StartInput): ObservationRecord {
  const id = store.change(actor.userId, (tx) => {
    const made = tx.newId();
    const day = dayOf(Date.parse(tx.at), readSettings(tx).timeZone);
    const agent = agentOn(tx, input.agentId, day);
    tx.run(sql`INSERT INTO observation (id, agent_id, branch_id, team, assessor_id, state, day, created_at, created_by)
      VALUES (${made}, ${agent.id}, ${agent.branchId}, ${agent.team}, ${actor.userId}, 'planned', ${day}, ${tx.at}, ${actor.userId})`);
    insertFirstRevision(tx, actor, made, input.context);
    begin(tx, actor, made, input);
    return made;
  });
  return recordOf(store.read, actor, id);
}

/** Starts a planned one; whoever starts it is its assessor. @throws as startObservation, CONFLICT observationNotPlanned */
export function startPlanned(
  store: Store,
  actor: Actor,
  input: Omit<StartInput, 'agentId'> & { readonly id: string },
): ObservationRecord {
  store.change(actor.userId, (tx) => {
    const row = planned(tx, actor, input.id, 'start');
    begin(tx, actor, input.id, { ...input, agentId: row.agent_id });
  });
  return recordOf(store.read, actor, input.id);
}
