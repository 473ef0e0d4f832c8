// Reads one sheet of a standard's workbook into plain fields by its layout: header found by name in either language, words
// in either language, every bad cell named by sheet, cell and reason.
import { LONGEST_TEXT, type CellProblem } from '../../../shared/contract/standardRoutes.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { cellAt, cellRef, type SourceCell, type SourceRow, type SourceWorkbook } from '../read/workbook.ts';
import type { Column, SheetLayout, WordList } from './layout.ts';

/** A line's fields by their paths, with the row they came from. */
export interface ReadLine {
  readonly row: number;
  readonly fields: ReadonlyMap<string, string | number | boolean | null>;
  /** `C7` of a field's cell. */
  readonly refOf: (field: string) => string;
}

export interface ReadSheet {
  readonly name: string;
  readonly lines: readonly ReadLine[];
}

type Report = (problem: CellProblem) => void;

/** More than any standard needs; a file beyond it is not one. */
const MOST_ROWS = 5000;
/** Rows above the header that a title may take. */
const TITLE_ROWS = 10;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const textOf = (cell: SourceCell | undefined): string => (cell?.value === null ? '' : String(cell?.value ?? ''));

/** The sheet by its name in either language. */
export function sheetOf(book: SourceWorkbook, name: Readonly<Record<Language, string>>): string | undefined {
  const known = Object.values(name).map(plain);
  return book.sheets.find((sheet) => known.includes(plain(sheet.name)))?.name;
}

function columnsOf(row: SourceRow, layout: SheetLayout): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const cell of row.cells) {
    const column = layout.columns.find(({ header }) =>
      Object.values(header)
        .map(plain)
        .includes(plain(textOf(cell))),
    );
    if (column && !found.has(column)) found.set(column, cell.column);
  }
  return found;
}

const wordIn = (list: WordList, text: string): string | boolean | undefined =>
  list.find(({ value, words }) => [String(value), ...Object.values(words)].map(plain).includes(plain(text)))?.value;

type Parsed = { readonly value: string | number | boolean | null } | { readonly bad: CellProblem['reason'] };

/** A cell's value for its column, or what is wrong with it. */
function parseCell(column: Column, cell: SourceCell | undefined): Parsed {
  const text = textOf(cell);
  if (cell?.kind === 'error') return { bad: 'cellError' };
  if (text.trim() === '' && !column.mayBeEmpty) return { bad: 'cellEmpty' };
  if (column.kind === 'text') {
    if (cell && cell.kind !== 'text' && cell.kind !== 'number' && text !== '') return { bad: 'cellNotText' };
    return text.length > LONGEST_TEXT ? { bad: 'textTooLong' } : { value: text };
  }
  if (text.trim() === '') return { value: null };
  if (column.kind === 'number') {
    const value = cell?.kind === 'number' ? cell.value : Number(text.normalize('NFKC').trim());
    return Number.isFinite(value) && cell?.kind !== 'boolean' ? { value } : { bad: 'numberWanted' };
  }
  const value = wordIn(column.kind, text);
  return value === undefined ? { bad: 'wordUnknown' } : { value };
}

const allowedWords = (column: Column, language: Language): string[] =>
  typeof column.kind === 'string' ? [] : column.kind.map(({ words }) => words[language]);

/**
 * Reads a sheet; problems go to `report`. Null when the sheet or one of its columns is not there. Rows without any cell
 * under the known columns are passed over.
 */
export async function readSheet(
  book: SourceWorkbook,
  layout: SheetLayout,
  report: Report,
  signal?: AbortSignal,
): Promise<ReadSheet | null> {
  const name = sheetOf(book, layout.name);
  if (name === undefined) {
    report({
      sheet: layout.name['zh-CN'],
      cell: 'A1',
      reason: 'sheetMissing',
      value: layout.name['zh-CN'],
      allowed: [],
    });
    return null;
  }
  const language: Language = plain(name) === plain(layout.name.en) ? 'en' : 'zh-CN';
  let columns: Map<Column, number> | undefined;
  const lines: ReadLine[] = [];
  for await (const row of book.rows(name, signal ? { signal } : {})) {
    if (!columns) {
      const found = columnsOf(row, layout);
      if (found.size < 3 && row.number <= TITLE_ROWS) continue;
      columns = found;
      const missing = layout.columns.filter((column) => !found.has(column));
      for (const { header } of missing)
        report({ sheet: name, cell: `A${row.number}`, reason: 'columnMissing', value: header[language], allowed: [] });
      if (missing.length > 0) return null;
      continue;
    }
    const here = columns;
    if ([...here.values()].every((at) => textOf(cellAt(row, at)).trim() === '')) continue;
    if (lines.length >= MOST_ROWS) {
      report({ sheet: name, cell: `A${row.number}`, reason: 'tooManyRows', value: String(MOST_ROWS), allowed: [] });
      return null;
    }
    const fields = new Map<string, string | number | boolean | null>();
    for (const [column, at] of here) {
      const cell = cellAt(row, at);
      const parsed = parseCell(column, cell);
      if ('value' in parsed) fields.set(column.field, parsed.value);
      else
        report({
          sheet: name,
          cell: cellRef(at, row.number),
          reason: parsed.bad,
          value: parsed.bad === 'textTooLong' ? String(LONGEST_TEXT) : textOf(cell),
          allowed: parsed.bad === 'wordUnknown' || parsed.bad === 'cellEmpty' ? allowedWords(column, language) : [],
        });
    }
    const refOf = (field: string): string => {
      const column = layout.columns.find((candidate) => candidate.field === field);
      return cellRef((column && here.get(column)) ?? 1, row.number);
    };
    lines.push({ row: row.number, fields, refOf });
  }
  if (!columns) {
    for (const { header } of layout.columns)
      report({ sheet: name, cell: 'A1', reason: 'columnMissing', value: header[language], allowed: [] });
    return null;
  }
  return { name, lines };
}
