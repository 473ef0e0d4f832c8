// Restores a backup through staging and swap: verified and copied beside the live data first, then put in its place by
// renames that can be taken up again after a crash. What was there before is kept.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { openBlobs } from '../../db/blobs.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { fileDigest, readManifest, verifyDatabase } from './manifest.ts';

export interface RestoreInput {
  /** The backup's folder. */
  readonly backup: string;
  /** The console's data folder. */
  readonly target: string;
}

const STAGING = 'restore-staging';
/** Written last into the staging folder; without it staging is rubbish from a cancelled restore. */
const READY = 'ready';
const KEPT = 'before-restore';

/** Verifies a backup and copies it beside the live data. @throws AppError FILE backupNotFound, backupDamaged, databaseNewer */
export const stageRestore: Task<RestoreInput, { at: string }> = async (input, { signal, onProgress }) => {
  const manifest = readManifest(input.backup);
  const staging = join(input.target, STAGING);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    onProgress({ stage: 'database', done: 0, total: 1 });
    await copyFile(join(input.backup, DATABASE), join(staging, DATABASE));
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
    writeFileSync(join(staging, READY), manifest.at, { flush: true });
    return { at: manifest.at };
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (error instanceof AppError) throw error;
    if ((error as { code?: unknown }).code === 'ENOSPC') throw new AppError('FILE', 'diskFull', { path: input.target });
    throw error;
  }
};

const moveAside = (folder: string, kept: string, name: string): void => {
  if (existsSync(join(folder, name)) && !existsSync(join(kept, name))) renameSync(join(folder, name), join(kept, name));
};

/**
 * Puts a staged backup in the live data's place. Called with no connection open, at start and after staging; each step
 * leaves a state from which the next call goes on. Returns the instant of the backup, or null when nothing is staged.
 */
export function applyStagedRestore(folder: string): string | null {
  const staging = join(folder, STAGING);
  if (!existsSync(join(staging, READY))) {
    rmSync(staging, { recursive: true, force: true });
    return null;
  }
  const at = readFileSync(join(staging, READY), 'utf8');
  const kept = join(folder, KEPT);
  // While the staged database has not moved, nothing live was replaced: an older kept copy may go.
  const live = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, EVIDENCE];
  if (existsSync(join(staging, DATABASE))) {
    if (existsSync(join(folder, DATABASE)) && existsSync(join(kept, DATABASE)))
      rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    for (const name of live) moveAside(folder, kept, name);
    renameSync(join(staging, EVIDENCE), join(folder, EVIDENCE));
    renameSync(join(staging, DATABASE), join(folder, DATABASE));
  }
  rmSync(staging, { recursive: true, force: true });
  return at;
}
