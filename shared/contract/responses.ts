// 响应与回访: requests of clients with their 24 h and 48 h marks (4.1), return visits (6.4), figures of a month (5.5), and
// their import from workbooks.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { RowFate, SheetColumn, SheetHead } from './sheet.ts';
import { Day, Id, Instant, Progress } from './vocabulary.ts';

export const CLIENT_CHANNELS = ['phone', 'message', 'mail', 'online', 'onSite'] as const;
/** How a client was in touch (6.1, and messages of 2.3.1). */
export const ClientChannel = z.enum(CLIENT_CHANNELS);
export type ClientChannel = z.infer<typeof ClientChannel>;

export const REQUEST_KINDS = ['enquiry', 'claim', 'renewal', 'policyChange', 'surrender', 'other'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

export const REQUEST_OUTCOMES = ['solved', 'nextStep'] as const;
/** What the 48 hours ask for: a solution or a next step. */
export const RequestOutcome = z.enum(REQUEST_OUTCOMES);
export type RequestOutcome = z.infer<typeof RequestOutcome>;

/** A calendar month, 2026-08. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const Words = (longest: number) => z.string().trim().max(longest);
/** The branch's own reference of a row; empty where it has none. */
const Reference = Words(60);

export const RequestFields = z.object({
  agentId: Id,
  number: Reference,
  kind: RequestKind,
  channel: ClientChannel.nullable(),
  /** Kept masked. */
  client: Words(80),
  content: Words(500),
  askedAt: Instant,
  repliedAt: Instant.nullable(),
  solvedAt: Instant.nullable(),
  /** Given exactly where solvedAt is. */
  outcome: RequestOutcome.nullable(),
});
export type RequestFields = z.infer<typeof RequestFields>;

export const VisitFields = z.object({
  agentId: Id,
  number: Reference,
  channel: ClientChannel.nullable(),
  client: Words(80),
  note: Words(500),
  dueOn: Day,
  madeOn: Day.nullable(),
});
export type VisitFields = z.infer<typeof VisitFields>;

export const FIGURES = [
  'services',
  'policies',
  'clients',
  'retained',
  'repurchased',
  'churned',
  'cost',
  'benefit',
] as const;
export type Figure = (typeof FIGURES)[number];

const Count = z.int().min(0).max(1_000_000_000).nullable();
/** Yuan with two decimals. */
const Money = z.number().min(0).max(1_000_000_000_000).nullable();

export const FigureFields = z.object({
  agentId: Id,
  month: Month,
  services: Count,
  policies: Count,
  /** Clients at the month's beginning: what retained, repurchased and churned are parts of. */
  clients: Count,
  retained: Count,
  repurchased: Count,
  churned: Count,
  cost: Money,
  benefit: Money,
});
export type FigureFields = z.infer<typeof FigureFields>;

export const RESPONSE_KINDS = ['request', 'visit', 'figure'] as const;
export const ResponseKind = z.enum(RESPONSE_KINDS);
export type ResponseKind = z.infer<typeof ResponseKind>;

/** What every row carries beside its content; branch and team are those of its day. */
const Kept = z.object({
  id: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  state: z.enum(['standing', 'withdrawn']),
  revision: z.int(),
  /** SHA-256 of the content. */
  digest: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
  /** The row that this one corrects. */
  replacesId: Id.nullable(),
  /** The row that corrects this one. */
  replacedById: Id.nullable(),
  withdrawnReason: z.string().nullable(),
});
export const RequestRow = Kept.extend(RequestFields.shape);
export type RequestRow = z.infer<typeof RequestRow>;
export const VisitRow = Kept.extend(VisitFields.shape);
export type VisitRow = z.infer<typeof VisitRow>;
export const FigureRow = Kept.extend(FigureFields.shape);
export type FigureRow = z.infer<typeof FigureRow>;

/** Both days inside. */
export const DayRange = z.object({ from: Day, to: Day, withdrawn: z.boolean().default(false) });
export type DayRange = z.output<typeof DayRange>;

/** Rows of a list at most; a longer one is narrowed by its days. */
export const RESPONSE_ROWS = 50_000;

const Rows = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int() });
const Save = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({
    /** Null for a new row; else with the revision that the person saw. */
    id: Id.nullable(),
    revision: z.int().nullable(),
    /** Needed where something recorded is changed, not where a blank is filled in. */
    reason: Words(500).nullable(),
    fields,
  });

/** A rate 0..1 with its Wilson 95% interval; null without anything decided. */
export const Rate = z.object({
  met: z.int(),
  decided: z.int(),
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Rate = z.infer<typeof Rate>;

export const ResponseRates = z.object({
  /** Agent id, team, or branch id. */
  key: z.string(),
  name: z.string(),
  detail: z.string(),
  requests: z.int(),
  reply24: Rate,
  solve48: Rate,
  visits: z.int(),
  visit: Rate,
  /** Hours until the reply: half of the answered requests were quicker. */
  medianHours: z.number().nullable(),
});
export type ResponseRates = z.infer<typeof ResponseRates>;

export const RESPONSE_BANDS = ['h1', 'h4', 'h8', 'h24', 'h48', 'later', 'none'] as const;
/** Hours from question to reply: up to 1, 4, 8, 24, 48, later, not yet. */
export type ResponseBand = (typeof RESPONSE_BANDS)[number];

export const ResponseStatistics = z.object({
  whole: ResponseRates,
  branches: z.array(ResponseRates),
  teams: z.array(ResponseRates),
  agents: z.array(ResponseRates),
  bands: z.record(z.enum(RESPONSE_BANDS), z.int()),
});
export type ResponseStatistics = z.infer<typeof ResponseStatistics>;

export const REQUEST_COLUMNS = [
  ...(['number', 'agent', 'agentName', 'kind', 'channel', 'client', 'content'] as const),
  ...(['askedAt', 'repliedAt', 'solvedAt', 'outcome'] as const),
] as const;
export const VISIT_COLUMNS = ['number', 'agent', 'agentName', 'channel', 'client', 'note', 'dueOn', 'madeOn'] as const;
export const FIGURE_COLUMNS = ['agent', 'agentName', 'month', ...FIGURES] as const;

export const ImportField = z.enum([...REQUEST_COLUMNS, 'note', 'dueOn', 'madeOn', 'month', ...FIGURES]);
export type ImportField = z.infer<typeof ImportField>;

export const RESPONSE_REASONS = [
  ...(['agentMissing', 'agentUnknown', 'agentNameDiffers', 'askedMissing', 'dueMissing', 'monthMissing'] as const),
  ...(['kindUnknown', 'channelUnknown', 'outcomeUnknown', 'textTooLong', 'quantityUnreadable', 'timeMissing'] as const),
  ...(['beforeAsked', 'replyMissing', 'solvedMissing', 'partTooLarge', 'figuresMissing', 'withdrawnBefore'] as const),
  ...(['digitsLost', 'dateUnreadable', 'dateAmbiguous', 'dateOutOfRange', 'cellError', 'duplicateInFile'] as const),
] as const;
export const ResponseReason = z.enum(RESPONSE_REASONS);
export type ResponseReason = z.infer<typeof ResponseReason>;

export const ResponseRejection = z.object({
  cell: z.string(),
  field: ImportField,
  reason: ResponseReason,
  value: z.string(),
  firstRow: z.int().nullable(),
});
export type ResponseRejection = z.infer<typeof ResponseRejection>;

export const ImportedRow = z.object({
  row: z.int(),
  fate: RowFate,
  /** As far as they can be read. */
  employeeNumber: z.string(),
  agentName: z.string(),
  /** The instant asked, the due day or the month. */
  when: z.string(),
  client: z.string(),
  /** Whether a recorded value is replaced, so that the row before is withdrawn and stays in the history. */
  corrects: z.boolean(),
  changes: z.array(z.object({ field: ImportField, before: z.string(), after: z.string() })),
  rejections: z.array(ResponseRejection),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

export const ImportCounts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  ignored: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportPreview = z.object({ previewId: Id, counts: ImportCounts, rows: z.int(), pages: z.int() });
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Rows of one stretch of a preview. */
export const IMPORT_PAGE = 2_000;

export const ImportFile = z.object({
  fileId: Id,
  name: z.string(),
  sheets: z.array(SheetHead),
  learned: z.record(z.string(), ImportField.nullable()),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportChoice = z.object({
  kind: ResponseKind,
  fileId: Id,
  sheet: z.string(),
  headerRow: z.int().min(1),
  /** The fields of the kind; others are left out. */
  mapping: z.partialRecord(ImportField, SheetColumn),
});
export type ImportChoice = z.infer<typeof ImportChoice>;

const OneRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('request'), row: RequestRow, history: z.array(AuditEntry) }),
  z.object({ kind: z.literal('visit'), row: VisitRow, history: z.array(AuditEntry) }),
  z.object({ kind: z.literal('figure'), row: FigureRow, history: z.array(AuditEntry) }),
]);
export type ResponseRecord = z.infer<typeof OneRow>;

export const responses = {
  /** By the day asked, newest first. */
  requests: route('responses.read').input(DayRange).output(Rows(RequestRow)),
  /** By the due day, newest first. */
  visits: route('responses.read').input(DayRange).output(Rows(VisitRow)),
  /** Of the months that the days touch, newest first. */
  figures: route('responses.read').input(DayRange).output(Rows(FigureRow)),
  record: route('responses.read')
    .input(z.object({ kind: ResponseKind, id: Id }))
    .output(OneRow),
  /** A blank filled in stays the same row; a change withdraws it and makes another. Answers the id of the row that stands. */
  saveRequest: route('responses.write')
    .input(Save(RequestFields))
    .output(z.object({ id: Id })),
  saveVisit: route('responses.write')
    .input(Save(VisitFields))
    .output(z.object({ id: Id })),
  saveFigure: route('responses.write')
    .input(Save(FigureFields))
    .output(z.object({ id: Id })),
  /** A withdrawn row is no evidence and stays readable. */
  withdraw: route('responses.write')
    .input(z.object({ kind: ResponseKind, id: Id, revision: z.int(), reason: Words(500).min(1) }))
    .output(z.object({ id: Id })),
  statistics: route('responses.read')
    .input(z.object({ from: Day, to: Day }))
    .output(ResponseStatistics),
  /** Lets the user pick a workbook; null when the dialog was closed. */
  open: route('responses.write')
    .input(z.object({ kind: ResponseKind }))
    .output(eventIterator(Progress, ImportFile.nullable())),
  preview: route('responses.write').input(ImportChoice).output(eventIterator(Progress, ImportPreview)),
  rows: route('responses.write')
    .input(z.object({ previewId: Id, page: z.int().min(0) }))
    .output(z.array(ImportedRow)),
  /** All of the preview or nothing: a file or a store that changed since is refused. */
  apply: route('responses.write')
    .input(z.object({ previewId: Id }))
    .output(eventIterator(Progress, ImportCounts)),
  /** Writes an empty workbook of the kind; null when the dialog was closed. */
  template: route('responses.write')
    .input(z.object({ kind: ResponseKind }))
    .output(z.object({ path: z.string().nullable() })),
};
