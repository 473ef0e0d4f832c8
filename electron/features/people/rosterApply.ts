// The import itself, in the worker on a writing connection of its own: one transaction from the comparison to the last row,
// so that a stop, a crash or a failure leaves nothing. Reading the file comes before it, so the store is locked only while
// rows are written.
import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';
import type { RosterChoice, RosterCounts, RosterField } from '../../../shared/contract/roster.ts';
import { changeOn, type Change } from '../../db/change.ts';
import { connect, type Connection } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { breathe } from '../../excel/fileError.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { insertAgent, reassign, writeAgent } from './agents.ts';
import { learnHeaders } from './rosterHeaders.ts';
import { knownBranches, planRoster, readRoster, type RosterPlan } from './rosterPlan.ts';

export interface ApplyInput {
  readonly database: string;
  readonly path: string;
  readonly choice: RosterChoice;
  /** Of the preview that the person saw. */
  readonly sha256: string;
  readonly digest: string;
  readonly actorId: string;
  /** Epoch milliseconds of the import. */
  readonly now: number;
  /** Headers that the person mapped by hand. */
  readonly learned: Readonly<Record<string, RosterField | null>>;
}

const ROWS_PER_STEP = 500;

/** Bytes that follow from the file and the instant, so that the demo, whose clock stands, gets the same ids each time. */
function seeded(seed: string): (size: number) => Uint8Array {
  let count = 0;
  return (size) =>
    createHash('sha256')
      .update(`${seed}:${(count += 1)}`)
      .digest()
      .subarray(0, size);
}

function rosterChange(db: Connection, { actorId, now, sha256 }: ApplyInput): Change {
  const salt = db.get<{ value: string }>(sql`SELECT value FROM audit_salt`)?.value;
  if (salt === undefined) throw new Error('the store has no salt');
  return changeOn(db, { actorId, now, salt, random: seeded(`${sha256}:${now}`) });
}

/** SQLite has rolled back by itself where the disk was full; a second time is an error that would hide the first. */
function rollBack(db: Connection): void {
  try {
    db.exec('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction'))) throw error;
  }
}

async function write(tx: Change, plan: RosterPlan, choice: RosterChoice, { signal, onProgress }: TaskContext) {
  const due = plan.rows.filter((row) => row.fate !== 'unchanged');
  const before = new Map([...plan.held.values()].map((agent) => [agent.id, agent]));
  for (const [index, row] of due.entries()) {
    if (index % ROWS_PER_STEP === 0) {
      onProgress({ stage: 'writing', done: index, total: due.length });
      await breathe(signal);
    }
    const { agent } = row;
    const held = row.fate === 'changed' ? before.get(row.id) : undefined;
    if (row.fate === 'new') {
      const since = agent.hiredOn !== null && agent.hiredOn < choice.fromDay ? agent.hiredOn : choice.fromDay;
      insertAgent(tx, agent, agent, since, 'roster');
    } else if (held) {
      writeAgent(tx, held.id, held, agent, 'roster');
      reassign(tx, held.id, agent, choice.fromDay, { notBeforeOpen: true, via: 'roster' });
    }
  }
  onProgress({ stage: 'writing', done: due.length, total: due.length });
  await breathe(signal);
}

/**
 * Applies the previewed roster. A roster that changes nothing writes nothing, not even an audit entry.
 * @throws AppError CONFLICT rosterFileChanged, rosterStoreChanged; FILE as openWorkbook; CANCELLED
 */
export const applyRoster: Task<ApplyInput, RosterCounts> = async (input, context) => {
  const { database, path, choice } = input;
  const db = connect(database);
  try {
    const read = await readRoster(path, choice, knownBranches(db), context);
    if (read.sha256 !== input.sha256) throw new AppError('CONFLICT', 'rosterFileChanged');
    context.onProgress({ stage: 'comparing', done: 0, total: 1 });
    db.exec('BEGIN IMMEDIATE');
    try {
      const plan = planRoster(db, read, choice);
      if (plan.digest !== input.digest) throw new AppError('CONFLICT', 'rosterStoreChanged');
      const tx = rosterChange(db, input);
      const learned = learnHeaders(tx, input.learned);
      const { counts } = plan;
      if (counts.new + counts.changed > 0 || learned) {
        await write(tx, plan, choice, context);
        tx.note({
          action: 'roster.imported',
          entity: 'roster',
          entityId: tx.newId(),
          facts: { ...counts, branchId: choice.branchId, fromDay: choice.fromDay, sha256: input.sha256 },
        });
      }
      db.exec('COMMIT');
      return counts;
    } catch (error) {
      rollBack(db);
      throw error;
    }
  } finally {
    db.close();
  }
};
