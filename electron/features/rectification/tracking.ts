// Tracks a rectification: more time asked for and decided on, checks with what was seen, and files as evidence (4.4).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  FILE_BYTES,
  FILES,
  type Extension,
  type RectificationCheck,
  type RectificationFile,
} from '../../../shared/contract/rectification.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { refuseForeignFile } from '../evidence/kind.ts';
import { cleanJpeg } from '../evidence/jpeg.ts';
import { readSettings } from '../settings.ts';
import { makeMove } from './stored.ts';

/** @throws AppError as `makeMove`; INVALID rectificationExtensionDay */
export function askExtension(
  store: Store,
  actor: Actor,
  { id, to, reason }: { readonly id: string; readonly to: string; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    const { deadline } = makeMove(tx, actor, id, 'askExtension', { reason, facts: { to } });
    const today = dayOf(Date.parse(tx.at), readSettings(tx).timeZone);
    if (to <= deadline || to < today) throw new AppError('INVALID', 'rectificationExtensionDay', { day: deadline });
    tx.run(sql`INSERT INTO rectification_extension (id, rectification_id, from_day, to_day, reason, asked_at, asked_by)
      VALUES (${tx.newId()}, ${id}, ${deadline}, ${to}, ${reason}, ${tx.at}, ${actor.userId})`);
  });
}

/** Decides on the one that waits; a granted one is the deadline in force from now on. @throws AppError as `makeMove` */
export function decideExtension(
  store: Store,
  actor: Actor,
  { id, granted, reason }: { readonly id: string; readonly granted: boolean; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    const waiting = tx.get<{ id: string; to_day: string }>(
      sql`SELECT id, to_day FROM rectification_extension WHERE rectification_id = ${id} AND granted IS NULL`,
    );
    makeMove(tx, actor, id, granted ? 'grantExtension' : 'refuseExtension', {
      reason,
      facts: { to: waiting?.to_day ?? null },
    });
    tx.run(sql`UPDATE rectification_extension SET granted = ${granted ? 1 : 0}, decided_at = ${tx.at},
      decided_by = ${actor.userId}, decision_reason = ${reason} WHERE id = ${waiting!.id}`);
    if (granted)
      tx.run(sql`UPDATE rectification SET deadline = ${waiting!.to_day}, revision = revision + 1 WHERE id = ${id}`);
  });
}

/** In the order of asking. */
export const extensionsOf = (db: ReadDb, id: string): Extension[] =>
  db
    .all<Omit<Extension, 'granted'> & { readonly granted: number | null }>(
      sql`SELECT e.id, from_day AS "from", to_day AS "to", reason, asked_at AS askedAt, asker.name AS askedBy, granted,
          decided_at AS decidedAt, decider.name AS decidedBy, decision_reason AS decisionReason
        FROM rectification_extension e JOIN user asker ON asker.id = e.asked_by LEFT JOIN user decider ON decider.id = e.decided_by
        WHERE rectification_id = ${id} ORDER BY asked_at, e.id`,
    )
    .map((row) => ({ ...row, granted: row.granted === null ? null : row.granted === 1 }));

/** @throws AppError as `makeMove`; INVALID dayInFuture, rectificationCheckDay */
export function addCheck(
  store: Store,
  actor: Actor,
  input: {
    readonly id: string;
    readonly day: string;
    readonly progress: RectificationCheck['progress'];
    readonly note: string;
  },
): void {
  store.change(actor.userId, (tx) => {
    const { id, day, progress, note } = input;
    const row = makeMove(tx, actor, id, 'check', { facts: { day, progress }, fields: { note } });
    const { timeZone } = readSettings(tx);
    if (day > dayOf(Date.parse(tx.at), timeZone)) throw new AppError('INVALID', 'dayInFuture', { day });
    if (day < dayOf(Date.parse(row.planned_at), timeZone)) throw new AppError('INVALID', 'rectificationCheckDay');
    tx.run(sql`INSERT INTO rectification_check (id, rectification_id, day, progress, note, at, by)
      VALUES (${tx.newId()}, ${id}, ${day}, ${progress}, ${note}, ${tx.at}, ${actor.userId})`);
  });
}

export const checksOf = (db: ReadDb, id: string): RectificationCheck[] =>
  db.all<RectificationCheck>(sql`SELECT c.id, day, note, progress, at, u.name AS by
    FROM rectification_check c JOIN user u ON u.id = c.by WHERE rectification_id = ${id} ORDER BY day, at, c.id`);

/** A photo without its metadata, or a PDF as it is. @throws AppError INVALID recordingRefused, rectificationFileKind, rectificationFileTooLarge, evidenceDamaged */
function readFile(bytes: Buffer): { readonly type: RectificationFile['type']; readonly bytes: Buffer } {
  if (bytes.length > FILE_BYTES)
    throw new AppError('INVALID', 'rectificationFileTooLarge', { megabytes: FILE_BYTES / 1024 / 1024 });
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { type: 'application/pdf', bytes };
  try {
    refuseForeignFile(bytes);
  } catch (error) {
    if (error instanceof AppError && error.reason === 'evidenceNotJpeg')
      throw new AppError('INVALID', 'rectificationFileKind');
    throw error;
  }
  return { type: 'image/jpeg', bytes: cleanJpeg(bytes).bytes };
}

interface NewFile {
  readonly id: string;
  readonly name: string;
  readonly caption: string;
  readonly consent: boolean;
  readonly base64: string;
}

/** @throws AppError as `makeMove` and `readFile`; INVALID consentMissing; CONFLICT rectificationFilesFull */
export function addFile(store: Store, actor: Actor, input: NewFile): { id: string } {
  if (!input.consent) throw new AppError('INVALID', 'consentMissing');
  const file = readFile(Buffer.from(input.base64, 'base64'));
  const sha256 = store.blobs.put(file.bytes);
  return store.change(actor.userId, (tx) => {
    const fileId = tx.newId();
    makeMove(tx, actor, input.id, 'addEvidence', {
      facts: { file: fileId, sha256, bytes: file.bytes.length },
      fields: { name: input.name, caption: input.caption },
    });
    if (filesOf(tx, input.id).length >= FILES)
      throw new AppError('CONFLICT', 'rectificationFilesFull', { most: FILES });
    tx.run(sql`INSERT INTO rectification_file (id, rectification_id, name, caption, type, sha256, bytes, added_at, added_by)
      VALUES (${fileId}, ${input.id}, ${input.name}, ${input.caption}, ${file.type}, ${sha256}, ${file.bytes.length}, ${tx.at},
        ${actor.userId})`);
    return { id: fileId };
  });
}

/** Before it is submitted; its file is swept once no row names it. @throws AppError as `makeMove`; NOT_FOUND rectificationFileMissing */
export function removeFile(
  store: Store,
  actor: Actor,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): void {
  store.change(actor.userId, (tx) => {
    makeMove(tx, actor, id, 'removeEvidence', { facts: { file: fileId } });
    if (tx.run(sql`DELETE FROM rectification_file WHERE id = ${fileId} AND rectification_id = ${id}`) === 0)
      throw new AppError('NOT_FOUND', 'rectificationFileMissing');
  });
}

export const filesOf = (db: ReadDb, id: string): RectificationFile[] =>
  db.all<RectificationFile>(sql`SELECT f.id, f.name, caption, type, sha256, bytes, added_at AS addedAt, u.name AS addedBy
    FROM rectification_file f JOIN user u ON u.id = f.added_by WHERE rectification_id = ${id} ORDER BY added_at, f.id`);

/** @throws AppError NOT_FOUND rectificationFileMissing */
export function fileBytes(
  store: Store,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): { type: RectificationFile['type']; name: string; base64: string } {
  const file = filesOf(store.read, id).find((one) => one.id === fileId);
  if (!file || !store.blobs.has(file.sha256)) throw new AppError('NOT_FOUND', 'rectificationFileMissing');
  return { type: file.type, name: file.name, base64: store.blobs.read(file.sha256).toString('base64') };
}
