// Owns the table `feedback`: recorded, answered by a person in charge, closed; praise confirmed by a manager.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FeedbackFields, FeedbackRecord, FeedbackRow } from '../../../shared/contract/feedback.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import { answerDue } from '../../../shared/domain/feedback/limits.ts';
import { mayStep, type FeedbackStep } from '../../../shared/domain/feedback/states.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { getFeedback } from './rows.ts';

interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** Active people who may write feedback, by name. */
export function feedbackPeople(db: ReadDb): { id: string; name: string }[] {
  const held = db
    .all<{ id: string; name: string; role: Role }>(
      sql`SELECT user.id, name, role FROM user JOIN user_role ON user_id = user.id WHERE status = 'active'
        ORDER BY name, user.id`,
    )
    .filter(({ role }) => may([role], 'feedback.write'));
  return [...new Map(held.map(({ id, name }) => [id, { id, name }])).values()];
}

/** @throws AppError NOT_FOUND rowMissing */
export const feedbackRecord = (db: ReadDb, id: string): FeedbackRecord => ({
  ...getFeedback(db, id),
  history: historyOf(db, 'feedback', id),
});

function checkOwner(db: ReadDb, ownerId: string): void {
  if (!feedbackPeople(db).some(({ id }) => id === ownerId)) throw new AppError('INVALID', 'feedbackOwnerUnfit');
}

/** Of what the score takes: what was said, and whether it was confirmed. An answer does not change it. */
const digestOf = (
  { agentId, day, kind, class: of, channel, client, content }: FeedbackFields,
  confirmed: boolean,
): string => sha256(canonicalJson({ agentId, day, kind, class: of, channel, client, content, confirmed }));

function insert(tx: Change, actor: Actor, given: FeedbackFields, today: string, replacesId: string | null): string {
  const fields = { ...given, client: maskClient(given.client) };
  if (fields.day > today) throw new AppError('INVALID', 'dayInFuture', { day: fields.day });
  const dueOn = fields.dueOn ?? answerDue(fields.kind, fields.class, fields.day);
  if (dueOn < fields.day) throw new AppError('INVALID', 'feedbackDueBeforeDay');
  checkOwner(tx, fields.ownerId);
  const place = agentAt(tx, fields.agentId, fields.day);
  if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
  const id = tx.newId();
  tx.run(sql`INSERT INTO feedback (id, agent_id, branch_id, team, day, kind, class, channel, client, content, state, owner_id,
      due_on, answer, digest, recorded_by, recorded_at, replaces_id)
    VALUES (${id}, ${fields.agentId}, ${place.branchId}, ${place.team}, ${fields.day}, ${fields.kind}, ${fields.class},
      ${fields.channel}, ${fields.client}, ${fields.content}, 'open', ${fields.ownerId}, ${dueOn}, '', ${digestOf(fields, false)},
      ${actor.userId}, ${tx.at}, ${replacesId})`);
  tx.note({
    action: replacesId === null ? 'feedback.recorded' : 'feedback.corrected',
    entity: 'feedback',
    entityId: id,
    facts: {
      agentId: fields.agentId,
      kind: fields.kind,
      class: fields.class,
      dueOn,
      ownerId: fields.ownerId,
      replacesId,
    },
  });
  return id;
}

const todayOf = (store: Store): string => dayOf(store.clock(), readSettings(store.read).timeZone);

/** @throws AppError INVALID dayInFuture, feedbackDueBeforeDay, feedbackOwnerUnfit; NOT_FOUND agentUnknown */
export const addFeedback = (store: Store, actor: Actor, fields: FeedbackFields): { id: string } => ({
  id: store.change(actor.userId, (tx) => insert(tx, actor, fields, todayOf(store), null)),
});

/** The record as the person saw it, in a state that allows the step. @throws AppError NOT_FOUND; CONFLICT */
function seen(tx: Change, { id, revision }: Seen, step: FeedbackStep): FeedbackRow {
  const row = getFeedback(tx, id);
  if (row.revision !== revision) throw new AppError('CONFLICT', 'changedMeanwhile');
  const { state, kind, confirmedAt } = row;
  if (!mayStep(step, { state, kind, confirmed: confirmedAt !== null }))
    throw new AppError('CONFLICT', 'feedbackStepClosed');
  return row;
}

function withdraw(tx: Change, id: string, reason: string): void {
  tx.run(sql`UPDATE feedback SET state = 'withdrawn', withdrawn_reason = ${reason}, revision = revision + 1
    WHERE id = ${id}`);
  tx.note({ action: 'feedback.withdrawn', entity: 'feedback', entityId: id, fields: { reason } });
}

/** The new record takes over the course of the answer. @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed, as addFeedback */
export function correctFeedback(
  store: Store,
  actor: Actor,
  input: Seen & { readonly reason: string; readonly fields: FeedbackFields },
): { id: string } {
  const id = store.change(actor.userId, (tx) => {
    const before = seen(tx, input, 'correct');
    withdraw(tx, before.id, input.reason);
    const made = insert(tx, actor, input.fields, todayOf(store), before.id);
    tx.run(sql`UPDATE feedback SET state = ${before.state}, answer = ${before.answer}, answered_at = ${before.answeredAt}
      WHERE id = ${made}`);
    return made;
  });
  return { id };
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed; INVALID feedbackOwnerUnfit */
export function assignFeedback(store: Store, actor: Actor, input: Seen & { readonly ownerId: string }): { id: string } {
  store.change(actor.userId, (tx) => {
    const { id } = seen(tx, input, 'assign');
    checkOwner(tx, input.ownerId);
    tx.run(sql`UPDATE feedback SET owner_id = ${input.ownerId}, revision = revision + 1 WHERE id = ${id}`);
    tx.note({ action: 'feedback.assigned', entity: 'feedback', entityId: id, facts: { ownerId: input.ownerId } });
  });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed; INVALID instantInFuture, feedbackAnswerEarly */
export function answerFeedback(
  store: Store,
  actor: Actor,
  input: Seen & { readonly answer: string; readonly answeredAt: string },
): { id: string } {
  const at = Date.parse(input.answeredAt);
  if (at > store.clock()) throw new AppError('INVALID', 'instantInFuture');
  store.change(actor.userId, (tx) => {
    const { id, day } = seen(tx, input, 'answer');
    if (dayOf(at, readSettings(tx).timeZone) < day) throw new AppError('INVALID', 'feedbackAnswerEarly');
    tx.run(sql`UPDATE feedback SET state = 'answered', answer = ${input.answer},
      answered_at = ${new Date(at).toISOString()}, revision = revision + 1 WHERE id = ${id}`);
    tx.note({ action: 'feedback.answered', entity: 'feedback', entityId: id, fields: { answer: input.answer } });
  });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed */
export function closeFeedback(store: Store, actor: Actor, input: Seen): { id: string } {
  store.change(actor.userId, (tx) => {
    const { id } = seen(tx, input, 'close');
    tx.run(sql`UPDATE feedback SET state = 'closed', closed_at = ${tx.at}, revision = revision + 1 WHERE id = ${id}`);
    tx.note({ action: 'feedback.closed', entity: 'feedback', entityId: id });
  });
  return { id: input.id };
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed */
export function withdrawFeedback(
  store: Store,
  actor: Actor,
  input: Seen & { readonly reason: string },
): { id: string } {
  store.change(actor.userId, (tx) => withdraw(tx, seen(tx, input, 'withdraw').id, input.reason));
  return { id: input.id };
}

/** Makes praise a commendation. @throws AppError NOT_FOUND rowMissing; CONFLICT changedMeanwhile, feedbackStepClosed; FORBIDDEN feedbackOwn */
export function confirmPraise(store: Store, actor: Actor, input: Seen): { id: string } {
  store.change(actor.userId, (tx) => {
    const row = seen(tx, input, 'confirm');
    const { id } = row;
    if (row.recordedById === actor.userId) throw new AppError('FORBIDDEN', 'feedbackOwn');
    tx.run(sql`UPDATE feedback SET confirmed_by = ${actor.userId}, confirmed_at = ${tx.at},
      digest = ${digestOf(row, true)}, revision = revision + 1
      WHERE id = ${id}`);
    tx.note({ action: 'feedback.confirmed', entity: 'feedback', entityId: id });
  });
  return { id: input.id };
}
