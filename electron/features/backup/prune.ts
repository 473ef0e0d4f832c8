// Lets old daily backups go. Only folders that this console recorded as daily and that still hold the manifest it wrote
// there; backups by hand are never deleted.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from '../../db/sql.ts';
import { DATABASE, EVIDENCE, type Store } from '../../db/store.ts';
import { readManifest } from './manifest.ts';

/** Daily backups that are kept: about six working weeks. */
const KEPT = 30;

/** Whether the folder still holds the backup that was written there at `at`. */
export function isOurs(path: string, at: string): boolean {
  try {
    return readManifest(path).at === at;
  } catch {
    return false;
  }
}

/** The manifest goes last, so that a folder whose deletion was cut short is known again the next day. False where it is in use. */
export async function removeBackup(path: string): Promise<boolean> {
  try {
    for (const name of [EVIDENCE, DATABASE, '']) await rm(join(path, name), { recursive: true, force: true });
    return true;
  } catch {
    // In use, or read-only for now. The new backup stands either way.
    return false;
  }
}

/** Deletes all but the newest 30 daily backups and notes how many went; returns that number. */
export async function pruneDaily(store: Store): Promise<number> {
  const old = store.read
    .all<{ path: string; at: string }>(sql`SELECT path, at FROM backup WHERE kind = 'daily' ORDER BY at DESC`)
    .filter(({ path }) => existsSync(path))
    .slice(KEPT)
    .filter(({ path, at }) => isOurs(path, at));
  let removed = 0;
  for (const { path } of old) if (await removeBackup(path)) removed += 1;
  if (removed > 0)
    store.change(null, (tx) =>
      tx.note({ action: 'backup.pruned', entity: 'backup', entityId: 'daily', facts: { removed, kept: KEPT } }),
    );
  return removed;
}
