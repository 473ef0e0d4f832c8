// A sheet before it is written: its columns with their meanings, and its rows. The data dictionary is made from the same
// columns, so it cannot fall behind.
import type { Worksheet } from 'exceljs';
import { columnName } from '../read/cells.ts';
import type { CellInput, FormulaCell, RowInput } from '../write/cellInput.ts';
import type { Format } from './styles.ts';
import type { WorkbookTexts } from './texts.ts';

export interface Column {
  readonly key: string;
  readonly header: string;
  readonly meaning: string;
  /** In characters; never 9, which exceljs leaves out. */
  readonly width: number;
  readonly format: Format;
  /** `given`: a value of the system that no sheet of the workbook explains; its column is grey. */
  readonly source: 'entered' | 'formula' | 'given';
}

export interface SheetPlan {
  readonly key: keyof WorkbookTexts['sheets'];
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly Column[];
  readonly headerRow: number;
  /** Columns that stay when scrolling sideways. */
  readonly frozen: number;
  readonly rows: Iterable<RowInput>;
  readonly rowCount: number;
  /** Shades groups: rows whose cell in this column repeats belong together. */
  readonly bandBy: number | null;
  /** Adds what is particular to the sheet: rows above the header, conditional formats. */
  readonly decorate?: (sheet: Worksheet) => void;
}

/** Rows of a sheet, first and last included. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

type Labelled = Readonly<Record<string, { readonly header: string; readonly meaning: string }>>;

/** Makes a column from its words: `column('team', 12)`. */
export function columnsOf<Words extends Labelled>(words: Words) {
  return (key: keyof Words & string, width: number, format: Format = 'text', source: Column['source'] = 'entered') => {
    const { header, meaning } = words[key]!;
    return { key, header, meaning, width, format, source } satisfies Column;
  };
}

/** The letter of a column of the plan. */
export function letterOf(columns: readonly Column[], key: string): string {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) throw new RangeError(`no column ${key}`);
  return columnName(index + 1);
}

/** A live formula with the engine's value; none shows as an empty text. */
export function live(formula: string, value: number | string | null): FormulaCell {
  return { formula, value: value ?? '' };
}

/** `'汇总'!` for references from other sheets. */
export function prefixOf(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

/** The rows of a column on another sheet: `'现场观察'!$P$4:$P$9`. */
export function rangeOn(sheet: string, letter: string, { first, last }: Block): string {
  return `${prefixOf(sheet)}$${letter}$${first}:$${letter}$${last}`;
}

/** An empty text leaves its cell empty. */
export function textOrNull(text: string): CellInput {
  return text === '' ? null : text;
}
