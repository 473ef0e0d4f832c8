// 问题台账: every finding (8.2) of every source in one ledger, those entered by hand or started from a survey or a complaint among
// them, and what became of each (4.4: every finding gets a rectification plan).
import { z } from 'zod';
import { PhotoBytes } from './inspection.ts';
import { FindingFields } from './observationRecord.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Bilingual, Day, Id, Instant, ProblemClass, ProtectionElement } from './vocabulary.ts';

/** Findings of these are recorded here; those of the others stand in their own records. */
export const RECORDED_SOURCES = ['manual', 'survey', 'complaint'] as const;
export const RecordedSource = z.enum(RECORDED_SOURCES);
export type RecordedSource = z.infer<typeof RecordedSource>;

export const LEDGER_SOURCES = ['observation', 'record', 'patrol', ...RECORDED_SOURCES] as const;
/** 现场观察, 服务记录, 日常巡查, 手工登记, 满意度调查, 投诉. */
export const LedgerSource = z.enum(LEDGER_SOURCES);
export type LedgerSource = z.infer<typeof LedgerSource>;

export const SEVERITIES = ['minor', 'ordinary', 'serious'] as const;
/** 轻微, 一般, 严重. */
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

export const FINDING_STATUSES = ['open', 'inRectification', 'closed', 'noNeed'] as const;
/** 待整改, 整改中, 已关闭, 无需整改. */
export const FindingStatus = z.enum(FINDING_STATUSES);
export type FindingStatus = z.infer<typeof FindingStatus>;

export const RECTIFICATION_STATES = ['planned', 'inProgress', 'submitted', 'verified', 'closed', 'withdrawn'] as const;
/** 已计划, 整改中, 待验证, 已验证, 已关闭, 已撤回. */
export const RectificationState = z.enum(RECTIFICATION_STATES);
export type RectificationState = z.infer<typeof RectificationState>;

export const FindingRow = z.object({
  /** Of an observation's finding the id of its first writing, which stays the same through amendments. */
  id: Id,
  source: LedgerSource,
  /** The observation, review, patrol, survey or complaint; null for one entered by hand. */
  sourceId: Id.nullable(),
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  /** As of the day. */
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  at: Instant,
  day: Day,
  place: z.string(),
  serviceContent: z.string(),
  description: z.string(),
  scopeOfImpact: z.string(),
  class: ProblemClass.nullable(),
  criterion: z.string().nullable(),
  criterionText: Bilingual.nullable(),
  clause: z.string().nullable(),
  element: ProtectionElement,
  severity: Severity,
  /** Element and severity were set by a person; else they follow from the criterion and the answer. */
  classified: z.boolean(),
  foundBy: z.string(),
  /** The user who found it: assessor, reviewer, patroller, or who recorded it. */
  foundById: Id,
  /** Whether it still stands: its source was not withdrawn, and no amendment took it away. */
  standing: z.boolean(),
  status: FindingStatus,
  noNeedReason: z.string().nullable(),
  /** The rectification that stands for it, the newest where a follow-up was opened. */
  rectificationId: Id.nullable(),
  rectificationState: RectificationState.nullable(),
  deadline: Day.nullable(),
  /** Photos that were taken of it. */
  photos: z.int(),
});
export type FindingRow = z.infer<typeof FindingRow>;

const Words = (most: number) => z.string().trim().min(1).max(most);

/** What is asked of a finding that is recorded here. */
export const RecordedFinding = FindingFields.extend({
  source: RecordedSource,
  /** Null for `manual` alone. */
  sourceId: Id.nullable(),
  agentId: Id,
  occurredAt: Instant,
  place: Words(120),
  serviceContent: Words(500),
  description: Words(2000),
  scopeOfImpact: Words(500),
  class: ProblemClass,
  /** Code in the standard in force; its clause is taken from there. */
  criterion: z.string().max(40).nullable(),
  clause: z.string().max(20).nullable(),
  element: ProtectionElement,
  severity: Severity,
});
export type RecordedFinding = z.infer<typeof RecordedFinding>;

export const FindingRecord = FindingRow.extend({
  recordedAt: Instant,
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  noNeedAt: Instant.nullable(),
  noNeedBy: z.string().nullable(),
  /** Whether it was recorded here and may be withdrawn. */
  withdrawable: z.boolean(),
  history: z.array(AuditEntry),
});
export type FindingRecord = z.infer<typeof FindingRecord>;

/** Rows of a page of the ledger: few enough that main hands them on at once. */
export const FINDING_PAGE = 250;

/** What of the ledger is asked for; empty lists: all. */
export const FindingFilter = z.object({
  statuses: z.array(FindingStatus).default([]),
  sources: z.array(LedgerSource).default([]),
  severities: z.array(Severity).default([]),
  classes: z.array(ProblemClass).default([]),
  /** Days, both inside. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  /** Each word in an agent, a place, what was said, a criterion, or who found it. */
  text: z.string().trim().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(FINDING_PAGE),
});
export type FindingFilter = z.output<typeof FindingFilter>;

export const FindingPhoto = z.object({
  id: Id,
  caption: z.string(),
  width: z.int(),
  height: z.int(),
  addedAt: Instant,
});
export type FindingPhoto = z.infer<typeof FindingPhoto>;

const One = z.object({ id: Id });
const Because = One.extend({ reason: Words(500) });

export const findings = {
  /** A page: those that wait first, then the newest; `total` counts all that fit. */
  list: route('findings.read')
    .input(FindingFilter.prefault({}))
    .output(z.object({ rows: z.array(FindingRow), total: z.int() })),
  /** Findings by id, standing or not; unknown ones are left out. */
  some: route('findings.read')
    .input(z.object({ ids: z.array(Id).max(100) }))
    .output(z.array(FindingRow)),
  /** Those of an agent that wait for a rectification, the newest first. */
  openOf: route('findings.read')
    .input(z.object({ agentId: Id }))
    .output(z.array(FindingRow)),
  photos: route('findings.read').input(One).output(z.array(FindingPhoto)),
  photo: route('findings.read')
    .input(One.extend({ photoId: Id }))
    .output(PhotoBytes),
  get: route('findings.read').input(One).output(FindingRecord),
  /** Those recorded from a survey or complaint. */
  ofSource: route('findings.read')
    .input(z.object({ source: LedgerSource, id: Id }))
    .output(z.array(FindingRow)),
  record: route('findings.write').input(RecordedFinding).output(One),
  /** One recorded here that was wrong: it leaves the ledger and stays on record. */
  withdraw: route('findings.write').input(Because).output(z.void()),
  classify: route('findings.write')
    .input(One.extend({ element: ProtectionElement, severity: Severity }))
    .output(z.void()),
  noNeed: route('findings.write').input(Because).output(z.void()),
  /** Takes `noNeed` back. */
  reopen: route('findings.write').input(Because).output(z.void()),
};
