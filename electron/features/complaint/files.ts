// Owns the table `complaint_file`: photos, documents, and in words what is kept elsewhere. The bytes are on disk before the row
// that names them. Recordings are refused (双录): their reference and the result of their check are kept instead.
import type { Actor } from '../../../shared/contract/account.ts';
import { COMPLAINT_FILE_BYTES, COMPLAINT_FILES } from '../../../shared/contract/complaint.ts';
import type { ComplaintFile } from '../../../shared/contract/complaintRecord.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { mayAct } from '../../../shared/domain/complaint/states.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { cleanJpeg } from '../evidence/jpeg.ts';
import { fileKind } from '../evidence/kind.ts';
import { caseById, seenCase, touched, type Seen } from './known.ts';
import { actorRecusal, casesOf } from './matter.ts';
import type { Done } from './steps.ts';

const filesWhere = (db: ReadDb, condition: Sql): ComplaintFile[] =>
  db.all<ComplaintFile>(sql`SELECT f.id, f.kind, f.caption, f.sha256, f.bytes, f.round, f.added_at AS addedAt,
      u.name AS addedBy, f.complaint_id AS complaintId, c.number AS complaintNumber
    FROM complaint_file f JOIN user u ON u.id = f.added_by JOIN complaint c ON c.id = f.complaint_id
    WHERE ${condition} ORDER BY f.rowid`);

/** The evidence of the matter: of the first case and of those joined to it. */
export const filesOf = (db: ReadDb, caseId: string): ComplaintFile[] =>
  filesWhere(db, sql`f.complaint_id IN ${casesOf(caseId)}`);

interface Kept {
  readonly kind: ComplaintFile['kind'];
  readonly bytes: Buffer | null;
}

/** @throws AppError INVALID recordingRefused, complaintFileKind, complaintFileTooLarge (megabytes), as `cleanJpeg` */
function keptOf(bytes: Buffer): Kept {
  if (fileKind(bytes) === 'jpeg') return { kind: 'photo', bytes: cleanJpeg(bytes).bytes };
  if (fileKind(bytes) === 'recording') throw new AppError('INVALID', 'recordingRefused');
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw new AppError('INVALID', 'complaintFileKind');
  if (bytes.length > COMPLAINT_FILE_BYTES)
    throw new AppError('INVALID', 'complaintFileTooLarge', { megabytes: COMPLAINT_FILE_BYTES / 1024 / 1024 });
  return { kind: 'document', bytes };
}

function insertFile(
  store: Store,
  actor: Actor,
  seen: Seen,
  caption: string,
  { kind, bytes }: Kept,
): Done & { file: ComplaintFile } {
  const sha256 = bytes === null ? null : store.blobs.put(bytes);
  return store.change(actor.userId, (tx) => {
    const found = seenCase(tx, actor, seen);
    // A joined case has evidence of its own, while the first one is open.
    const lead = found.joined_to_id === null ? found : caseById(tx, found.joined_to_id);
    if (found.state === 'archived' || !mayAct(lead.state, 'addFile'))
      throw new AppError('CONFLICT', 'complaintStepClosed');
    const kept = tx.get<{ n: number }>(sql`SELECT count(*) AS n FROM complaint_file WHERE complaint_id = ${found.id}`);
    if ((kept?.n ?? 0) >= COMPLAINT_FILES)
      throw new AppError('CONFLICT', 'complaintFilesFull', { most: COMPLAINT_FILES });
    const id = tx.newId();
    tx.run(sql`INSERT INTO complaint_file (id, complaint_id, round, kind, caption, sha256, bytes, added_at, added_by)
      VALUES (${id}, ${found.id}, ${lead.round}, ${kind}, ${caption}, ${sha256}, ${bytes?.length ?? 0}, ${tx.at},
        ${actor.userId})`);
    tx.note({
      action: 'complaint.fileAdded',
      entity: 'complaint',
      entityId: found.id,
      facts: { file: id, kind, sha256, bytes: bytes?.length ?? 0 },
      fields: { caption },
    });
    if (lead.id !== found.id) touched(tx, lead.id);
    return { ...touched(tx, found.id), file: filesWhere(tx, sql`f.id = ${id}`)[0]! };
  });
}

/** @throws AppError INVALID as `keptOf`; CONFLICT complaintFilesFull (most), complaintStepClosed */
export function addFile(
  store: Store,
  actor: Actor,
  { caption, base64, ...seen }: Seen & { readonly caption: string; readonly base64: string },
): Done & { file: ComplaintFile } {
  return insertFile(store, actor, seen, caption, keptOf(Buffer.from(base64, 'base64')));
}

/** Evidence that is kept elsewhere, in words. @throws AppError CONFLICT complaintFilesFull (most), complaintStepClosed */
export const addReference = (
  store: Store,
  actor: Actor,
  { caption, ...seen }: Seen & { readonly caption: string },
): Done & { file: ComplaintFile } => insertFile(store, actor, seen, caption, { kind: 'reference', bytes: null });

/** Names stand plain in it: for those who work on complaints, none of them recused; each opening is logged. @throws AppError NOT_FOUND complaintMissing, complaintFileMissing; FORBIDDEN as `actorRecusal` */
export function fileBytes(
  store: Store,
  actor: Actor,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): { mime: 'image/jpeg' | 'application/pdf'; base64: string } {
  const caseId = caseById(store.read, id).joined_to_id ?? id;
  const recused = actorRecusal(store.read, actor, caseId);
  if (recused !== null) throw new AppError('FORBIDDEN', recused);
  const [file] = filesWhere(store.read, sql`f.id = ${fileId} AND f.complaint_id IN ${casesOf(caseId)}`);
  if (!file || file.sha256 === null || !store.blobs.has(file.sha256))
    throw new AppError('NOT_FOUND', 'complaintFileMissing');
  store.change(actor.userId, (tx) =>
    tx.note({
      action: 'complaint.fileOpened',
      entity: 'complaint',
      entityId: id,
      facts: { file: file.id, kind: file.kind },
    }),
  );
  return {
    mime: file.kind === 'photo' ? 'image/jpeg' : 'application/pdf',
    base64: store.blobs.read(file.sha256).toString('base64'),
  };
}
