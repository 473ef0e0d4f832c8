// The first half of a restore: the backup is verified and copied beside the live data. swap.ts then puts it in its place.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { openBlobs } from '../../db/blobs.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { fileDigest, readManifest, verifyDatabase } from './manifest.ts';
import { READY, STAGING, type Restore } from './swap.ts';

export interface RestoreInput {
  /** The backup's folder. */
  readonly backup: string;
  /** The console's data folder. */
  readonly target: string;
  /** Id of who asked for it; null when nobody is signed in. */
  readonly by: string | null;
}

/** Copies a file and waits until its bytes are on the disk, for it is about to take the place of the live one. */
async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Verifies a backup and copies it beside the live data. @throws AppError FILE backupNotFound, backupDamaged, databaseNewer */
export const stageRestore: Task<RestoreInput, { at: string }> = async (input, { signal, onProgress }) => {
  const manifest = readManifest(input.backup);
  const staging = join(input.target, STAGING);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    onProgress({ stage: 'database', done: 0, total: 1 });
    await copyDurably(join(input.backup, DATABASE), join(staging, DATABASE));
    if ((await fileDigest(join(staging, DATABASE))) !== manifest.database)
      throw new AppError('FILE', 'backupDamaged', { path: input.backup });
    verifyDatabase(staging);
    onProgress({ stage: 'database', done: 1, total: 1 });
    const from = openBlobs(join(input.backup, EVIDENCE));
    const into = openBlobs(join(staging, EVIDENCE));
    for (const [index, sha256] of manifest.evidence.entries()) {
      signal.throwIfAborted();
      if (!from.has(sha256)) throw new AppError('FILE', 'backupDamaged', { path: input.backup });
      into.put(from.read(sha256));
      onProgress({ stage: 'evidence', done: index + 1, total: manifest.evidence.length });
      if (index % 16 === 15) await new Promise((next) => setImmediate(next));
    }
    signal.throwIfAborted();
    const restore: Restore = { at: manifest.at, by: input.by };
    writeFileSync(join(staging, `${READY}.part`), JSON.stringify(restore), { flush: true });
    renameSync(join(staging, `${READY}.part`), join(staging, READY));
    return { at: manifest.at };
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (error instanceof AppError) throw error;
    if ((error as { code?: unknown }).code === 'ENOSPC') throw new AppError('FILE', 'diskFull', { path: input.target });
    throw error;
  }
};
