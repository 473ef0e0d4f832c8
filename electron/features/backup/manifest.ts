// What a backup folder holds: a database file, the evidence files, and a manifest by which both are verified.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { verifyAudit } from '../../db/audit.ts';
import { connect } from '../../db/connection.ts';
import { refuseForeign } from '../../db/migrate.ts';
import { DATABASE } from '../../db/store.ts';

export const MANIFEST = 'manifest.json';

const Manifest = z.object({
  product: z.literal('dudaotai'),
  at: z.iso.datetime(),
  schema: z.int(),
  database: z.string().regex(/^[0-9a-f]{64}$/),
  evidence: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  /** Files that the database names and that were already lost, or unreadable, when the backup was made. */
  missing: z.array(z.string().regex(/^[0-9a-f]{64}$/)).default([]),
});
export type Manifest = z.infer<typeof Manifest>;

/** SHA-256 of a file, read as a stream. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** @throws AppError FILE backupNotFound when the folder holds no readable manifest */
export function readManifest(folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch {
    throw new AppError('FILE', 'backupNotFound', { path: folder });
  }
}

/**
 * Checks a database copy as deeply as SQLite can, and the audit chain in it.
 * @throws AppError FILE backupDamaged, databaseForeign or databaseNewer
 */
export function verifyDatabase(folder: string): { schema: number } {
  const db = connect(join(folder, DATABASE), { readonly: true });
  try {
    refuseForeign(db);
    if (db.pragma('integrity_check(1)') !== 'ok' || !verifyAudit(db).intact)
      throw new AppError('FILE', 'backupDamaged', { path: folder });
    return { schema: Number(db.pragma('user_version')) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('FILE', 'backupDamaged', { path: folder });
  } finally {
    db.close();
  }
}
