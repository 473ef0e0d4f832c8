// What can be written into a cell.

/**
 * A live formula, without `=`, with the value that the engine worked out, which readers see until they recalculate. A text
 * value makes it a text formula. `formula` is made by us alone; users' text stands in cells that it refers to.
 */
export interface FormulaCell {
  readonly formula: string;
  readonly value: number | string;
}

/**
 * Numbers must be finite. A Date is written by its UTC fields as the civil date and time to show (the column's format makes
 * it a date; serial numbers do the same). `null` leaves the cell empty but formatted, `undefined` leaves it out.
 */
export type CellInput = string | number | boolean | Date | FormulaCell | null | undefined;
export type RowInput = readonly CellInput[];

/** A text that could not be written as it was; `cell` is its address. */
export interface TextWarning {
  readonly sheet: string;
  readonly cell: string;
  readonly loss: 'truncated' | 'removed';
}
