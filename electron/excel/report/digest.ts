// The digest of a workbook's data: SHA-256 over the cells of each sheet as they are read back, values and formulas apart.
// Formats, widths and charts are no data. It finds changes; it is no signature, as whoever changes data can digest it too.
import { createHash } from 'node:crypto';
import type { ReadOptions, SourceCell, SourceWorkbook } from '../read/workbook.ts';

export interface SheetDigest {
  readonly sheet: string;
  readonly rows: number;
  readonly cells: number;
  /** 64 hexadecimal digits, over address, kind and value of every cell. */
  readonly values: string;
  /** Over address and text of every formula. */
  readonly formulas: string;
}

/**
 * Reads a sheet and digests it. A date counts as its number, so that a changed format is no changed value. Numbers count to
 * 12 significant digits: programs that recalculate differ in the last two.
 */
export async function digestSheet(book: SourceWorkbook, sheet: string, options?: ReadOptions): Promise<SheetDigest> {
  const values = createHash('sha256');
  const formulas = createHash('sha256');
  let rows = 0;
  let cells = 0;
  for await (const piece of book.pieces(sheet, options)) {
    let text = '';
    for (const row of piece) {
      rows++;
      cells += row.cells.length;
      for (const cell of row.cells) {
        text += `${cell.ref}\t${valueText(cell)}\n`;
        if (cell.formula !== undefined) formulas.update(`${cell.ref}\t${formulaText(cell.formula)}\n`);
      }
    }
    values.update(text);
  }
  return { sheet, rows, cells, values: values.digest('hex'), formulas: formulas.digest('hex') };
}

function valueText(cell: SourceCell): string {
  switch (cell.kind) {
    case 'number':
      return `n\t${numberText(cell.value)}`;
    case 'date':
      return Number.isNaN(cell.serial) ? `d\t${cell.value}` : `n\t${numberText(cell.serial)}`;
    case 'text':
      return `t\t${cell.value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`;
    case 'boolean':
    case 'error':
      return `${cell.kind}\t${cell.value}`;
    case 'empty':
      return 'empty';
  }
}

/** Programs put a sheet's name in apostrophes or leave them out as they like. */
const formulaText = (formula: string): string => formula.replaceAll("'", '');

const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));

/** One digest over those of the sheets and the facts of the export, in their order. */
export function totalDigest(
  sheets: readonly SheetDigest[],
  facts: readonly { readonly key: string; readonly value: string }[],
): string {
  const hash = createHash('sha256');
  for (const one of sheets) hash.update(`${one.sheet}\t${one.rows}\t${one.cells}\t${one.values}\t${one.formulas}\n`);
  for (const { key, value } of facts) hash.update(`${key}\t${value}\n`);
  return hash.digest('hex');
}
