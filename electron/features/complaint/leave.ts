// Owns the table `complaint_leave`: who complained first withdraws while others were joined to the case. It is filed on that day under
// a number of its own, and the case goes on for the others; when the last of them withdraws too, it ends.
import type { Actor } from '../../../shared/contract/account.ts';
import type { NoticeWay } from '../../../shared/contract/complaintWords.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { caseById, joinedTo, move, touched, type StoredCase } from './known.ts';

interface Leave {
  readonly archiveNumber: string;
  readonly at: string;
  readonly way: NoticeWay;
  readonly proof: string;
  readonly fileId: string | null;
  readonly recordedAt: string;
}

/** The withdrawal of the first complainant alone, or null. */
export const leaveOf = (db: ReadDb, id: string): Leave | null =>
  db.get<Leave>(sql`SELECT archive_number AS archiveNumber, at, way, proof, file_id AS fileId, recorded_at AS recordedAt
    FROM complaint_leave WHERE complaint_id = ${id}`) ?? null;

/** A request that waits for its answer ends with the withdrawal. */
export const endRequests = (tx: Change, id: string): number =>
  tx.run(sql`UPDATE complaint_reexamination SET withdrawn_at = ${tx.at}
    WHERE complaint_id = ${id} AND answered_on IS NULL AND withdrawn_at IS NULL`);

/** The first complainant leaves, the case stays for those who are joined to it. */
export function leaveAlone(tx: Change, actor: Actor, found: StoredCase, given: Omit<Leave, 'recordedAt'>): void {
  const { archiveNumber, at, way, proof, fileId } = given;
  tx.run(sql`INSERT INTO complaint_leave (complaint_id, archive_number, at, way, proof, file_id, recorded_at, recorded_by)
    VALUES (${found.id}, ${archiveNumber}, ${at}, ${way}, ${proof}, ${fileId}, ${tx.at}, ${actor.userId})`);
  tx.note({
    action: 'complaint.withdrawn',
    entity: 'complaint',
    entityId: found.id,
    facts: { number: archiveNumber, way, at, file: fileId, othersRemain: joinedTo(tx, found.id).length },
  });
}

/** Archives a case whose first complainant has left, where nobody is joined to it any more. */
export function endDeserted(tx: Change, actor: Actor, id: string): void {
  const left = leaveOf(tx, id);
  const found = caseById(tx, id);
  if (left === null || found.state === 'archived' || joinedTo(tx, id).length > 0) return;
  const { archiveNumber, at, way, proof, fileId } = left;
  move(tx, actor, found, { step: 'withdraw', facts: { number: archiveNumber, way, at, file: fileId } });
  tx.run(sql`UPDATE complaint SET state = 'archived', ended = 'withdrawn', archived_at = ${tx.at},
    archive_number = ${archiveNumber}, withdrawn_at = ${at}, withdrawal_way = ${way}, withdrawal_proof = ${proof},
    withdrawal_file_id = ${fileId} WHERE id = ${id}`);
  touched(tx, id);
}
