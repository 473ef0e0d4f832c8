// Copies of the data from before the last purge, which still hold what it removed: backups, the copies kept before a change of the
// schema, and what a restore put aside. They are deleted by a person who saw the list, and never without a newer backup.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CopiesRemoved, OldCopy } from '../../../shared/contract/retention.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { sql } from '../../db/sql.ts';
import { DATABASE, type Store } from '../../db/store.ts';
import type { RunTask } from '../../tasks/run.ts';
import { makeBackup } from '../backup/backups.ts';
import { BEFORE_MIGRATION } from '../backup/beforeMigration.ts';
import { isOurs, removeBackup } from '../backup/prune.ts';
import { BEFORE_RESTORE } from '../backup/swap.ts';
import { lastPurge } from './purge.ts';

interface Written {
  readonly path: string;
  readonly at: string;
  readonly kind: 'manual' | 'daily';
}

/** Backups that are where they were written. */
const standing = (store: Store): Written[] =>
  store.read
    .all<Written>(sql`SELECT path, at, kind FROM backup ORDER BY at`)
    .filter(({ path, at }) => existsSync(path) && isOurs(path, at));

const changedAt = (path: string): string => statSync(path).mtime.toISOString();

/** Copies that the console made beside its data by itself. */
function asideOf(folder: string): OldCopy[] {
  const migrated = join(folder, BEFORE_MIGRATION);
  const restored = join(folder, BEFORE_RESTORE);
  const files = existsSync(migrated) ? readdirSync(migrated).map((name) => join(migrated, name)) : [];
  return [
    ...files.map((path) => ({ path, kind: 'beforeMigration' as const, at: changedAt(path) })),
    ...(existsSync(join(restored, DATABASE))
      ? [{ path: restored, kind: 'beforeRestore' as const, at: changedAt(join(restored, DATABASE)) }]
      : []),
  ];
}

/** Oldest first; none before the first purge. */
export function oldCopies(store: Store): OldCopy[] {
  const purged = lastPurge(store.read);
  if (purged === null) return [];
  return [...standing(store), ...asideOf(store.folder)]
    .filter(({ at }) => at < purged.at)
    .sort((a, b) => a.at.localeCompare(b.at));
}

async function removed(path: string, kind: OldCopy['kind']): Promise<boolean> {
  if (kind === 'manual' || kind === 'daily') return removeBackup(path);
  try {
    await rm(path, { recursive: true, force: true });
    return true;
  } catch {
    return false; // in use, or read-only
  }
}

/**
 * Deletes copies that were listed.
 * @throws AppError CONFLICT retentionListChanged, retentionBackupIncomplete (missing); as makeBackup
 */
export async function* removeCopies(
  store: Store,
  run: RunTask,
  actor: Actor,
  { paths }: { readonly paths: readonly string[] },
  signal?: AbortSignal,
): AsyncGenerator<Progress, CopiesRemoved, undefined> {
  const purged = lastPurge(store.read);
  const listed = new Map(oldCopies(store).map(({ path, kind }) => [path, kind]));
  if (purged === null || paths.some((path) => !listed.has(path)))
    throw new AppError('CONFLICT', 'retentionListChanged');
  let fresh: string | null = null;
  if (!standing(store).some(({ at }) => at >= purged.at)) {
    const made = yield* makeBackup(store, run, actor.userId, 'manual', signal);
    // While evidence is missing, an older backup may be the only one that holds it.
    if (made.missing > 0) throw new AppError('CONFLICT', 'retentionBackupIncomplete', { missing: made.missing });
    fresh = made.path;
  }
  const left: string[] = [];
  for (const [index, path] of paths.entries()) {
    yield { stage: 'copies', done: index, total: paths.length };
    if (signal?.aborted) left.push(path);
    else if (!(await removed(path, listed.get(path)!))) left.push(path);
  }
  const gone = paths.length - left.length;
  store.change(actor.userId, (tx) =>
    tx.note({
      action: 'backup.removed',
      entity: 'backup',
      entityId: purged.id,
      facts: { removed: gone, left: left.length },
    }),
  );
  return { removed: gone, left, fresh };
}
