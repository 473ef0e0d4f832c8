// Opens the store after a staged restore took its place: noted in the restored audit log, and taken back out when it
// does not open, so that a bad backup never leaves the console without data.
import { AppError } from '../../../shared/contract/errors.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { Log } from '../../log.ts';
import { applyStagedRestore, restoreUnderWay, settleRestore, undoRestore, type Restore } from './swap.ts';

export interface Opened {
  readonly store: Store;
  /** `refused`: the restored data did not open, so the store is the one from before. */
  readonly restore: 'none' | 'done' | 'refused';
}

/** Notes the restore once, though a crash may bring it here twice; whoever is unknown to the restored data stays a fact. */
function noteRestore(store: Store, { at, by }: Restore): void {
  const last = store.read.get<{ action: string; entity_id: string }>(
    sql`SELECT action, entity_id FROM audit_entry ORDER BY seq DESC LIMIT 1`,
  );
  if (last?.action === 'backup.restored' && last.entity_id === at) return;
  const known = by !== null && store.read.get(sql`SELECT 1 FROM user WHERE id = ${by}`) !== undefined;
  store.change(known ? by : null, (tx) =>
    tx.note({ action: 'backup.restored', entity: 'backup', entityId: at, facts: { at, by } }),
  );
}

function settle(folder: string, log: Log): void {
  try {
    settleRestore(folder);
  } catch (error) {
    if (restoreUnderWay(folder)) throw error;
    log.write('warn', `clearing up after the restore goes on at the next start: ${String(error)}`);
  }
}

/**
 * Finishes a staged restore, if there is one, and opens the store with `open`. Called with no connection open.
 * @throws whatever `open` throws when there is no restore, or when the data from before it does not open either
 */
export function openRestored(folder: string, open: () => Store, log: Log): Opened {
  let store: Store | null = null;
  try {
    const restore = applyStagedRestore(folder);
    store = open();
    if (restore === null) return { store, restore: 'none' };
    noteRestore(store, restore);
    settle(folder, log);
    log.write('info', `restored the backup of ${restore.at}`);
    return { store, restore: 'done' };
  } catch (error) {
    store?.close();
    if (!restoreUnderWay(folder)) throw error;
    log.write('error', `the restored data did not open: ${error instanceof AppError ? error.reason : String(error)}`);
    undoRestore(folder);
    return { store: open(), restore: 'refused' };
  }
}
