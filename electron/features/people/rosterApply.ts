// The import of a roster itself, in the worker: one transaction that writes every new and changed agent.
import type { RosterChoice, RosterCounts, RosterField } from '../../../shared/contract/roster.ts';
import type { Change } from '../../db/change.ts';
import { breathe } from '../../excel/fileError.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { eachRow, importOnce, type ImportRun } from '../sheetImport/importOnce.ts';
import { insertAgent, reassign, writeAgent } from './agents.ts';
import { pinyinOfName } from './pinyin.ts';
import { learnHeaders } from './rosterHeaders.ts';
import { knownBranches, planRoster, readRoster, type ReadRoster, type RosterPlan } from './rosterPlan.ts';

export interface ApplyInput extends ImportRun {
  readonly path: string;
  readonly choice: RosterChoice;
  /** Headers that the person mapped by hand. */
  readonly learned: Readonly<Record<string, RosterField | null>>;
}

async function write(tx: Change, plan: RosterPlan, choice: RosterChoice, context: TaskContext): Promise<void> {
  const due = plan.rows.filter((row) => row.fate !== 'unchanged');
  const before = new Map([...plan.held.values()].map((agent) => [agent.id, agent]));
  await eachRow(due, context, (row) => {
    const { agent } = row;
    const held = row.fate === 'changed' ? before.get(row.id) : undefined;
    if (row.fate === 'new') {
      const since = agent.hiredOn !== null && agent.hiredOn < choice.fromDay ? agent.hiredOn : choice.fromDay;
      insertAgent(tx, agent, agent, since, 'roster');
    } else if (held) {
      writeAgent(tx, held.id, held, agent, 'roster');
      reassign(tx, held.id, agent, choice.fromDay, { notBeforeOpen: true, via: 'roster' });
    }
  });
}

const NAMES_AT_ONCE = 500;

/** Reads the names' pinyin before the store is locked: it takes longer than all the writing. */
async function readNames({ entries }: ReadRoster, { signal }: TaskContext): Promise<void> {
  for (const [index, { name }] of entries.entries()) {
    if (index % NAMES_AT_ONCE === 0) await breathe(signal);
    pinyinOfName(name);
  }
}
/**
 * Applies the previewed roster. A roster that changes nothing writes nothing, not even an audit entry.
 * @throws AppError CONFLICT importFileChanged, importStoreChanged; FILE as openWorkbook; CANCELLED
 */
export const applyRoster: Task<ApplyInput, RosterCounts> = (input, context) => {
  const { path, choice } = input;
  return importOnce(input, context, {
    read: async (db) => {
      const read = await readRoster(path, choice, knownBranches(db), context);
      await readNames(read, context);
      return read;
    },
    plan: (db, read) => planRoster(db, read, choice),
    write: async (tx, plan) => {
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
      return counts;
    },
  });
};
