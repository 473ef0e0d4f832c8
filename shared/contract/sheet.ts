// What every import of a workbook shows before its columns are settled, and the words for what becomes of its rows.
import { z } from 'zod';

/** Rows of a sheet that are shown before a mapping is settled, and in which the header row is looked for. */
export const HEAD_ROWS = 40;
/** Columns that are read; a sheet wider than that is cut. */
export const SHEET_COLUMNS = 200;

/** A column by its number, 1 for column A, or null where the sheet has none. */
export const SheetColumn = z.int().min(1).max(16_384).nullable();

export const SheetHead = z.object({
  name: z.string(),
  /** The first rows as text, blank rows included; index 0 is row 1 of the sheet. */
  head: z.array(z.array(z.string())),
  /** Row number, 1 for the first row, of what looks most like the header; null where nothing does. */
  headerRow: z.int().nullable(),
});
export type SheetHead = z.infer<typeof SheetHead>;

export const ROW_FATES = ['new', 'changed', 'unchanged', 'rejected'] as const;
export const RowFate = z.enum(ROW_FATES);
export type RowFate = z.infer<typeof RowFate>;
