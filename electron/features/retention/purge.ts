// Owns the table `purge_run`: removes what was listed in one change, in the worker, and then its bytes: the database is written
// anew without its free pages, the log beside it is emptied, and files that no row names any more are deleted.
import { join } from 'node:path';
import type { PurgeRun, RetentionTable } from '../../../shared/contract/retention.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { openBlobs } from '../../db/blobs.ts';
import { connect, type Connection, type ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { DATABASE, EVIDENCE } from '../../db/store.ts';
import { changeInWorker } from '../../db/workerChange.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { namedFiles } from '../evidence/evidence.ts';
import { dueList, monthsOf } from './retention.ts';
import { PERSONAL } from './tables.ts';

export interface EraseInput {
  /** The console's data folder. */
  readonly folder: string;
  readonly actorId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface PurgeInput extends EraseInput {
  readonly table: RetentionTable;
  /** Of the list that the person saw. */
  readonly digest: string;
}

const runsWhere = (db: ReadDb, condition: Sql): PurgeRun[] =>
  db.all<PurgeRun>(sql`SELECT p.id, p.at, u.name AS "by", p.subject AS "table", p.months, p.before, p.rows, p.names, p.texts,
      p.files, p.erased_at AS erasedAt
    FROM purge_run p JOIN user u ON u.id = p.run_by WHERE ${condition} ORDER BY p.at DESC, p.rowid DESC`);

export const purgeRuns = (db: ReadDb): PurgeRun[] => runsWhere(db, sql`1`);

/** When the newest purge was made; null without one. */
export const lastPurge = (db: ReadDb): { id: string; at: string } | null =>
  db.get<{ id: string; at: string }>(sql`SELECT id, at FROM purge_run ORDER BY at DESC, rowid DESC LIMIT 1`) ?? null;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** @throws AppError CONFLICT retentionListChanged, retentionNothingDue */
function removeListed(
  db: Connection,
  { table, digest, actorId, now }: PurgeInput,
): Promise<{ id: string; files: readonly string[] }> {
  return changeInWorker(db, { actorId, now, seed: `purge:${digest}` }, (tx) => {
    const { rows, before, digest: found } = dueList(tx, table, now);
    if (found !== digest) throw new AppError('CONFLICT', 'retentionListChanged');
    if (rows.length === 0) throw new AppError('CONFLICT', 'retentionNothingDue');
    const tally = {
      rows: rows.length,
      names: sum(rows, ({ names }) => names),
      texts: sum(rows, ({ texts }) => texts),
      files: sum(rows, (row) => row.files),
    };
    const files = PERSONAL[table].purge(
      tx,
      rows.map(({ id }) => id),
    );
    const id = tx.newId();
    tx.run(sql`INSERT INTO purge_run (id, at, run_by, subject, months, before, rows, names, texts, files)
      VALUES (${id}, ${tx.at}, ${actorId}, ${table}, ${monthsOf(tx, table)}, ${before}, ${tally.rows}, ${tally.names},
        ${tally.texts}, ${tally.files})`);
    tx.note({
      action: 'retention.purged',
      entity: 'retention',
      entityId: table,
      facts: { run: id, before, ...tally },
    });
    return Promise.resolve({ id, files });
  });
}

/** Milliseconds that a read which is under way may hold the log beside the database. */
const PATIENCE = 3_000;

function emptyLog(db: Connection): void {
  db.pragma(`busy_timeout = ${PATIENCE}`);
  // The first column of the answer: 1 while another connection holds it.
  if (db.pragma('wal_checkpoint(TRUNCATE)') !== 0) throw new Error('the log is in use');
}

/** @throws AppError FILE retentionNotErased */
async function eraseBytes(
  db: Connection,
  { folder, actorId, now }: EraseInput,
  files: readonly string[],
  { onProgress }: TaskContext,
): Promise<void> {
  onProgress({ stage: 'erasing', done: 0, total: 2 });
  try {
    db.exec('VACUUM');
    emptyLog(db);
    onProgress({ stage: 'files', done: 1, total: 2 });
    const named = namedFiles(db);
    const blobs = openBlobs(join(folder, EVIDENCE));
    for (const sha256 of files) if (!named.has(sha256)) blobs.remove(sha256);
    await changeInWorker(db, { actorId, now, seed: 'erased' }, (tx) => {
      const runs = tx.run(sql`UPDATE purge_run SET erased_at = ${tx.at} WHERE erased_at IS NULL`);
      tx.note({ action: 'retention.erased', entity: 'retention', entityId: 'all', facts: { runs } });
      return Promise.resolve();
    });
  } catch {
    throw new AppError('FILE', 'retentionNotErased');
  }
  onProgress({ stage: 'files', done: 2, total: 2 });
}

/** @throws AppError CONFLICT retentionListChanged, retentionNothingDue; FILE retentionNotErased */
export const purge: Task<PurgeInput, PurgeRun> = async (input, context) => {
  const db = connect(join(input.folder, DATABASE));
  try {
    context.onProgress({ stage: 'removing', done: 0, total: 1 });
    const { id, files } = await removeListed(db, input);
    await eraseBytes(db, input, files, context);
    return runsWhere(db, sql`p.id = ${id}`)[0]!;
  } finally {
    db.close();
  }
};

/** Erases what earlier runs removed and did not get to erase; their files go with the daily sweep. @throws AppError FILE retentionNotErased */
export const erase: Task<EraseInput, { erased: true }> = async (input, context) => {
  const db = connect(join(input.folder, DATABASE));
  try {
    await eraseBytes(db, input, [], context);
    return { erased: true };
  } finally {
    db.close();
  }
};
