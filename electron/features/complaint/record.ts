// A complaint in full: its clocks, people, rounds, evidence, notices, moves, and what the next steps demand of the reader.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ComplaintRecord, LetterParts, Measure, Round } from '../../../shared/contract/complaintRecord.ts';
import type { ComplaintStep, InquiryDepartment, ReviewDepartment } from '../../../shared/contract/complaintWords.ts';
import type { AppError } from '../../../shared/contract/errors.ts';
import { inquirerRefusal, reviewerRefusal, type Named } from '../../../shared/domain/complaint/reviewers.ts';
import { stepsFrom } from '../../../shared/domain/complaint/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { readSettings } from '../settings.ts';
import { amendmentsOf } from './amend.ts';
import { filesOf } from './files.ts';
import {
  byHandler,
  caseById,
  factsOnRecord,
  notByParticipant,
  type StoredCase,
  type StoredRound,
  inquirersOf,
  inquiryRound,
  reviewersOf,
} from './known.ts';
import { leaveOf } from './leave.ts';
import { actorRecusal, casesOf, handlingRefusal, matterOf, tookPart } from './matter.ts';
import { maskedPeople, mayReveal } from './people.ts';
import { rowsOf, timedRow } from './rows.ts';

type Verdict = Round['verdicts'][number];

interface VerdictRow extends Omit<Verdict, 'reasonable' | 'byRules' | 'rightsKept'> {
  readonly round: number;
  readonly reasonable: number;
  readonly byRules: number;
  readonly rightsKept: number;
}

function roundsOf(db: ReadDb, id: string): Round[] {
  const verdicts = db.all<VerdictRow>(sql`SELECT v.round, v.department, v.made_by AS "by", v.reasonable,
      v.by_rules AS byRules, v.rights_kept AS rightsKept, v.remark, v.at, u.name AS recordedBy
    FROM complaint_verdict v JOIN user u ON u.id = v.recorded_by WHERE v.complaint_id = ${id} 
      ORDER BY v.department = 'audit', v.department DESC`);
  const rows = db.all<
    StoredRound & {
      investigator: string | null;
      handler: string | null;
      answerer: string | null;
      reviewer: string | null;
    }
  >(
    sql`SELECT r.*, i.name AS investigator, h.name AS handler, a.name AS answerer, v.name AS reviewer FROM complaint_round r
        LEFT JOIN user i ON i.id = r.investigated_by LEFT JOIN user h ON h.id = r.handled_by
        LEFT JOIN user a ON a.id = r.answered_by LEFT JOIN user v ON v.id = r.reviewed_by
      WHERE r.complaint_id = ${id} ORDER BY r.round`,
  );
  return rows.map((row) => ({
    round: row.round,
    startedAt: row.started_at,
    findings: row.findings,
    cause: row.cause as Round['cause'],
    investigatedAt: row.investigated_at,
    investigatedBy: row.investigator,
    conclusion: row.conclusion,
    basis: row.basis,
    measures: JSON.parse(row.measures) as Measure[],
    handledAt: row.handled_at,
    handledBy: row.handler,
    letter: JSON.parse(row.letter) as LetterParts,
    answeredAt: row.answered_at,
    answeredBy: row.answerer,
    verdicts: verdicts
      .filter(({ round }) => round === row.round)
      .map(({ reasonable, byRules, rightsKept, ...verdict }) => ({
        ...verdict,
        reasonable: reasonable === 1,
        byRules: byRules === 1,
        rightsKept: rightsKept === 1,
      })),
    outcome: row.outcome,
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewer,
    remark: row.remark,
  }));
}

const BY_HANDLER: ReadonlySet<ComplaintStep> = new Set(['classify', 'investigate', 'handle', 'answer']);
const NOT_BY_HANDLER: ReadonlySet<ComplaintStep> = new Set(['review', 'sendBack']);

/** Why the reader may not take the step, or null. */
function refusedTo(db: ReadDb, actor: Actor, found: StoredCase, step: ComplaintStep): string | null {
  if (!may(actor.roles, 'complaints.write')) return 'notPermitted';
  const recused = actorRecusal(db, actor, found.id);
  if (recused !== null) return recused;
  try {
    if (BY_HANDLER.has(step)) byHandler(found, actor);
    if (NOT_BY_HANDLER.has(step)) notByParticipant(db, found, actor);
    return null;
  } catch (error) {
    return (error as AppError).reason;
  }
}

function nextOf(db: ReadDb, actor: Actor, found: StoredCase): ComplaintRecord['next'] {
  if (found.joined_to_id !== null || found.purged_at !== null || found.state === 'archived') return [];
  const facts = factsOnRecord(db, found);
  // A category is on record from the registration on; the step states it anew and is not yet taken.
  return stepsFrom(found.state, facts).map((next) => ({ ...next, refused: refusedTo(db, actor, found, next.step) }));
}

type Part<Key extends keyof ComplaintRecord> = ComplaintRecord[Key];

const OF_CASE = sql`c.id AS complaintId, c.number AS complaintNumber`;

/** Who takes part in the matter, or may not, with the case in which that is on record. */
function peopleOf(db: ReadDb, id: string): Pick<ComplaintRecord, 'subjects' | 'interests' | 'handlers'> {
  const of = casesOf(id);
  return {
    subjects: db.all(sql`SELECT s.user_id AS userId, u.name, ${OF_CASE} FROM complaint_subject s
      JOIN complaint c ON c.id = s.complaint_id JOIN user u ON u.id = s.user_id
      WHERE s.complaint_id IN ${of} ORDER BY u.name, u.id, c.number`),
    interests: db.all(sql`SELECT i.user_id AS userId, u.name, i.reason, i.at, b.name AS "by", ${OF_CASE}
      FROM complaint_interest i JOIN complaint c ON c.id = i.complaint_id JOIN user u ON u.id = i.user_id
      JOIN user b ON b.id = i.recorded_by WHERE i.complaint_id IN ${of} ORDER BY i.at, u.id`),
    handlers: db.all(sql`SELECT h.user_id AS userId, u.name, h.reason, h.at, b.name AS "by", ${OF_CASE}
      FROM complaint_handler h JOIN complaint c ON c.id = h.complaint_id JOIN user u ON u.id = h.user_id
      JOIN user b ON b.id = h.assigned_by WHERE h.complaint_id IN ${of} ORDER BY h.rowid`),
  };
}

/** What happened in the matter, of the first case and of those joined to it. */
function courseOf(
  db: ReadDb,
  id: string,
): Pick<ComplaintRecord, 'inquiries' | 'notices' | 'visits' | 'reexaminations' | 'moves' | 'pauses' | 'terms'> {
  const of = casesOf(id);
  const inquiries = db.all<Omit<Part<'inquiries'>[number], 'fileIds'> & { fileIds: string }>(
    sql`SELECT i.id, ${inquiryRound(id)} AS round, i.department, i.method, i.at, i.made_by AS "by", u.name AS recordedBy,
      i.finding, i.file_ids AS fileIds, ${OF_CASE} FROM complaint_inquiry i JOIN complaint c ON c.id = i.complaint_id
      JOIN user u ON u.id = i.recorded_by WHERE i.complaint_id IN ${of} ORDER BY i.at, i.rowid`,
  );
  return {
    inquiries: inquiries.map((one) => ({ ...one, fileIds: JSON.parse(one.fileIds) as string[] })),
    notices:
      db.all(sql`SELECT n.id, n.complaint_id AS complaintId, c.number AS complaintNumber, n.round, n.kind, n.way, n.at,
        n.proof, n.file_id AS fileId, u.name AS recordedBy
      FROM complaint_notice n JOIN complaint c ON c.id = n.complaint_id JOIN user u ON u.id = n.recorded_by
      WHERE n.case_id = ${id} ORDER BY n.at, n.rowid`),
    visits: db.all(sql`SELECT v.id, v.at, v.way, v.satisfaction, v.words, u.name AS recordedBy FROM complaint_visit v
      JOIN user u ON u.id = v.recorded_by WHERE v.complaint_id = ${id} ORDER BY v.at, v.rowid`),
    reexaminations:
      db.all(sql`SELECT x.id, x.asked_on AS askedOn, x.way, x.grounds, date(x.asked_on, '+30 days') AS dueOn,
        x.answered_on AS answeredOn, u.name AS answeredBy, x.outcome, x.withdrawn_at AS withdrawnAt, x.conclusion, x.words,
        x.notice_way AS noticeWay, x.proof, ${OF_CASE}
      FROM complaint_reexamination x JOIN complaint c ON c.id = x.complaint_id LEFT JOIN user u ON u.id = x.answered_by
      WHERE x.complaint_id IN ${of} ORDER BY x.rowid`),
    moves: db.all(sql`SELECT m.step, m.from_state AS "from", m.to_state AS "to", m.round, m.at, u.name AS "by", m.reason
      FROM complaint_move m JOIN user u ON u.id = m.moved_by WHERE m.complaint_id = ${id} ORDER BY m.rowid`),
    pauses: db.all(sql`SELECT p.id, p.kind, p.from_day AS "from", p.until_day AS until, p.reason, p.at, u.name AS "by",
        r.name AS resumedBy, ${OF_CASE} FROM complaint_pause p JOIN complaint c ON c.id = p.complaint_id
      JOIN user u ON u.id = p.recorded_by LEFT JOIN user r ON r.id = p.resumed_by
      WHERE p.complaint_id IN ${of} ORDER BY p.from_day, p.rowid`),
    terms: db.all(sql`SELECT t.kind, t.at, u.name AS "by", t.reason, ${OF_CASE} FROM complaint_term t
      JOIN complaint c ON c.id = t.complaint_id JOIN user u ON u.id = t.recorded_by
      WHERE t.complaint_id IN ${of} ORDER BY t.at, t.rowid`),
  };
}

/** How the complainant of a case withdrew, alone or with the case; null where they did not. */
function withdrawalOf(db: ReadDb, found: StoredCase): ComplaintRecord['withdrawal'] {
  const { timeZone } = readSettings(db);
  const late = (at: string, recordedAt: string): boolean =>
    dayOf(Date.parse(at), timeZone) < dayOf(Date.parse(recordedAt), timeZone);
  const left = leaveOf(db, found.id);
  if (left !== null) {
    const { recordedAt, ...leave } = left;
    return { ...leave, late: late(leave.at, recordedAt) };
  }
  const { withdrawn_at: at, withdrawal_way: way, withdrawal_proof: proof, withdrawal_file_id: fileId } = found;
  if (at === null) return null;
  const { archive_number: archiveNumber, archived_at: archivedAt } = found;
  return {
    ...{ at, way: way!, proof: proof ?? '', fileId, archiveNumber: archiveNumber ?? '' },
    late: archivedAt !== null && late(at, archivedAt),
  };
}

/** The last grants of the term that runs: by how long it is. */
function grantsOf(terms: ComplaintRecord['terms'], days: number): Pick<ComplaintRecord, 'complex' | 'extension'> {
  const last = (kind: 'complex' | 'extension'): ComplaintRecord['complex'] => {
    const found = terms.findLast((term) => term.kind === kind);
    return found === undefined ? null : { at: found.at, by: found.by, reason: found.reason };
  };
  return { complex: days > 15 ? last('complex') : null, extension: days > 30 ? last('extension') : null };
}

/** The case as its screen shows it to the reader; a joined one shows the course of the first. @throws AppError NOT_FOUND complaintMissing */
export function complaintRecord(store: Store, actor: Actor, id: string): ComplaintRecord {
  const db = store.read;
  const { row, clocks } = timedRow(db, id, store.clock());
  const found = caseById(db, id);
  const headId = row.joinedToId !== null && found.state !== 'archived' ? row.joinedToId : id;
  const head = caseById(db, headId);
  const joined = db.all<{ id: string }>(sql`SELECT id FROM complaint WHERE joined_to_id = ${id}`).map((one) => one.id);
  const course = courseOf(db, headId);
  return {
    ...row,
    clocks,
    people: maskedPeople(db, id),
    joinedCases: rowsOf(db, joined, store.clock()).toReversed(),
    element: head.element as ComplaintRecord['element'],
    ...peopleOf(db, headId),
    amendments: amendmentsOf(db, id),
    rounds: roundsOf(db, headId),
    files: filesOf(db, headId),
    ...course,
    reexaminationUntil: clocks.reexamination?.until ?? null,
    ...grantsOf(course.terms, clocks.statutory.at(-1)?.days ?? 15),
    withdrawal: withdrawalOf(db, found),
    next: nextOf(db, actor, found),
    mayReveal: mayReveal(db, actor, found),
    history: historyOf(db, 'complaint', id),
  };
}

/** Active people who may work on complaints, by name, each with why they may not handle this one. @throws AppError NOT_FOUND complaintMissing */
export function possibleHandlers(db: ReadDb, id: string): { id: string; name: string; refused: string | null }[] {
  const { joined_to_id: firstId } = caseById(db, id);
  const matter = matterOf(db, firstId ?? id);
  return accounts(db)
    .map((one) => ({ ...one, refused: handlingRefusal(db, matter, one.id) }))
    .filter(({ refused }) => refused !== 'complaintHandlerUnfit');
}

type ColleagueOf =
  | { readonly part: 'inquiry'; readonly department: InquiryDepartment }
  | { readonly part: 'review'; readonly department: ReviewDepartment };

/** Active accounts by name, each with why they may not investigate or review for a department. @throws AppError NOT_FOUND complaintMissing */
export function colleagues(
  db: ReadDb,
  { id, as }: { readonly id: string; readonly as: ColleagueOf },
): { id: string; name: string; login: string; refused: string | null }[] {
  const found = caseById(db, id);
  const [matter, part] = [matterOf(db, id), tookPart(db, id)];
  const refusal = (person: Named): string | null =>
    as.part === 'inquiry'
      ? inquirerRefusal({ department: as.department, person }, matter, inquirersOf(db, found))
      : reviewerRefusal({ department: as.department, person }, matter, { part, given: reviewersOf(db, found) });
  return db
    .all<{ id: string; name: string; login: string }>(
      sql`SELECT id, name, login FROM user WHERE status = 'active' ORDER BY name, id`,
    )
    .map((one) => ({ ...one, refused: refusal({ userId: one.id, login: one.login, name: one.name }) }));
}

/** Everybody with an account, by name. */
export const accounts = (db: ReadDb): { id: string; name: string }[] =>
  db.all(sql`SELECT id, name FROM user ORDER BY name, id`);
