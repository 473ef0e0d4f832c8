// Files that a person saves from a screen: asked where, written whole or not at all, logged like every file that leaves the console.
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { Actor } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Store } from '../db/store.ts';
import { PDF, type Desktop, type FileKind } from '../desktop.ts';
import { fileError } from '../excel/fileError.ts';
import { recordExport, type NewExport } from './exports.ts';

/** Signs that file names of Windows cannot hold. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, ' ').trim();

/** Writes beside the target and renames, so that a full disk or a crash leaves the file that was there. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw fileError(error, path, 'write');
  }
}

export interface SavedFile {
  /** Offered in the dialog, with its ending; signs that no file name holds are taken out. */
  readonly name: string;
  readonly kind: FileKind;
  /** What the file holds; called once the person has chosen where. */
  readonly bytes: () => Promise<Uint8Array>;
  readonly entry: Omit<NewExport, 'path' | 'digest'>;
}

interface Saving {
  readonly store: Store;
  readonly desktop: Pick<Desktop, 'pickSaveFile'>;
  readonly actor: Actor;
}

/**
 * Saves one file and logs it; the path, null when the dialog was closed.
 * @throws AppError FILE fileUnwritable, fileInUse, diskFull (file)
 */
export async function saveFile(
  { store, desktop, actor }: Saving,
  { name, kind, bytes, entry }: SavedFile,
): Promise<string | null> {
  const path = await desktop.pickSaveFile({ title: entry.title, name: fileName(name), kinds: [kind] });
  if (path === null) return null;
  const written = await bytes();
  await writeWhole(path, written);
  recordExport(store, actor, { ...entry, path, digest: createHash('sha256').update(written).digest('hex') });
  return path;
}

/**
 * Saves what the window shows as a PDF on A4, as `saveFile`.
 * @throws AppError FILE copyNeedsWindow without a window, printFailed; as `saveFile`
 */
export async function savePrinted(
  saving: Saving & { readonly desktop: Pick<Desktop, 'pickSaveFile' | 'printPage'> },
  { name, entry }: Pick<SavedFile, 'name' | 'entry'>,
): Promise<string | null> {
  const { printPage } = saving.desktop;
  if (!printPage) throw new AppError('FILE', 'copyNeedsWindow');
  const bytes = async (): Promise<Uint8Array> => {
    try {
      return await printPage();
    } catch {
      throw new AppError('FILE', 'printFailed');
    }
  };
  return saveFile(saving, { name, kind: PDF, bytes, entry });
}
