// 报送总部: the workbook of a branch and a period, its preview, and the check whether a workbook is unchanged.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ExportRecord } from './exports.ts';
import { route } from './route.ts';
import { IndicatorValues, PeriodDays, PeriodKind } from './score.ts';
import { Day, Grade, Id, Language, Progress } from './vocabulary.ts';

export const ReportChoice = z.object({
  branchId: Id,
  kind: PeriodKind,
  start: Day,
  language: Language,
});
export type ReportChoice = z.infer<typeof ReportChoice>;

/** A line of 汇总, without the measures. */
export const ReportPreviewRow = z.object({
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  team: z.string(),
  sessions: z.int(),
  indicators: IndicatorValues,
  base: z.number().nullable(),
  /** Share of the indicators' weight that has evidence, 0..1. */
  coverage: z.number(),
  /** Points, mostly negative. */
  adjustments: z.number(),
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  /** Confirmed red lines that veto the score. */
  redLines: z.int(),
});
export type ReportPreviewRow = z.infer<typeof ReportPreviewRow>;

export const ReportPreview = z.object({
  branchName: z.string(),
  branchCode: z.string(),
  /** Those that the sessions were observed with. */
  standards: z.array(z.object({ number: z.int(), title: z.string() })),
  modelVersion: z.int(),
  period: PeriodDays,
  agents: z.int(),
  observed: z.int(),
  sessions: z.int(),
  /** Mean of the graded composites of the agents that have one, as on the cover. */
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
  /** `noRecord`: not a workbook of ours, or its record was removed. */
  state: z.enum(['unchanged', 'changed', 'noRecord']),
  /** Which sheets differ, and in what: their values or formulas, or the sheet itself. */
  changes: z.array(z.object({ sheet: z.string(), what: z.enum(['values', 'formulas', 'missing', 'added', 'record']) })),
  exportedAt: z.string().nullable(),
  digest: z.string().nullable(),
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
