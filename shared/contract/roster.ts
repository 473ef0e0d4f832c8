// Import of a roster workbook: what the wizard shows of a file, and what would become of each of its rows.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { RowFate, SheetColumn, SheetHead } from './sheet.ts';
import { Day, Id, Progress } from './vocabulary.ts';

export const ROSTER_FIELDS = [
  'number',
  'name',
  'gender',
  'branch',
  'team',
  'licence',
  'engagement',
  'phone',
  'hiredOn',
  'status',
] as const;
export const RosterField = z.enum(ROSTER_FIELDS);
export type RosterField = z.infer<typeof RosterField>;

/** For each field its column, 1 for column A, or null where the sheet has none. */
export const RosterMapping = z.record(RosterField, SheetColumn);
export type RosterMapping = z.infer<typeof RosterMapping>;

export const RosterFile = z.object({
  fileId: Id,
  name: z.string(),
  sheets: z.array(SheetHead),
  /** Headers that someone has mapped by hand before, folded as `foldHeader` does. */
  learned: z.record(z.string(), RosterField.nullable()),
});
export type RosterFile = z.infer<typeof RosterFile>;

export const REJECTION_REASONS = [
  'numberMissing',
  'numberUnreadable',
  'nameMissing',
  'nameUnreadable',
  'digitsLost',
  'genderUnknown',
  'engagementUnknown',
  'statusUnknown',
  'licenceUnreadable',
  'phoneUnreadable',
  'dateUnreadable',
  'dateAmbiguous',
  'dateOutOfRange',
  'branchUnknown',
  'branchAmbiguous',
  'teamTooLong',
  'cellError',
  'duplicateInFile',
] as const;
export const RejectionReason = z.enum(REJECTION_REASONS);
export type RejectionReason = z.infer<typeof RejectionReason>;

/** Why a cell keeps its row out. `value` is what the cell holds, shortened; empty for telephone numbers. */
export const Rejection = z.object({
  /** As Excel names it: C17. */
  cell: z.string(),
  field: RosterField,
  reason: RejectionReason,
  value: z.string(),
  /** For duplicateInFile: the first row with the same number. */
  firstRow: z.int().nullable(),
});
export type Rejection = z.infer<typeof Rejection>;

/** One changed field as it reads before and after; telephone numbers masked. */
export const FieldChange = z.object({ field: RosterField, before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** A stretch of the preview by columns. Values are as they would be stored; telephone numbers masked. */
export const RosterRows = z.object({
  row: z.array(z.int()),
  fate: z.array(RowFate),
  number: z.array(z.string()),
  name: z.array(z.string()),
  branch: z.array(z.string()),
  team: z.array(z.string()),
  changes: z.array(z.array(FieldChange)),
  rejections: z.array(z.array(Rejection)),
});
export type RosterRows = z.infer<typeof RosterRows>;

/** Rows of one stretch of the preview. */
export const ROSTER_PAGE = 5_000;

export const RosterCounts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** Rows left out in silence: totals, notes, repeated headers. */
  ignored: z.int(),
  /** Agents of the branch chosen who are not in the file; they stay as they are. */
  absent: z.int(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

export const RosterPreview = z.object({ previewId: Id, counts: RosterCounts, rows: z.int(), pages: z.int() });
export type RosterPreview = z.infer<typeof RosterPreview>;

export const RosterChoice = z.object({
  fileId: Id,
  sheet: z.string(),
  headerRow: z.int().min(1),
  mapping: RosterMapping,
  /** Where agents belong whose row names no branch. */
  branchId: Id,
  /** From when a changed branch or team counts; today or earlier. */
  fromDay: Day,
});
export type RosterChoice = z.infer<typeof RosterChoice>;

export const roster = {
  /** Lets the user pick a workbook; null when the dialog was closed. */
  open: route('agents.manage').output(eventIterator(Progress, RosterFile.nullable())),
  preview: route('agents.manage').input(RosterChoice).output(eventIterator(Progress, RosterPreview)),
  rows: route('agents.manage')
    .input(z.object({ previewId: Id, page: z.int().min(0) }))
    .output(RosterRows),
  /** All of the preview or nothing: a file or a store that changed since is refused. */
  apply: route('agents.manage')
    .input(z.object({ previewId: Id }))
    .output(eventIterator(Progress, RosterCounts)),
  /** Writes an empty roster workbook to a file that the user names; null when the dialog was closed. */
  template: route('agents.manage').output(z.object({ path: z.string().nullable() })),
};
