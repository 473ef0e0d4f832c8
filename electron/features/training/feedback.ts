// Feedback of agents on courses (7.3): three questions from 1 to 5 and a remark, with or without a name.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CourseFeedback } from '../../../shared/contract/trainingRows.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { digestOf } from '../responses/kept.ts';
import { readSettings } from '../settings.ts';

/** Newest first, withdrawn ones too. */
export const commentsOf = (db: ReadDb, courseId: string): CourseFeedback[] =>
  db.all<CourseFeedback>(sql`SELECT f.id, f.version, f.day, agent.name AS agentName, f.useful, f.clear, f.applicable,
      f.comment, f.state, f.withdrawn_reason AS withdrawnReason
    FROM training_feedback f LEFT JOIN agent ON agent.id = f.agent_id
    WHERE f.course_id = ${courseId} ORDER BY f.day DESC, f.id DESC`);

export interface AddFeedback {
  readonly courseId: string;
  readonly version: number;
  readonly day: string;
  readonly agentId: string | null;
  readonly useful: number;
  readonly clear: number;
  readonly applicable: number;
  readonly comment: string;
}

/** @throws AppError INVALID dayInFuture; NOT_FOUND courseMissing, agentUnknown; CONFLICT courseFeedbackTwice */
export function addFeedback(store: Store, actor: Actor, input: AddFeedback): { id: string } {
  const { courseId, version, day, agentId, useful, clear, applicable, comment } = input;
  if (day > dayOf(store.clock(), readSettings(store.read).timeZone))
    throw new AppError('INVALID', 'dayInFuture', { day });
  return store.change(actor.userId, (tx) => {
    if (!tx.get(sql`SELECT 1 FROM training_course_version WHERE course_id = ${courseId} AND number = ${version}`))
      throw new AppError('NOT_FOUND', 'courseMissing');
    if (agentId !== null && !tx.get(sql`SELECT 1 FROM agent WHERE id = ${agentId}`))
      throw new AppError('NOT_FOUND', 'agentUnknown');
    // Somebody's second answer on the same day would weigh double.
    if (
      agentId !== null &&
      tx.get(sql`SELECT 1 FROM training_feedback WHERE course_id = ${courseId} AND version = ${version}
        AND agent_id = ${agentId} AND day = ${day} AND state = 'standing'`)
    )
      throw new AppError('CONFLICT', 'courseFeedbackTwice', { day });
    const id = tx.newId();
    tx.run(sql`INSERT INTO training_feedback (id, course_id, version, day, agent_id, useful, clear, applicable, comment,
        state, digest, recorded_by, recorded_at)
      VALUES (${id}, ${courseId}, ${version}, ${day}, ${agentId}, ${useful}, ${clear}, ${applicable}, ${comment},
        'standing', ${digestOf({ ...input })}, ${actor.userId}, ${tx.at})`);
    tx.note({
      action: 'trainingCourse.feedback',
      entity: 'trainingCourse',
      entityId: courseId,
      facts: { feedbackId: id, version },
    });
    return { id };
  });
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT rowWithdrawn */
export function withdrawFeedback(
  store: Store,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): { id: string } {
  store.change(actor.userId, (tx) => {
    const row = tx.get<{ courseId: string; state: string }>(
      sql`SELECT course_id AS courseId, state FROM training_feedback WHERE id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    if (row.state === 'withdrawn') throw new AppError('CONFLICT', 'rowWithdrawn');
    tx.run(sql`UPDATE training_feedback SET state = 'withdrawn', withdrawn_reason = ${reason} WHERE id = ${id}`);
    tx.note({
      action: 'trainingCourse.feedbackWithdrawn',
      entity: 'trainingCourse',
      entityId: row.courseId,
      facts: { feedbackId: id },
      fields: { reason },
    });
  });
  return { id };
}
