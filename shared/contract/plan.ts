// 计划与覆盖: who is observed by whom and when in a period, drawn by strata with a seed, so that supervision reaches at least
// 92% of the agents in service (8.1).
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Occasion, ServiceKind, ServiceSetting } from './observationRecord.ts';
import { route } from './route.ts';
import { PeriodDays } from './score.ts';
import { AuditEntry } from './settings.ts';
import { Day, Grade, Id, Instant, Progress, Sha256 } from './vocabulary.ts';

export const PLAN_STATES = ['draft', 'inForce', 'closed', 'discarded'] as const;
/** 草稿, 执行中, 已结束, 已作废. */
export const PlanState = z.enum(PLAN_STATES);
export type PlanState = z.infer<typeof PlanState>;

export const DRAW_STATES = [
  'drafted',
  'planned',
  'overdue',
  'inProgress',
  'done',
  'lost',
  'unavailable',
  'replaced',
] as const;
/**
 * 待下达, 已安排, 已逾期, 进行中, 已完成, 落空 (its observation was cancelled or withdrawn), 人员不在岗, 已替换.
 */
export const DrawState = z.enum(DRAW_STATES);
export type DrawState = z.infer<typeof DrawState>;

export const RECENCIES = ['never', 'long', 'medium', 'recent'] as const;
/** Never observed, more than 180 days ago, 91 to 180, up to 90. */
export const Recency = z.enum(RECENCIES);
export type Recency = z.infer<typeof Recency>;

/** The grade of the period before; `none` where there was no evidence at all. */
export const LastResult = z.enum([...Grade.options, 'none']);
export type LastResult = z.infer<typeof LastResult>;

/** Places for a new plan, an assessor and a day. */
export const MOST_A_DAY = 20;

/** Agents in service, those observed in the period, and those with a planned observation besides. */
const Covered = z.object({ agents: z.int(), observed: z.int(), planned: z.int() });

export const TeamCoverage = Covered.extend({ branchId: Id, branchName: z.string(), team: z.string() });
export type TeamCoverage = z.infer<typeof TeamCoverage>;

export const Coverage = Covered.extend({
  /** 0..1 */
  goal: z.number(),
  /** By branch, then team. */
  teams: z.array(TeamCoverage),
});
export type Coverage = z.infer<typeof Coverage>;

export const PlanRow = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  period: PeriodDays,
  state: PlanState,
  /** Draws that stand, without replaced ones. */
  draws: z.int(),
  done: z.int(),
  overdue: z.int(),
  /** Agents short of the goal when the plan was drawn, for want of room or employment. */
  missing: z.int(),
  /** Observations wanted of each agent, the least that a grade of the period needs, and those beyond the first without a place. */
  sessions: z.int(),
  short: z.int(),
  coverage: Covered.extend({ goal: z.number() }),
  createdAt: Instant,
  createdBy: z.string(),
});
export type PlanRow = z.infer<typeof PlanRow>;

export const PlanDraw = z.object({
  id: Id,
  agentId: Id,
  employeeNumber: z.string(),
  agentName: z.string(),
  branchName: z.string(),
  team: z.string(),
  result: LastResult,
  recency: Recency,
  assessorId: Id,
  assessorName: z.string(),
  day: Day,
  state: DrawState,
  /** Null while the plan is a draft. */
  observationId: Id.nullable(),
  /** The draw whose place this one took, by the agent's name. */
  insteadOf: z.string().nullable(),
  /** Why the agent was added after the draw; null for those drawn. */
  added: z.string().nullable(),
  /** Set where it was replaced; `by` is the person, `successor` the agent who came in, null where the stratum had none left. */
  replaced: z.object({ at: Instant, by: z.string(), reason: z.string(), successor: z.string().nullable() }).nullable(),
});
export type PlanDraw = z.infer<typeof PlanDraw>;

export const PlanStratum = z.object({
  branchName: z.string(),
  team: z.string(),
  result: LastResult,
  recency: Recency,
  weight: z.number(),
  size: z.int(),
  /** Observed in the period, or planned to be, when the plan was drawn. */
  covered: z.int(),
  drawn: z.int(),
});
export type PlanStratum = z.infer<typeof PlanStratum>;

export const PlanRecord = PlanRow.omit({ coverage: true }).extend({
  today: Day,
  coverage: Coverage,
  /** Of the service that is observed, until the assessor says better. */
  kind: ServiceKind,
  occasion: Occasion,
  setting: ServiceSetting,
  capacity: z.int(),
  assessors: z.array(z.object({ id: Id, name: z.string() })),
  all: z.array(PlanDraw),
  /** What the draw was made from. */
  basis: z.object({
    seed: z.string(),
    rule: z.int(),
    digest: Sha256,
    frame: z.int(),
    needed: z.int(),
    workingDays: z.int(),
    strata: z.array(PlanStratum),
  }),
  /** Working days of the whole period. */
  workingDays: z.array(Day),
  /** Years of the period whose holidays are not known; only their weekends are left out. */
  unknownYears: z.array(z.int()),
  history: z.array(AuditEntry),
});
export type PlanRecord = z.infer<typeof PlanRecord>;

const Reason = z.string().trim().min(1).max(500);
const One = z.object({ id: Id });

export const NewPlan = z.object({
  branchId: Id,
  kind: z.enum(['month', 'quarter']),
  start: Day,
  /** At least the goal of 8.1. */
  goal: z.number().min(0.92).max(1),
  capacity: z.int().min(1).max(MOST_A_DAY),
  assessorIds: z.array(Id).min(1).max(200),
  /** Drawn by the console where it is null. */
  seed: z.string().trim().min(1).max(60).nullable(),
  context: z.object({ kind: ServiceKind, occasion: Occasion, setting: ServiceSetting }),
});
export type NewPlan = z.infer<typeof NewPlan>;

/** Whether the goal can be reached, before anything is drawn. */
export const PlanEstimate = z.object({
  agents: z.int(),
  /** Agents to cover still, and how many of them find no place. */
  needed: z.int(),
  missing: z.int(),
  /** Observations wanted of each agent, and those beyond the first without a place. */
  sessions: z.int(),
  short: z.int(),
  /** Working days that are left, and observations that fit into them. */
  days: z.int(),
  places: z.int(),
});
export type PlanEstimate = z.infer<typeof PlanEstimate>;

export const plan = {
  /** Newest period first. */
  list: route('plan.read').output(z.array(PlanRow)),
  get: route('plan.read').input(One).output(PlanRecord),
  /** Draws a draft. */
  draw: route('plan.manage').input(NewPlan).output(eventIterator(Progress, One)),
  /** What a draw with these would reach; nothing is written. */
  estimate: route('plan.manage')
    .input(NewPlan.pick({ branchId: true, kind: true, start: true, goal: true, capacity: true, assessorIds: true }))
    .output(PlanEstimate),
  /** Adds an agent who was not drawn, for as many observations as are wanted and find room; the days given. */
  add: route('plan.write')
    .input(One.extend({ agentId: Id, reason: Reason }))
    .output(z.object({ days: z.array(Day) })),
  /** Every draw becomes a planned observation. */
  enforce: route('plan.manage').input(One).output(z.void()),
  discard: route('plan.manage')
    .input(One.extend({ reason: Reason }))
    .output(z.void()),
  /** Cancels what was not begun; the reason is needed where anything is. */
  close: route('plan.manage')
    .input(One.extend({ reason: Reason.nullable() }))
    .output(z.void()),
  /** Sets day and assessor of a draw that has not begun. */
  move: route('plan.write')
    .input(z.object({ drawId: Id, day: Day, assessorId: Id }))
    .output(z.void()),
  /** Replaces a draw by the next of its stratum; `successor` is null where none is left. */
  replace: route('plan.write')
    .input(z.object({ drawId: Id, reason: Reason }))
    .output(z.object({ successor: z.string().nullable() })),
  /** Draws again from what was kept and compares. */
  verify: route('plan.read')
    .input(One)
    .output(z.object({ intact: z.boolean(), same: z.boolean() })),
};
