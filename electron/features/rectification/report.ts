// Writes the closing report (6.3: content, measures, effect, next steps) as a PDF, and files of evidence as they were kept; each is
// logged like every file that leaves the console.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Store } from '../../db/store.ts';
import { PDF, type Desktop, type FileKind } from '../../desktop.ts';
import { recordExport } from '../exports.ts';
import { rectificationRecord } from './record.ts';
import { fileBytes } from './tracking.ts';

const JPEG: FileKind = { name: 'JPEG', extensions: ['jpg'] };

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch {
    throw new AppError('FILE', 'fileUnwritable', { file: basename(path) });
  }
}

/** The path, null when the dialog was closed. @throws AppError NOT_FOUND rectificationFileMissing; FILE fileUnwritable */
export async function saveEvidence(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  of: { readonly id: string; readonly fileId: string },
): Promise<string | null> {
  const { type, name, base64 } = fileBytes(store, of);
  const kind = type === 'application/pdf' ? PDF : JPEG;
  const bytes = Buffer.from(base64, 'base64');
  const path = await desktop.pickSaveFile({ title: name, name: `${name}.${kind.extensions[0]}`, kinds: [kind] });
  if (path === null) return null;
  await write(path, bytes);
  recordExport(store, actor, {
    ...{ kind: 'evidence', title: name, path, masked: false, reason: name, rows: 1 },
    digest: createHash('sha256').update(bytes).digest('hex'),
    facts: { rectification: of.id, file: of.fileId },
  });
  return path;
}

/** The path, null when the dialog was closed. @throws AppError FILE copyNeedsWindow, fileUnwritable; NOT_FOUND rectificationMissing */
export async function saveClosingReport(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<string | null> {
  const { employeeNumber, plannedOn, state, findings } = rectificationRecord(store, actor, id);
  if (!desktop.printPage) throw new AppError('FILE', 'copyNeedsWindow');
  const name = `${title} ${employeeNumber} ${plannedOn}.pdf`;
  const path = await desktop.pickSaveFile({ title, name, kinds: [PDF] });
  if (path === null) return null;
  const bytes = await desktop.printPage();
  await write(path, bytes);
  recordExport(store, actor, {
    ...{ kind: 'closingReport', title, path, masked: false, reason: title, rows: findings },
    digest: createHash('sha256').update(bytes).digest('hex'),
    facts: { rectification: id, state },
  });
  return path;
}
