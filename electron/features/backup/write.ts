// Writes a backup: VACUUM INTO a staging folder, evidence beside it, all verified, then one rename. A live WAL file is
// never copied.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import { openBlobs, type Blobs } from '../../db/blobs.ts';
import { connect } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { namedFiles } from '../evidence/evidence.ts';
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
  /** Evidence files that the database names and that were not there, or not whole, to be copied. */
  readonly missing: number;
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

/** Null for a file that is gone, unreadable or no longer what its name says. */
function readIfWhole(from: Blobs, sha256: string): Buffer | null {
  try {
    return from.read(sha256);
  } catch {
    return null;
  }
}

function namedIn(file: string): ReadonlySet<string> {
  const db = connect(file, { readonly: true });
  try {
    return namedFiles(db);
  } finally {
    db.close();
  }
}

/**
 * A lost evidence file does not end the backup, since every later one would fail too: what is there is kept, and what
 * is missing is counted for the person to see.
 * @throws AppError FILE folderMissing, folderNotWritable, diskFull, backupDamaged; CANCELLED
 */
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
    const found = from.list();
    const evidence: string[] = [];
    for (const [index, sha256] of found.entries()) {
      signal.throwIfAborted();
      const bytes = readIfWhole(from, sha256);
      if (bytes) evidence.push(into.put(bytes));
      onProgress({ stage: 'evidence', done: index + 1, total: found.length });
      if (index % 16 === 15) await new Promise((next) => setImmediate(next));
    }
    onProgress({ stage: 'verify', done: 0, total: 1 });
    const { schema } = verifyDatabase(staging);
    const kept = new Set(evidence);
    const missing = [...namedIn(join(staging, DATABASE))].filter((sha256) => !kept.has(sha256));
    const manifest: Manifest = {
      product: 'dudaotai',
      at: input.at,
      schema,
      database: await fileDigest(join(staging, DATABASE)),
      evidence,
      missing,
    };
    writeFileSync(join(staging, MANIFEST), JSON.stringify(manifest, null, 2), { flush: true });
    signal.throwIfAborted();
    const path = join(input.folder, input.name);
    renameSync(staging, path);
    onProgress({ stage: 'verify', done: 1, total: 1 });
    return { path, bytes: sizeOf(path), evidenceFiles: evidence.length, missing: missing.length };
  } catch (error) {
    throw asFileError(error, input.folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};
