// What a service-record review (4.2) and a daily patrol (8.2) have in common: verdicts, problem records with the fields of
// 8.2, and red lines that wait for a manager's confirmation.
import { z } from 'zod';
import { EVIDENCE_BYTES } from './observation.ts';
import { Evidence, FindingFields, RedLine } from './observationRecord.ts';
import { Bilingual, Day, Id, Instant } from './vocabulary.ts';

export const INSPECTIONS = ['record', 'patrol'] as const;
/** 服务记录分析, 日常巡查. */
export const Inspection = z.enum(INSPECTIONS);
export type Inspection = z.infer<typeof Inspection>;

export const INSPECTION_STATES = ['inProgress', 'submitted', 'withdrawn'] as const;
/** 进行中, 已提交, 已撤回. */
export const InspectionState = z.enum(INSPECTION_STATES);
export type InspectionState = z.infer<typeof InspectionState>;

export const VERDICTS = ['passed', 'failed', 'notApplicable'] as const;
/** 符合, 不符合, 不适用. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** The problem record of a failing check, as in an observation. */
export const InspectionFinding = FindingFields.extend({
  id: Id,
  agentId: Id,
  criterion: z.string(),
  savedAt: Instant,
});
export type InspectionFinding = z.infer<typeof InspectionFinding>;

/** A photo on the problem record of a failing check; its bytes come from `photoBytes`. */
export const InspectionPhoto = Evidence.extend({ agentId: Id, criterion: z.string() });
export type InspectionPhoto = z.infer<typeof InspectionPhoto>;

/** Photos that one review or patrol holds at most. */
export const INSPECTION_PHOTOS = 200;

/** Without its check: a review names the criterion, a patrol the agent too. */
export const NewPhoto = z.object({
  id: Id,
  caption: z.string().trim().max(200),
  /** The person in the picture agreed; without it nothing is stored. */
  consent: z.boolean(),
  /** JPEG as re-encoded by the page: at most 1600 px a side, no metadata. */
  jpeg: z.base64().max(Math.ceil(EVIDENCE_BYTES / 3) * 4 + 4),
});
export const OfPhoto = z.object({ id: Id, photoId: Id });
export const PhotoCaption = OfPhoto.extend({ caption: z.string().trim().max(200) });
export const PhotoBytes = z.object({ mime: z.literal('image/jpeg'), base64: z.string() });
export type PhotoBytes = z.infer<typeof PhotoBytes>;

/** A failing red-line criterion; it counts in the score once another person has confirmed it. */
export const InspectionRedLine = RedLine.pick({
  id: true,
  criterion: true,
  clause: true,
  state: true,
  recordedAt: true,
  recordedBy: true,
  statement: true,
  statementAt: true,
  decidedAt: true,
  decidedBy: true,
  decisionReason: true,
}).extend({ agentId: Id, agentName: z.string() });
export type InspectionRedLine = z.infer<typeof InspectionRedLine>;

/** One that waits, as the home screen lists it. */
export const PendingInspectionRedLine = InspectionRedLine.extend({
  source: Inspection,
  sourceId: Id,
  employeeNumber: z.string(),
  /** Of the review or patrol. */
  day: Day,
  clauseTitle: Bilingual,
  /** False where the reader recorded it: another holder must decide. */
  decidable: z.boolean(),
});
export type PendingInspectionRedLine = z.infer<typeof PendingInspectionRedLine>;

/** What a saved verdict leaves: the red line that stands on it now. */
export const VerdictSaved = z.object({ savedAt: Instant, redLine: InspectionRedLine.nullable() });
export type VerdictSaved = z.infer<typeof VerdictSaved>;

export const FindingSaved = z.object({ savedAt: Instant, finding: InspectionFinding });
export type FindingSaved = z.infer<typeof FindingSaved>;

export const PhotoSaved = z.object({ savedAt: Instant, photo: InspectionPhoto });
export type PhotoSaved = z.infer<typeof PhotoSaved>;

/** When a change without an answer of its own was on the disk. */
export const InspectionSaved = z.object({ savedAt: Instant });
export type InspectionSaved = z.infer<typeof InspectionSaved>;

/** The words of a statement or decision on a red line. */
export const StatementInput = z.object({ id: Id, redLineId: Id, statement: z.string().trim().max(2000) });
export const DecisionInput = z.object({
  id: Id,
  redLineId: Id,
  confirmed: z.boolean(),
  reason: z.string().trim().min(1).max(1000),
});
export const Reason = z.string().trim().min(1).max(500);
