// Saves a chart as a picture where the user says, and logs it like every file that leaves the console.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Actor } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Store } from '../db/store.ts';
import type { Desktop, FileKind } from '../desktop.ts';
import { recordExport } from './exports.ts';

const PICTURE: FileKind = { name: 'PNG', extensions: ['png'] };
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Signs that file names of Windows cannot hold. */
const fileName = (title: string): string => `${title.replace(/[\\/:*?"<>|]/g, ' ').trim()}.png`;

/**
 * Writes the PNG; null when the dialog was closed.
 * @throws AppError INVALID pictureDamaged when it is no PNG; FILE fileUnwritable, diskFull
 */
export async function savePicture(
  { store, desktop }: { readonly store: Store; readonly desktop: Pick<Desktop, 'pickSaveFile'> },
  actor: Actor,
  { title, png }: { readonly title: string; readonly png: string },
): Promise<{ path: string | null }> {
  const bytes = Buffer.from(png, 'base64');
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new AppError('INVALID', 'pictureDamaged');
  const path = await desktop.pickSaveFile({ title, name: fileName(title), kinds: [PICTURE] });
  if (path === null) return { path: null };
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new AppError('FILE', code === 'ENOSPC' ? 'diskFull' : 'fileUnwritable', { file: basename(path), path, code });
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  recordExport(store, actor, {
    ...{ kind: 'picture', title, path, rows: 0, masked: true, reason: null, digest, facts: {} },
  });
  return { path };
}
