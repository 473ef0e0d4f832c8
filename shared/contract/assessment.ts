// 考核: a branch's assessment of a month, quarter or year, its numbered results, the review, the decisions on reward and
// penalty, and what changed after the result was frozen (scoring model, sections 5 to 7; handbook 4.5).
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Derivation } from './derivation.ts';
import { route } from './route.ts';
import { IndicatorValues, PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Bilingual, Day, Grade, Id, Instant, Progress, Sha256 } from './vocabulary.ts';

export const ASSESSMENT_STATES = ['collecting', 'computed', 'inReview', 'finalised'] as const;
/** 收集, 计算, 复核, 定稿: that of the newest result, `collecting` without any. */
export const AssessmentState = z.enum(ASSESSMENT_STATES);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** A result that was overtaken by a later one before it was finalised is `superseded`. */
export const ResultState = z.enum(['computed', 'inReview', 'finalised', 'superseded']);
export type ResultState = z.infer<typeof ResultState>;

/** 前段, 中段, 后段 */
export const Band = z.enum(['front', 'middle', 'rear']);
export type Band = z.infer<typeof Band>;

/** What a result counts: the units, what adjusts and vetoes, and the training records as one. */
export const COUNTED_KINDS = [
  'session',
  'survey',
  'review',
  'request',
  'visit',
  'complaint',
  'rectification',
  'commendation',
  'redLine',
  'training',
] as const;
export const CountedKind = z.enum(COUNTED_KINDS);
export type CountedKind = z.infer<typeof CountedKind>;

/** What a record to open is: most evidence is its own record, a red line is part of another one. */
export const RecordKind = z.enum([...COUNTED_KINDS, 'patrol']);
export type RecordKind = z.infer<typeof RecordKind>;
const EvidenceRecord = z.object({ kind: RecordKind, id: z.string() });

export const REWARDS = ['bonus', 'title', 'promotion'] as const;
export const PENALTIES = ['criticism', 'rectification', 'demotion'] as const;
/** 奖金, 荣誉称号, 晋升; 批评, 限期整改, 降级 (4.5). */
export const DecisionKind = z.enum([...REWARDS, ...PENALTIES]);
export type DecisionKind = z.infer<typeof DecisionKind>;

export const AssessmentRow = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  period: PeriodDays,
  state: AssessmentState,
  /** How many results it has; the fields below are of the newest one. */
  results: z.int(),
  agents: z.int(),
  reviewed: z.int(),
  computedAt: Instant.nullable(),
  finalisedAt: Instant.nullable(),
  finalisedBy: z.string().nullable(),
});
export type AssessmentRow = z.infer<typeof AssessmentRow>;

export const ResultHead = z.object({
  id: Id,
  assessmentId: Id,
  /** From 1. */
  number: z.int(),
  state: ResultState,
  /** Why it was computed again; null for the first. */
  reason: z.string().nullable(),
  /** The moment at which due things were looked at. */
  asOf: Instant,
  computedBy: z.string(),
  timeZone: z.string(),
  model: z.object({ version: z.int(), digest: Sha256 }),
  agents: z.int(),
  reviewed: z.int(),
  finalisedAt: Instant.nullable(),
  finalisedBy: z.string().nullable(),
  /** SHA-256 over the frozen result; null until it is finalised. */
  digest: Sha256.nullable(),
});
export type ResultHead = z.infer<typeof ResultHead>;

export const AssessmentRecord = AssessmentRow.extend({
  /** Whether the period is over: only then can a result be finalised. */
  ended: z.boolean(),
  /** Newest first. */
  all: z.array(ResultHead),
  history: z.array(AuditEntry),
});
export type AssessmentRecord = z.infer<typeof AssessmentRecord>;

const Interval = z.object({ low: z.number(), high: z.number() });

export const ReviewMark = z.object({ at: Instant, by: z.string(), remark: z.string() });
export type ReviewMark = z.infer<typeof ReviewMark>;

export const Decision = z.object({
  id: Id,
  kind: DecisionKind,
  /** Of the reward, such as a title of honour; empty where it has none. */
  name: z.string(),
  reason: z.string(),
  decidedAt: Instant,
  decidedBy: z.string(),
  withdrawnAt: Instant.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** An agent's line of a result. */
export const ResultRow = z.object({
  agentId: Id,
  employeeNumber: z.string(),
  name: z.string(),
  branchName: z.string(),
  team: z.string(),
  /** From 1 by what counts of the ranking value; null where there is none. */
  rank: z.int().nullable(),
  /** Before the veto, rounded. */
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  vetoed: z.boolean(),
  sufficient: z.boolean(),
  sessions: z.int(),
  coverage: z.number(),
  interval: Interval.nullable(),
  rankingValue: z.number().nullable(),
  band: Band.nullable(),
  counts: z.partialRecord(CountedKind, z.int()),
  /** Red lines of the period that waited for a decision when it was computed. */
  pendingRedLines: z.int(),
  /** Graded composites of the last finalised periods of the kind, oldest first, this one last. */
  trend: z.array(z.number().nullable()),
  /** Against the last of those before; null where either is missing. */
  change: z.number().nullable(),
  review: ReviewMark.nullable(),
  /** Those that stand. */
  decisions: z.array(z.object({ id: Id, kind: DecisionKind, name: z.string() })),
});
export type ResultRow = z.infer<typeof ResultRow>;

/** A piece of evidence that the result counts, with the record to open for it. */
export const CountedEvidence = z.object({
  kind: CountedKind,
  id: z.string(),
  digest: Sha256,
  /** When it counts: an instant or a day; null where it has none. */
  at: z.string().nullable(),
  /** The record it is part of: the observation, review or patrol of a red line, else itself. */
  record: EvidenceRecord,
});
export type CountedEvidence = z.infer<typeof CountedEvidence>;

export const CountedVeto = z.object({
  id: z.string(),
  clause: z.string(),
  at: Instant,
  /** What the person wrote who confirmed it. */
  reason: z.string(),
  record: EvidenceRecord,
});
export type CountedVeto = z.infer<typeof CountedVeto>;

/** All that a result holds of one agent, from what was stored when it was computed. */
export const AgentResult = z.object({
  resultId: Id,
  agentId: Id,
  derivation: Derivation,
  indicators: IndicatorValues,
  evidence: z.array(CountedEvidence),
  vetoes: z.array(CountedVeto),
  /** Standard version by session, and what its criteria say. */
  versions: z.record(z.string(), Id),
  criteria: z.record(Id, z.record(z.string(), Bilingual)),
  decisions: z.array(Decision),
  /** SHA-256 of what is stored, and whether it still is what was stored. */
  digest: Sha256,
  intact: z.boolean(),
});
export type AgentResult = z.infer<typeof AgentResult>;

/** `moved`: a decision taken after the period was finalised counts in the period in which it was decided. */
export const DifferenceChange = z.enum(['added', 'changed', 'removed', 'moved']);
export type DifferenceChange = z.infer<typeof DifferenceChange>;

export const Difference = z.object({
  kind: CountedKind,
  id: z.string(),
  record: EvidenceRecord,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  change: DifferenceChange,
  before: Sha256.nullable(),
  after: Sha256.nullable(),
});
export type Difference = z.infer<typeof Difference>;

const Reason = z.string().trim().min(1).max(500);
const Agents = z.array(Id).min(1).max(5_000);

export const assessment = {
  list: route('assessment.read').output(z.array(AssessmentRow)),
  /** The assessment of a branch and period, made where there is none yet. */
  open: route('assessment.write')
    .input(z.object({ branchId: Id, kind: PeriodKind, start: Day }))
    .output(z.object({ id: Id })),
  get: route('assessment.read')
    .input(z.object({ id: Id }))
    .output(AssessmentRecord),
  /** Computes a further numbered result; all but the first need a reason. */
  compute: route('assessment.write')
    .input(z.object({ id: Id, reason: Reason.nullable() }))
    .output(eventIterator(Progress, z.object({ resultId: Id }))),
  rows: route('assessment.read')
    .input(z.object({ resultId: Id }))
    .output(z.array(ResultRow)),
  agent: route('assessment.read')
    .input(z.object({ resultId: Id, agentId: Id }))
    .output(AgentResult),
  /** Marks agents as reviewed by the signed-in person; again replaces the remark. */
  review: route('assessment.write')
    .input(z.object({ resultId: Id, agentIds: Agents, remark: z.string().trim().max(500) }))
    .output(z.void()),
  /** One decision on each of the agents. */
  decide: route('assessment.decide')
    .input(
      z.object({
        resultId: Id,
        agentIds: Agents,
        kind: DecisionKind,
        name: z.string().trim().max(60),
        reason: Reason,
      }),
    )
    .output(z.void()),
  withdrawDecision: route('assessment.decide')
    .input(z.object({ decisionId: Id, reason: Reason }))
    .output(z.void()),
  finalise: route('assessment.decide')
    .input(z.object({ resultId: Id }))
    .output(ResultHead),
  /** What differs now from what the result was computed from, and whether the result is as it was stored. */
  differences: route('assessment.read')
    .input(z.object({ resultId: Id }))
    .output(z.object({ intact: z.boolean(), rows: z.array(Difference) })),
};
