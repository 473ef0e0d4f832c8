// Owns the tables `record_sample`, `record_frame_row` and `record_draw`: the frame of an agent's service records, the seeded
// draw from it, and replacements with their reasons (4.2, third method).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FrameRowInput, RecordSample } from '../../../shared/contract/records.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { drawOrder } from '../../../shared/domain/records/draw.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { registerRows } from './register.ts';
import { drawsOf, frameOf, sampleFor, sampleIn } from './rows.ts';
import { sampleRecord } from './sampleRecord.ts';

const note = (tx: Change, action: string, id: string, facts: Readonly<Record<string, string | number | null>> = {}) =>
  tx.note({ action: `recordSample.${action}`, entity: 'recordSample', entityId: id, facts });

/** Opens a frame. @throws AppError NOT_FOUND agentUnknown, INVALID frameDays or dayInFuture */
export function beginSample(
  store: Store,
  actor: Actor,
  input: { readonly agentId: string; readonly from: string; readonly to: string },
): RecordSample {
  const today = dayOf(store.clock(), readSettings(store.read).timeZone);
  if (input.from > input.to) throw new AppError('INVALID', 'frameDays');
  if (input.to > today) throw new AppError('INVALID', 'dayInFuture', { day: input.to });
  const id = store.change(actor.userId, (tx) => {
    const place = agentAt(tx, input.agentId, today);
    if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
    const made = tx.newId();
    tx.run(sql`INSERT INTO record_sample (id, agent_id, branch_id, team, reviewer_id, state, from_day, to_day, created_at)
      VALUES (${made}, ${input.agentId}, ${place.branchId}, ${place.team}, ${actor.userId}, 'registering', ${input.from},
        ${input.to}, ${tx.at})`);
    note(tx, 'begun', made, { agent: input.agentId, from: input.from, to: input.to });
    return made;
  });
  return sampleRecord(store.read, actor, id);
}

/** Registers rows, all or none. @throws AppError INVALID recordTwice, recordOutside or frameFull, CONFLICT sampleLocked */
export function addRows(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly rows: readonly FrameRowInput[] },
): RecordSample {
  store.change(actor.userId, (tx) => {
    const { id } = sampleIn(tx, actor, input.id, ['registering']);
    registerRows(tx, id, input.rows);
  });
  return sampleRecord(store.read, actor, input.id);
}

/** Takes a row out of the frame before the draw. @throws AppError NOT_FOUND recordMissing, CONFLICT sampleLocked */
export function removeRow(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly rowId: string },
): RecordSample {
  store.change(actor.userId, (tx) => {
    const { id } = sampleIn(tx, actor, input.id, ['registering']);
    const gone = tx.run(sql`DELETE FROM record_frame_row WHERE id = ${input.rowId} AND sample_id = ${id}`);
    if (gone === 0) throw new AppError('NOT_FOUND', 'recordMissing');
    note(tx, 'rowRemoved', id);
  });
  return sampleRecord(store.read, actor, input.id);
}

function insertDraw(tx: Change, sampleId: string, rowId: string, number: number, insteadOf: string | null): string {
  const id = tx.newId();
  tx.run(sql`INSERT INTO record_draw (id, sample_id, row_id, number, instead_of)
    VALUES (${id}, ${sampleId}, ${rowId}, ${number}, ${insteadOf})`);
  return id;
}

/**
 * Draws the sample and locks the frame. Without a seed of one's own it is 12 hexadecimal digits by chance.
 * @throws AppError INVALID sampleTooLarge, CONFLICT sampleLocked
 */
export function drawSample(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly size: number; readonly seed: string | null },
): RecordSample {
  store.change(actor.userId, (tx) => {
    const { id } = sampleIn(tx, actor, input.id, ['registering']);
    const frame = frameOf(tx, id);
    if (input.size > frame.length) throw new AppError('INVALID', 'sampleTooLarge', { rows: frame.length });
    const seed = input.seed ?? tx.newId().slice(-12);
    const digest = sha256(
      canonicalJson(
        frame.map(({ number, reference, day, kind, client }) => ({ number, reference, day, kind, client })),
      ),
    );
    tx.run(sql`UPDATE record_sample SET state = 'drawn', seed = ${seed}, size = ${input.size}, frame_digest = ${digest},
      drawn_at = ${tx.at} WHERE id = ${id}`);
    drawOrder(frame, seed)
      .slice(0, input.size)
      .forEach((row, index) => insertDraw(tx, id, row.id, index + 1, null));
    note(tx, 'drawn', id, { size: input.size, rows: frame.length, seed, digest });
  });
  return sampleRecord(store.read, actor, input.id);
}

/**
 * Sets a drawn record aside with a reason; the next of the order takes its place. It stays listed.
 * @throws AppError NOT_FOUND drawMissing, CONFLICT drawReviewed, drawReplaced, frameExhausted or sampleLocked
 */
export function replaceDraw(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly drawId: string; readonly reason: string },
): RecordSample {
  store.change(actor.userId, (tx) => {
    const sample = sampleIn(tx, actor, input.id, ['drawn']);
    const draws = drawsOf(tx, sample.id);
    const given = draws.find(({ id }) => id === input.drawId);
    if (!given) throw new AppError('NOT_FOUND', 'drawMissing');
    if (given.replaced_at !== null) throw new AppError('CONFLICT', 'drawReplaced');
    const reviewed = tx.get(sql`SELECT 1 FROM record_review WHERE draw_id = ${given.id} AND state <> 'withdrawn'`);
    if (reviewed) throw new AppError('CONFLICT', 'drawReviewed');
    const next = drawOrder(frameOf(tx, sample.id), sample.seed ?? '')[draws.length];
    if (!next) throw new AppError('CONFLICT', 'frameExhausted');
    tx.run(sql`UPDATE record_draw SET replaced_at = ${tx.at}, replaced_by = ${actor.userId}, reason = ${input.reason}
      WHERE id = ${given.id}`);
    insertDraw(tx, sample.id, next.id, draws.length + 1, given.id);
    tx.note({
      action: 'recordSample.replaced',
      entity: 'recordSample',
      entityId: sample.id,
      facts: { draw: given.number, by: draws.length + 1 },
      fields: { reason: input.reason },
    });
  });
  return sampleRecord(store.read, actor, input.id);
}

/**
 * Gives up a sample of which nothing was reviewed; its reviewer, or one who decides red lines.
 * @throws AppError FORBIDDEN notYourInspection, CONFLICT sampleLocked or sampleReviewed
 */
export function cancelSample(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): RecordSample {
  store.change(actor.userId, (tx) => {
    const sample = sampleFor(tx, actor, input.id);
    if (sample.reviewer_id !== actor.userId && !may(actor.roles, 'redLine.decide'))
      throw new AppError('FORBIDDEN', 'notYourInspection');
    if (sample.state === 'cancelled') throw new AppError('CONFLICT', 'sampleLocked');
    if (tx.get(sql`SELECT 1 FROM record_review WHERE sample_id = ${sample.id} AND state <> 'withdrawn'`))
      throw new AppError('CONFLICT', 'sampleReviewed');
    tx.run(sql`UPDATE record_sample SET state = 'cancelled', cancelled_at = ${tx.at}, cancel_reason = ${input.reason}
      WHERE id = ${sample.id}`);
    tx.note({
      action: 'recordSample.cancelled',
      entity: 'recordSample',
      entityId: sample.id,
      facts: { before: sample.state },
      fields: { reason: input.reason },
    });
  });
  return sampleRecord(store.read, actor, input.id);
}
