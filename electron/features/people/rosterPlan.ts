// Reads a roster, compares it with the store and says what would become of each row. The preview shows the plan; the import
// makes it again inside its transaction and goes on only when both are the same.
import { createHash } from 'node:crypto';
import type { RosterChoice, RosterCounts } from '../../../shared/contract/roster.ts';
import { planRow, type HeldAgent, type PlannedRow } from '../../../shared/domain/people/rosterPlan.ts';
import {
  numberKey,
  rosterReader,
  type KnownBranch,
  type RejectedRow,
  type RosterEntry,
} from '../../../shared/domain/people/rosterRows.ts';
import { addMonths } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { openWorkbook } from '../../excel/read/workbook.ts';
import { readSheetFile, sheetPieces } from '../../excel/sheet/read.ts';
import type { TaskContext } from '../../tasks/task.ts';

/** Months after the day of the import that a hiring may lie ahead. */
const MONTHS_AHEAD = 12;

/** What the file says, still without the store. */
export interface ReadRoster {
  readonly entries: readonly RosterEntry[];
  readonly rejected: readonly RejectedRow[];
  readonly ignored: number;
  readonly sha256: string;
}

export interface RosterPlan {
  /** In the order of the sheet. */
  readonly rows: readonly PlannedRow[];
  readonly held: ReadonlyMap<string, HeldAgent>;
  readonly counts: RosterCounts;
  /** SHA-256 over all that would be written. */
  readonly digest: string;
}

export const knownBranches = (db: ReadDb): KnownBranch[] =>
  db.all<KnownBranch>(sql`SELECT id, code, name FROM branch ORDER BY code`);

/** Reads the chosen sheet below its header. @throws AppError FILE as openWorkbook; CANCELLED */
export async function readRoster(
  path: string,
  choice: RosterChoice,
  branches: readonly KnownBranch[],
  { signal, onProgress }: TaskContext,
): Promise<ReadRoster> {
  const { bytes, sha256 } = await readSheetFile(path);
  const book = await openWorkbook(bytes, { signal });
  const { mapping, fromDay } = choice;
  const take = rosterReader({ mapping, branches, latestDay: addMonths(fromDay, MONTHS_AHEAD) });
  const entries: RosterEntry[] = [];
  const rejected: RejectedRow[] = [];
  let ignored = 0;
  const tell = (share: number): void => onProgress({ stage: 'reading', done: Math.round(share * 100), total: 100 });
  for await (const piece of sheetPieces(book, choice.sheet, signal, tell))
    for (const row of piece) {
      if (row.number <= choice.headerRow) continue;
      const read = take(row);
      if (read.kind === 'entry') entries.push(read.entry);
      else if (read.kind === 'rejected') rejected.push(read.rejected);
      else if (read.kind === 'ignored') ignored += 1;
    }
  return { entries, rejected, ignored, sha256 };
}

const heldAgents = (db: ReadDb): Map<string, HeldAgent> =>
  new Map(
    db
      .all<HeldAgent>(
        sql`SELECT agent.id, number, name, gender, licence, engagement, phone, hired_on AS hiredOn, status,
            a.branch_id AS branchId, a.team
          FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND a.until_day IS NULL`,
      )
      .map((agent) => [numberKey(agent.number), agent]),
  );

/** Compares what was read with the store as it is now. */
export function planRoster(db: ReadDb, read: ReadRoster, choice: RosterChoice): RosterPlan {
  const held = heldAgents(db);
  const rows = read.entries.map((entry) => planRow(entry, held.get(numberKey(entry.number)), choice.branchId));
  const hash = createHash('sha256').update(JSON.stringify([read.sha256, choice.fromDay]));
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const present = new Set<string>();
  for (const row of rows) {
    counts[row.fate] += 1;
    if (row.fate !== 'new') present.add(row.id);
    if (row.fate !== 'unchanged') hash.update(JSON.stringify(row));
  }
  let absent = 0;
  for (const agent of held.values())
    if (agent.branchId === choice.branchId && agent.status !== 'left' && !present.has(agent.id)) absent += 1;
  return {
    rows,
    held,
    counts: { ...counts, rejected: read.rejected.length, ignored: read.ignored, absent },
    digest: hash.digest('hex'),
  };
}
