// Writes what a list shows as one plain sheet: bold frozen header, filter, real dates and numbers.
import { renameSync, rmSync } from 'node:fs';
import type { GridColumn, GridSheet } from '../../shared/contract/exports.ts';
import type { Task } from '../tasks/task.ts';

const FORMATS: Readonly<Record<GridColumn['kind'], string>> = {
  text: '@',
  integer: '0',
  decimal: '0.00',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

type Cell = GridSheet['rows'][number][number];

// Dates are built in UTC: exceljs takes a Date's UTC fields for the cell.
const valueOf = (kind: GridColumn['kind'], cell: Cell): string | number | Date | null =>
  typeof cell === 'string' && (kind === 'day' || kind === 'instant') ? new Date(cell) : cell;

export const writeGrid: Task<{ readonly sheet: GridSheet; readonly path: string }, { rows: number }> = async (
  { sheet, path },
  { signal, onProgress },
) => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet(sheet.title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = sheet.columns.map(({ header, width, kind }) => ({ header, width, style: { numFmt: FORMATS[kind] } }));
  page.getRow(1).font = { bold: true };
  for (const [index, row] of sheet.rows.entries()) {
    page.addRow(row.map((cell, at) => valueOf(sheet.columns[at]?.kind ?? 'text', cell)));
    if (index % 1000 === 999) {
      signal.throwIfAborted();
      onProgress({ stage: 'rows', done: index + 1, total: sheet.rows.length });
      await new Promise((next) => setImmediate(next));
    }
  }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rows.length + 1, column: sheet.columns.length } };
  const part = `${path}.part`;
  try {
    await book.xlsx.writeFile(part);
    signal.throwIfAborted();
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  return { rows: sheet.rows.length };
};
