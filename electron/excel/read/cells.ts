// What a reader of a workbook gets: typed cells in rows, addresses, and ranges.

interface CellBase {
  /** `C7` */
  readonly ref: string;
  /** 1 for column A. */
  readonly column: number;
  /** The formula as it stands in the file, without `=`; empty for the followers of a shared formula. */
  readonly formula?: string;
}

/** One cell that holds something. A formula's cell has the kind and value of its cached result. */
export type SourceCell = CellBase &
  (
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    /** `value` is the civil date `2026-11-22`, `2026-11-22T09:30:00` or, below one day, the time `09:30:00`. */
    | { readonly kind: 'date'; readonly value: string; readonly serial: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    /** `value` is Excel's word for the error: `#N/A`. */
    | { readonly kind: 'error'; readonly value: string }
    /** A formula without a cached result. */
    | { readonly kind: 'empty'; readonly value: null }
  );

/** A row that holds at least one cell; cells in the order of the file, which is the order of columns. */
export interface SourceRow {
  /** 1 for the first row of the sheet. */
  readonly number: number;
  readonly cells: readonly SourceCell[];
}

/** Both corners belong to the range; rows and columns count from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `AB` for 28. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `C7` for column 3, row 7. */
export function cellRef(column: number, row: number): string {
  return columnName(column) + String(row);
}

/** The range of `A1:C7` or `A1`, with or without `$`; undefined if it is neither. */
export function parseRange(ref: string): CellRange | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref);
  if (found === null) return undefined;
  const left = columnNumber(found[1]!);
  const top = Number(found[2]);
  return { top, left, bottom: Number(found[4] ?? top), right: found[3] === undefined ? left : columnNumber(found[3]) };
}

function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The cell of a column, or undefined when it holds nothing. */
export function cellAt(row: SourceRow, column: number): SourceCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}
