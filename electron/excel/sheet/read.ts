// Reads a workbook that is to be imported into plain rows: the first rows of each sheet for choosing, and all rows of one
// sheet with merged cells repeated downwards, because a team merged over its members is each member's team.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { HEAD_ROWS, SHEET_COLUMNS, type SheetHead } from '../../../shared/contract/sheet.ts';
import { textOf, type SheetCell, type SheetRow } from '../../../shared/domain/sheet/cell.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { fileError } from '../fileError.ts';
import { openWorkbook, type CellRange, type SourceRow, type SourceWorkbook } from '../read/workbook.ts';

/** The bytes of a workbook and their SHA-256, so that a later step can tell whether the file is still the same. @throws FILE */
export async function readSheetFile(path: string): Promise<{ bytes: Buffer; sha256: string }> {
  try {
    const bytes = await readFile(path);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw fileError(error, path, 'read');
  }
}

/** Repeats the value of a merged range in the rows below it, in its own column, where the row holds something of its own. */
function fillMerged(merges: readonly CellRange[]): (row: SourceRow) => SheetRow {
  const waiting = merges.filter((range) => range.bottom > range.top).sort((a, b) => b.top - a.top);
  const open = new Map<number, { readonly until: number; readonly cell: SheetCell | undefined }>();
  return (row) => {
    const cells = new Map<number, SheetCell>();
    for (const cell of row.cells) if (cell.column <= SHEET_COLUMNS) cells.set(cell.column, cell);
    const own = [...cells.values()].some((cell) => textOf(cell) !== '');
    for (const [column, { until, cell }] of open) {
      if (until < row.number) open.delete(column);
      else if (own && cell) cells.set(column, cell);
    }
    for (let next = waiting.at(-1); next && next.top <= row.number; next = waiting.at(-1)) {
      waiting.pop();
      if (next.top === row.number) open.set(next.left, { until: next.bottom, cell: cells.get(next.left) });
    }
    return { number: row.number, cells };
  };
}

/** The rows of a sheet that hold something, in pieces of some hundred. */
export async function* sheetPieces(
  book: SourceWorkbook,
  sheet: string,
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): AsyncGenerator<readonly SheetRow[]> {
  const filled = fillMerged(await book.merges(sheet));
  for await (const piece of book.pieces(sheet, { onProgress, ...(signal ? { signal } : {}) })) yield piece.map(filled);
}

async function headOf(book: SourceWorkbook, sheet: string, signal: AbortSignal): Promise<string[][]> {
  const head: string[][] = [];
  for await (const piece of sheetPieces(book, sheet, signal, () => undefined)) {
    for (const { number, cells } of piece) {
      if (number > HEAD_ROWS) return head;
      while (head.length < number) head.push([]);
      const last = Math.max(0, ...cells.keys());
      head[number - 1] = Array.from({ length: last }, (_, index) => textOf(cells.get(index + 1)));
    }
  }
  return head;
}

/** The visible sheets of a workbook with their first rows; hidden ones only where there is no other. */
export async function sheetHeads(
  path: string,
  findHeaderRow: (head: readonly (readonly string[])[]) => number | null,
  context: TaskContext,
): Promise<SheetHead[]> {
  const { bytes } = await readSheetFile(path);
  const book = await openWorkbook(bytes, { signal: context.signal });
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const shown = visible.length > 0 ? visible : book.sheets;
  const sheets: SheetHead[] = [];
  for (const [index, { name }] of shown.entries()) {
    context.onProgress({ stage: 'sheets', done: index, total: shown.length });
    const head = await headOf(book, name, context.signal);
    sheets.push({ name, head, headerRow: findHeaderRow(head) });
  }
  return sheets;
}
