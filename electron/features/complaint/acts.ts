// What happens between the steps: the joint investigation piece by piece (6.2), the verdicts of the joint review (6.4), return
// visits, and the re-examination that the law allows (Art. 20).
import type { Actor } from '../../../shared/contract/account.ts';
import type {
  ComplaintChannel,
  Conclusion,
  InquiryDepartment,
  InquiryMethod,
  NoticeWay,
  ReviewDepartment,
} from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { inquirerRefusal, reviewerRefusal } from '../../../shared/domain/complaint/reviewers.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { caseFor, inquirersOf, notByParticipant, reviewersOf, touched, type Seen, type StoredCase } from './known.ts';
import { matterOf, personNamed, tookPart, type GivenName } from './matter.ts';
import { timedRow } from './rows.ts';
import type { Done } from './steps.ts';

/** @throws AppError INVALID instantInFuture, complaintBeforeReceipt */
function past(tx: Change, { received_at: receivedAt }: StoredCase, at: string): string {
  const instant = new Date(Date.parse(at)).toISOString();
  if (instant > tx.at) throw new AppError('INVALID', 'instantInFuture');
  if (instant < receivedAt) throw new AppError('INVALID', 'complaintBeforeReceipt');
  return instant;
}

export interface InquiryInput extends GivenName {
  readonly department: InquiryDepartment;
  readonly method: InquiryMethod;
  readonly at: string;
  readonly finding: string;
  readonly fileIds: readonly string[];
}

/**
 * One piece of the joint investigation, by a named person of the department; the first ends the 48 hours.
 * @throws AppError CONFLICT complaintStepClosed; INVALID as `past`, `personNamed`, `inquirerRefusal`; NOT_FOUND complaintFileMissing
 */
export const addInquiry = (store: Store, actor: Actor, { id, revision, ...input }: Seen & InquiryInput): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'addInquiry');
    const { department, method, finding, fileIds } = input;
    const at = past(tx, found, input.at);
    const person = personNamed(tx, input);
    const refusal = inquirerRefusal({ department, person }, matterOf(tx, id), inquirersOf(tx, found));
    if (refusal !== null) throw new AppError('INVALID', refusal);
    for (const fileId of fileIds)
      if (!tx.get(sql`SELECT 1 FROM complaint_file WHERE id = ${fileId} AND complaint_id = ${id}`))
        throw new AppError('NOT_FOUND', 'complaintFileMissing');
    const inquiry = tx.newId();
    tx.run(sql`INSERT INTO complaint_inquiry (id, complaint_id, round, department, method, at, made_by, made_by_id, finding,
        file_ids, recorded_by)
      VALUES (${inquiry}, ${id}, ${found.round}, ${department}, ${method}, ${at}, ${person.name}, ${person.userId},
        ${finding}, ${JSON.stringify(fileIds)}, ${actor.userId})`);
    if (found.first_investigated_at === null || at < found.first_investigated_at)
      tx.run(sql`UPDATE complaint SET first_investigated_at = ${at} WHERE id = ${id}`);
    tx.note({
      action: 'complaint.inquiryAdded',
      entity: 'complaint',
      entityId: id,
      facts: { inquiry, department, method, at, files: fileIds.length, round: found.round, person: person.userId },
      fields: { by: person.name, finding },
    });
    return touched(tx, id);
  });

export interface VerdictInput extends GivenName {
  readonly department: ReviewDepartment;
  readonly reasonable: boolean;
  readonly byRules: boolean;
  readonly rightsKept: boolean;
  readonly remark: string;
}

/**
 * One department's verdict by its own reviewer, kept with who recorded it; an unfair one says why.
 * @throws AppError CONFLICT complaintStepClosed; FORBIDDEN complaintOwnHandling; INVALID complaintVerdictReason, as `personNamed`,
 *   `reviewerRefusal`
 */
export const giveVerdict = (store: Store, actor: Actor, { id, revision, ...input }: Seen & VerdictInput): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'verdict');
    notByParticipant(tx, found, actor);
    const { department, reasonable, byRules, rightsKept, remark } = input;
    const person = personNamed(tx, input);
    const given = reviewersOf(tx, found);
    const refusal = reviewerRefusal({ department, person }, matterOf(tx, id), { part: tookPart(tx, id), given });
    if (refusal !== null) throw new AppError('INVALID', refusal);
    if (!(reasonable && byRules && rightsKept) && remark === '')
      throw new AppError('INVALID', 'complaintVerdictReason');
    const bit = (yes: boolean): number => (yes ? 1 : 0);
    tx.run(sql`INSERT INTO complaint_verdict (complaint_id, round, department, made_by, made_by_id, reasonable, by_rules,
        rights_kept, remark, at, recorded_by)
      VALUES (${id}, ${found.round}, ${department}, ${person.name}, ${person.userId}, ${bit(reasonable)}, ${bit(byRules)}, ${bit(rightsKept)},
        ${remark}, ${tx.at}, ${actor.userId})
      ON CONFLICT (complaint_id, round, department) DO UPDATE SET made_by = excluded.made_by, made_by_id = excluded.made_by_id,
        reasonable = excluded.reasonable, by_rules = excluded.by_rules, rights_kept = excluded.rights_kept,
        remark = excluded.remark, at = excluded.at, recorded_by = excluded.recorded_by`);
    tx.note({
      action: 'complaint.verdictGiven',
      entity: 'complaint',
      entityId: id,
      facts: { department, reasonable, byRules, rightsKept, round: found.round, person: person.userId },
      fields: { by: person.name, remark },
    });
    return touched(tx, id);
  });

export interface VisitInput {
  readonly at: string;
  readonly way: NoticeWay;
  readonly satisfaction: number | null;
  readonly words: string;
}

/** @throws AppError CONFLICT complaintStepClosed; INVALID as `past` */
export const addVisit = (store: Store, actor: Actor, { id, revision, ...input }: Seen & VisitInput): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'visit');
    const at = past(tx, found, input.at);
    const { way, satisfaction, words } = input;
    tx.run(sql`INSERT INTO complaint_visit (id, complaint_id, at, way, satisfaction, words, recorded_by)
      VALUES (${tx.newId()}, ${id}, ${at}, ${way}, ${satisfaction}, ${words}, ${actor.userId})`);
    tx.note({
      action: 'complaint.visited',
      entity: 'complaint',
      entityId: id,
      facts: { way, at, satisfaction },
      fields: { words },
    });
    return touched(tx, id);
  });

const today = (tx: Change): string => dayOf(Date.parse(tx.at), readSettings(tx).timeZone);

export interface AskInput {
  readonly askedOn: string;
  readonly way: ComplaintChannel;
  readonly grounds: string;
}

/**
 * @throws AppError CONFLICT complaintStepClosed, complaintReexaminationOpen, complaintReexaminationLate (day); INVALID
 *   complaintNoticeMissing, complaintReexaminationEarly, dayInFuture (day)
 */
export const askReexamination = (store: Store, actor: Actor, { id, revision, ...input }: Seen & AskInput): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'reexamine');
    if (found.withdrawn_at !== null) throw new AppError('CONFLICT', 'complaintStepClosed');
    const { askedOn, way, grounds } = input;
    const { clocks } = timedRow(tx, id, store.clock());
    const told = clocks.statutory.at(-1)!.doneAt;
    const until = clocks.reexamination?.until ?? null;
    if (told === null || until === null) throw new AppError('INVALID', 'complaintNoticeMissing');
    if (tx.get(sql`SELECT 1 FROM complaint_reexamination WHERE complaint_id = ${id} AND answered_on IS NULL`))
      throw new AppError('CONFLICT', 'complaintReexaminationOpen');
    if (askedOn > today(tx)) throw new AppError('INVALID', 'dayInFuture', { day: askedOn });
    if (askedOn < dayOf(told, readSettings(tx).timeZone)) throw new AppError('INVALID', 'complaintReexaminationEarly');
    if (askedOn > until) throw new AppError('CONFLICT', 'complaintReexaminationLate', { day: until });
    const asked = tx.newId();
    tx.run(sql`INSERT INTO complaint_reexamination (id, complaint_id, asked_on, way, grounds, recorded_by)
      VALUES (${asked}, ${id}, ${askedOn}, ${way}, ${grounds}, ${actor.userId})`);
    tx.note({
      action: 'complaint.reexaminationAsked',
      entity: 'complaint',
      entityId: id,
      facts: { reexamination: asked, askedOn, way },
      fields: { grounds },
    });
    return touched(tx, id);
  });

export interface ReexaminationAnswer {
  readonly reexaminationId: string;
  readonly outcome: 'kept' | 'changed';
  readonly conclusion: Conclusion | null;
  readonly words: string;
  readonly answeredOn: string;
  readonly noticeWay: NoticeWay;
  readonly proof: string;
}

/**
 * From when a complaint counts as upheld: a level that is changed keeps the instant, so that it stays in the period in which it
 * counted; one that is upheld only now counts from now.
 */
const decidedAt = (found: StoredCase, conclusion: Conclusion, now: string): string | null => {
  if (conclusion === 'notUpheld') return null;
  return found.decided_at ?? now;
};

/**
 * By someone who took no part in what is examined again.
 * @throws AppError CONFLICT complaintStepClosed; FORBIDDEN complaintOwnHandling; NOT_FOUND complaintReexaminationMissing;
 *   INVALID complaintConclusionUnfit, complaintReexaminationDay, dayInFuture (day)
 */
export const answerReexamination = (
  store: Store,
  actor: Actor,
  { id, revision, ...input }: Seen & ReexaminationAnswer,
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'answerReexamination');
    notByParticipant(tx, found, actor);
    const { reexaminationId, outcome, conclusion, words, answeredOn, noticeWay, proof } = input;
    const open = tx.get<{ asked_on: string }>(sql`SELECT asked_on FROM complaint_reexamination
      WHERE id = ${reexaminationId} AND complaint_id = ${id} AND answered_on IS NULL`);
    if (!open) throw new AppError('NOT_FOUND', 'complaintReexaminationMissing');
    if ((conclusion !== null) !== (outcome === 'changed') || conclusion === found.conclusion)
      throw new AppError('INVALID', 'complaintConclusionUnfit');
    if (answeredOn > today(tx)) throw new AppError('INVALID', 'dayInFuture', { day: answeredOn });
    if (answeredOn < open.asked_on) throw new AppError('INVALID', 'complaintReexaminationDay');
    tx.run(sql`UPDATE complaint_reexamination SET answered_on = ${answeredOn}, answered_by = ${actor.userId},
      outcome = ${outcome}, conclusion = ${conclusion}, words = ${words}, notice_way = ${noticeWay}, proof = ${proof}
      WHERE id = ${reexaminationId}`);
    if (conclusion !== null)
      tx.run(sql`UPDATE complaint SET conclusion = ${conclusion}, decided_at = ${decidedAt(found, conclusion, tx.at)}
        WHERE id = ${id}`);
    tx.note({
      action: 'complaint.reexaminationAnswered',
      entity: 'complaint',
      entityId: id,
      facts: { reexamination: reexaminationId, outcome, from: found.conclusion, to: conclusion, answeredOn },
      fields: { words, proof },
    });
    return touched(tx, id);
  });
