// What happens between the steps: the joint investigation piece by piece (6.2), the verdicts of the joint review (6.4), return
// visits, and the re-examination that the law allows (Art. 20).
import type { Actor } from '../../../shared/contract/account.ts';
import {
  CONCLUSIONS,
  type ComplaintChannel,
  type Conclusion,
  type InquiryDepartment,
  type InquiryMethod,
  type NoticeWay,
  type ReviewDepartment,
} from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { inquirerRefusal, reviewerRefusal } from '../../../shared/domain/complaint/reviewers.ts';
import { mayAct, type ComplaintAct } from '../../../shared/domain/complaint/states.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import {
  caseById,
  caseFor,
  inquirersOf,
  notByParticipant,
  reviewersOf,
  seenCase,
  touched,
  type Seen,
  type StoredCase,
} from './known.ts';
import { leaveOf } from './leave.ts';
import { casesOf, matterOf, personNamed, tookPart, type GivenName } from './matter.ts';
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
      if (!tx.get(sql`SELECT 1 FROM complaint_file WHERE id = ${fileId} AND complaint_id IN ${casesOf(id)}`))
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

/** A case as the person saw it, and the first one, in whose state it is. @throws AppError as `seenCase`; CONFLICT complaintStepClosed */
function withLead(tx: Change, actor: Actor, seen: Seen, act: ComplaintAct): { found: StoredCase; lead: StoredCase } {
  const found = seenCase(tx, actor, seen);
  const lead = found.joined_to_id === null ? found : caseById(tx, found.joined_to_id);
  const withdrawn = found.withdrawn_at !== null || leaveOf(tx, found.id) !== null;
  if (withdrawn || !mayAct(lead.state, act)) throw new AppError('CONFLICT', 'complaintStepClosed');
  return { found, lead };
}

/**
 * Each complainant may ask within thirty days of their own notice, in a joined case too.
 * @throws AppError CONFLICT complaintStepClosed, complaintReexaminationOpen, complaintReexaminationLate (day); INVALID
 *   complaintNoticeMissing, complaintReexaminationEarly, dayInFuture (day)
 */
export const askReexamination = (store: Store, actor: Actor, { id, revision, ...input }: Seen & AskInput): Done =>
  store.change(actor.userId, (tx) => {
    const { lead } = withLead(tx, actor, { id, revision }, 'reexamine');
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
    if (lead.id !== id) touched(tx, lead.id);
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
 * From when a complaint counts as it does. What is upheld, or raised, only now is decided now, and so reaches the present period where
 * its own was finalised (scoring model, section 5); what is lowered keeps the instant, since it has counted already.
 */
function decidedAt(
  { conclusion: before, decided_at: decided }: StoredCase,
  now: Conclusion,
  at: string,
): string | null {
  if (now === 'notUpheld') return null;
  const raised = before === null || CONCLUSIONS.indexOf(now) > CONCLUSIONS.indexOf(before);
  return decided === null || raised ? at : decided;
}

/**
 * By someone who took no part in what is examined again; asked in the case itself or in one that is joined to it.
 * @throws AppError CONFLICT complaintStepClosed, complaintReexaminationEnded; FORBIDDEN complaintOwnHandling; NOT_FOUND
 *   complaintReexaminationMissing; INVALID complaintConclusionUnfit, complaintReexaminationDay, dayInFuture (day)
 */
export const answerReexamination = (
  store: Store,
  actor: Actor,
  { id, revision, ...input }: Seen & ReexaminationAnswer,
): Done =>
  store.change(actor.userId, (tx) => {
    const seen = seenCase(tx, actor, { id, revision });
    const lead = seen.joined_to_id === null ? seen : caseById(tx, seen.joined_to_id);
    if (!mayAct(lead.state, 'answerReexamination')) throw new AppError('CONFLICT', 'complaintStepClosed');
    notByParticipant(tx, lead, actor);
    const { reexaminationId, outcome, conclusion, words, answeredOn, noticeWay, proof } = input;
    const open = tx.get<{ asked_on: string; complaint_id: string; withdrawn_at: string | null }>(
      sql`SELECT asked_on, complaint_id, withdrawn_at FROM complaint_reexamination
        WHERE id = ${reexaminationId} AND complaint_id IN ${casesOf(lead.id)} AND answered_on IS NULL`,
    );
    if (!open) throw new AppError('NOT_FOUND', 'complaintReexaminationMissing');
    if (open.withdrawn_at !== null) throw new AppError('CONFLICT', 'complaintReexaminationEnded');
    if ((conclusion !== null) !== (outcome === 'changed') || conclusion === lead.conclusion)
      throw new AppError('INVALID', 'complaintConclusionUnfit');
    if (answeredOn > today(tx)) throw new AppError('INVALID', 'dayInFuture', { day: answeredOn });
    if (answeredOn < open.asked_on) throw new AppError('INVALID', 'complaintReexaminationDay');
    tx.run(sql`UPDATE complaint_reexamination SET answered_on = ${answeredOn}, answered_by = ${actor.userId},
      outcome = ${outcome}, conclusion = ${conclusion}, words = ${words}, notice_way = ${noticeWay}, proof = ${proof}
      WHERE id = ${reexaminationId}`);
    if (conclusion !== null)
      tx.run(sql`UPDATE complaint SET conclusion = ${conclusion}, decided_at = ${decidedAt(lead, conclusion, tx.at)}
        WHERE id = ${lead.id}`);
    tx.note({
      action: 'complaint.reexaminationAnswered',
      entity: 'complaint',
      entityId: open.complaint_id,
      facts: { reexamination: reexaminationId, outcome, from: lead.conclusion, to: conclusion, answeredOn },
      fields: { words, proof },
    });
    for (const other of new Set([lead.id, open.complaint_id])) if (other !== id) touched(tx, other);
    return touched(tx, id);
  });
