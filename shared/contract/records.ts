// 服务记录分析 (4.2, third method): a frame of an agent's service records, a reproducible draw from it, and a review of each
// drawn record by the checks of 2.5.1, 2.5.3 and 2.3.3.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  DecisionInput,
  FindingSaved,
  InspectionFinding,
  InspectionPhoto,
  InspectionRedLine,
  InspectionSaved,
  InspectionState,
  NewPhoto,
  OfPhoto,
  PhotoBytes,
  PhotoCaption,
  PhotoSaved,
  Reason,
  StatementInput,
  Verdict,
  VerdictSaved,
} from './inspection.ts';
import { FindingFields, ServiceKind } from './observationRecord.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { RowFate, SheetColumn, SheetHead } from './sheet.ts';
import { Clause, Criterion } from './standard.ts';
import { Day, Id, Instant, Progress, Sha256 } from './vocabulary.ts';

/** A service record of the frame. The client is masked before it is stored and may be empty. */
export const FrameRowInput = z.object({
  /** Number or reference of the record. */
  reference: z.string().trim().min(1).max(60),
  day: Day,
  kind: ServiceKind,
  client: z.string().trim().max(60),
});
export type FrameRowInput = z.infer<typeof FrameRowInput>;

export const FrameRow = FrameRowInput.extend({ id: Id, number: z.int().positive() });
export type FrameRow = z.infer<typeof FrameRow>;

export const SAMPLE_STATES = ['registering', 'drawn', 'done', 'cancelled'] as const;
/** 登记中, 已抽样, 已完成 (every record that was drawn is reviewed), 已取消. */
export const SampleState = z.enum(SAMPLE_STATES);
export type SampleState = z.infer<typeof SampleState>;

const Person = z.object({ id: Id, name: z.string() });
const AgentThen = z.object({
  id: Id,
  employeeNumber: z.string(),
  name: z.string(),
  branchName: z.string(),
  team: z.string(),
});

/** What is shown of a review beside its record. */
export const ReviewSummary = z.object({
  id: Id,
  state: InspectionState,
  answered: z.int(),
  checks: z.int(),
  passed: z.int(),
  failed: z.int(),
  /** Passed of applicable, 0..100; null where none applies. */
  share: z.number().nullable(),
  submittedAt: Instant.nullable(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

/** A drawn record. A replaced one stays listed with its reason. */
export const Draw = z.object({
  id: Id,
  /** In the order of the draw, from 1. */
  number: z.int().positive(),
  rowId: Id,
  replacedAt: Instant.nullable(),
  replacedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The draw that it stands in for. */
  insteadOf: Id.nullable(),
  review: ReviewSummary.nullable(),
  /** Reviews of it that were withdrawn. */
  withdrawn: z.array(Id),
});
export type Draw = z.infer<typeof Draw>;

export const RecordSample = z.object({
  id: Id,
  state: SampleState,
  agent: AgentThen,
  reviewer: Person,
  /** First and last day of the frame. */
  from: Day,
  to: Day,
  createdAt: Instant,
  /** Whether the reader may register, draw and review. */
  writable: z.boolean(),
  /** Of the draw; null before. */
  seed: z.string().nullable(),
  drawnAt: Instant.nullable(),
  /** SHA-256 of the frame as it was drawn from. */
  frameDigest: Sha256.nullable(),
  cancelReason: z.string().nullable(),
  rows: z.array(FrameRow),
  draws: z.array(Draw),
});
export type RecordSample = z.infer<typeof RecordSample>;

export const SampleRow = z.object({
  id: Id,
  state: SampleState,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchName: z.string(),
  team: z.string(),
  reviewerId: Id,
  reviewerName: z.string(),
  from: Day,
  to: Day,
  frame: z.int(),
  /** Drawn and not replaced. */
  drawn: z.int(),
  replaced: z.int(),
  reviewed: z.int(),
  failed: z.int(),
  redLines: z.int(),
  /** Mean of the submitted reviews, 0..100. */
  share: z.number().nullable(),
  createdAt: Instant,
});
export type SampleRow = z.infer<typeof SampleRow>;

export const ReviewRecord = z.object({
  id: Id,
  sampleId: Id,
  state: InspectionState,
  agent: AgentThen,
  reviewer: Person,
  writable: z.boolean(),
  row: FrameRow,
  startedAt: Instant,
  savedAt: Instant,
  submittedAt: Instant.nullable(),
  digest: Sha256.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
  /** The version in force at the start; the checks of service records only, in the order in which they are walked. */
  standard: z.object({
    versionId: Id,
    number: z.int(),
    title: z.string(),
    clauses: z.array(Clause),
    criteria: z.array(Criterion),
  }),
  checks: z.array(z.object({ criterion: z.string(), verdict: Verdict, answeredAt: Instant })),
  findings: z.array(InspectionFinding),
  photos: z.array(InspectionPhoto),
  redLines: z.array(InspectionRedLine),
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;

const read = () => route('records.read');
const write = () => route('records.write');
const One = z.object({ id: Id });
/** Rows that one frame holds at most. */
export const MOST_ROWS = 5_000;

export const FRAME_FIELDS = ['reference', 'day', 'kind', 'client'] as const;
export const FrameField = z.enum(FRAME_FIELDS);
export type FrameField = z.infer<typeof FrameField>;

/** Why a row of the file stays out. */
export const FRAME_REASONS = [
  'referenceMissing',
  'dayMissing',
  'dayOutside',
  'kindUnreadable',
  'textTooLong',
  'duplicateInFile',
  'registeredOtherwise',
  'digitsLost',
  'dateUnreadable',
  'dateAmbiguous',
  'dateOutOfRange',
  'cellError',
] as const;
export const FrameReason = z.enum(FRAME_REASONS);
export type FrameReason = z.infer<typeof FrameReason>;

export const FrameFileRow = z.object({
  row: z.int(),
  fate: RowFate,
  /** As read, the client masked; empty where nothing could be read. */
  values: z.object({ reference: z.string(), day: z.string(), kind: ServiceKind, client: z.string() }),
  rejections: z.array(
    z.object({
      cell: z.string(),
      field: FrameField,
      reason: FrameReason,
      value: z.string(),
      firstRow: z.int().nullable(),
    }),
  ),
});
export type FrameFileRow = z.infer<typeof FrameFileRow>;

/** Rows of a page of the preview. */
export const FRAME_PAGE = 1_000;

export const FrameCounts = z.object({
  ...{ new: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int() },
  /** Totals, notes and repeated headers. */
  ignored: z.int(),
});
export type FrameCounts = z.infer<typeof FrameCounts>;

export const FrameFile = z.object({
  fileId: Id,
  name: z.string(),
  sheets: z.array(SheetHead),
  learned: z.record(z.string(), FrameField.nullable()),
});
export type FrameFile = z.infer<typeof FrameFile>;

export const FrameChoice = z.object({
  /** The sample. */
  id: Id,
  fileId: Id,
  sheet: z.string(),
  headerRow: z.int().min(1),
  mapping: z.object({ reference: SheetColumn, day: SheetColumn, kind: SheetColumn, client: SheetColumn }),
});
export type FrameChoice = z.infer<typeof FrameChoice>;

export const FramePreview = z.object({ previewId: Id, counts: FrameCounts, rows: z.int(), pages: z.int() });
export type FramePreview = z.infer<typeof FramePreview>;

export const records = {
  /** Samples, the newest first. */
  list: read()
    .input(z.object({ agentId: Id.nullable() }))
    .output(z.array(SampleRow)),
  open: read().input(One).output(RecordSample),
  /** Opens a frame for the agent's records of these days, both included. */
  begin: write()
    .input(z.object({ agentId: Id, from: Day, to: Day }))
    .output(RecordSample),
  /** All rows or none. @throws INVALID recordTwice, recordOutside, frameFull */
  addRows: write()
    .input(One.extend({ rows: z.array(FrameRowInput).min(1).max(MOST_ROWS) }))
    .output(RecordSample),
  /** Lets the user pick a workbook with the frame; null when the dialog was closed. */
  openFrame: write().output(eventIterator(Progress, FrameFile.nullable())),
  /** What would become of each row; nothing is written. */
  previewFrame: write().input(FrameChoice).output(eventIterator(Progress, FramePreview)),
  frameRows: write()
    .input(z.object({ previewId: Id, page: z.int().min(0) }))
    .output(z.array(FrameFileRow)),
  /** Registers the new rows, all or none. */
  applyFrame: write()
    .input(z.object({ previewId: Id }))
    .output(eventIterator(Progress, FrameCounts)),
  /** Writes an empty workbook to fill in; null when the dialog was closed. */
  frameTemplate: write().output(z.object({ path: z.string().nullable() })),
  removeRow: write()
    .input(One.extend({ rowId: Id }))
    .output(RecordSample),
  /** Draws n records; the frame is locked. A seed of one's own, agreed beforehand, or null for a random one. */
  draw: write()
    .input(One.extend({ size: z.int().min(1).max(MOST_ROWS), seed: z.string().trim().min(1).max(40).nullable() }))
    .output(RecordSample),
  /** Sets a drawn record aside with a reason; the next of the draw's order takes its place. */
  replace: write()
    .input(One.extend({ drawId: Id, reason: Reason }))
    .output(RecordSample),
  /** Only while nothing of it was reviewed. */
  cancel: write()
    .input(One.extend({ reason: Reason }))
    .output(RecordSample),
  history: read().input(One).output(z.array(AuditEntry)),

  startReview: write()
    .input(One.extend({ drawId: Id }))
    .output(ReviewRecord),
  review: read().input(One).output(ReviewRecord),
  reviewHistory: read().input(One).output(z.array(AuditEntry)),
  /** Null takes the verdict back. @throws CONFLICT redLineNeedsConfirmation unless `redLineConfirmed` */
  check: write()
    .input(
      One.extend({
        criterion: z.string().max(40),
        verdict: Verdict.nullable(),
        redLineConfirmed: z.boolean().optional(),
      }),
    )
    .output(VerdictSaved),
  finding: write()
    .input(One.extend({ criterion: z.string().max(40), fields: FindingFields }))
    .output(FindingSaved),
  /** Only to a problem record. @throws INVALID consentMissing, recordingRefused, evidence…, CONFLICT photoWithoutFinding */
  addPhoto: write()
    .input(NewPhoto.extend({ criterion: z.string().max(40) }))
    .output(PhotoSaved),
  photoBytes: read().input(OfPhoto).output(PhotoBytes),
  captionPhoto: write().input(PhotoCaption).output(InspectionSaved),
  /** Only before it is submitted. */
  removePhoto: write().input(OfPhoto).output(InspectionSaved),
  /** Locks it with its digest. @throws INVALID inspectionNotReady with the number of gaps */
  submit: write().input(One).output(ReviewRecord),
  withdraw: write()
    .input(One.extend({ reason: Reason }))
    .output(ReviewRecord),
  redLineStatement: write().input(StatementInput).output(InspectionRedLine),
  decideRedLine: route('redLine.decide').input(DecisionInput).output(InspectionRedLine),
};
