// Recording, correcting and withdrawing a training by hand.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RecordFields, TrainingRecord } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CHECKS } from '../../../shared/contract/trainingWords.ts';
import { amendmentOf } from '../../../shared/domain/responses/correction.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { fitsDay } from '../../../shared/domain/training/dayHours.ts';
import { isMark } from '../../../shared/domain/training/mark.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { saveRow, withdrawRow } from '../responses/kept.ts';
import { readSettings } from '../settings.ts';
import { getTraining, trainingTable } from './rows.ts';
import { resettlePlan, settlePlan } from './settling.ts';

/** @throws AppError NOT_FOUND rowMissing */
export function trainingRecord(db: ReadDb, id: string): TrainingRecord {
  const plan = db.get<{ id: string }>(sql`SELECT id FROM training_plan WHERE record_id = ${id}`);
  return { ...getTraining(db, id), planId: plan?.id ?? null, history: historyOf(db, trainingTable.entity, id) };
}

/** The course's version of now; a course that is kept keeps the version that was kept. @throws AppError */
export function versionOf(db: ReadDb, courseId: string | null, held: RecordFields | null): number | null {
  if (courseId === null) return null;
  if (held?.courseId === courseId) return held.courseVersion;
  const course = db.get<{ state: string; version: number }>(
    sql`SELECT state, version FROM training_course WHERE id = ${courseId}`,
  );
  if (!course) throw new AppError('NOT_FOUND', 'courseMissing');
  if (course.state === 'retired') throw new AppError('CONFLICT', 'courseRetired');
  return course.version;
}

/** @throws AppError CONFLICT trainingTwice */
function checkOnce(db: ReadDb, { agentId, day, title }: RecordFields, id: string | null): void {
  const same = db.get<{ id: string }>(sql`SELECT id FROM training_record
    WHERE agent_id = ${agentId} AND day = ${day} AND title = ${title} AND state = 'standing'`);
  if (same && same.id !== id) throw new AppError('CONFLICT', 'trainingTwice', { day, title });
}

/** Hours of the agent's other standing trainings of the day, which with this one stay within it. @throws AppError CONFLICT trainingDayFull */
export function checkDay(db: ReadDb, { agentId, day, hours }: RecordFields, id: string | null): void {
  const { existing } = db.get<{ existing: number }>(
    sql`SELECT round(coalesce(sum(hours), 0), 2) AS existing FROM training_record
      WHERE agent_id = ${agentId} AND day = ${day} AND state = 'standing' AND id IS NOT ${id}`,
  )!;
  if (!fitsDay(existing, hours))
    throw new AppError('CONFLICT', 'trainingDayFull', { agent: nameOf(db, agentId), day, existing, hours });
}

/** Name and number, as refusals name an agent. */
export const nameOf = (db: ReadDb, agentId: string): string =>
  db.get<{ name: string }>(sql`SELECT name || ' ' || number AS name FROM agent WHERE id = ${agentId}`)?.name ?? '';

export interface SaveTraining {
  readonly id: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  readonly fields: Omit<RecordFields, 'courseVersion'>;
  readonly planId: string | null;
}

/**
 * Records a training, or what is known of one since.
 * @throws AppError INVALID dayInFuture, markInvalid, correctionReasonMissing; CONFLICT trainingTwice, trainingDayFull, courseRetired,
 *   trainingPlanEnded, changedMeanwhile, rowWithdrawn; NOT_FOUND agentUnknown, courseMissing, rowMissing
 */
export function saveTraining(store: Store, actor: Actor, input: SaveTraining): { id: string } {
  const { id, planId } = input;
  const { day } = input.fields;
  if (day > dayOf(store.clock(), readSettings(store.read).timeZone))
    throw new AppError('INVALID', 'dayInFuture', { day });
  for (const check of TRAINING_CHECKS) {
    const mark = input.fields[check];
    if (mark !== null && !isMark(mark)) throw new AppError('INVALID', 'markInvalid', { mark });
  }
  const kept = id === null ? null : trainingTable.contentOf(store.read, id);
  if (kept?.state === 'withdrawn') throw new AppError('CONFLICT', 'rowWithdrawn');
  const held = kept?.fields ?? null;
  const fields = { ...input.fields, courseVersion: versionOf(store.read, input.fields.courseId, held) };
  if (held && amendmentOf(held, fields) === 'same') return { id: id ?? '' };
  return {
    id: store.change(actor.userId, (tx: Change) => {
      checkOnce(tx, fields, id);
      checkDay(tx, fields, id);
      const { revision, reason } = input;
      const saved = saveRow(tx, trainingTable, { id, revision, reason, fields }, actor.userId);
      if (id === null) settlePlan(tx, saved, fields, planId);
      else if (saved !== id) resettlePlan(tx, id, held ? { id: saved, before: held, fields } : null);
      return saved;
    }),
  };
}

/** Takes a training out of the hours; it stays readable. @throws AppError NOT_FOUND rowMissing; CONFLICT rowWithdrawn, changedMeanwhile */
export function withdrawTraining(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly revision: number; readonly reason: string },
): { id: string } {
  store.change(actor.userId, (tx) => {
    const { state, revision } = trainingTable.contentOf(tx, input.id);
    if (state === 'withdrawn') throw new AppError('CONFLICT', 'rowWithdrawn');
    if (revision !== input.revision) throw new AppError('CONFLICT', 'changedMeanwhile');
    withdrawRow(tx, trainingTable, input.id, input.reason, { actorId: actor.userId, via: 'form' });
    resettlePlan(tx, input.id, null);
  });
  return { id: input.id };
}
