// A complaint inside a change: the case as the person saw it, who may take part, what is on record of its round, and its moves.
import type { Actor } from '../../../shared/contract/account.ts';
import type { LetterParts, Measure } from '../../../shared/contract/complaintRecord.ts';
import type {
  ComplaintCategory,
  ComplaintState,
  ComplaintStep,
  ComplaintSubclass,
  Conclusion,
  InquiryDepartment,
  NoticeKind,
  NoticeWay,
  ReviewDepartment,
} from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  reviewerRefusal,
  samePerson,
  type Named,
  type OfDepartment,
} from '../../../shared/domain/complaint/reviewers.ts';
import {
  mayAct,
  STEP_RULES,
  stepRefusal,
  type CaseFacts,
  type ComplaintAct,
} from '../../../shared/domain/complaint/states.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { actorRecusal, casesOf, handlingRefusal, matterOf, tookPart } from './matter.ts';

export interface Seen {
  readonly id: string;
  readonly revision: number;
}

export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly state: ComplaintState;
  readonly round: number;
  readonly joined_to_id: string | null;
  readonly channel: string;
  readonly received_at: string;
  readonly day: string;
  readonly category: ComplaintCategory;
  readonly subclass: ComplaintSubclass | null;
  readonly element: string | null;
  readonly agent_id: string | null;
  readonly branch_id: string;
  readonly team: string;
  readonly content: string;
  readonly handler_id: string | null;
  readonly accepted_at: string | null;
  readonly first_investigated_at: string | null;
  readonly conclusion: Conclusion | null;
  readonly decided_at: string | null;
  readonly archived_at: string | null;
  readonly archive_number: string | null;
  readonly withdrawn_at: string | null;
  readonly withdrawal_way: NoticeWay | null;
  readonly withdrawal_proof: string | null;
  readonly withdrawal_file_id: string | null;
  readonly purged_at: string | null;
  readonly revision: number;
}

export const NO_LETTER: LetterParts = {
  ...{ verified: '', basis: '', remedies: '', reexamination: '' },
  ...{ measures: '', time: '', owner: '', followUp: '' },
};

/** @throws AppError NOT_FOUND complaintMissing */
export function caseById(db: ReadDb, id: string): StoredCase {
  const found = db.get<StoredCase>(sql`SELECT * FROM complaint WHERE id = ${id}`);
  if (!found) throw new AppError('NOT_FOUND', 'complaintMissing');
  return found;
}

/** The cases that were joined to one and still follow it. */
export const joinedTo = (db: ReadDb, id: string): StoredCase[] =>
  db.all<StoredCase>(sql`SELECT * FROM complaint WHERE joined_to_id = ${id} AND state <> 'archived'
    ORDER BY received_at, rowid`);

/**
 * The case as the person saw it, by someone who may take part.
 * @throws AppError NOT_FOUND complaintMissing; CONFLICT changedMeanwhile, complaintPurged; FORBIDDEN as `recusalOf`
 */
export function seenCase(tx: Change, actor: Actor, { id, revision }: Seen): StoredCase {
  const found = caseById(tx, id);
  if (found.revision !== revision) throw new AppError('CONFLICT', 'changedMeanwhile');
  if (found.purged_at !== null) throw new AppError('CONFLICT', 'complaintPurged');
  const recused = actorRecusal(tx, actor, found.joined_to_id ?? id);
  if (recused !== null) throw new AppError('FORBIDDEN', recused);
  return found;
}

/** As `seenCase`, in a case that is handled itself. @throws AppError CONFLICT complaintJoined (number) */
export function leading(tx: Change, actor: Actor, seen: Seen): StoredCase {
  const found = seenCase(tx, actor, seen);
  if (found.joined_to_id !== null)
    throw new AppError('CONFLICT', 'complaintJoined', { number: caseById(tx, found.joined_to_id).number });
  return found;
}

/** As `leading`, in a state that allows the act. @throws AppError CONFLICT complaintStepClosed */
export function caseFor(tx: Change, actor: Actor, seen: Seen, act: ComplaintAct): StoredCase {
  const found = leading(tx, actor, seen);
  if (!mayAct(found.state, act)) throw new AppError('CONFLICT', 'complaintStepClosed');
  return found;
}

/** @throws AppError FORBIDDEN complaintNotHandler */
export function byHandler({ handler_id }: StoredCase, actor: Actor): void {
  if (handler_id !== actor.userId) throw new AppError('FORBIDDEN', 'complaintNotHandler');
}

/** Nobody reviews what they investigated, handled or answered, in whichever round. @throws AppError FORBIDDEN complaintOwnHandling */
export function notByParticipant(db: ReadDb, { id }: StoredCase, { userId, login, name }: Actor): void {
  const reader: Named = { userId, login, name };
  if (tookPart(db, id).some((one) => samePerson(one, reader))) throw new AppError('FORBIDDEN', 'complaintOwnHandling');
}

/** Nobody approves more time for what they handle themselves. @throws AppError FORBIDDEN complaintOwnHandling */
export function notByHandler(db: ReadDb, { id, round, handler_id }: StoredCase, actor: Actor): void {
  const own = db.get(sql`SELECT 1 FROM complaint_round WHERE complaint_id = ${id} AND round = ${round}
    AND ${actor.userId} IN (investigated_by, handled_by, answered_by)`);
  if (own || handler_id === actor.userId) throw new AppError('FORBIDDEN', 'complaintOwnHandling');
}

export interface StoredRound {
  readonly round: number;
  readonly started_at: string;
  readonly findings: string;
  readonly cause: string | null;
  readonly investigated_at: string | null;
  readonly investigated_by: string | null;
  readonly conclusion: Conclusion | null;
  readonly basis: string;
  readonly measures: string;
  readonly handled_at: string | null;
  readonly handled_by: string | null;
  readonly letter: string;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  readonly outcome: 'passed' | 'sentBack' | 'newFacts' | null;
  readonly reviewed_at: string | null;
  readonly reviewed_by: string | null;
  readonly remark: string;
}

export const roundOf = (db: ReadDb, { id, round }: Pick<StoredCase, 'id' | 'round'>): StoredRound =>
  db.get<StoredRound>(sql`SELECT * FROM complaint_round WHERE complaint_id = ${id} AND round = ${round}`)!;

interface StoredVerdict extends Named {
  readonly department: ReviewDepartment;
  readonly reasonable: number;
  readonly by_rules: number;
  readonly rights_kept: number;
}

const verdictsOf = (db: ReadDb, { id, round }: Pick<StoredCase, 'id' | 'round'>): StoredVerdict[] =>
  db.all<StoredVerdict>(sql`SELECT v.department, v.reasonable, v.by_rules, v.rights_kept, v.made_by_id AS userId,
      coalesce(u.login, '') AS login, v.made_by AS name FROM complaint_verdict v LEFT JOIN user u ON u.id = v.made_by_id
    WHERE v.complaint_id = ${id} AND v.round = ${round}`);

/** Who has given the verdicts of the round in force. */
export const reviewersOf = (db: ReadDb, found: Pick<StoredCase, 'id' | 'round'>): OfDepartment<ReviewDepartment>[] =>
  verdictsOf(db, found).map(({ department, userId, login, name }) => ({ department, person: { userId, login, name } }));

/** The round of the first case `caseId` in which the inquiry `i` of the matter was made: a joined case counts its own rounds. */
export const inquiryRound = (
  caseId: string,
): Sql => sql`iif(i.complaint_id = ${caseId}, i.round, (SELECT max(1, max(r.round))
  FROM complaint_round r WHERE r.complaint_id = ${caseId} AND (r.round = 1 OR r.started_at <= i.at)))`;

/** Who has made the inquiries of the round in force, in the case and in those joined to it. */
export const inquirersOf = (db: ReadDb, { id, round }: Pick<StoredCase, 'id' | 'round'>) =>
  db
    .all<Named & { readonly department: InquiryDepartment }>(
      sql`SELECT i.department, i.made_by_id AS userId, coalesce(u.login, '') AS login, i.made_by AS name
        FROM complaint_inquiry i LEFT JOIN user u ON u.id = i.made_by_id
        WHERE i.complaint_id IN ${casesOf(id)} AND ${inquiryRound(id)} = ${round}`,
    )
    .map(({ department, ...person }): OfDepartment<InquiryDepartment> => ({ department, person }));

/** Whether every verdict of the round is of a person of its own who may give it: an interest may be declared afterwards. */
function reviewersFree(db: ReadDb, found: StoredCase): boolean {
  const given = reviewersOf(db, found);
  const [matter, part] = [matterOf(db, found.id), tookPart(db, found.id)];
  return given.every((one) => reviewerRefusal(one, matter, { part, given }) === null);
}

/** Whether those who complain in the case and in every joined one were told in the round. */
function allTold(db: ReadDb, found: StoredCase, kind: NoticeKind): boolean {
  const told = new Set(
    db
      .all<{ id: string }>(
        sql`SELECT DISTINCT complaint_id AS id FROM complaint_notice
        WHERE case_id = ${found.id} AND round = ${found.round} AND kind = ${kind}`,
      )
      .map(({ id }) => id),
  );
  const left = db.get(sql`SELECT 1 FROM complaint_leave WHERE complaint_id = ${found.id}`);
  return [...(left ? [] : [found]), ...joinedTo(db, found.id)].every(({ id }) => told.has(id));
}

/** What is on record of the case in its present round. */
export function factsOnRecord(db: ReadDb, found: StoredCase): CaseFacts {
  const round = roundOf(db, found);
  const { id, handler_id } = found;
  const evidence = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM complaint_file WHERE complaint_id IN ${casesOf(id)}`,
  );
  return {
    handlerFree: handler_id !== null && handlingRefusal(db, matterOf(db, id), handler_id) === null,
    category: found.category,
    subclass: found.subclass,
    inquiryDepartments: [...new Set(inquirersOf(db, found).map(({ department }) => department))],
    evidence: evidence?.n ?? 0,
    findings: round.findings,
    conclusion: round.conclusion,
    basis: round.basis,
    measures: JSON.parse(round.measures) as Measure[],
    letter: JSON.parse(round.letter) as LetterParts,
    toldOfAnswer: allTold(db, found, 'answer'),
    toldOfReview: allTold(db, found, 'review'),
    verdicts: verdictsOf(db, found).map(({ department, reasonable, by_rules, rights_kept }) => ({
      department,
      reasonable: reasonable === 1,
      byRules: by_rules === 1,
      rightsKept: rights_kept === 1,
    })),
    reviewersFree: reviewersFree(db, found),
    withdrawalProven: found.withdrawn_at !== null,
  };
}

export const startRound = (tx: Change, id: string, round: number): number =>
  tx.run(sql`INSERT INTO complaint_round (complaint_id, round, started_at, letter)
    VALUES (${id}, ${round}, ${tx.at}, ${JSON.stringify(NO_LETTER)})`);

/** A change of the case that the next person must have seen. Answers the new revision. */
export function touched(tx: Change, id: string): { id: string; revision: number } {
  tx.run(sql`UPDATE complaint SET revision = revision + 1 WHERE id = ${id}`);
  return { id, revision: caseById(tx, id).revision };
}

const DONE: Readonly<Record<ComplaintStep, string>> = {
  accept: 'accepted',
  classify: 'classified',
  investigate: 'investigated',
  handle: 'handled',
  answer: 'answered',
  review: 'reviewed',
  sendBack: 'sentBack',
  newFacts: 'newFacts',
  archive: 'archived',
  withdraw: 'withdrawn',
};

export interface Taking {
  readonly step: ComplaintStep;
  /** What the step itself says, beside what is on record. */
  readonly said?: Partial<CaseFacts>;
  /** Why, where the step asks for it. */
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Refuses a step that is closed or whose demands are not met. @throws AppError CONFLICT complaintStepClosed; INVALID as `stepRefusal` */
export function demand(tx: Change, found: StoredCase, { step, said }: Pick<Taking, 'step' | 'said'>): void {
  const refusal = stepRefusal(found.state, step, { ...factsOnRecord(tx, found), ...said });
  if (refusal === null) return;
  throw new AppError(refusal === 'complaintStepClosed' ? 'CONFLICT' : 'INVALID', refusal);
}

/** Moves the case, with its entry in the course and in the audit log. The caller has asked `demand`, and writes the rest. */
export function move(tx: Change, actor: Actor, found: StoredCase, taking: Taking): void {
  const { step, reason = '' } = taking;
  const { to, newRound } = STEP_RULES[step];
  tx.run(sql`INSERT INTO complaint_move (id, complaint_id, step, from_state, to_state, round, at, moved_by, reason)
    VALUES (${tx.newId()}, ${found.id}, ${step}, ${found.state}, ${to}, ${found.round}, ${tx.at}, ${actor.userId}, ${reason})`);
  if (to !== 'archived')
    tx.run(sql`UPDATE complaint SET state = ${to}, round = ${found.round + (newRound ? 1 : 0)} WHERE id = ${found.id}`);
  if (newRound) startRound(tx, found.id, found.round + 1);
  tx.note({
    action: `complaint.${DONE[step]}`,
    entity: 'complaint',
    entityId: found.id,
    facts: { from: found.state, to, round: found.round, ...taking.facts },
    fields: { ...(reason === '' ? {} : { reason }), ...taking.fields },
  });
}
