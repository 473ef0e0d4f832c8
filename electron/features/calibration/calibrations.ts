// Owns the tables `calibration` and `calibration_assessor`: created and closed by a manager, scored by each of its
// assessors in the observation runner.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CalibrationState } from '../../../shared/contract/calibration.ts';
import type { ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { serviceTime } from '../../../shared/domain/observation/serviceTime.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { mayObserve } from '../observation/assessors.ts';
import { startCalibrated, withdrawUnfinished } from '../observation/calibrationSessions.ts';
import { standardInForce } from '../observation/standardOf.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';

export interface CalibrationTableRow {
  readonly id: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly day: string;
  readonly service_at: string;
  readonly kind: ServiceContext['kind'];
  readonly occasion: ServiceContext['occasion'];
  readonly setting: ServiceContext['setting'];
  readonly place: string;
  readonly client: string;
  readonly standard_version_id: string;
  readonly state: CalibrationState;
  readonly created_at: string;
  readonly created_by: string;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
}

/** @throws AppError NOT_FOUND calibrationMissing */
export function calibrationRow(db: ReadDb, id: string): CalibrationTableRow {
  const row = db.get<CalibrationTableRow>(sql`SELECT * FROM calibration WHERE id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'calibrationMissing');
  return row;
}

export interface NewCalibration {
  readonly agentId: string;
  readonly context: ServiceContext;
  readonly serviceAt: string;
  readonly assessorIds: readonly string[];
}

/**
 * Makes a calibration of one service, which may lie ahead, on the standard in force.
 * @throws AppError INVALID calibrationAssessors (fewer than two different people) or calibrationNotAssessor, NOT_FOUND agentUnknown
 */
export const createCalibration = (store: Store, actor: Actor, input: NewCalibration): { id: string } =>
  store.change(actor.userId, (tx) => {
    const assessors = [...new Set(input.assessorIds)];
    if (assessors.length < 2) throw new AppError('INVALID', 'calibrationAssessors');
    if (!assessors.every((id) => mayObserve(tx, id))) throw new AppError('INVALID', 'calibrationNotAssessor');
    const serviceAt = Date.parse(input.serviceAt);
    const day = dayOf(serviceAt, readSettings(tx).timeZone);
    const place = agentAt(tx, input.agentId, day);
    if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
    const standard = standardInForce(tx);
    const id = tx.newId();
    const { context } = input;
    tx.run(sql`INSERT INTO calibration (id, agent_id, branch_id, team, day, service_at, kind, occasion, setting, place,
        client, standard_version_id, state, created_at, created_by)
      VALUES (${id}, ${input.agentId}, ${place.branchId}, ${place.team}, ${day}, ${new Date(serviceAt).toISOString()},
        ${context.kind}, ${context.occasion}, ${context.setting}, ${context.place}, ${context.client},
        ${standard.versionId}, 'open', ${tx.at}, ${actor.userId})`);
    for (const assessor of assessors)
      tx.run(sql`INSERT INTO calibration_assessor (calibration_id, user_id) VALUES (${id}, ${assessor})`);
    tx.note({
      action: 'calibration.created',
      entity: 'calibration',
      entityId: id,
      facts: {
        agent: input.agentId,
        branch: place.branchId,
        day,
        standard: standard.versionId,
        assessors: assessors.join(' '),
      },
    });
    return { id };
  });

/**
 * Starts the actor's own session, or finds the one that they have.
 * @throws AppError NOT_FOUND calibrationMissing (also for those who take no part), CONFLICT calibrationEnded, INVALID calibrationTooEarly
 */
export const beginSession = (
  store: Store,
  actor: Actor,
  { id }: { readonly id: string },
): { observationId: string } => {
  const row = calibrationRow(store.read, id);
  if (
    !store.read.get(sql`SELECT 1 FROM calibration_assessor WHERE calibration_id = ${id} AND user_id = ${actor.userId}`)
  )
    throw new AppError('NOT_FOUND', 'calibrationMissing');
  const begun = store.read.get<{ id: string }>(sql`SELECT id FROM observation
    WHERE calibration_id = ${id} AND assessor_id = ${actor.userId} AND state <> 'withdrawn'`);
  if (begun) return { observationId: begun.id };
  if (row.state !== 'open') throw new AppError('CONFLICT', 'calibrationEnded');
  return store.change(actor.userId, (tx) => {
    const time = serviceTime(Date.parse(row.service_at), Date.parse(tx.at), readSettings(tx).timeZone);
    if (!time) throw new AppError('INVALID', 'calibrationTooEarly');
    const { kind, occasion, setting, place, client } = row;
    const observationId = startCalibrated(tx, actor, {
      calibrationId: id,
      agentId: row.agent_id,
      branchId: row.branch_id,
      team: row.team,
      day: row.day,
      serviceAt: row.service_at,
      lateEntry: time.lateEntry,
      standardVersionId: row.standard_version_id,
      context: { kind, occasion, setting, place, client },
    });
    return { observationId };
  });
};

/** Ends an open calibration early. @throws AppError NOT_FOUND calibrationMissing, CONFLICT calibrationEnded */
export const closeCalibration = (
  store: Store,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    if (calibrationRow(tx, id).state !== 'open') throw new AppError('CONFLICT', 'calibrationEnded');
    const withdrawn = withdrawUnfinished(tx, id, reason);
    tx.run(sql`UPDATE calibration SET state = 'closed', ended_at = ${tx.at}, ended_by = ${actor.userId},
      end_reason = ${reason} WHERE id = ${id}`);
    tx.note({
      action: 'calibration.closed',
      entity: 'calibration',
      entityId: id,
      facts: { withdrawn },
      fields: { reason },
    });
  });
