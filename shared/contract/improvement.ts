// 持续改进: a frequent problem becomes an improvement measure with an owner and a target figure, and the figure is measured before
// and after (handbook 4.3, 6.5).
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CheckSource, CompareDays, ScoreChange } from './dashboard.ts';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Bilingual, Day, Id, Indicator, Instant, Progress } from './vocabulary.ts';

export const IMPROVEMENT_STATES = ['proposed', 'underway', 'done', 'evaluated', 'dropped'] as const;
/** 已提出, 进行中, 已完成, 已评价, 已放弃. */
export const ImprovementState = z.enum(IMPROVEMENT_STATES);
export type ImprovementState = z.infer<typeof ImprovementState>;

export const IMPROVEMENT_KINDS = ['process', 'training', 'standard', 'system'] as const;
/** 流程, 培训, 标准, 制度 (4.3). */
export const ImprovementKind = z.enum(IMPROVEMENT_KINDS);
export type ImprovementKind = z.infer<typeof ImprovementKind>;

export const VERDICTS = ['met', 'partly', 'not'] as const;
/** 达到, 部分达到, 未达到. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

export const PLAIN_FIGURES = ['composite', 'csi', 'reply24', 'solve48', 'visit', 'complaintRate'] as const;
const Code = z.string().trim().min(1).max(40);

/**
 * What is measured. All but `complaintRate` (complaints per 1,000 services) are 0..100; of `failing`, the failing rate of a
 * criterion, and `complaintRate` less is better, of the others more.
 */
export const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('failing'), source: CheckSource, criterion: Code }),
  z.object({ kind: z.literal('indicator'), indicator: Indicator }),
  z.object({ kind: z.enum(PLAIN_FIGURES) }),
]);
export type Figure = z.infer<typeof Figure>;

/** A figure over a stretch of days, [start, end), as its evidence said at `asOf`. */
export const Measured = z.object({
  start: Day,
  end: Day,
  asOf: Instant,
  /** Null without evidence, or with fewer surveys than may be shown. */
  value: z.number().nullable(),
  /** What the value was made from: checks, surveys, requests, visits, agents; of the complaint rate its services. */
  count: z.int(),
  /** Variance of the mean; null where it is not known. */
  error: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

export const PROBLEM_KINDS = ['class', 'criterion', 'complaint', 'complaintCause'] as const;

/** A frequent problem as it was when the measure was proposed. */
export const Problem = z.object({
  /** The class of 8.2, the criterion, or of upheld complaints their category or sub-class (6.1) and their root cause. */
  kind: z.enum(PROBLEM_KINDS),
  /** Of a complaint's category 'quality', with a sub-class 'quality.efficiency'. */
  code: Code,
  records: z.int().min(0),
  agents: z.int().min(0),
  period: PeriodDays,
});
export type Problem = z.infer<typeof Problem>;

export const ImprovementRow = z.object({
  id: Id,
  number: z.int(),
  title: z.string(),
  kind: ImprovementKind,
  state: ImprovementState,
  branchId: Id,
  branchName: z.string(),
  problem: Problem.nullable(),
  cause: z.string(),
  measure: z.string(),
  ownerId: Id,
  ownerName: z.string(),
  deadline: Day,
  figure: Figure,
  target: z.number(),
  /** Days looked at before the start and after the end. */
  days: CompareDays,
  before: Measured.nullable(),
  after: Measured.nullable(),
  verdict: Verdict.nullable(),
  proposedAt: Instant,
  proposedBy: z.string(),
  startedAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  /** What was done. */
  result: z.string().nullable(),
  /** Evaluated or dropped. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  /** The version of the standard that the measure changes, a draft at first. */
  standardId: Id.nullable(),
  /** Who owned it since its start, and who measured it then: none of them judges it. */
  owned: z.array(Id),
  measured: z.array(Id),
});
export type ImprovementRow = z.infer<typeof ImprovementRow>;

export const Change = z.object({
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  change: ScoreChange,
});
export type Change = z.infer<typeof Change>;

export const IMPROVEMENT_MOVES = ['start', 'finish', 'resume', 'evaluate', 'drop'] as const;
export const ImprovementMove = z.enum(IMPROVEMENT_MOVES);
export type ImprovementMove = z.infer<typeof ImprovementMove>;

export const ImprovementRecord = ImprovementRow.extend({
  /** What the criterion of the figure or of the problem says; null where neither is one. */
  criterion: z.object({ code: z.string(), text: Bilingual }).nullable(),
  /** After minus before; null until it is evaluated. */
  change: Change.nullable(),
  /** The version that is linked; null where there is none, or it was deleted. */
  standard: z.object({ id: Id, title: z.string(), number: z.int(), status: z.enum(['draft', 'published']) }).nullable(),
  /** What the reader may do now. */
  moves: z.array(ImprovementMove),
  history: z.array(AuditEntry),
});
export type ImprovementRecord = z.infer<typeof ImprovementRecord>;

export const Review = z.object({
  after: Measured,
  change: Change,
  /** What before, after and target say; null where nothing was measured. */
  suggested: Verdict.nullable(),
});
export type Review = z.infer<typeof Review>;

export const FrequentProblem = Problem.extend({
  /** Of all problem records of the period, of complaints of all upheld ones; of a criterion, failed of checked. 0..1 */
  share: z.number(),
  /** Of the class null. */
  text: Bilingual.nullable(),
  source: CheckSource.nullable(),
  /** Enough records of enough agents to be more than one agent's. */
  frequent: z.boolean(),
  /** Measures against it that have not ended. */
  open: z.array(z.object({ id: Id, number: z.int(), title: z.string() })),
});
export type FrequentProblem = z.infer<typeof FrequentProblem>;

const Words = z.string().trim().min(1).max(2000);
const Reason = z.string().trim().min(1).max(1000);
const One = z.object({ id: Id });

export const NewImprovement = z.object({
  branchId: Id,
  title: z.string().trim().min(1).max(120),
  kind: ImprovementKind,
  problem: Problem.nullable(),
  cause: Words,
  measure: Words,
  ownerId: Id,
  deadline: Day,
  figure: Figure,
  target: z.number().min(0).max(1000),
  days: CompareDays,
});
export type NewImprovement = z.infer<typeof NewImprovement>;

const OfBranch = z.object({ branchId: Id, kind: PeriodKind, start: Day.nullable() });

export const improvement = {
  /** Open ones by deadline, then those that ended, the newest first. */
  list: route('improvement.read').output(z.array(ImprovementRow)),
  get: route('improvement.read').input(One).output(ImprovementRecord),
  /** Problem classes, criteria and upheld complaints of a period by how often they occurred; `start` null: the running one. */
  problems: route('improvement.read')
    .input(OfBranch)
    .output(eventIterator(Progress, z.object({ period: PeriodDays, problems: z.array(FrequentProblem) }))),
  /** Who may own a measure, and the criteria whose failing rate can be measured. */
  choices: route('improvement.read').output(
    z.object({
      people: z.array(z.object({ id: Id, name: z.string() })),
      criteria: z.array(z.object({ source: CheckSource, criterion: z.string(), text: Bilingual })),
    }),
  ),
  propose: route('improvement.write').input(NewImprovement).output(One),
  /** Everything while it is proposed. */
  change: route('improvement.write')
    .input(One.extend({ fields: NewImprovement }))
    .output(z.void()),
  /** Owner and deadline while it is underway. */
  reschedule: route('improvement.write')
    .input(One.extend({ ownerId: Id, deadline: Day, reason: Reason }))
    .output(z.void()),
  /** The draft that the measure changes, until the measure ends; null takes the link away. */
  linkStandard: route('improvement.write')
    .input(One.extend({ standardId: Id.nullable() }))
    .output(z.void()),
  /** Measures the figure before without writing it down, so that whoever starts sees what will be frozen. */
  baseline: route('improvement.write').input(One).output(eventIterator(Progress, Measured)),
  /** Measures the figure before and freezes it. */
  start: route('improvement.write').input(One).output(eventIterator(Progress, Measured)),
  finish: route('improvement.write')
    .input(One.extend({ result: Words }))
    .output(z.void()),
  resume: route('improvement.write')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),
  /** Measures the figure after without writing it down. */
  review: route('improvement.write').input(One).output(eventIterator(Progress, Review)),
  /** Measures again, and freezes it where it is what was seen. */
  evaluate: route('improvement.decide')
    .input(One.extend({ verdict: Verdict, reason: Reason, seen: Measured.pick({ value: true, count: true }) }))
    .output(eventIterator(Progress, Review)),
  drop: route('improvement.write')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),
};
