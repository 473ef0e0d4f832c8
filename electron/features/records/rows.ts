// Rows of `record_sample` and `record_review`, and who may read or write which: whoever began a sample draws and reviews;
// a third-party assessor sees no other's (4.2).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { InspectionState } from '../../../shared/contract/inspection.ts';
import type { FrameRow, SampleState } from '../../../shared/contract/records.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** What is kept; that a sample is done follows from its reviews. */
export type KeptState = Exclude<SampleState, 'done'>;

export interface SampleTable {
  readonly id: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly reviewer_id: string;
  readonly state: KeptState;
  readonly from_day: string;
  readonly to_day: string;
  readonly created_at: string;
  readonly seed: string | null;
  readonly size: number | null;
  readonly frame_digest: string | null;
  readonly drawn_at: string | null;
  readonly cancel_reason: string | null;
}

export interface DrawTable {
  readonly id: string;
  readonly sample_id: string;
  readonly row_id: string;
  readonly number: number;
  readonly instead_of: string | null;
  readonly replaced_at: string | null;
  readonly replaced_by: string | null;
  readonly reason: string | null;
}

export interface ReviewTable {
  readonly id: string;
  readonly sample_id: string;
  readonly draw_id: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly reviewer_id: string;
  readonly standard_version_id: string;
  readonly state: InspectionState;
  readonly started_at: string;
  readonly saved_at: string;
  readonly submitted_at: string | null;
  readonly digest: string | null;
  readonly withdrawn_at: string | null;
  readonly withdraw_reason: string | null;
}

const hidden = (actor: Actor, row: { readonly reviewer_id: string }): boolean =>
  seesOnlyOwnObservations(actor.roles) && row.reviewer_id !== actor.userId;

/** A sample the actor may read. @throws AppError NOT_FOUND sampleMissing */
export function sampleFor(db: ReadDb, actor: Actor, id: string): SampleTable {
  const row = db.get<SampleTable>(sql`SELECT * FROM record_sample WHERE id = ${id}`);
  if (!row || hidden(actor, row)) throw new AppError('NOT_FOUND', 'sampleMissing');
  return row;
}

/** A sample the actor writes to in one of the states. @throws AppError also FORBIDDEN notYourInspection, CONFLICT sampleLocked */
export function sampleIn(db: ReadDb, actor: Actor, id: string, states: readonly KeptState[]): SampleTable {
  const row = sampleFor(db, actor, id);
  if (row.reviewer_id !== actor.userId) throw new AppError('FORBIDDEN', 'notYourInspection');
  if (!states.includes(row.state)) throw new AppError('CONFLICT', 'sampleLocked');
  return row;
}

/** A review the actor may read. @throws AppError NOT_FOUND reviewMissing */
export function reviewFor(db: ReadDb, actor: Actor, id: string): ReviewTable {
  const row = db.get<ReviewTable>(sql`SELECT * FROM record_review WHERE id = ${id}`);
  if (!row || hidden(actor, row)) throw new AppError('NOT_FOUND', 'reviewMissing');
  return row;
}

/** A review the actor is writing. @throws AppError also FORBIDDEN notYourInspection, CONFLICT inspectionLocked */
export function openReview(db: ReadDb, actor: Actor, id: string): ReviewTable {
  const row = reviewFor(db, actor, id);
  if (row.reviewer_id !== actor.userId) throw new AppError('FORBIDDEN', 'notYourInspection');
  if (row.state !== 'inProgress') throw new AppError('CONFLICT', 'inspectionLocked');
  return row;
}

/** The frame in the order of registration: what is drawn from. */
export const frameOf = (db: ReadDb, sampleId: string): FrameRow[] =>
  db.all<FrameRow>(sql`SELECT id, number, reference, day, kind, client FROM record_frame_row
    WHERE sample_id = ${sampleId} ORDER BY number`);

export const drawsOf = (db: ReadDb, sampleId: string): DrawTable[] =>
  db.all<DrawTable>(sql`SELECT * FROM record_draw WHERE sample_id = ${sampleId} ORDER BY number`);
