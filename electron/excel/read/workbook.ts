// The one door to reading workbooks: opens .xlsx and .xlsm files or buffers, and reads their sheets row by row without
// blocking the event loop. exceljs does not read here: its streaming reader corrupts Chinese text, its other one is slow.
import { readFile, stat } from 'node:fs/promises';
import { breathe, fileError, throwIfCancelled, workbookError } from '../fileError.ts';
import { partBytes } from '../zip/readZip.ts';
import type { CellRange, SourceRow } from './cells.ts';
import { dateFormats } from './numberFormats.ts';
import { workbookParts, type SheetPart } from './packageParts.ts';
import { sharedStrings } from './sharedStrings.ts';
import { scanMerges, scanRows } from './sheetScan.ts';
import { scanXml } from './xmlScanner.ts';

export type { CellRange, SourceCell, SourceRow } from './cells.ts';
export { cellAt, cellRef } from './cells.ts';

const MAX_FILE_BYTES = 256 * 2 ** 20;
const ROWS_PER_PIECE = 512;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called after each piece of rows with the part of the sheet's XML that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export interface SourceWorkbook {
  /** Sheets with cells in the order of the tabs; chart sheets are left out. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** The rows that hold something, one by one. Ends with CANCELLED when the signal is aborted. */
  rows(sheet: string, options?: ReadOptions): AsyncIterable<SourceRow>;
  /** The same in pieces of some hundred rows: what a loop over many rows should use. */
  pieces(sheet: string, options?: ReadOptions): AsyncIterable<readonly SourceRow[]>;
  /** The merged ranges; the value of a merged range stands in its top left cell. */
  merges(sheet: string): Promise<readonly CellRange[]>;
}

/**
 * Opens a workbook from a path or from its bytes. Throws FILE errors: fileUnreadable,
 * workbookNotRecognised (no zip, or a zip that is no workbook), workbookOldFormat (.xls), workbookEncrypted (password),
 * workbookDamaged, workbookTooLarge; CANCELLED when aborted. A sheet that is not there: workbookSheetMissing.
 */
export async function openWorkbook(source: string | Buffer, options: ReadOptions = {}): Promise<SourceWorkbook> {
  const bytes = typeof source === 'string' ? await readBounded(source) : source;
  throwIfCancelled(options.signal);
  const parts = workbookParts(bytes);
  const dates = dateFormats(parts.styles === undefined ? undefined : await partBytes(parts.styles));
  const stringsPart = parts.strings === undefined ? undefined : await partBytes(parts.strings);
  const strings = await sharedStrings(stringsPart, options.signal);

  // The sheet read last is kept: a preview reads its rows, then its merges, then its rows again.
  let last: { name: string; xml: Promise<Buffer> } | undefined;
  const sheetXml = (sheet: SheetPart): Promise<Buffer> => {
    if (last?.name !== sheet.name) last = { name: sheet.name, xml: partBytes(sheet.part) };
    return last.xml;
  };
  const find = (name: string): SheetPart => {
    const sheet = parts.sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw workbookError('workbookSheetMissing', { sheet: name });
    return sheet;
  };
  async function* pieces(name: string, { signal, onProgress }: ReadOptions = {}) {
    const scanner = scanXml(await sheetXml(find(name)));
    const context = { strings, dates, date1904: parts.date1904, sheet: name };
    for (const piece of scanRows(scanner, context, ROWS_PER_PIECE)) {
      yield piece;
      onProgress?.(scanner.tagEnd / scanner.bytes.length);
      await breathe(signal);
    }
  }
  return {
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    pieces,
    async *rows(name, readOptions) {
      for await (const piece of pieces(name, readOptions)) yield* piece;
    },
    merges: async (name) => scanMerges(scanXml(await sheetXml(find(name)))),
  };
}

async function readBounded(file: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) throw workbookError('workbookTooLarge', { detail: String(size) });
    return await readFile(file);
  } catch (error) {
    throw fileError(error, file, 'read');
  }
}
