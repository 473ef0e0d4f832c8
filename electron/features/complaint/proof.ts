// Proof that somebody was told (Art. 21), or has withdrawn: how, when, and words or a file of the case. The answer is in writing.
import type { Actor } from '../../../shared/contract/account.ts';
import type { NoticeKind, NoticeWay } from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { mayAct } from '../../../shared/domain/complaint/states.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { noneJoined } from './join.ts';
import { caseFor, demand, joinedTo, move, roundOf, seenCase, touched, type Seen, type StoredCase } from './known.ts';
import { archiveNumber, type Done } from './steps.ts';

export interface Proof {
  readonly way: NoticeWay;
  readonly at: string;
  readonly proof: string;
  readonly fileId: string | null;
}

/**
 * The instant of the proof, from `since` on and not in the future.
 * @throws AppError INVALID complaintProofMissing, complaintProofTime, instantInFuture; NOT_FOUND complaintFileMissing
 */
function provenAt(tx: Change, caseId: string, { at, proof, fileId }: Proof, since: string): string {
  if (proof === '' && fileId === null) throw new AppError('INVALID', 'complaintProofMissing');
  if (fileId !== null && !tx.get(sql`SELECT 1 FROM complaint_file WHERE id = ${fileId} AND complaint_id = ${caseId}`))
    throw new AppError('NOT_FOUND', 'complaintFileMissing');
  const instant = new Date(Date.parse(at)).toISOString();
  if (instant > tx.at) throw new AppError('INVALID', 'instantInFuture');
  if (instant < since) throw new AppError('INVALID', 'complaintProofTime');
  return instant;
}

/** Keeps the proof of a notice. @throws AppError as `provenAt` */
export function insertNotice(
  tx: Change,
  actor: Actor,
  found: StoredCase,
  notice: Proof & { readonly kind: NoticeKind; readonly complaintId: string },
  since: string,
): void {
  const at = provenAt(tx, found.id, notice, since);
  const id = tx.newId();
  const { complaintId, kind, way, proof, fileId } = notice;
  tx.run(sql`INSERT INTO complaint_notice (id, case_id, complaint_id, round, kind, way, at, proof, file_id, recorded_by)
    VALUES (${id}, ${found.id}, ${complaintId}, ${found.round}, ${kind}, ${way}, ${at}, ${proof}, ${fileId}, ${actor.userId})`);
  tx.note({
    action: 'complaint.noticeAdded',
    entity: 'complaint',
    entityId: found.id,
    facts: { kind, way, at, complaint: complaintId, file: fileId, round: found.round },
    fields: { proof },
  });
}

/** Since when it can have been told. @throws AppError CONFLICT complaintStepClosed, complaintNotExtended */
function since(tx: Change, found: StoredCase, kind: NoticeKind): string {
  const { answered_at: answeredAt, reviewed_at: reviewedAt } = roundOf(tx, found);
  if (kind === 'extension') {
    const given = tx.get<{ at: string | null }>(sql`SELECT max(at) AS at FROM complaint_term
      WHERE complaint_id = ${found.id} AND kind = 'extension'`);
    if (!given?.at) throw new AppError('CONFLICT', 'complaintNotExtended');
    return given.at;
  }
  return (kind === 'answer' ? answeredAt : reviewedAt) ?? found.received_at;
}

const ACT = { answer: 'noticeAnswer', review: 'noticeReview', extension: 'lengthen' } as const;

/**
 * Proof that the complainants of one case were told.
 * @throws AppError CONFLICT complaintStepClosed, complaintNotExtended; INVALID complaintAnswerNotWritten, as `provenAt`;
 *   NOT_FOUND complaintMissing
 */
export const addNotice = (
  store: Store,
  actor: Actor,
  { id, revision, ...notice }: Seen & Proof & { readonly kind: NoticeKind; readonly complaintId: string },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, ACT[notice.kind]);
    if (![found, ...joinedTo(tx, id)].some((one) => one.id === notice.complaintId))
      throw new AppError('NOT_FOUND', 'complaintMissing');
    if (notice.kind === 'answer' && notice.way === 'phone') throw new AppError('INVALID', 'complaintAnswerNotWritten');
    insertNotice(tx, actor, found, notice, since(tx, found, notice.kind));
    return touched(tx, id);
  });

/**
 * Ends the case on the day of the withdrawal; a joined case ends alone and the first one goes on.
 * @throws AppError CONFLICT complaintJoinedRemain (count), complaintStepClosed; INVALID as `provenAt`
 */
export const withdrawComplaint = (store: Store, actor: Actor, { id, revision, ...proof }: Seen & Proof): Done =>
  store.change(actor.userId, (tx) => {
    const found = seenCase(tx, actor, { id, revision });
    const joined = found.joined_to_id !== null;
    const first = joined ? tx.get<StoredCase>(sql`SELECT * FROM complaint WHERE id = ${found.joined_to_id}`) : found;
    // A joined case is where the first one is.
    const present = { ...found, state: found.state === 'archived' ? found.state : first!.state };
    if (!joined) noneJoined(tx, id);
    if (!mayAct(present.state, 'addFile')) throw new AppError('CONFLICT', 'complaintStepClosed');
    const at = provenAt(tx, id, proof, found.received_at);
    demand(tx, present, { step: 'withdraw', said: { withdrawalProven: true } });
    const number = archiveNumber(tx);
    move(tx, actor, present, { step: 'withdraw', facts: { number, way: proof.way, at, file: proof.fileId } });
    tx.run(sql`UPDATE complaint SET state = 'archived', ended = 'withdrawn', archived_at = ${tx.at},
      archive_number = ${number}, withdrawn_at = ${at}, withdrawal_way = ${proof.way}, withdrawal_proof = ${proof.proof},
      withdrawal_file_id = ${proof.fileId} WHERE id = ${id}`);
    if (joined) touched(tx, first!.id);
    return touched(tx, id);
  });
