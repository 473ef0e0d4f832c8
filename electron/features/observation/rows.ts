// Rows of `observation` and `observation_revision`, and who may read or write which (4.2: third-party assessors see
// their own observations only; only the assessor of a session writes to it).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ObservationState, RevisionSummary, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { isBlind } from '../calibration/blind.ts';

export interface ObservationRow {
  readonly id: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly assessor_id: string;
  readonly state: ObservationState;
  readonly day: string;
  readonly planned_on: string | null;
  readonly service_at: string | null;
  readonly late_entry: number;
  readonly standard_version_id: string | null;
  readonly submitted_revision_id: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly end_reason: string | null;
  /** One of several sessions on the same service: never evidence, and blind until the calibration has ended. */
  readonly calibration_id: string | null;
  /** Words and photos were removed: what was digested is no longer there. */
  readonly purged_at: string | null;
}

export interface RevisionRow {
  readonly id: string;
  readonly observation_id: string;
  readonly number: number;
  readonly state: RevisionSummary['state'];
  readonly reason: string | null;
  readonly created_at: string;
  readonly created_by: string;
  readonly kind: ServiceContext['kind'];
  readonly occasion: ServiceContext['occasion'];
  readonly setting: ServiceContext['setting'];
  readonly place: string;
  readonly client: string;
  readonly notice_at: string | null;
  readonly manual_minutes: number | null;
  readonly position: string | null;
  readonly position_turn: number;
  readonly saved_at: string;
  readonly signed: number;
  readonly submitted_at: string | null;
  readonly digest: string | null;
  readonly score: number | null;
  readonly introduction_minutes: number | null;
}

/** An observation the actor may read. @throws AppError NOT_FOUND observationMissing */
export function observationFor(db: ReadDb, actor: Actor, id: string): ObservationRow {
  const row = db.get<ObservationRow>(sql`SELECT * FROM observation WHERE id = ${id}`);
  const own = row?.assessor_id === actor.userId;
  if (!row || (!own && (seesOnlyOwnObservations(actor.roles) || isBlind(db, row.calibration_id))))
    throw new AppError('NOT_FOUND', 'observationMissing');
  return row;
}

export const revisionsOf = (db: ReadDb, observationId: string): RevisionRow[] =>
  db.all<RevisionRow>(sql`SELECT * FROM observation_revision WHERE observation_id = ${observationId} ORDER BY number`);

/** The revision that is shown: the open one, else the one that counts, else the last. */
export function shownRevision(row: ObservationRow, revisions: readonly RevisionRow[]): RevisionRow {
  const shown =
    revisions.find(({ state }) => state === 'open') ??
    revisions.find(({ id }) => id === row.submitted_revision_id) ??
    revisions.at(-1);
  if (!shown) throw new AppError('INTERNAL', 'internal');
  return shown;
}

/** What a write needs to know; an answer is saved on every tap. */
export interface OpenSession {
  readonly id: string;
  readonly state: ObservationState;
  readonly assessor_id: string;
  readonly standard_version_id: string;
  readonly calibration_id: string | null;
  readonly revision_id: string;
  readonly revision: number;
  readonly signed: number;
  readonly position_turn: number;
}

/**
 * The open revision of a session that the actor is writing.
 * @throws AppError NOT_FOUND observationMissing, FORBIDDEN notYourObservation, CONFLICT observationLocked
 */
export function openFor(db: ReadDb, actor: Actor, id: string): OpenSession {
  // Two lookups: SQLite plans a join anew at each run, which takes ten times as long as both.
  const row = db.get<Pick<OpenSession, 'state' | 'assessor_id' | 'standard_version_id' | 'calibration_id'>>(
    sql`SELECT state, assessor_id, standard_version_id, calibration_id FROM observation WHERE id = ${id}`,
  );
  if (!row) throw new AppError('NOT_FOUND', 'observationMissing');
  if (row.assessor_id !== actor.userId) {
    if (seesOnlyOwnObservations(actor.roles) || isBlind(db, row.calibration_id))
      throw new AppError('NOT_FOUND', 'observationMissing');
    throw new AppError('FORBIDDEN', 'notYourObservation');
  }
  const open = db.get<Pick<OpenSession, 'revision_id' | 'revision' | 'signed' | 'position_turn'>>(
    sql`SELECT id AS revision_id, number AS revision, signed, position_turn FROM observation_revision
      WHERE observation_id = ${id} AND state = 'open'`,
  );
  if (!open || !allows(row.state, 'write', true)) throw new AppError('CONFLICT', 'observationLocked');
  return { id, ...row, ...open };
}
