// Files that leave the console: the log of them, and the plain export of what a list shows.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { Id, Instant, Progress, Sha256 } from './vocabulary.ts';

export const EXPORT_KINDS = [
  'report',
  'grid',
  'standard',
  'rosterTemplate',
  'responseTemplate',
  'trainingTemplate',
  'calendarTemplate',
  'frameTemplate',
  'evidence',
  'personalCopy',
  'trainingFile',
  'complaintLetter',
  'closingReport',
  'supervisionReport',
  'picture',
] as const;

export const ExportRecord = z.object({
  id: Id,
  at: Instant,
  userName: z.string(),
  kind: z.enum(EXPORT_KINDS),
  title: z.string(),
  path: z.string(),
  rows: z.int(),
  masked: z.boolean(),
  /** Why personal data was not masked. */
  reason: z.string().nullable(),
  digest: Sha256.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

export const GridColumn = z.object({
  header: z.string(),
  /** In characters. */
  width: z.number(),
  /** Days are 2026-11-22, instants ISO 8601; both become real dates in the sheet. */
  kind: z.enum(['text', 'integer', 'decimal', 'day', 'instant']),
});
export type GridColumn = z.infer<typeof GridColumn>;

export const GridSheet = z.object({
  title: z.string().min(1).max(80),
  columns: z.array(GridColumn).min(1),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
export type GridSheet = z.infer<typeof GridSheet>;

export const exports = {
  list: route('audit.read')
    .input(z.object({ kind: z.enum(EXPORT_KINDS).nullable() }))
    .output(z.array(ExportRecord)),
  /** Writes what a list shows to a file that the user names; null when the dialog was closed. */
  grid: route('account.use')
    .input(GridSheet)
    .output(eventIterator(Progress, z.object({ path: z.string().nullable() }))),
  /** Writes a chart as a picture to a file that the user names; null when the dialog was closed. */
  picture: route('account.use')
    .input(z.object({ title: z.string().trim().min(1).max(120), png: z.base64().max(14_000_000) }))
    .output(z.object({ path: z.string().nullable() })),
  /** Shows a file that this console wrote in the system's file manager. */
  reveal: route('account.use')
    .input(z.object({ id: Id }))
    .output(z.void()),
};
