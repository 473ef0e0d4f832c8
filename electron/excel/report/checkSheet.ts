// 校验: what lets anyone find out whether the workbook is as it was exported. Lines are known by the keys of column A, which
// are the same in every language.
import { addDays } from '../../../shared/domain/time.ts';
import type { RowInput, TextWarning } from '../write/cellInput.ts';
import { cleanText } from '../write/cellText.ts';
import { cellAt, type SourceRow, type SourceWorkbook } from '../read/workbook.ts';
import type { ReportData } from './data.ts';
import { totalDigest, type SheetDigest } from './digest.ts';
import type { Column } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

export const CHECK_HEADER_ROW = 3;
export const CHECK_FORMAT = 'dudaotai-report-1';
/** Warnings listed one by one; the rest are counted. */
const MOST_WARNINGS = 200;

export interface Fact {
  readonly key: string;
  readonly value: string;
}

export interface CheckRecord {
  readonly facts: readonly Fact[];
  readonly sheets: readonly SheetDigest[];
  readonly total: string;
}

export function checkColumns({ book }: Texts): readonly Column[] {
  const { key, item, value, rows, cells, values, formulas } = book.check;
  const column = (name: string, header: string, width: number, format: Column['format'] = 'text'): Column => ({
    key: name,
    header,
    meaning: '',
    width,
    format,
    source: 'given',
  });
  return [
    column('key', key, 13),
    column('item', item, 16),
    column('value', value, 50, 'wrap'),
    column('rows', rows, 10, 'integer'),
    column('cells', cells, 12, 'integer'),
    column('values', values, 68),
    column('formulas', formulas, 68),
  ];
}

/** What the sheet says about the export, in order. Texts stand as a cell holds them. */
export function checkFacts(data: ReportData, warnings: readonly TextWarning[], texts: Texts): readonly Fact[] {
  const { book, words } = texts;
  const { branch, period, masking, model } = data;
  const facts: Fact[] = [
    { key: 'format', value: CHECK_FORMAT },
    { key: 'branch', value: `${branch.code} ${branch.name}` },
    { key: 'period', value: `${period.kind} ${period.start} – ${addDays(period.end, -1)}` },
    { key: 'exportedAt', value: data.exportedAt },
    { key: 'exportedBy', value: data.exportedBy },
    { key: 'masked', value: masking.masked ? words.yes : words.no },
    ...(masking.masked ? [] : [{ key: 'reason', value: masking.reason }]),
    { key: 'model', value: `${model.version} ${data.modelDigest}` },
    ...data.standards.map(({ number, digest }) => ({ key: 'standard', value: `${number} ${digest}` })),
    ...warnings
      .slice(0, MOST_WARNINGS)
      .map(({ sheet, cell, loss }) => ({ key: 'warning', value: `${sheet} ${cell}: ${book.check[loss]}` })),
    ...(warnings.length > MOST_WARNINGS ? [{ key: 'warning', value: `… +${warnings.length - MOST_WARNINGS}` }] : []),
  ];
  return facts.map(({ key, value }) => ({ key, value: cleanText(value).text }));
}

export function checkRows({ facts, sheets, total }: CheckRecord, { book }: Texts): readonly RowInput[] {
  const label = (key: string): string => book.check[key as 'format'];
  return [
    ...facts.map(({ key, value }): RowInput => [key, label(key), value, null, null, null, null]),
    ...sheets.map((one): RowInput => [
      'sheet',
      book.check.sheet,
      one.sheet,
      one.rows,
      one.cells,
      one.values,
      one.formulas,
    ]),
    ['total', book.check.total, total, null, null, null, null],
  ];
}

export function checkRecord(facts: readonly Fact[], sheets: readonly SheetDigest[]): CheckRecord {
  return { facts, sheets, total: totalDigest(sheets, facts) };
}

/** The record of a workbook and the name of the sheet that holds it; undefined if it has none. */
export async function readCheckRecord(
  book: SourceWorkbook,
): Promise<{ readonly sheet: string; readonly record: CheckRecord } | undefined> {
  for (const { name } of [...book.sheets].reverse()) {
    const facts: Fact[] = [];
    const sheets: SheetDigest[] = [];
    let total = '';
    for await (const row of book.rows(name)) {
      if (row.number <= CHECK_HEADER_ROW) continue;
      const key = textAt(row, 1);
      // The record's first line tells a record from any other sheet.
      if (facts.length === 0 && (key !== 'format' || textAt(row, 3) !== CHECK_FORMAT)) break;
      if (key === 'total') total = textAt(row, 3);
      else if (key === 'sheet') sheets.push(sheetLine(row));
      else facts.push({ key, value: textAt(row, 3) });
    }
    if (facts.length > 0) return { sheet: name, record: { facts, sheets, total } };
  }
  return undefined;
}

function sheetLine(row: SourceRow): SheetDigest {
  const count = (column: number): number => Number(cellAt(row, column)?.value ?? NaN);
  return { sheet: textAt(row, 3), rows: count(4), cells: count(5), values: textAt(row, 6), formulas: textAt(row, 7) };
}

function textAt(row: SourceRow, column: number): string {
  const cell = cellAt(row, column);
  return cell?.kind === 'text' ? cell.value : '';
}
