// One cell of a sheet as the rules see it, whatever the file made of it: formulas are their last result, rich text and
// links their text. Text is folded first: full-width letters and digits become ordinary, odd spaces one kind.

/** Formulas, rich text and links have become what they show; `empty` is a formula without a result. */
export type SheetCell =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** 2026-11-22, with a time of day 2026-11-22T09:30:00. */
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** #N/A and its like. */
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'empty'; readonly value: null };

/** A row of the sheet: cells by column, 1 for column A; what is not there is blank. */
export interface SheetRow {
  /** 1 for the first row of the sheet. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** Why a cell cannot be read; the caller adds where. */
export type Read<Value, Reason extends string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const read = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });
export const refuse = <Reason extends string>(reason: Reason): { readonly ok: false; readonly reason: Reason } => ({
  ok: false,
  reason,
});

/** Most cells are this already, and a sheet has half a million of them. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** Full-width forms to ordinary ones, invisible marks out, every run of spaces and line ends to one space, ends trimmed. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/gu, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim();

/** Excel keeps 15 digits of a number; what has more was rounded when it was typed. */
const EXACT = 1e15;

/** Whether digits were lost before the file was saved, so that no reading of the cell can be right. */
export const hasLostDigits = (cell: SheetCell): boolean =>
  cell.kind === 'number'
    ? Math.abs(cell.value) >= EXACT
    : cell.kind === 'text' && /^\d(\.\d+)?e\+?\d{2,}$/i.test(fold(cell.value));

/** The cell as folded text: numbers without exponent, a date without its time, a text-marking apostrophe removed. */
export function textOf(cell: SheetCell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case 'empty':
      return '';
    case 'text':
      return fold(cell.value).replace(/^'/, '').trim();
    case 'number':
      return Number.isInteger(cell.value) ? BigInt(cell.value).toString() : String(cell.value);
    case 'date':
      return cell.value.slice(0, 10);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.value;
  }
}

/** A column's letters as Excel writes them: C for 3, AA for 27. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A cell's name as Excel writes it: C7 for column 3, row 7. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;
