// Proof that somebody was told (Art. 21), or has withdrawn: how, when, and words or a file of the case. The answer is in writing.
import type { Actor } from '../../../shared/contract/account.ts';
import type { NoticeKind, NoticeWay } from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { mayAct } from '../../../shared/domain/complaint/states.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import {
  caseById,
  caseFor,
  demand,
  joinedTo,
  move,
  roundOf,
  seenCase,
  touched,
  type Seen,
  type StoredCase,
} from './known.ts';
import { endDeserted, endRequests, leaveAlone, leaveOf } from './leave.ts';
import { casesOf } from './matter.ts';
import { archiveNumber, type Done } from './steps.ts';

export interface Proof {
  readonly way: NoticeWay;
  readonly at: string;
  readonly proof: string;
  readonly fileId: string | null;
}

/**
 * The instant of the proof, from `since` on and not in the future; a file is one of the matter.
 * @throws AppError INVALID complaintProofMissing, complaintProofTime, instantInFuture; NOT_FOUND complaintFileMissing
 */
function provenAt(tx: Change, caseId: string, { at, proof, fileId }: Proof, since: string): string {
  if (proof === '' && fileId === null) throw new AppError('INVALID', 'complaintProofMissing');
  if (
    fileId !== null &&
    !tx.get(sql`SELECT 1 FROM complaint_file WHERE id = ${fileId} AND complaint_id IN ${casesOf(caseId)}`)
  )
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
  tx.run(sql`INSERT INTO complaint_notice (id, case_id, complaint_id, round, kind, way, at, recorded_at, proof, file_id,
      recorded_by)
    VALUES (${id}, ${found.id}, ${complaintId}, ${found.round}, ${kind}, ${way}, ${at}, ${tx.at}, ${proof}, ${fileId},
      ${actor.userId})`);
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
    const asking = [...(leaveOf(tx, id) ? [] : [found]), ...joinedTo(tx, id)];
    if (!asking.some((one) => one.id === notice.complaintId)) throw new AppError('NOT_FOUND', 'complaintMissing');
    if (notice.kind === 'answer' && notice.way === 'phone') throw new AppError('INVALID', 'complaintAnswerNotWritten');
    insertNotice(tx, actor, found, notice, since(tx, found, notice.kind));
    return touched(tx, id);
  });

/**
 * Ends the case at once, whatever earlier day the withdrawal states: a joined case ends alone and the first one goes on, and the
 * first complainant leaves alone where others are joined. An open request for re-examination ends with it.
 * @throws AppError CONFLICT complaintStepClosed; INVALID as `provenAt`
 */
export const withdrawComplaint = (store: Store, actor: Actor, { id, revision, ...proof }: Seen & Proof): Done =>
  store.change(actor.userId, (tx) => {
    const found = seenCase(tx, actor, { id, revision });
    const first = found.joined_to_id === null ? found : caseById(tx, found.joined_to_id);
    // A joined case is where the first one is.
    const present = { ...found, state: found.state === 'archived' ? found.state : first.state };
    if (!mayAct(present.state, 'addFile') || leaveOf(tx, id)) throw new AppError('CONFLICT', 'complaintStepClosed');
    const at = provenAt(tx, first.id, proof, found.received_at);
    demand(tx, present, { step: 'withdraw', said: { withdrawalProven: true } });
    const { way, proof: words, fileId } = proof;
    const number = archiveNumber(tx);
    endRequests(tx, id);
    if (first.id === id && joinedTo(tx, id).length > 0) {
      leaveAlone(tx, actor, found, { archiveNumber: number, at, way, proof: words, fileId });
      return touched(tx, id);
    }
    move(tx, actor, present, { step: 'withdraw', facts: { number, way, at, file: fileId } });
    tx.run(sql`UPDATE complaint SET state = 'archived', ended = 'withdrawn', archived_at = ${tx.at},
      archive_number = ${number}, withdrawn_at = ${at}, withdrawal_way = ${way}, withdrawal_proof = ${words},
      withdrawal_file_id = ${fileId} WHERE id = ${id}`);
    if (first.id !== id) {
      endDeserted(tx, actor, first.id);
      touched(tx, first.id);
    }
    return touched(tx, id);
  });
