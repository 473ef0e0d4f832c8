// Writes the agent's copy as a PDF and logs it like every file that leaves the console.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Store } from '../../db/store.ts';
import { PDF, type Desktop } from '../../desktop.ts';
import { recordExport } from '../exports.ts';
import { personalCopyOf, type CopyOf } from './read.ts';

/** The path, null when the dialog was closed. @throws AppError FILE copyNeedsWindow, fileUnwritable; as `personalCopyOf` */
export async function savePersonalCopy(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { title, ...of }: CopyOf & { readonly title: string },
): Promise<string | null> {
  const { agent, period, result, evidence } = personalCopyOf(store, of);
  if (!desktop.printPage) throw new AppError('FILE', 'copyNeedsWindow');
  const name = `${title} ${agent.number} ${period.start}.pdf`;
  const path = await desktop.pickSaveFile({ title, name, kinds: [PDF] });
  if (path === null) return null;
  const bytes = await desktop.printPage();
  try {
    await writeFile(path, bytes);
  } catch {
    throw new AppError('FILE', 'fileUnwritable', { file: basename(path) });
  }
  recordExport(store, actor, {
    ...{ kind: 'personalCopy', title, path, masked: false, reason: title },
    rows: evidence.reduce((sum, { count }) => sum + count, 0),
    digest: createHash('sha256').update(bytes).digest('hex'),
    facts: { agent: agent.id, kind: period.kind, start: period.start, result: result?.number ?? 0 },
  });
  return path;
}
