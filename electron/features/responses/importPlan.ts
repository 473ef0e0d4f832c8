// Reads a workbook of requests, visits or figures and compares it with the store. The preview shows the plan; the import makes
// it again inside its transaction and goes on only when both are the same.
import { createHash } from 'node:crypto';
import type { ImportChoice, ImportCounts } from '../../../shared/contract/responses.ts';
import { importReader, type KnownAgent, type ReadValues } from '../../../shared/domain/responses/importRows.ts';
import type { KindRules, PlannedRow } from '../../../shared/domain/responses/importPlan.ts';
import { planRows, type HeldRow } from '../../../shared/domain/sheet/keptPlan.ts';
import { addMonths, dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { openWorkbook } from '../../excel/read/workbook.ts';
import { readSheetFile, sheetPieces } from '../../excel/sheet/read.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { readSettings } from '../settings.ts';
import type { Content, KeptTable } from './kept.ts';

const TWICE = { field: 'agent', inFile: 'duplicateInFile', withdrawn: 'withdrawnBefore' } as const;

/** Months ahead that a visit may be planned. */
const MONTHS_AHEAD = 24;

export interface ReadImport {
  readonly rows: readonly ReadValues[];
  readonly ignored: number;
  readonly sha256: string;
}

/** Reads the chosen sheet below its header, as of `now` (epoch milliseconds). @throws AppError FILE as openWorkbook; CANCELLED */
export async function readImport(
  db: ReadDb,
  path: string,
  choice: ImportChoice,
  now: number,
  { signal, onProgress }: TaskContext,
): Promise<ReadImport> {
  const { timeZone } = readSettings(db);
  const today = dayOf(now, timeZone);
  const agents = new Map(
    db.all<KnownAgent>(sql`SELECT id, number, name FROM agent`).map((agent) => [agent.number.toUpperCase(), agent]),
  );
  const { kind, mapping } = choice;
  const lastDue = addMonths(today, MONTHS_AHEAD);
  const take = importReader({ kind, mapping, agents, timeZone, now, today, lastDue });
  const { bytes, sha256 } = await readSheetFile(path);
  const book = await openWorkbook(bytes, { signal });
  const rows: ReadValues[] = [];
  let ignored = 0;
  const tell = (share: number): void => onProgress({ stage: 'reading', done: Math.round(share * 100), total: 100 });
  for await (const piece of sheetPieces(book, choice.sheet, signal, tell))
    for (const row of piece) {
      if (row.number <= choice.headerRow) continue;
      const found = take(row);
      if (found === 'ignored') ignored += 1;
      else if (found !== 'blank') rows.push(found);
    }
  return { rows, ignored, sha256 };
}

export interface ImportPlan<Fields extends Content> {
  /** In the order of the sheet. */
  readonly rows: readonly PlannedRow<Fields>[];
  readonly counts: ImportCounts;
  /** SHA-256 over all that would be written. */
  readonly digest: string;
}

/** What the import needs of one kind. */
export interface ImportKind<Fields extends Content> {
  readonly table: KeptTable<Fields>;
  readonly rules: KindRules<Fields>;
  /** All rows of the agents, withdrawn ones too, and those with one of the numbers. */
  readonly held: (db: ReadDb, agentIds: readonly string[], numbers: readonly string[]) => HeldRow<Fields>[];
}

/** Compares what was read with the store as it is now. */
export function planImport<Fields extends Content>(
  db: ReadDb,
  read: ReadImport,
  { rules, held }: ImportKind<Fields>,
): ImportPlan<Fields> {
  const agentIds = [...new Set(read.rows.flatMap(({ values }) => (values.agent ? [values.agent.id] : [])))];
  const numbers = [...new Set(read.rows.flatMap(({ values }) => (values.number ? [values.number] : [])))];
  const rows = planRows(read.rows, held(db, agentIds, numbers), rules, TWICE);
  const hash = createHash('sha256').update(JSON.stringify(read.sha256));
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const row of rows) {
    counts[row.fate] += 1;
    if (row.fate === 'new') hash.update(JSON.stringify(row.fields));
    else if (row.fate === 'changed') hash.update(JSON.stringify([row.held.id, row.fields]));
  }
  return { rows, counts: { ...counts, ignored: read.ignored }, digest: hash.digest('hex') };
}
