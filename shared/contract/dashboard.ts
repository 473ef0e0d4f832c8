// 看板: a branch's figures over time, where it fails, whether that is more than chance, and scores before and after a day.
// Every figure is the engine's; nothing is stored.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { RecordKind } from './assessment.ts';
import { Rate, RESPONSE_BANDS } from './responses.ts';
import { route } from './route.ts';
import { IndicatorValues, PeriodDays, PeriodKind } from './score.ts';
import { Estimate } from './survey.ts';
import { Bilingual, Day, Grade, Id, Instant, ProblemClass, Progress } from './vocabulary.ts';

/** Periods of the trends and of the control chart, the one shown included. */
export const TREND_PERIODS = 8;
/** Rows behind a chart at most, the newest; `total` counts all. */
export const DASHBOARD_ROWS = 20_000;

/** `none`: nothing was checked. `normal` 波动正常 lies within its limits, `investigate` 需调查 outside. */
export const Reading = z.enum(['normal', 'investigate', 'none']);
export type Reading = z.infer<typeof Reading>;

/** `tooFew`: the difference has no interval. `unclear`: its interval holds 0. */
export const ScoreChange = z.enum(['higher', 'lower', 'unclear', 'tooFew']);
export type ScoreChange = z.infer<typeof ScoreChange>;

/** Means over the agents that have a value; composites before vetoes. */
const Means = z.object({
  /** Agents with a base. */
  agents: z.int(),
  composite: z.number().nullable(),
  indicators: IndicatorValues,
});
export const TrendPoint = Means.extend({ period: PeriodDays });
export type TrendPoint = z.infer<typeof TrendPoint>;
export const TeamMeans = Means.extend({ branchName: z.string(), team: z.string() });
export type TeamMeans = z.infer<typeof TeamMeans>;

export const AgentFigures = z.object({
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchName: z.string(),
  team: z.string(),
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  sessions: z.int(),
  indicators: IndicatorValues,
});
export type AgentFigures = z.infer<typeof AgentFigures>;

export const CheckSource = z.enum(['observation', 'record']);
export type CheckSource = z.infer<typeof CheckSource>;
export const FindingSource = z.enum(['observation', 'record', 'patrol']);
export type FindingSource = z.infer<typeof FindingSource>;

export const FailingCriterion = z.object({
  source: CheckSource,
  criterion: z.string(),
  /** Of the newest version that was used. */
  text: Bilingual,
  failed: z.int(),
  /** Answers with a value, failing ones included. */
  checked: z.int(),
});
export type FailingCriterion = z.infer<typeof FailingCriterion>;

export const ControlPoint = z.object({
  period: PeriodDays,
  failed: z.int(),
  checked: z.int(),
  /** 0..1; null where nothing was checked, as the limits are. */
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reading: Reading,
});
export type ControlPoint = z.infer<typeof ControlPoint>;

export const BranchDashboard = z.object({
  branchId: Id,
  branchName: z.string(),
  period: PeriodDays,
  model: z.object({ version: z.int(), digest: z.string() }),
  /** Oldest first. */
  trend: z.array(TrendPoint),
  /** Agents of the branch and those below it, by employee number: the rows of the trends and of the heat map. */
  agents: z.array(AgentFigures),
  teams: z.array(TeamMeans),
  /** Criteria that failed at least once in the period, the most frequent first. */
  failing: z.array(FailingCriterion),
  /** Problem records of the period by class (8.2); null: none was chosen. The most frequent first. */
  problems: z.array(
    z.object({ class: ProblemClass.nullable(), observation: z.int(), record: z.int(), patrol: z.int() }),
  ),
  control: z.object({ centre: z.number().nullable(), points: z.array(ControlPoint) }),
  csi: z.object({
    surveys: z.int(),
    /** Fewer are not shown: then the two below are null. */
    least: z.int(),
    csi: Estimate.nullable(),
    /** Surveys with a CSI in [0, 20), [20, 40), [40, 60), [60, 80), [80, 100]. */
    bands: z.array(z.int()).nullable(),
  }),
  responses: z.object({
    requests: z.int(),
    visits: z.int(),
    reply24: Rate,
    solve48: Rate,
    visit: Rate,
    medianHours: z.number().nullable(),
    bands: z.record(z.enum(RESPONSE_BANDS), z.int()),
  }),
});
export type BranchDashboard = z.infer<typeof BranchDashboard>;

export const DashboardRows = z.enum(['failing', 'control', 'problems', 'surveys', 'requests', 'visits']);
export type DashboardRows = z.infer<typeof DashboardRows>;

/** One piece of evidence behind a chart; fields that its chart does not use are null. */
export const DashboardRow = z.object({
  key: z.string(),
  /** The bar it is part of: source and criterion, class or `none`, CSI band 0..4, response band; null for a chart without bars. */
  bar: z.string().nullable(),
  record: z.object({ kind: RecordKind, id: z.string() }),
  day: Day,
  agentName: z.string(),
  employeeNumber: z.string(),
  team: z.string(),
  source: FindingSource.nullable(),
  criterion: z.string().nullable(),
  text: Bilingual.nullable(),
  class: ProblemClass.nullable(),
  description: z.string().nullable(),
  /** The answer 0..1, the CSI 0..100, hours to the reply. Null where too few surveys may be shown. */
  value: z.number().nullable(),
  askedAt: Instant.nullable(),
  repliedAt: Instant.nullable(),
  solvedAt: Instant.nullable(),
  madeOn: Day.nullable(),
});
export type DashboardRow = z.infer<typeof DashboardRow>;

export const DashboardEvidence = z.object({ rows: z.array(DashboardRow), total: z.int() });
export type DashboardEvidence = z.infer<typeof DashboardEvidence>;

export const COMPARE_DAYS = [30, 60, 90, 180] as const;
export const CompareDays = z.literal(COMPARE_DAYS);

export const Sample = z.object({
  count: z.int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export const ScoreComparison = z.object({
  before: Sample,
  after: Sample,
  /** After minus before in points with its 95% interval. */
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  change: ScoreChange,
});
export type ScoreComparison = z.infer<typeof ScoreComparison>;

export const ComparedGroup = ScoreComparison.extend({
  key: z.string(),
  kind: z.enum(['whole', 'agent', 'others', 'team']),
  /** Of an agent or team; empty else. */
  name: z.string(),
  /** The team's branch. */
  detail: z.string(),
  agents: z.int(),
});
export type ComparedGroup = z.infer<typeof ComparedGroup>;

export const ComparedSession = z.object({
  observationId: Id,
  day: Day,
  /** Keys of the groups it counts in. */
  groups: z.array(z.string()),
  side: z.enum(['before', 'after']),
  agentName: z.string(),
  employeeNumber: z.string(),
  team: z.string(),
  score: z.number(),
});
export type ComparedSession = z.infer<typeof ComparedSession>;

const Stretch = z.object({ start: Day, end: Day });
export const BeforeAfter = z.object({
  branchName: z.string(),
  day: Day,
  /** Half-open. The day itself belongs to neither. */
  before: Stretch,
  after: Stretch,
  groups: z.array(ComparedGroup),
  /** By day. */
  sessions: z.array(ComparedSession),
});
export type BeforeAfter = z.infer<typeof BeforeAfter>;

/** What happened to an agent on a day: a red line confirmed, a rectification decided in an assessment or verified. */
export const Intervention = z.object({
  id: Id,
  kind: z.enum(['redLine', 'rectification', 'verified', 'training']),
  day: Day,
  agentId: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
});
export type Intervention = z.infer<typeof Intervention>;

/** `start` null: the running period. */
const OfBranch = z.object({ branchId: Id, kind: PeriodKind, start: Day.nullable() });
const read = () => route('dashboard.read');

export const dashboard = {
  branch: read().input(OfBranch).output(eventIterator(Progress, BranchDashboard)),
  /** The agents behind a point of a trend: as they were in that period. */
  agents: read()
    .input(OfBranch)
    .output(eventIterator(Progress, z.array(AgentFigures))),
  /** `bar`: those of one bar alone. `control` reads all its periods; the rows of one point are the `failing` ones of its period. */
  rows: read()
    .input(OfBranch.extend({ what: DashboardRows, bar: z.string().max(80).nullable() }))
    .output(eventIterator(Progress, DashboardEvidence)),
  interventions: read()
    .input(z.object({ branchId: Id }))
    .output(z.array(Intervention)),
  compare: read()
    .input(z.object({ branchId: Id, day: Day, days: CompareDays, agentId: Id.nullable() }))
    .output(BeforeAfter),
};
