// How many lines a wrapped text takes in a column, so that rows and headers are high enough in every program and on paper.
import type { CellInput, RowInput } from '../write/cellInput.ts';
import type { Column } from './sheetPlan.ts';

/** Chinese characters and full-width signs take two of a column's characters. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
/** A cell's own margin, in characters. */
const MARGIN = 1;

/** Lines of a text in a column of so many characters; a word that does not fit goes to the next line, hence a little more. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, part) => {
    const wide = part.match(WIDE)?.length ?? 0;
    const units = part.length + wide;
    return sum + Math.max(1, Math.ceil((units * (wide === 0 ? 1.1 : 1)) / (width - MARGIN)));
  }, 0);
}

/** The lines that a row needs; undefined where no column wraps. */
export function linesOf(columns: readonly Column[]): ((row: RowInput) => number) | undefined {
  const wrapped = columns.flatMap(({ format, width }, index) => (format === 'wrap' ? [{ index, width }] : []));
  if (wrapped.length === 0) return undefined;
  const needed = (cell: CellInput | undefined, width: number): number =>
    typeof cell === 'string' ? linesIn(cell, width) : 1;
  return (row) => wrapped.reduce((most, { index, width }) => Math.max(most, needed(row[index], width)), 1);
}
