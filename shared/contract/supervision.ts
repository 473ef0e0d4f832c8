// 监督工作: departments and their shares of the supervision (8.1), what each found and closed, coverage, and reports of a period.
import { z } from 'zod';
import { Figure, ImprovementKind, ImprovementState, Measured, Verdict } from './improvement.ts';
import { Coverage } from './plan.ts';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Day, Id, Instant, ProblemClass, Sha256 } from './vocabulary.ts';

export const DEPARTMENTS = ['customerService', 'compliance', 'humanResources', 'business'] as const;
/** 客户服务, 合规与风险控制, 人力资源, 业务部门 (8.1). */
export const Department = z.enum(DEPARTMENTS);
export type Department = z.infer<typeof Department>;

/** Percent, in tenths; together 100. */
const Percent = z.number().min(0).max(100).multipleOf(0.1);
export const Shares = z.object(
  Object.fromEntries(DEPARTMENTS.map((name) => [name, Percent])) as Record<Department, typeof Percent>,
);
export type Shares = z.infer<typeof Shares>;

export const ShareSet = z.object({
  /** 0: what 8.1 says, before anyone set shares. */
  number: z.int(),
  fromDay: Day.nullable(),
  values: Shares,
  reason: z.string().nullable(),
  setAt: Instant.nullable(),
  setBy: z.string().nullable(),
});
export type ShareSet = z.infer<typeof ShareSet>;

export const DepartmentWork = z.object({
  /** Null: of people who belong to no department. */
  department: Department.nullable(),
  /** Who did any of the work. */
  people: z.int(),
  observations: z.int(),
  records: z.int(),
  patrols: z.int(),
  /** The three together. */
  works: z.int(),
  /** Of all works, 0..1 with Wilson's 95% interval; null without any work. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** 0..1; null of no department. */
  target: z.number().nullable(),
  /** Problems of the period by who found them, and those of them whose rectification is verified by now. */
  found: z.int(),
  closed: z.int(),
  /** Rectifications verified in the period, by who verified them. */
  verified: z.int(),
});
export type DepartmentWork = z.infer<typeof DepartmentWork>;

export const SupervisionFigures = z.object({
  branchId: Id,
  branchName: z.string(),
  period: PeriodDays,
  asOf: Instant,
  coverage: Coverage,
  shares: ShareSet,
  /** In the order of 8.1, those without a department last and only where there is any. */
  departments: z.array(DepartmentWork),
  problems: z.array(z.object({ class: ProblemClass.nullable(), count: z.int() })),
  /** Rectifications of these agents whose deadline lies in the period: all, verified, and not verified past it. */
  rectifications: z.object({ due: z.int(), verified: z.int(), overdue: z.int() }),
});
export type SupervisionFigures = z.infer<typeof SupervisionFigures>;

/** An improvement measure as a report lists it. */
export const ReportedImprovement = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  kind: ImprovementKind,
  state: ImprovementState,
  ownerName: z.string(),
  deadline: Day,
  figure: Figure,
  target: z.number(),
  before: Measured.nullable(),
  after: Measured.nullable(),
  verdict: Verdict.nullable(),
});
export type ReportedImprovement = z.infer<typeof ReportedImprovement>;

const Text = z.string().trim().max(4000);
export const ReportTexts = z.object({
  /** What the period was like, in a person's words. */
  summary: Text,
  nextSteps: Text,
});
export type ReportTexts = z.infer<typeof ReportTexts>;

export const ReportContent = z.object({
  figures: SupervisionFigures,
  improvements: z.array(ReportedImprovement),
  texts: ReportTexts,
});
export type ReportContent = z.infer<typeof ReportContent>;

export const ReportIssue = z.object({
  number: z.int(),
  /** Null of the first. */
  reason: z.string().nullable(),
  issuedAt: Instant,
  issuedBy: z.string(),
  digest: Sha256,
});
export type ReportIssue = z.infer<typeof ReportIssue>;

export const ReportRow = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  period: PeriodDays,
  openedAt: Instant,
  openedBy: z.string(),
  /** The last. */
  issue: ReportIssue.nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const ReportRecord = ReportRow.extend({
  /** Newest first. */
  issues: z.array(ReportIssue),
  /** The issue asked for as it was frozen, or with null the figures of now and the texts as last saved. */
  shown: z.object({ number: z.int().nullable(), content: ReportContent, intact: z.boolean() }),
  /** As last saved, for the next issue. */
  texts: ReportTexts,
  history: z.array(AuditEntry),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

export const Member = z.object({
  userId: Id,
  name: z.string(),
  login: z.string(),
  active: z.boolean(),
  /** Today. */
  department: Department.nullable(),
  fromDay: Day.nullable(),
});
export type Member = z.infer<typeof Member>;

const Reason = z.string().trim().min(1).max(1000);
const One = z.object({ id: Id });
const OfBranch = z.object({ branchId: Id, kind: PeriodKind, start: Day.nullable() });

export const supervision = {
  /** `start` null: the running period. */
  figures: route('improvement.read').input(OfBranch).output(SupervisionFigures),
  /** Newest first; the shares of 8.1 last. */
  shares: route('improvement.read').output(z.array(ShareSet)),
  setShares: route('improvement.decide')
    .input(z.object({ values: Shares, fromDay: Day, reason: Reason }))
    .output(z.void()),
  members: route('improvement.read').output(z.array(Member)),
  /** From a day on; work done before stays with the department of its day. */
  setDepartment: route('improvement.decide')
    .input(z.object({ userId: Id, department: Department.nullable(), fromDay: Day }))
    .output(z.void()),
  reports: route('improvement.read').output(z.array(ReportRow)),
  /** The report of a branch's period; made where there is none yet. */
  openReport: route('improvement.write')
    .input(z.object({ branchId: Id, kind: PeriodKind, start: Day }))
    .output(One),
  report: route('improvement.read')
    .input(One.extend({ number: z.int().min(1).nullable() }))
    .output(ReportRecord),
  saveTexts: route('improvement.write')
    .input(One.extend({ texts: ReportTexts }))
    .output(z.void()),
  /** Freezes the figures of now with the texts; a second issue needs a reason. */
  issue: route('improvement.decide')
    .input(One.extend({ reason: Reason.nullable() }))
    .output(z.object({ number: z.int() })),
  /** Prints the page that the window shows to a PDF file and logs it; null when the dialog was closed. */
  savePdf: route('improvement.read')
    .input(One.extend({ number: z.int().min(1).nullable(), title: z.string().trim().min(1).max(120) }))
    .output(z.object({ path: z.string().nullable() })),
};
