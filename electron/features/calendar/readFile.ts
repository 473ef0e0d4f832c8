// Reads a file of announced days in the worker: the first sheet with a header that names a date, or a text file.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import { HEAD_ROWS } from '../../../shared/contract/sheet.ts';
import { CALENDAR_HEADERS, calendarReader, type CalendarRows } from '../../../shared/domain/calendarFile.ts';
import { textOf, type SheetRow } from '../../../shared/domain/sheet/cell.ts';
import { fileError } from '../../excel/fileError.ts';
import { openWorkbook } from '../../excel/read/workbook.ts';
import { csvRows } from '../../excel/sheet/csv.ts';
import { sheetPieces } from '../../excel/sheet/read.ts';
import type { Task } from '../../tasks/task.ts';

export interface ReadCalendar extends CalendarRows {
  /** Empty for a text file. */
  readonly sheet: string;
  readonly sha256: string;
}

export interface CalendarFileInput {
  readonly path: string;
  /** The latest day that the file may name. */
  readonly lastDay: string;
}

/** Some hundred days a year; whatever is longer is another file. */
const MOST_ROWS = 5_000;

function headOf(rows: readonly SheetRow[]): string[][] {
  const head: string[][] = [];
  for (const { number, cells } of rows) {
    if (number > HEAD_ROWS) break;
    while (head.length < number) head.push([]);
    const last = Math.max(0, ...cells.keys());
    head[number - 1] = Array.from({ length: last }, (_, index) => textOf(cells.get(index + 1)));
  }
  return head;
}

/** @throws AppError FILE as openWorkbook, textFileNotRecognised; INVALID calendarColumnsMissing, calendarTooLong, calendarEmpty; CANCELLED */
export const readCalendarFile: Task<CalendarFileInput, ReadCalendar> = async (
  { path, lastDay },
  { signal, onProgress },
) => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileError(error, path, 'read');
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  onProgress({ stage: 'reading', done: 0, total: 1 });
  const read = (sheet: string, rows: readonly SheetRow[]): ReadCalendar | null => {
    const head = headOf(rows);
    const headerRow = CALENDAR_HEADERS.findHeaderRow(head);
    const mapping = CALENDAR_HEADERS.mapHeaders(headerRow === null ? [] : (head[headerRow - 1] ?? []));
    if (headerRow === null || mapping.day === null || mapping.kind === null) return null;
    const { take, end } = calendarReader(mapping, lastDay);
    for (const row of rows) if (row.number > headerRow) take(row);
    return { sheet, sha256, ...end() };
  };
  const checked = (found: ReadCalendar | null): ReadCalendar => {
    if (!found) throw new AppError('INVALID', 'calendarColumnsMissing');
    if (found.days.length === 0 && found.problems.length === 0) throw new AppError('INVALID', 'calendarEmpty');
    return found;
  };
  if (/\.(csv|txt)$/i.test(path)) return checked(read('', csvRows(bytes)));
  const book = await openWorkbook(bytes, { signal });
  for (const { name } of book.sheets.filter((sheet) => !sheet.hidden)) {
    const rows: SheetRow[] = [];
    for await (const piece of sheetPieces(book, name, signal, () => undefined)) {
      rows.push(...piece);
      if (rows.length > MOST_ROWS) throw new AppError('INVALID', 'calendarTooLong', { count: MOST_ROWS });
    }
    const found = read(name, rows);
    if (found) return checked(found);
  }
  return checked(null);
};
