// The last step of every import, in the worker on a writing connection of its own: one transaction from the comparison to the
// last row, so that a stop, a crash or a failure leaves nothing. Reading the file comes before it, so the store is locked
// only while rows are written.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Change } from '../../db/change.ts';
import { connect, type Connection } from '../../db/connection.ts';
import { changeInWorker } from '../../db/workerChange.ts';
import { breathe } from '../../excel/fileError.ts';
import type { TaskContext } from '../../tasks/task.ts';

export interface ImportRun {
  readonly database: string;
  /** Of the preview that the person saw. */
  readonly sha256: string;
  readonly digest: string;
  readonly actorId: string;
  /** Epoch milliseconds of the import. */
  readonly now: number;
}

export interface ImportSteps<
  Read extends { readonly sha256: string },
  Plan extends { readonly digest: string },
  Result,
> {
  readonly read: (db: Connection) => Promise<Read>;
  /** Compares what was read with the store as it is now. */
  readonly plan: (db: Connection, read: Read) => Plan;
  /** Writes the plan and its audit notes. */
  readonly write: (tx: Change, plan: Plan) => Promise<Result>;
}

/**
 * Applies a previewed import: all of it, or nothing.
 * @throws AppError CONFLICT importFileChanged, importStoreChanged; FILE as openWorkbook; CANCELLED
 */
export async function importOnce<
  Read extends { readonly sha256: string },
  Plan extends { readonly digest: string },
  Result,
>(run: ImportRun, { onProgress }: TaskContext, steps: ImportSteps<Read, Plan, Result>): Promise<Result> {
  const db = connect(run.database);
  try {
    const read = await steps.read(db);
    if (read.sha256 !== run.sha256) throw new AppError('CONFLICT', 'importFileChanged');
    onProgress({ stage: 'comparing', done: 0, total: 1 });
    const { actorId, now, sha256: seed } = run;
    return await changeInWorker(db, { actorId, now, seed }, (tx) => {
      const plan = steps.plan(db, read);
      if (plan.digest !== run.digest) throw new AppError('CONFLICT', 'importStoreChanged');
      return steps.write(tx, plan);
    });
  } finally {
    db.close();
  }
}

const ROWS_PER_STEP = 500;

/** Walks the rows to be written, with progress and a chance to stop every some hundred. */
export async function eachRow<Row>(
  rows: readonly Row[],
  { signal, onProgress }: TaskContext,
  write: (row: Row) => void,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_STEP === 0) {
      onProgress({ stage: 'writing', done: index, total: rows.length });
      await breathe(signal);
    }
    write(row);
  }
  onProgress({ stage: 'writing', done: rows.length, total: rows.length });
  await breathe(signal);
}
