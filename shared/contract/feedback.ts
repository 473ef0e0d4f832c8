// 客户反馈: praise, suggestions, complaints and reviews (2.3.2, 4.2 (5), 6.1): recorded, sorted, answered within their limit by a
// named person. Praise that a manager confirms is a commendation. A complaint is kept here as feedback without points; its case
// is handled among the complaints.
import { z } from 'zod';
import { ClientChannel } from './responses.ts';
import { route } from './route.ts';
import { AuditEntry } from './settings.ts';
import { Day, Id, Instant, ProblemClass } from './vocabulary.ts';

export const FEEDBACK_KINDS = ['praise', 'suggestion', 'complaint', 'review'] as const;
/** 表扬, 建议, 投诉, 评价. */
export const FeedbackKind = z.enum(FEEDBACK_KINDS);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

export const FEEDBACK_STATES = ['open', 'answered', 'closed', 'withdrawn'] as const;
export const FeedbackState = z.enum(FEEDBACK_STATES);
export type FeedbackState = z.infer<typeof FeedbackState>;

const Words = (longest: number) => z.string().trim().max(longest);

export const FeedbackFields = z.object({
  agentId: Id,
  day: Day,
  kind: FeedbackKind,
  class: ProblemClass,
  channel: ClientChannel,
  /** Kept masked. */
  client: Words(80),
  content: Words(1000).min(1),
  /** The person in charge of the answer. */
  ownerId: Id,
  /** The last day of the answer; null for the one that the kind and class give. */
  dueOn: Day.nullable(),
});
export type FeedbackFields = z.infer<typeof FeedbackFields>;

export const FeedbackRow = FeedbackFields.extend({
  id: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  ownerName: z.string(),
  dueOn: Day,
  state: FeedbackState,
  answer: z.string(),
  answeredAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  confirmedBy: z.string().nullable(),
  revision: z.int(),
  digest: z.string(),
  recordedAt: Instant,
  recordedById: Id,
  recordedBy: z.string(),
  replacesId: Id.nullable(),
  replacedById: Id.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type FeedbackRow = z.infer<typeof FeedbackRow>;

export const FeedbackRecord = FeedbackRow.extend({ history: z.array(AuditEntry) });
export type FeedbackRecord = z.infer<typeof FeedbackRecord>;

/** Rows of a list at most; a longer one is narrowed by its days. */
export const FEEDBACK_ROWS = 50_000;

/** The record as the person saw it. */
const Seen = z.object({ id: Id, revision: z.int() });

const Count = z.object({ key: z.string(), name: z.string(), detail: z.string(), count: z.int() });
export type FeedbackCount = z.infer<typeof Count>;

/** A rate 0..1 with its Wilson 95% interval; null without anything decided. */
const AnswerRate = z.object({
  met: z.int(),
  decided: z.int(),
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const FeedbackAnalysis = z.object({
  total: z.int(),
  overdue: z.int(),
  onTime: AnswerRate,
  commendations: z.int(),
  kinds: z.array(Count),
  /** Most frequent first, with the share that the classes up to this one make together: the Pareto of praise left out. */
  classes: z.array(Count.extend({ cumulative: z.number() })),
  /** Oldest first; one count a kind, in the order of FEEDBACK_KINDS. */
  months: z.array(z.object({ month: z.string(), counts: z.array(z.int()) })),
  agents: z.array(Count.extend({ kinds: z.array(z.int()), onTime: AnswerRate })),
  teams: z.array(Count.extend({ kinds: z.array(z.int()), onTime: AnswerRate })),
});
export type FeedbackAnalysis = z.infer<typeof FeedbackAnalysis>;

export const feedback = {
  /** Both days inside, newest first. */
  list: route('feedback.read')
    .input(z.object({ from: Day, to: Day, withdrawn: z.boolean().default(false) }))
    .output(z.object({ rows: z.array(FeedbackRow), total: z.int() })),
  get: route('feedback.read')
    .input(z.object({ id: Id }))
    .output(FeedbackRecord),
  /** People who may be in charge of an answer, by name. */
  people: route('feedback.read').output(z.array(z.object({ id: Id, name: z.string() }))),
  add: route('feedback.write')
    .input(FeedbackFields)
    .output(z.object({ id: Id })),
  /** Withdraws the record, with the reason, and makes another in its place; answers the new id. */
  correct: route('feedback.write')
    .input(Seen.extend({ reason: Words(500).min(1), fields: FeedbackFields }))
    .output(z.object({ id: Id })),
  /** Hands the answer to another person. */
  assign: route('feedback.write')
    .input(Seen.extend({ ownerId: Id }))
    .output(z.object({ id: Id })),
  answer: route('feedback.write')
    .input(Seen.extend({ answer: Words(1000).min(1), answeredAt: Instant }))
    .output(z.object({ id: Id })),
  close: route('feedback.write')
    .input(Seen)
    .output(z.object({ id: Id })),
  withdraw: route('feedback.write')
    .input(Seen.extend({ reason: Words(500).min(1) }))
    .output(z.object({ id: Id })),
  /** Makes praise a commendation; not by the person who recorded it. */
  confirm: route('feedback.confirm')
    .input(Seen)
    .output(z.object({ id: Id })),
  analysis: route('feedback.read')
    .input(z.object({ from: Day, to: Day }))
    .output(FeedbackAnalysis),
};
