// Files an appeal, takes it in hand, and ends it: kept, raised or withdrawn. The original assessor never handles it, no outcome
// lowers a value, and the evidence and the finalised result stay as they are.
import type { Actor } from '../../../shared/contract/account.ts';
import type { AppealKind, AppealRecord } from '../../../shared/contract/appeal.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { corrected, higherValues } from '../../../shared/domain/appeal/correction.ts';
import { decisionDue } from '../../../shared/domain/appeal/limits.ts';
import { handlingRefusal, nextAppealState, type AppealMove } from '../../../shared/domain/appeal/states.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { scorePeriod } from '../../../shared/domain/scoring/score.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { agentResult, windowOfResult, type StoredAgentResult } from '../assessment/agentResult.ts';
import { historyOf } from '../auditLog.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { itemsOf, lastFilingDay, type OfferedItem } from './items.ts';
import { appealById, appealsWhere, assessorIdsOf, type StoredAppeal } from './known.ts';
import { criterionOf, subjectOf } from './subject.ts';

/** What of an agent's result may be appealed against. @throws AppError CONFLICT appealNotFinalised */
export function offeredItems(
  store: Store,
  { resultId, agentId }: { readonly resultId: string; readonly agentId: string },
): { lastDay: string; open: boolean; items: OfferedItem[] } {
  const db = store.read;
  const result = agentResult(db, resultId, agentId);
  const lastDay = lastFilingDay(db, result);
  return {
    lastDay,
    open: dayOf(store.clock(), result.head.timeZone) <= lastDay,
    items: itemsOf(db, resultId, agentId),
  };
}

export interface Filing {
  readonly resultId: string;
  readonly agentId: string;
  readonly item: { readonly kind: AppealKind; readonly evidenceId: string; readonly criterion: string };
  readonly reason: string;
}

/**
 * @throws AppError NOT_FOUND assessmentResultMissing, agentMissing, appealItemMissing; CONFLICT appealNotFinalised,
 *   appealTooLate (day), appealTwice
 */
export function fileAppeal(store: Store, actor: Actor, { resultId, agentId, item, reason }: Filing): { id: string } {
  return store.change(actor.userId, (tx) => {
    const result = agentResult(tx, resultId, agentId);
    const day = lastFilingDay(tx, result);
    const today = dayOf(Date.parse(tx.at), result.head.timeZone);
    if (today > day) throw new AppError('CONFLICT', 'appealTooLate', { day });
    const found = itemsOf(tx, resultId, agentId).find(
      (one) => one.kind === item.kind && one.evidenceId === item.evidenceId && one.criterion === item.criterion,
    );
    if (!found) throw new AppError('NOT_FOUND', 'appealItemMissing');
    if (found.appealed !== null) throw new AppError('CONFLICT', 'appealTwice');
    const id = tx.newId();
    const { subject } = found;
    tx.run(sql`INSERT INTO appeal (id, result_id, agent_id, branch_id, team, kind, evidence_id, criterion,
        standard_version_id, before, score_before, reason, filed_at, filed_by, due_day, state)
      VALUES (${id}, ${resultId}, ${agentId}, ${result.branchId}, ${result.team}, ${item.kind}, ${item.evidenceId},
        ${item.criterion}, ${subject.standardVersionId}, ${found.value}, ${result.score.graded}, ${reason}, ${tx.at},
        ${actor.userId}, ${decisionDue(calendarOf(tx), today)}, 'filed')`);
    for (const userId of subject.assessorIds)
      tx.run(sql`INSERT INTO appeal_assessor (appeal_id, user_id) VALUES (${id}, ${userId})`);
    tx.note({
      action: 'appeal.filed',
      entity: 'appeal',
      entityId: id,
      facts: {
        agent: agentId,
        result: resultId,
        source: item.kind,
        sourceId: item.evidenceId,
        criterion: item.criterion,
      },
      fields: { reason },
    });
    return { id };
  });
}

/** Who assessed the agent in the result: the sessions and reviews it counts, and who reviewed it. */
function tookPart(db: ReadDb, { result_id, agent_id }: StoredAppeal): string[] {
  const { score } = agentResult(db, result_id, agent_id);
  const ids = score.evidence.map(({ id }) => id);
  return db
    .all<{ id: string }>(
      sql`SELECT assessor_id AS id FROM observation WHERE id IN ${among(ids)}
        UNION SELECT reviewer_id FROM record_review WHERE id IN ${among(ids)}
        UNION SELECT reviewed_by FROM assessment_review WHERE result_id = ${result_id} AND agent_id = ${agent_id}`,
    )
    .map(({ id }) => id);
}

const barredFrom = (db: ReadDb, appeal: StoredAppeal, personId: string) =>
  handlingRefusal({
    personId,
    assessorIds: assessorIdsOf(db, appeal.id),
    filedById: appeal.filed_by,
    tookPartIds: appeal.filed_by === personId ? tookPart(db, appeal) : [],
  });

/** The appeal in the state a move leads to. @throws AppError CONFLICT appealMoveRefused */
function moved(tx: Change, id: string, move: AppealMove) {
  const appeal = appealById(tx, id);
  const state = nextAppealState(appeal.state, move);
  if (state === null) throw new AppError('CONFLICT', 'appealMoveRefused');
  return { appeal, state };
}

/** The actor handles it from now on. @throws AppError FORBIDDEN appealOriginalAssessor, appealFiledAndAssessed */
export function takeAppeal(store: Store, actor: Actor, id: string): void {
  store.change(actor.userId, (tx) => {
    const { appeal, state } = moved(tx, id, 'take');
    const barred = barredFrom(tx, appeal, actor.userId);
    if (barred !== null) throw new AppError('FORBIDDEN', barred);
    tx.run(sql`UPDATE appeal SET state = ${state}, handler_id = ${actor.userId}, taken_at = ${tx.at} WHERE id = ${id}`);
    tx.note({
      action: 'appeal.taken',
      entity: 'appeal',
      entityId: id,
      facts: { from: appeal.handler_id, to: actor.userId },
    });
  });
}

/** The graded composite that the result would have had with the value. */
function scoreWith(db: ReadDb, result: StoredAgentResult, appeal: StoredAppeal, after: number): number | null {
  const { evidence_id: evidenceId, kind, criterion, id: appealId } = appeal;
  const raised = corrected(result.assessment.source, [{ appealId, kind, evidenceId, criterion, after }], sha256);
  return scorePeriod(raised, windowOfResult(db, result.head), result.assessment.model).graded;
}

function choicesOf(db: ReadDb, { kind, evidence_id, criterion, before }: StoredAppeal): number[] {
  if (kind !== 'session') return [1];
  return higherValues(criterionOf(db, subjectOf(db, kind, evidence_id), criterion).scale, before);
}

export interface Ending {
  readonly id: string;
  readonly reason: string;
}

/** @throws AppError as `raiseAppeal`, but for the value */
export const keepAppeal = (store: Store, actor: Actor, ending: Ending): void =>
  endByHandler(store, actor, ending, null);

/**
 * @throws AppError NOT_FOUND appealMissing; CONFLICT appealMoveRefused; FORBIDDEN appealNotHandler, appealOriginalAssessor,
 *   appealFiledAndAssessed; INVALID appealNotHigher
 */
export const raiseAppeal = (store: Store, actor: Actor, ending: Ending & { readonly value: number }): void =>
  endByHandler(store, actor, ending, ending.value);

function endByHandler(store: Store, actor: Actor, { id, reason }: Ending, value: number | null): void {
  store.change(actor.userId, (tx) => {
    const { appeal, state } = moved(tx, id, value === null ? 'keep' : 'raise');
    if (appeal.handler_id !== actor.userId) throw new AppError('FORBIDDEN', 'appealNotHandler');
    const barred = barredFrom(tx, appeal, actor.userId);
    if (barred !== null) throw new AppError('FORBIDDEN', barred);
    if (value !== null && !choicesOf(tx, appeal).includes(value)) throw new AppError('INVALID', 'appealNotHigher');
    const score =
      value === null ? null : scoreWith(tx, agentResult(tx, appeal.result_id, appeal.agent_id), appeal, value);
    tx.run(sql`UPDATE appeal SET state = ${state}, ended_at = ${tx.at}, ended_by = ${actor.userId}, end_reason = ${reason},
      after = ${value}, score_after = ${score} WHERE id = ${id}`);
    tx.note({
      action: `appeal.${value === null ? 'kept' : 'raised'}`,
      entity: 'appeal',
      entityId: id,
      facts: { agent: appeal.agent_id, from: appeal.before, to: value, score },
      fields: { reason },
    });
  });
}

/** @throws AppError NOT_FOUND appealMissing; CONFLICT appealMoveRefused */
export function withdrawAppeal(store: Store, actor: Actor, { id, reason }: Ending): void {
  store.change(actor.userId, (tx) => {
    const { state } = moved(tx, id, 'withdraw');
    tx.run(sql`UPDATE appeal SET state = ${state}, ended_at = ${tx.at}, ended_by = ${actor.userId}, end_reason = ${reason}
      WHERE id = ${id}`);
    tx.note({ action: 'appeal.withdrawn', entity: 'appeal', entityId: id, facts: {}, fields: { reason } });
  });
}

/** As its screen shows it to the reader. @throws AppError NOT_FOUND appealMissing */
export function appealRecord(store: Store, actor: Actor, id: string): AppealRecord {
  const db = store.read;
  const stored = appealById(db, id);
  const row = appealsWhere(db, sql`x.id = ${id}`)[0]!;
  const later = db.get(
    sql`SELECT 1 FROM assessment_result WHERE assessment_id = ${row.assessmentId} AND number > ${row.resultNumber}
      AND as_of >= ${row.endedAt}`,
  );
  return {
    ...row,
    higher: choicesOf(db, stored),
    barred: may(actor.roles, 'appeal.handle') ? barredFrom(db, stored, actor.userId) : 'notPermitted',
    own: stored.handler_id === actor.userId,
    recomputed: row.state === 'raised' && later !== undefined,
    history: historyOf(db, 'appeal', id),
  };
}
