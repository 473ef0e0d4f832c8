// Reading a roster of 50,000 × 8 cells: our scan against exceljs's `readFile`, after every cell was compared.
import ExcelJS from 'exceljs';
import { openWorkbook } from '../../electron/excel/read/workbook.ts';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';
import { measureInTurn } from './excelRounds.ts';
import { ROSTER_HEADERS, rosterRows, type DetailRow } from './workbookData.ts';

const ROUNDS = 5;
const ROWS = 50_000;

async function writeRoster(file: string, rows: readonly DetailRow[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('花名册');
  sheet.columns = ROSTER_HEADERS.map((header, i) => ({
    header,
    width: 14,
    style: i === 6 ? { numFmt: 'yyyy-mm-dd' } : {},
  }));
  for (const row of rows) sheet.addRow(row);
  await book.xlsx.writeFile(file);
}

/** How many cells differ from what was written. */
async function wrongCells(file: string, rows: readonly DetailRow[]): Promise<number> {
  const book = await openWorkbook(file);
  let wrong = 0;
  let count = 0;
  for await (const { number, cells } of book.rows('花名册')) {
    if (number === 1) continue;
    const expected = rows[number - 2]!;
    count += cells.length;
    for (const { column, kind, value } of cells) {
      const own = expected[column - 1];
      const same = own instanceof Date ? kind === 'date' && value === own.toISOString().slice(0, 10) : value === own;
      if (!same) wrong++;
    }
  }
  return wrong + Math.abs(count - rows.length * ROSTER_HEADERS.length);
}

export async function benchRosterRead(): Promise<BenchLine[]> {
  using dir = tempDir();
  const file = dir.file('roster.xlsx');
  const rows = rosterRows(ROWS);
  await writeRoster(file, rows);
  const wrong = await wrongCells(file, rows);
  const runs = measureInTurn({ 'read-exceljs': file, 'read-ours': file }, ROUNDS);
  const [peer, own] = [runs['read-exceljs'], runs['read-ours']];
  return [
    {
      name: 'Reading a roster of 50,000 rows against exceljs readFile',
      // A wrong cell makes the speed worthless.
      ratio: wrong === 0 ? peer.cpu / own.cpu : 0,
      goal: { min: 2.5 },
      unit: '×',
      detail: `CPU ${own.cpu.toFixed(0)} ms against ${peer.cpu.toFixed(0)} ms, wall ${(peer.wall / own.wall).toFixed(1)} ×, medians of ${ROUNDS}; ${wrong} of ${ROWS * 8} cells wrong`,
    },
  ];
}
