// Writes what a list shows as one plain sheet: bold frozen header, filter, real dates and numbers. The rows go through the
// row writer, so that texts are never formulas and 50,000 of them take moments.
import type { Worksheet } from 'exceljs';
import type { GridColumn, GridSheet } from '../../shared/contract/exports.ts';
import { isDay } from '../../shared/domain/time.ts';
import type { Task } from '../tasks/task.ts';
import { columnName } from './read/cells.ts';
import { serialOfCivil } from './read/serialDate.ts';
import type { CellInput, RowInput, TextWarning } from './write/cellInput.ts';
import { civilTime } from './write/civilTime.ts';
import { cleanText } from './write/cellText.ts';
import { Splicer } from './write/splice.ts';
import { writeWholeFile } from './write/wholeFile.ts';
import { ZipWriter } from './zip/writeZip.ts';

const FORMATS: Readonly<Record<GridColumn['kind'], string>> = {
  text: '@',
  integer: '0',
  decimal: '0.00',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};

export interface GridInput {
  readonly sheet: GridSheet;
  readonly path: string;
  /** Instants are shown in it; Asia/Shanghai by default. */
  readonly timeZone?: string;
}

export interface GridOutcome {
  readonly rows: number;
  /** Texts that no cell could hold as they were. */
  readonly warnings: readonly TextWarning[];
}

/** Throws FILE errors (diskFull, fileInUse, fileUnwritable) and CANCELLED; leaves a whole file or none. */
export const writeGrid: Task<GridInput, GridOutcome> = async ({ sheet, path, timeZone }, { signal, onProgress }) => {
  const name = sheetName(sheet.title);
  const skeleton = await buildSkeleton(sheet, name);
  const zone = timeZone ?? 'Asia/Shanghai';
  return writeWholeFile(path, signal, async (fd) => {
    const zip = new ZipWriter(fd);
    const splicer = new Splicer(skeleton, zip, { level: 1, signal, onProgress });
    splicer.copyRest([name]);
    await splicer.fill({
      sheet: name,
      columns: sheet.columns.length,
      firstRow: 2,
      templates: 1,
      rows: rowsOf(sheet, zone),
      rowCount: sheet.rows.length,
    });
    await splicer.finishStrings();
    zip.writeDirectory();
    return { rows: sheet.rows.length, warnings: splicer.warnings };
  });
};

/** A name that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at either end. */
function sheetName(title: string): string {
  const name = cleanText(title).text.replace(/[\\/?*[\]:'\n]/g, ' ');
  // Cleaned once more, as the cut may split a pair.
  return cleanText(name.trim().slice(0, 31)).text.trim() || 'Sheet1';
}

async function buildSkeleton(grid: GridSheet, name: string): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // 9 is A4 in the file format.
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  sheet.pageSetup.printTitlesRow = '1:1';
  // A width of exactly 9 is not written by exceljs.
  sheet.columns = grid.columns.map(({ width }) => ({ width: width === 9 ? 9.1 : width }));
  grid.columns.forEach((column, index) => addColumn(sheet, column, index + 1));
  sheet.autoFilter = `A1:${columnName(grid.columns.length)}${grid.rows.length + 1}`;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addColumn(sheet: Worksheet, { header, kind }: GridColumn, index: number): void {
  const title = sheet.getCell(1, index);
  title.value = cleanText(header).text;
  title.font = { bold: true };
  const template = sheet.getCell(2, index);
  template.value = 0;
  template.numFmt = FORMATS[kind];
}

function* rowsOf({ columns, rows }: GridSheet, timeZone: string): Generator<RowInput> {
  const kinds = columns.map(({ kind }) => kind);
  for (const row of rows) yield kinds.map((kind, index) => cellOf(kind, row[index] ?? null, timeZone));
}

/** Days and instants become dates; what is none, such as a dash, stays text. */
function cellOf(kind: GridColumn['kind'], value: string | number | null, timeZone: string): CellInput {
  if (typeof value !== 'string' || value === '') return value === '' ? null : value;
  if (kind === 'day' && isDay(value) && value > '1900-03-01') return serialOfCivil(value);
  if (kind === 'instant' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && value > '1900-03-02') {
    return serialOfCivil(civilTime(value, timeZone));
  }
  return value;
}
