// A change made by a worker on a writing connection of its own: one transaction with its audit entry, so that a stop, a crash
// or a failure leaves nothing.
import { createHash } from 'node:crypto';
import { changeOn, type Change } from './change.ts';
import type { Connection } from './connection.ts';
import { sql } from './sql.ts';

/** Bytes that follow from a seed, so that the demo, whose clock stands, gets the same ids each time. */
function seeded(seed: string): (size: number) => Uint8Array {
  let count = 0;
  return (size) =>
    createHash('sha256')
      .update(`${seed}:${(count += 1)}`)
      .digest()
      .subarray(0, size);
}

/** SQLite has rolled back by itself where the disk was full; a second time is an error that would hide the first. */
function rollBack(db: Connection): void {
  try {
    db.exec('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction'))) throw error;
  }
}

export interface WorkerChange {
  readonly actorId: string;
  /** Epoch milliseconds of every row. */
  readonly now: number;
  /** What the new ids follow from, with the instant: different in every change. */
  readonly seed: string;
}

/** Runs `body`, which may wait, in one IMMEDIATE transaction; an exception rolls everything back. */
export async function changeInWorker<Result>(
  db: Connection,
  { actorId, now, seed }: WorkerChange,
  body: (tx: Change) => Promise<Result>,
): Promise<Result> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const salt = db.get<{ value: string }>(sql`SELECT value FROM audit_salt`)?.value;
    if (salt === undefined) throw new Error('the store has no salt');
    const result = await body(changeOn(db, { actorId, now, salt, random: seeded(`${seed}:${now}`) }));
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}
