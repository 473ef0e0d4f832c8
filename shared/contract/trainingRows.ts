// What is kept of 培训: courses in versions, feedback on them, records, plans (handbook 7.1 to 7.4).
import { z } from 'zod';
import { AuditEntry } from './settings.ts';
import { Mark, TrainingContent, TrainingForm } from './trainingWords.ts';
import { Day, Id, Instant } from './vocabulary.ts';

export const Words = (longest: number) => z.string().trim().max(longest);
export const Needed = (longest: number) => Words(longest).min(1);
const Code = Needed(40);

/** Hours of one record or plan, in hundredths. */
export const Hours = z.number().positive().max(24).multipleOf(0.01);

export const CourseFields = z.object({
  title: Needed(120),
  content: TrainingContent,
  form: TrainingForm,
  hours: Hours,
  trainer: Words(60),
  /** Where the material lies, or its number. */
  material: Words(300),
  note: Words(500),
});
export type CourseFields = z.infer<typeof CourseFields>;

export const FEEDBACK_ITEMS = ['useful', 'clear', 'applicable'] as const;
export type FeedbackItem = (typeof FEEDBACK_ITEMS)[number];
export const Likert = z.int().min(1).max(5);
const Means = z.object({ count: z.int(), useful: z.number(), clear: z.number(), applicable: z.number() }).nullable();

export const CourseRow = CourseFields.extend({
  id: Id,
  state: z.enum(['active', 'retired']),
  version: z.int(),
  changedAt: Instant,
  /** Records that stand, and the agents they are of. */
  records: z.int(),
  agents: z.int(),
  /** Means of the feedback that stands, 1..5; null without any. */
  feedback: Means,
});
export type CourseRow = z.infer<typeof CourseRow>;

export const CourseVersion = CourseFields.extend({
  number: z.int(),
  reason: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
  digest: z.string(),
  feedback: Means,
});
export type CourseVersion = z.infer<typeof CourseVersion>;

export const CourseFeedback = z.object({
  id: Id,
  version: z.int(),
  day: Day,
  agentName: z.string().nullable(),
  useful: Likert,
  clear: Likert,
  applicable: Likert,
  comment: z.string(),
  state: z.enum(['standing', 'withdrawn']),
  withdrawnReason: z.string().nullable(),
});
export type CourseFeedback = z.infer<typeof CourseFeedback>;

export const CourseRecord = CourseRow.extend({
  versions: z.array(CourseVersion),
  comments: z.array(CourseFeedback),
  history: z.array(AuditEntry),
});
export type CourseRecord = z.infer<typeof CourseRecord>;

export const RecordFields = z.object({
  agentId: Id,
  day: Day,
  hours: Hours,
  /** Null for a training outside the courses. */
  courseId: Id.nullable(),
  courseVersion: z.int().nullable(),
  title: Needed(120),
  content: TrainingContent,
  form: TrainingForm,
  trainer: Words(60),
  theory: Mark.nullable(),
  practical: Mark.nullable(),
  conduct: Mark.nullable(),
  satisfaction: Mark.nullable(),
  note: Words(500),
});
export type RecordFields = z.infer<typeof RecordFields>;

/** A course held for several agents at once: what all have in common, and each one's day, hours, marks. */
export const ClassInput = z.object({
  course: RecordFields.pick({ courseId: true, title: true, content: true, form: true }),
  rows: z
    .array(
      RecordFields.pick({
        ...{ agentId: true, day: true, hours: true, trainer: true, note: true },
        ...{ theory: true, practical: true, conduct: true, satisfaction: true },
      }).extend({ planId: Id.nullable() }),
    )
    .min(1)
    .max(500),
});
export type ClassInput = z.infer<typeof ClassInput>;

/** A training as it is listed; branch and team are those of its day. */
export const TrainingRow = RecordFields.extend({
  id: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchId: Id,
  branchName: z.string(),
  team: z.string(),
  state: z.enum(['standing', 'withdrawn']),
  revision: z.int(),
  digest: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
  replacesId: Id.nullable(),
  replacedById: Id.nullable(),
  withdrawnReason: z.string().nullable(),
});
export type TrainingRow = z.infer<typeof TrainingRow>;

/** With the plan that it did. */
export const TrainingRecord = TrainingRow.extend({ planId: Id.nullable(), history: z.array(AuditEntry) });
export type TrainingRecord = z.infer<typeof TrainingRecord>;

export const PLAN_REASONS = [
  ...(['shortfall', 'criteria', 'finding', 'rectification', 'complaint', 'improvement', 'other'] as const),
] as const;
export const PlanReason = z.enum(PLAN_REASONS);
export type PlanReason = z.infer<typeof PlanReason>;

/** Why a training is planned: hours, criteria by their codes, a finding or the like by its id, or words alone. */
export const PlanWhy = z.object({
  reason: PlanReason,
  criteria: z.array(Code).max(20),
  sourceId: z.string().max(60).nullable(),
  words: Words(500),
});
export type PlanWhy = z.infer<typeof PlanWhy>;

export const PlanInput = z.object({
  agentIds: z.array(Id).min(1).max(500),
  courseId: Id.nullable(),
  content: TrainingContent,
  hours: Hours,
  dueOn: Day,
  why: PlanWhy,
});
export type PlanInput = z.infer<typeof PlanInput>;

/** Plans of a list at most: all open ones first, then those that ended, the newest first. */
export const PLAN_ROWS = 10_000;

export const PlanRow = z.object({
  id: Id,
  agentId: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchName: z.string(),
  team: z.string(),
  courseId: Id.nullable(),
  courseTitle: z.string().nullable(),
  content: TrainingContent,
  hours: z.number(),
  dueOn: Day,
  ...PlanWhy.shape,
  /** `overdue`: planned, and its day is over. */
  state: z.enum(['planned', 'overdue', 'done', 'cancelled']),
  revision: z.int(),
  /** The training that did it. */
  recordId: Id.nullable(),
  endedReason: z.string().nullable(),
  madeAt: Instant,
  madeBy: z.string(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** A plan as the record that it came from lists it. */
export const PlanOfSource = PlanRow.pick({
  ...{ id: true, agentName: true, employeeNumber: true, content: true, courseTitle: true, dueOn: true, state: true },
});
export type PlanOfSource = z.infer<typeof PlanOfSource>;
