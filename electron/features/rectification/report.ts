// Writes the closing report (6.3: content, measures, effect, next steps) as a PDF, and files of evidence as they were kept; each is
// logged like every file that leaves the console.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Store } from '../../db/store.ts';
import { PDF, type Desktop, type FileKind } from '../../desktop.ts';
import { saveFile, savePrinted } from '../saveFile.ts';
import { rectificationRecord } from './record.ts';
import { fileBytes } from './tracking.ts';

const JPEG: FileKind = { name: 'JPEG', extensions: ['jpg'] };

/** The path, null when the dialog was closed. @throws AppError NOT_FOUND rectificationFileMissing; as `saveFile` */
export async function saveEvidence(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  of: { readonly id: string; readonly fileId: string },
): Promise<string | null> {
  const { type, name, base64 } = fileBytes(store, of);
  const kind = type === 'application/pdf' ? PDF : JPEG;
  const facts = { rectification: of.id, file: of.fileId };
  return saveFile(
    { store, desktop, actor },
    {
      ...{ name: `${name}.${kind.extensions[0]}`, kind },
      bytes: () => Promise.resolve(Buffer.from(base64, 'base64')),
      entry: { kind: 'evidence', title: name, masked: false, reason: name, rows: 1, facts },
    },
  );
}

/** The path, null when the dialog was closed. @throws AppError NOT_FOUND rectificationMissing; as `savePrinted` */
export async function saveClosingReport(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<string | null> {
  const { employeeNumber, plannedOn, state, findings } = rectificationRecord(store, actor, id);
  const facts = { rectification: id, state };
  return savePrinted(
    { store, desktop, actor },
    {
      name: `${title} ${employeeNumber} ${plannedOn}.pdf`,
      entry: { kind: 'closingReport', title, masked: false, reason: title, rows: findings, facts },
    },
  );
}
