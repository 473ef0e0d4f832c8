// Writes the closing report (6.3: content, measures, effect, next steps) as a PDF and logs it like every file that leaves the console.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Store } from '../../db/store.ts';
import { PDF, type Desktop } from '../../desktop.ts';
import { recordExport } from '../exports.ts';
import { rectificationRecord } from './record.ts';

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
  try {
    await writeFile(path, bytes);
  } catch {
    throw new AppError('FILE', 'fileUnwritable', { file: basename(path) });
  }
  recordExport(store, actor, {
    ...{ kind: 'closingReport', title, path, masked: false, reason: title, rows: findings },
    digest: createHash('sha256').update(bytes).digest('hex'),
    facts: { rectification: id, state },
  });
  return path;
}
