// Renders rows as the bytes of <row> elements straight into a block. All but formulas is ASCII, since texts stand in the
// shared table, so bytes are written one by one: four times as fast as joining strings and encoding them.
import { BLOCK_SLACK } from '../zip/parallelDeflate.ts';
import { cellRef, columnName } from '../read/cells.ts';
import { serialOfUtc } from '../read/serialDate.ts';
import type { FormulaCell, RowInput } from './cellInput.ts';
import { cleanText, escapeCellText, escapeXml } from './cellText.ts';
import type { StringTable } from './stringTable.ts';

/** The most bytes of one cell apart from a formula's text: address, style, number, tags. */
const CELL_BYTES = 96;

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

interface CellBytes {
  readonly open: Uint8Array;
  readonly number: Uint8Array;
  readonly text: Uint8Array;
  readonly boolean: Uint8Array;
  readonly formula: Uint8Array;
  readonly textFormula: Uint8Array;
  readonly empty: Uint8Array;
}

const ROW_OPEN = ascii('<row r="');
const ROW_END = ascii('</row>');
const VALUE_END = ascii('</v></c>');
const FORMULA_VALUE = ascii('</f><v>');

export interface RenderTarget {
  bytes: Buffer;
  offset: number;
}

/** The most that is shown of a row: Excel's rows end at 409 points. */
const MOST_LINES = 24;
/** In points, of a line of 10-point Chinese text. */
const LINE_HEIGHT = 15;

/**
 * Writes one row at `target.offset`; `variant` picks the template row whose formats it takes, `lines` of wrapped text need its
 * height: not every program works heights out when it opens a file.
 */
export type RenderRow = (target: RenderTarget, row: RowInput, number: number, variant: number, lines?: number) => void;

/**
 * A renderer for one sheet. `styles[variant][column]` is the index of the cell format. Throws RangeError for a number that
 * is not finite and for a row too long for a block's slack: both are errors of the caller, not of the data's owner.
 */
export function rowRenderer(sheet: string, styles: readonly (readonly number[])[], strings: StringTable): RenderRow {
  const columns = styles[0]?.length ?? 0;
  const prepared = styles.map((row) => row.map((style, i) => cellBytes(i + 1, style)));
  const idOf = Array.from({ length: columns }, (_, i) => strings.column(sheet, i + 1));
  const spans = `" spans="1:${columns}"`;
  const rowHeads = Array.from({ length: MOST_LINES }, (_, i) =>
    ascii(i === 0 ? `${spans}>` : `${spans} ht="${(i + 1) * LINE_HEIGHT}">`),
  );
  const digits = new Uint8Array(10);
  if (columns * CELL_BYTES > BLOCK_SLACK / 2) throw new RangeError('too many columns');

  return (target, row, number, variant, lines = 1) => {
    const out = target.bytes;
    let at = target.offset;
    let digitCount = 0;
    for (let rest = number; rest > 0; rest = (rest / 10) | 0) digits[digitCount++] = 48 + (rest % 10);
    at = put(out, at, ROW_OPEN);
    for (let k = digitCount; k > 0;) out[at++] = digits[--k]!;
    at = put(out, at, rowHeads[Math.min(lines, MOST_LINES) - 1]!);
    const cells = prepared[variant]!;
    for (let i = 0; i < columns; i++) {
      const value = row[i];
      if (value === undefined) continue;
      const cell = cells[i]!;
      at = put(out, at, cell.open);
      for (let k = digitCount; k > 0;) out[at++] = digits[--k]!;
      if (value === null) at = put(out, at, cell.empty);
      else if (typeof value === 'string') at = putNumber(out, put(out, at, cell.text), idOf[i]!(value, number));
      else if (typeof value === 'boolean') at = putNumber(out, put(out, at, cell.boolean), value ? 1 : 0);
      else {
        const plain = typeof value === 'number' ? value : value instanceof Date ? serialOfUtc(value) : undefined;
        if (plain === undefined) at = putFormula(out, at, cell, value as FormulaCell);
        else if (Number.isFinite(plain)) at = putNumber(out, put(out, at, cell.number), plain);
        else throw new RangeError(`${sheet} ${cellRef(i + 1, number)}: not a finite number`);
      }
    }
    target.offset = put(out, at, ROW_END);
    if (target.offset > out.length) throw new RangeError(`${sheet} row ${number}: too long`);
  };
}

function cellBytes(column: number, style: number): CellBytes {
  const format = style > 0 ? `" s="${style}` : '';
  return {
    open: ascii(`<c r="${columnName(column)}`),
    number: ascii(`${format}"><v>`),
    text: ascii(`${format}" t="s"><v>`),
    boolean: ascii(`${format}" t="b"><v>`),
    formula: ascii(`${format}"><f>`),
    textFormula: ascii(`${format}" t="str"><f>`),
    empty: ascii(`${format}"/>`),
  };
}

function put(out: Buffer, at: number, bytes: Uint8Array): number {
  const length = bytes.length;
  for (let k = 0; k < length; k++) out[at + k] = bytes[k]!;
  return at + length;
}

/** Writes a value and its closing tags. */
function putNumber(out: Buffer, at: number, value: number): number {
  let end: number;
  if (value >= 0 && value < 1e9 && (value | 0) === value) end = putInteger(out, at, value);
  else end = putDecimals(out, at, value);
  return put(out, end, VALUE_END);
}

/** Digits of a whole number, 0..999,999,999. */
function putInteger(out: Buffer, at: number, value: number): number {
  let count = 1;
  for (let bound = 10; value >= bound; bound *= 10) count++;
  let rest = value | 0;
  for (let k = at + count - 1; k >= at; k--) {
    const tenth = (rest / 10) | 0;
    out[k] = 48 + rest - tenth * 10;
    rest = tenth;
  }
  return at + count;
}

const MICRO = 1e6;

/**
 * A number of at most six decimals is written digit by digit, ten times as fast as by its string. It is one where the
 * millionths, divided, give the same double; with at most fifteen digits this is the shortest text that reads back as it.
 */
function putDecimals(out: Buffer, at: number, value: number): number {
  const millionths = Math.round(value * MICRO);
  if (!(value >= 0.001 && value < 1e6) || millionths / MICRO !== value) return putAscii(out, at, String(value));
  const whole = Math.floor(value);
  let rest = millionths - whole * MICRO;
  let end = putInteger(out, at, whole);
  out[end++] = 46;
  for (let bound = MICRO / 10; rest > 0; bound /= 10) {
    const digit = Math.floor(rest / bound);
    out[end++] = 48 + digit;
    rest -= digit * bound;
  }
  return end;
}

function putAscii(out: Buffer, at: number, text: string): number {
  const length = text.length;
  for (let k = 0; k < length; k++) out[at + k] = text.charCodeAt(k);
  return at + length;
}

function putFormula(out: Buffer, from: number, cell: CellBytes, input: FormulaCell): number {
  const { formula, value } = input;
  const isText = typeof value === 'string';
  let at = put(out, from, isText ? cell.textFormula : cell.formula);
  at = putText(out, at, formula, escapeXml);
  at = put(out, at, FORMULA_VALUE);
  if (isText) return put(out, putText(out, at, cleanText(value).text, escapeCellText), VALUE_END);
  if (!Number.isFinite(value)) throw new RangeError(`${formula}: not a finite number`);
  return putNumber(out, at, value);
}

/** Plain ASCII is written as it is; from the first other character on, the rest is escaped and encoded. */
function putText(out: Buffer, at: number, text: string, escape: (text: string) => string): number {
  const length = text.length;
  if (at + length + CELL_BYTES > out.length) throw new RangeError('a formula is too long');
  for (let k = 0; k < length; k++) {
    const code = text.charCodeAt(k);
    if (code > 126 || code === 38 || code === 60 || code === 62 || code === 95) {
      const rest = escape(text.slice(k));
      if (at + k + rest.length * 3 + CELL_BYTES > out.length) throw new RangeError('a formula is too long');
      return at + k + out.write(rest, at + k, 'utf8');
    }
    out[at + k] = code;
  }
  return at + length;
}
