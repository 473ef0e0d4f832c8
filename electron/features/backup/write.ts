// Writes a backup: VACUUM INTO a staging folder, evidence beside it, all verified, then one rename. A live WAL file is
// never copied.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { openBlobs } from '../../db/blobs.ts';
import { connect } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { fileDigest, MANIFEST, verifyDatabase, type Manifest } from './manifest.ts';

export interface BackupInput {
  /** The console's data folder. */
  readonly source: string;
  /** The folder that the user chose for backups. */
  readonly folder: string;
  /** ISO instant. */
  readonly at: string;
  /** The new folder's name, in the user's words and local time. */
  readonly name: string;
}

export interface BackupOutput {
  readonly path: string;
  readonly bytes: number;
  readonly evidenceFiles: number;
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

function asFileError(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new AppError('FILE', 'diskFull', { path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'SQLITE_CANTOPEN')
    return new AppError('FILE', 'folderNotWritable', { path });
  if (code === 'ENOENT') return new AppError('FILE', 'folderMissing', { path });
  return error;
}

/** @throws AppError FILE folderMissing, folderNotWritable, diskFull, backupDamaged; CANCELLED */
export const writeBackup: Task<BackupInput, BackupOutput> = async (input, { signal, onProgress }) => {
  if (!existsSync(input.folder)) throw new AppError('FILE', 'folderMissing', { path: input.folder });
  const staging = join(input.folder, `.${input.name}.part`);
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(join(staging, EVIDENCE), { recursive: true });
    onProgress({ stage: 'database', done: 0, total: 1 });
    const db = connect(join(input.source, DATABASE), { readonly: true });
    try {
      db.run(sql`VACUUM INTO ${join(staging, DATABASE)}`);
    } finally {
      db.close();
    }
    onProgress({ stage: 'database', done: 1, total: 1 });
    const from = openBlobs(join(input.source, EVIDENCE));
    const into = openBlobs(join(staging, EVIDENCE));
    const evidence = from.list();
    for (const [index, sha256] of evidence.entries()) {
      signal.throwIfAborted();
      into.put(from.read(sha256));
      onProgress({ stage: 'evidence', done: index + 1, total: evidence.length });
      if (index % 16 === 15) await new Promise((next) => setImmediate(next));
    }
    onProgress({ stage: 'verify', done: 0, total: 1 });
    const { schema } = verifyDatabase(staging);
    const manifest: Manifest = {
      product: 'dudaotai',
      at: input.at,
      schema,
      database: await fileDigest(join(staging, DATABASE)),
      evidence,
    };
    writeFileSync(join(staging, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true });
    signal.throwIfAborted();
    const path = join(input.folder, input.name);
    renameSync(staging, path);
    onProgress({ stage: 'verify', done: 1, total: 1 });
    return { path, bytes: sizeOf(path), evidenceFiles: evidence.length };
  } catch (error) {
    throw asFileError(error, input.folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};
