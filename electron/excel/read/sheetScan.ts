// The scan of one sheet's XML into rows of typed cells. Copes with what other programs write: namespace prefixes, rows and
// cells without addresses, inline strings, ISO dates, either date system.
import { workbookError } from '../fileError.ts';
import { columnName, parseRange, type CellRange, type SourceCell, type SourceRow } from './cells.ts';
import { civilOfSerial, OFFSET_1904 } from './serialDate.ts';
import { readText, readTexts } from './sharedStrings.ts';
import { tagCode, type XmlScanner } from './xmlScanner.ts';
import { decodeCellText } from './xmlText.ts';

const [ROW, CELL, VALUE, FORMULA, INLINE, SHEET_DATA, MERGE] = [
  'row',
  'c',
  'v',
  'f',
  'is',
  'sheetData',
  'mergeCell',
].map(tagCode) as [number, number, number, number, number, number, number];
const [R, S, T, REF] = ['r', 's', 't', 'ref'].map(tagCode) as [number, number, number, number];
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By cell format: shows a date. */
  readonly dates: readonly boolean[];
  readonly date1904: boolean;
  readonly sheet: string;
}

/** Yields the sheet's rows in pieces of at most `rowsPerPiece`; rows without a cell that holds something are left out. */
export function* scanRows(scanner: XmlScanner, context: SheetContext, rowsPerPiece: number): Generator<SourceRow[]> {
  const scan = new SheetScan(scanner, context);
  let piece: SourceRow[] = [];
  for (;;) {
    const row = scan.nextRow();
    if (row === undefined) break;
    piece.push(row);
    if (piece.length < rowsPerPiece) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** The merged ranges, which stand after the rows. */
export function scanMerges(scanner: XmlScanner): readonly CellRange[] {
  const after = scanner.bytes.lastIndexOf('sheetData', undefined, 'latin1');
  if (after < 0) return [];
  scanner.tagEnd = after;
  const merges: CellRange[] = [];
  while (scanner.next()) {
    if (scanner.name !== MERGE || scanner.closing) continue;
    const range = parseRange(scanner.attribute(REF) ?? '');
    if (range !== undefined) merges.push(range);
  }
  return merges;
}

/** Cells without a formula, which are nearly all, are used as they are: copying each would double the time of a read. */
function withFormula(cell: SourceCell, formula: string | undefined): SourceCell {
  return formula === undefined ? cell : { ...cell, formula };
}

class SheetScan {
  private readonly scanner: XmlScanner;
  private readonly context: SheetContext;
  private readonly names: string[] = [];
  private readonly days = new Map<number, string>();
  private row = 0;
  private rowText = '0';

  constructor(scanner: XmlScanner, context: SheetContext) {
    this.scanner = scanner;
    this.context = context;
  }

  nextRow(): SourceRow | undefined {
    const scanner = this.scanner;
    while (scanner.next()) {
      if (scanner.name === SHEET_DATA && scanner.closing) return undefined;
      if (scanner.name !== ROW || scanner.closing) continue;
      const declared = scanner.attributeIndex(R);
      this.row = declared < 0 ? this.row + 1 : this.digits(declared);
      if (!(this.row >= 1 && this.row <= MAX_ROWS)) throw this.damaged(`row ${this.row}`);
      if (scanner.empty) continue;
      this.rowText = String(this.row);
      const cells = this.cellsOfRow();
      if (cells.length > 0) return { number: this.row, cells };
    }
    return undefined;
  }

  private cellsOfRow(): SourceCell[] {
    const scanner = this.scanner;
    const cells: SourceCell[] = [];
    let column = 0;
    while (scanner.next()) {
      if (scanner.name === ROW && scanner.closing) break;
      if (scanner.name !== CELL || scanner.closing) continue;
      const declared = scanner.attributeIndex(R);
      column = declared < 0 ? column + 1 : this.column(declared);
      if (!(column >= 1 && column <= MAX_COLUMNS)) throw this.damaged(`row ${this.row}`);
      if (scanner.empty) continue;
      const cell = this.cell(column);
      if (cell !== undefined) cells.push(cell);
    }
    return cells;
  }

  private cell(column: number): SourceCell | undefined {
    const scanner = this.scanner;
    const { bytes } = scanner;
    const style = scanner.attributeIndex(S);
    const format = style < 0 ? 0 : this.digits(style);
    const typed = scanner.attributeIndex(T);
    // The types are told apart by their length and first letter: n, s, b, e, d, str, inlineStr.
    const first = typed < 0 ? 110 : bytes[scanner.valueStart(typed)]!;
    const type = first === 115 && scanner.valueEnd(typed) - scanner.valueStart(typed) > 1 ? 0 : first;
    let formula: string | undefined;
    let inline: string | undefined;
    let from = -1;
    let to = -1;
    while (scanner.next()) {
      if (scanner.closing) {
        if (scanner.name === CELL) break;
      } else if (scanner.name === VALUE) {
        from = scanner.tagEnd;
        to = from;
        if (!scanner.empty && scanner.next()) to = scanner.tagStart;
      } else if (scanner.name === FORMULA) formula = readText(scanner);
      else if (scanner.name === INLINE) inline = readTexts(scanner, INLINE);
      else scanner.skipElement();
    }
    const ref = this.columnName(column) + this.rowText;
    if (inline !== undefined) return withFormula({ ref, column, kind: 'text', value: inline }, formula);
    if (type === 115 && from >= 0) {
      const value = this.context.strings[this.digitsOf(from, to)];
      if (value === undefined) throw this.damaged(ref);
      return withFormula({ ref, column, kind: 'text', value }, formula);
    }
    if (type === 110) {
      if (to > from) return this.numeric(ref, column, formula, this.number(from, to), format);
      return formula === undefined ? undefined : { ref, column, kind: 'empty', value: null, formula };
    }
    if (from < 0) return formula === undefined ? undefined : { ref, column, kind: 'empty', value: null, formula };
    return this.other(ref, column, formula, type, from, to);
  }

  private numeric(
    ref: string,
    column: number,
    formula: string | undefined,
    serial: number,
    format: number,
  ): SourceCell {
    if (this.context.dates[format] === true) {
      const value = this.civil(this.context.date1904 ? serial + OFFSET_1904 : serial);
      if (value !== undefined) return withFormula({ ref, column, kind: 'date', value, serial }, formula);
    }
    if (Number.isNaN(serial)) return withFormula({ ref, column, kind: 'error', value: '#NUM!' }, formula);
    return withFormula({ ref, column, kind: 'number', value: serial }, formula);
  }

  private other(ref: string, column: number, formula: string | undefined, type: number, from: number, to: number) {
    const { bytes } = this.scanner;
    if (type === 98) {
      return withFormula({ ref, column, kind: 'boolean', value: bytes[from] === 49 || bytes[from] === 116 }, formula);
    }
    const text = decodeCellText(bytes.toString('utf8', from, to));
    if (type === 101) return withFormula({ ref, column, kind: 'error', value: text }, formula);
    if (type === 100) {
      const value = text.replace(/Z$/, '').replace(/T00:00(:00(\.0+)?)?$/, '');
      return withFormula({ ref, column, kind: 'date', value, serial: NaN }, formula);
    }
    return withFormula({ ref, column, kind: 'text', value: text }, formula);
  }

  /** Days repeat in a sheet, so each is worked out once; times of day seldom do. */
  private civil(serial: number): string | undefined {
    if (!Number.isInteger(serial)) return civilOfSerial(serial);
    const known = this.days.get(serial);
    if (known !== undefined) return known;
    const civil = civilOfSerial(serial);
    if (civil !== undefined) this.days.set(serial, civil);
    return civil;
  }

  private columnName(column: number): string {
    return (this.names[column] ??= columnName(column));
  }

  /** The column of an address in an attribute; its row is the row's. */
  private column(index: number): number {
    const { bytes } = this.scanner;
    const end = this.scanner.valueEnd(index);
    let column = 0;
    for (let at = this.scanner.valueStart(index); at < end; at++) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column;
  }

  private digits(index: number): number {
    return this.digitsOf(this.scanner.valueStart(index), this.scanner.valueEnd(index));
  }

  /** A whole number without a sign, or -1. */
  private digitsOf(from: number, to: number): number {
    const { bytes } = this.scanner;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9 || value > 1e9) return -1;
      value = value * 10 + digit;
    }
    return from < to ? value : -1;
  }

  private number(from: number, to: number): number {
    const { bytes } = this.scanner;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9 || at - from > 14) return Number(bytes.toString('latin1', from, to));
      value = value * 10 + digit;
    }
    return value;
  }

  private damaged(at: string) {
    return workbookError('workbookDamaged', { detail: `${this.context.sheet} ${at}` });
  }
}
