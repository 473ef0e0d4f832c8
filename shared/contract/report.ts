// 报送总部: the workbook of a branch and a period, its preview, and the check whether a workbook is unchanged.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ExportRecord } from './exports.ts';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { Day, Grade, Id, Instant, Language, Progress, Sha256 } from './vocabulary.ts';

export const ReportChoice = z.object({
  branchId: Id,
  kind: PeriodKind,
  start: Day,
  language: Language,
});
export type ReportChoice = z.infer<typeof ReportChoice>;

export const ReportPreviewRow = z.object({
  employeeNumber: z.string(),
  agentName: z.string(),
  team: z.string(),
  sessions: z.int(),
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  vetoed: z.boolean(),
});

export const ReportPreview = z.object({
  branchName: z.string(),
  period: PeriodDays,
  agents: z.int(),
  observed: z.int(),
  sessions: z.int(),
  answers: z.int(),
  findings: z.int(),
  redLinesConfirmed: z.int(),
  composite: z.number().nullable(),
  grades: z.record(Grade, z.int()),
  rows: z.array(ReportPreviewRow),
  /** What should be settled before the workbook is sent. */
  missing: z.object({
    drafts: z.int(),
    redLinesPending: z.int(),
    agentsWithoutEvidence: z.int(),
    /** 0..1, against the goal of 0.92 (8.1). */
    coverage: z.number(),
    periodEnded: z.boolean(),
  }),
});
export type ReportPreview = z.infer<typeof ReportPreview>;

export const ReportVerdict = z.object({
  unchanged: z.boolean(),
  /** Why not, as a key of the i18n area report, or null. */
  reason: z.string().nullable(),
  /** Sheets whose cells differ from those exported. */
  changedSheets: z.array(z.string()),
  exportedAt: Instant.nullable(),
  digest: Sha256.nullable(),
});
export type ReportVerdict = z.infer<typeof ReportVerdict>;

export const report = {
  /** Kinds and starts of the periods that hold evidence, newest first. */
  periods: route('report.export')
    .input(z.object({ branchId: Id, kind: PeriodKind }))
    .output(z.array(PeriodDays)),
  preview: route('report.export')
    .input(ReportChoice.omit({ language: true }))
    .output(ReportPreview),
  /** Asks where to, then writes; null when the dialog was closed. Unmasked needs report.unmask and a reason. */
  export: route('report.export')
    .input(ReportChoice.extend({ unmaskReason: z.string().trim().min(1).max(500).nullable() }))
    .output(eventIterator(Progress, z.object({ record: ExportRecord, warnings: z.array(z.string()) }).nullable())),
  history: route('report.export').output(z.array(ExportRecord)),
  /** Asks for a workbook and says whether it is as it was exported; null when the dialog was closed. */
  verify: route('report.export').output(z.object({ path: z.string(), verdict: ReportVerdict }).nullable()),
  /** Opens the folder of, or the file of, a finished export. */
  open: route('report.export')
    .input(z.object({ exportId: Id, what: z.enum(['file', 'folder']) }))
    .output(z.void()),
};
