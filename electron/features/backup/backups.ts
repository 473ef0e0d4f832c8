// Owns the table `backup`: backups by hand and daily into the chosen folder, and their list.
import { existsSync } from 'node:fs';
import type { Backup } from '../../../shared/contract/settings.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { dayOf, localStamp } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { readSettings } from '../settings.ts';
import { pruneDaily } from './prune.ts';

interface BackupRow {
  readonly path: string;
  readonly at: string;
  readonly bytes: number;
  readonly evidence_files: number;
  readonly missing: number;
  readonly kind: Backup['kind'];
}

/** Backups that are still where they were written, newest first. */
export const listBackups = (store: Store): Backup[] =>
  store.read
    .all<BackupRow>(
      sql`SELECT path, backup.at, bytes, evidence_files, kind, coalesce(entry.details ->> 'missing', 0) AS missing
        FROM backup LEFT JOIN audit_entry AS entry
          ON entry.entity = 'backup' AND entry.entity_id = backup.id AND entry.action = 'backup.written'
        ORDER BY backup.at DESC LIMIT 200`,
    )
    .filter((row) => existsSync(row.path))
    .map(({ evidence_files, ...row }) => ({ ...row, evidenceFiles: evidence_files }));

/** When the newest backup was made, and how many evidence files it found missing; null without one. */
export const lastBackup = (store: Store): { at: string; missing: number } | null =>
  store.read.get<{ at: string; missing: number }>(
    sql`SELECT backup.at, coalesce(entry.details ->> 'missing', 0) AS missing
      FROM backup LEFT JOIN audit_entry AS entry
        ON entry.entity = 'backup' AND entry.entity_id = backup.id AND entry.action = 'backup.written'
      ORDER BY backup.at DESC LIMIT 1`,
  ) ?? null;

/** Writes one backup and records it; a daily one lets the oldest daily ones go. @throws AppError INVALID backupFolderMissing; as writeBackup */
export async function* makeBackup(
  store: Store,
  run: RunTask,
  actorId: string | null,
  kind: Backup['kind'],
  signal?: AbortSignal,
): AsyncGenerator<Progress, Backup, undefined> {
  const { backupFolder, timeZone } = readSettings(store.read);
  if (backupFolder === null) throw new AppError('INVALID', 'backupFolderMissing');
  const now = store.clock();
  const at = new Date(now).toISOString();
  const name = `督导台备份-${localStamp(now, timeZone)}`;
  const done = yield* run('backup.write', { source: store.folder, folder: backupFolder, at, name }, signal);
  store.change(actorId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO backup (id, path, at, bytes, evidence_files, kind) VALUES
      (${id}, ${done.path}, ${at}, ${done.bytes}, ${done.evidenceFiles}, ${kind})`);
    tx.note({
      action: 'backup.written',
      entity: 'backup',
      entityId: id,
      facts: { kind, bytes: done.bytes, evidenceFiles: done.evidenceFiles, missing: done.missing },
    });
  });
  // While evidence is missing, an older backup may be the only one that holds it.
  if (kind === 'daily' && done.missing === 0) await pruneDaily(store);
  return { ...done, at, kind };
}

/** Whether today's daily backup is still to be made: a folder is chosen and no backup is of today. */
export function dailyBackupDue(store: Store): boolean {
  const { backupFolder, timeZone } = readSettings(store.read);
  if (backupFolder === null || !existsSync(backupFolder)) return false;
  const last = lastBackup(store)?.at ?? null;
  return last === null || dayOf(Date.parse(last), timeZone) !== dayOf(store.clock(), timeZone);
}
