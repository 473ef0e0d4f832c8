// The steps of a complaint from acceptance to the archive (6.2, 6.4): each asks the table of states, writes what it decides into
// the case and its round, and moves on. Nothing is skipped and nothing that a round decided is taken back.
import type { Actor } from '../../../shared/contract/account.ts';
import type { LetterParts, Measure } from '../../../shared/contract/complaintRecord.ts';
import type {
  ComplaintCategory,
  ComplaintSubclass,
  Conclusion,
  RootCause,
} from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ProtectionElement } from '../../../shared/contract/vocabulary.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import {
  byHandler,
  caseFor,
  demand,
  leading,
  move,
  notByParticipant,
  roundOf,
  touched,
  type Seen,
  type StoredCase,
} from './known.ts';
import { handlingRefusal, matterOf } from './matter.ts';
import { agentOfJoined } from './joined.ts';
import { placed } from './placing.ts';

export interface Done {
  readonly id: string;
  readonly revision: number;
}

/** One step in one change. */
export const stepping = (store: Store, actor: Actor, seen: Seen, body: (tx: Change, found: StoredCase) => void): Done =>
  store.change(actor.userId, (tx) => {
    body(tx, leading(tx, actor, seen));
    return touched(tx, seen.id);
  });

/** @throws AppError INVALID as `handlingRefusal` */
function putHandler(tx: Change, actor: Actor, found: StoredCase, handlerId: string, reason: string): void {
  const refusal = handlingRefusal(tx, matterOf(tx, found.id), handlerId);
  if (refusal !== null) throw new AppError('INVALID', refusal);
  tx.run(sql`UPDATE complaint SET handler_id = ${handlerId} WHERE id = ${found.id}`);
  tx.run(sql`INSERT INTO complaint_handler (id, complaint_id, user_id, reason, at, assigned_by)
    VALUES (${tx.newId()}, ${found.id}, ${handlerId}, ${reason}, ${tx.at}, ${actor.userId})`);
}

/** received → accepted, with a handler who has no interest in the matter (Art. 17). @throws AppError as `putHandler`, `demand` */
export const acceptComplaint = (store: Store, actor: Actor, input: Seen & { readonly handlerId: string }): Done =>
  stepping(store, actor, input, (tx, found) => {
    demand(tx, found, { step: 'accept', said: { handlerFree: true } });
    putHandler(tx, actor, found, input.handlerId, '');
    tx.run(sql`UPDATE complaint SET accepted_at = ${tx.at} WHERE id = ${found.id}`);
    move(tx, actor, found, { step: 'accept', facts: { handler: input.handlerId, noInterest: true } });
  });

/** Hands the case to another person. @throws AppError as `putHandler`; CONFLICT complaintStepClosed */
export const assignComplaint = (
  store: Store,
  actor: Actor,
  input: Seen & { readonly handlerId: string; readonly reason: string },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, input, 'assign');
    putHandler(tx, actor, found, input.handlerId, input.reason);
    tx.note({
      action: 'complaint.assigned',
      entity: 'complaint',
      entityId: found.id,
      facts: { from: found.handler_id, to: input.handlerId, noInterest: true },
      fields: { reason: input.reason },
    });
    return touched(tx, found.id);
  });

/** 回避: the person takes part in nothing from now on; a handler so recused leaves the case without one. */
export const declareInterest = (
  store: Store,
  actor: Actor,
  { id, revision, userId, reason }: Seen & { readonly userId: string; readonly reason: string },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'declareInterest');
    if (!tx.get(sql`SELECT 1 FROM user WHERE id = ${userId}`)) throw new AppError('NOT_FOUND', 'userMissing');
    tx.run(sql`INSERT INTO complaint_interest (complaint_id, user_id, reason, at, recorded_by)
      VALUES (${id}, ${userId}, ${reason}, ${tx.at}, ${actor.userId})
      ON CONFLICT (complaint_id, user_id) DO UPDATE SET reason = excluded.reason`);
    if (found.handler_id === userId) tx.run(sql`UPDATE complaint SET handler_id = NULL WHERE id = ${id}`);
    tx.note({
      action: 'complaint.interestDeclared',
      entity: 'complaint',
      entityId: id,
      facts: { person: userId, wasHandler: found.handler_id === userId },
      fields: { reason },
    });
    return touched(tx, id);
  });

export interface Classification {
  readonly category: ComplaintCategory;
  readonly subclass: ComplaintSubclass | null;
  readonly agentId: string | null;
  readonly branchId: string | null;
  readonly element: ProtectionElement;
}

/** accepted → classified. @throws AppError as `demand`; FORBIDDEN complaintNotHandler; as `placed`, `agentOfJoined` */
export const classifyComplaint = (store: Store, actor: Actor, input: Seen & Classification): Done =>
  stepping(store, actor, input, (tx, found) => {
    const { category, subclass, agentId, element } = input;
    byHandler(found, actor);
    demand(tx, found, { step: 'classify', said: { category, subclass } });
    agentOfJoined(tx, found.id, agentId);
    const { branchId, team } = placed(tx, input, found.day);
    tx.run(sql`UPDATE complaint SET category = ${category}, subclass = ${subclass}, agent_id = ${agentId},
      branch_id = ${branchId}, team = ${team}, element = ${element} WHERE id = ${found.id}`);
    // The agent may only now be known, and be the handler.
    const refusal = handlingRefusal(tx, matterOf(tx, found.id), actor.userId);
    if (refusal !== null) throw new AppError('INVALID', refusal);
    move(tx, actor, found, { step: 'classify', facts: { category, subclass, agent: agentId, element } });
  });

/** classified → investigated. @throws AppError as `demand`; FORBIDDEN complaintNotHandler */
export const investigateComplaint = (
  store: Store,
  actor: Actor,
  input: Seen & { readonly findings: string; readonly cause: RootCause },
): Done =>
  stepping(store, actor, input, (tx, found) => {
    const { findings, cause } = input;
    byHandler(found, actor);
    demand(tx, found, { step: 'investigate', said: { findings } });
    tx.run(sql`UPDATE complaint_round SET findings = ${findings}, cause = ${cause}, investigated_at = ${tx.at},
      investigated_by = ${actor.userId} WHERE complaint_id = ${found.id} AND round = ${found.round}`);
    move(tx, actor, found, { step: 'investigate', facts: { cause }, fields: { findings } });
  });

export interface Handling {
  readonly conclusion: Conclusion;
  readonly basis: string;
  readonly measures: readonly Measure[];
}

/** investigated → handled. @throws AppError as `demand`; INVALID complaintMeasureDue; FORBIDDEN complaintNotHandler */
export const handleComplaint = (store: Store, actor: Actor, input: Seen & Handling): Done =>
  stepping(store, actor, input, (tx, found) => {
    const { conclusion, basis, measures } = input;
    byHandler(found, actor);
    demand(tx, found, { step: 'handle', said: { conclusion, basis, measures } });
    if (measures.some(({ dueOn }) => dueOn < found.day)) throw new AppError('INVALID', 'complaintMeasureDue');
    tx.run(sql`UPDATE complaint_round SET conclusion = ${conclusion}, basis = ${basis}, handled_at = ${tx.at},
      measures = ${JSON.stringify(measures)}, handled_by = ${actor.userId}
      WHERE complaint_id = ${found.id} AND round = ${found.round}`);
    move(tx, actor, found, {
      step: 'handle',
      facts: { conclusion, measures: measures.map(({ kind }) => kind).join(' ') },
      fields: { basis, words: measures },
    });
  });

/** Keeps the letter as far as it is written. @throws AppError FORBIDDEN complaintNotHandler; CONFLICT complaintStepClosed */
export const saveLetter = (store: Store, actor: Actor, input: Seen & { readonly letter: LetterParts }): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, input, 'saveLetter');
    byHandler(found, actor);
    tx.run(sql`UPDATE complaint_round SET letter = ${JSON.stringify(input.letter)}
      WHERE complaint_id = ${found.id} AND round = ${found.round}`);
    tx.note({
      action: 'complaint.letterSaved',
      entity: 'complaint',
      entityId: found.id,
      facts: { round: found.round },
      fields: { ...input.letter },
    });
    return touched(tx, found.id);
  });

/** handled → answered, with the letter as it is kept. @throws AppError as `demand`; FORBIDDEN complaintNotHandler */
export const answerComplaint = (store: Store, actor: Actor, input: Seen): Done =>
  stepping(store, actor, input, (tx, found) => {
    byHandler(found, actor);
    demand(tx, found, { step: 'answer' });
    tx.run(sql`UPDATE complaint_round SET answered_at = ${tx.at}, answered_by = ${actor.userId}
      WHERE complaint_id = ${found.id} AND round = ${found.round}`);
    move(tx, actor, found, { step: 'answer', fields: { letter: roundOf(tx, found).letter } });
  });

const endRound = (
  tx: Change,
  actor: Actor,
  { id, round }: StoredCase,
  outcome: 'passed' | 'sentBack' | 'newFacts',
  remark: string,
): number =>
  tx.run(sql`UPDATE complaint_round SET outcome = ${outcome}, remark = ${remark}, reviewed_at = ${tx.at},
    reviewed_by = ${actor.userId} WHERE complaint_id = ${id} AND round = ${round}`);

/** answered → reviewed: the decision stands from now on, and an upheld one counts. @throws AppError as `demand`; FORBIDDEN complaintOwnHandling */
export const reviewComplaint = (store: Store, actor: Actor, input: Seen & { readonly remark: string }): Done =>
  stepping(store, actor, input, (tx, found) => {
    notByParticipant(tx, found, actor);
    demand(tx, found, { step: 'review' });
    const { conclusion } = roundOf(tx, found);
    endRound(tx, actor, found, 'passed', input.remark);
    tx.run(sql`UPDATE complaint SET conclusion = ${conclusion},
      decided_at = ${conclusion === 'notUpheld' ? null : tx.at} WHERE id = ${found.id}`);
    move(tx, actor, found, { step: 'review', reason: input.remark, facts: { conclusion } });
  });

/** answered → investigated in a new round: an unfair result is handled again. @throws AppError as `demand`; FORBIDDEN complaintOwnHandling */
export const sendBackComplaint = (store: Store, actor: Actor, input: Seen & { readonly reason: string }): Done =>
  stepping(store, actor, input, (tx, found) => {
    notByParticipant(tx, found, actor);
    demand(tx, found, { step: 'sendBack' });
    const { findings, cause, investigated_at, investigated_by } = roundOf(tx, found);
    endRound(tx, actor, found, 'sentBack', input.reason);
    move(tx, actor, found, { step: 'sendBack', reason: input.reason });
    // What was found still stands; what was decided on it does not.
    tx.run(sql`UPDATE complaint_round SET findings = ${findings}, cause = ${cause}, investigated_at = ${investigated_at},
      investigated_by = ${investigated_by} WHERE complaint_id = ${found.id} AND round = ${found.round + 1}`);
  });

/** → classified in a new round, and the law's full term begins anew. @throws AppError as `demand`; INVALID complaintFactsTime, instantInFuture */
export const newFactsOfComplaint = (
  store: Store,
  actor: Actor,
  input: Seen & { readonly at: string; readonly reason: string },
): Done =>
  stepping(store, actor, input, (tx, found) => {
    demand(tx, found, { step: 'newFacts' });
    const at = new Date(Date.parse(input.at)).toISOString();
    if (at > tx.at) throw new AppError('INVALID', 'instantInFuture');
    const before = tx.get<{ at: string | null }>(sql`SELECT max(at) AS at FROM complaint_term
      WHERE complaint_id = ${found.id} AND kind = 'newFacts'`);
    if (at <= (before?.at ?? found.received_at)) throw new AppError('INVALID', 'complaintFactsTime');
    endRound(tx, actor, found, 'newFacts', input.reason);
    // Whether the term before was kept is judged now, whatever day is stated.
    tx.run(sql`INSERT INTO complaint_term (id, complaint_id, kind, at, recorded_at, reason, recorded_by)
      VALUES (${tx.newId()}, ${found.id}, 'newFacts', ${at}, ${tx.at}, ${input.reason}, ${actor.userId})`);
    move(tx, actor, found, { step: 'newFacts', reason: input.reason, facts: { at } });
  });

/** The next number of the archive: it rises with the instant of archiving. */
export function archiveNumber(tx: Change): string {
  const year = dayOf(Date.parse(tx.at), readSettings(tx).timeZone).slice(0, 4);
  const last = tx.get<{
    n: number | null;
  }>(sql`SELECT max(CAST(substr(archive_number, 7) AS INTEGER)) AS n FROM
      (SELECT archive_number FROM complaint UNION ALL SELECT archive_number FROM complaint_leave)
    WHERE archive_number LIKE ${`A${year}-%`}`);
  return `A${year}-${String((last?.n ?? 0) + 1).padStart(4, '0')}`;
}

/** reviewed → archived. @throws AppError as `demand` */
export const archiveComplaint = (store: Store, actor: Actor, input: Seen): Done =>
  stepping(store, actor, input, (tx, found) => {
    demand(tx, found, { step: 'archive' });
    const number = archiveNumber(tx);
    move(tx, actor, found, { step: 'archive', facts: { number } });
    tx.run(sql`UPDATE complaint SET state = 'archived', ended = 'closed', archived_at = ${tx.at},
      archive_number = ${number} WHERE id = ${found.id}`);
  });
