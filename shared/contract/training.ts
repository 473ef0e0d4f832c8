// 培训: courses, plans, records with the four assessments, and what they show (handbook chapter 7; 1.4.2).
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { route } from './route.ts';
import { Effect, Needs, ProgressRow, TrainingFile } from './trainingInsight.ts';
import {
  ClassInput,
  CourseFields,
  CourseRow,
  CourseRecord,
  Likert,
  Needed,
  PlanInput,
  PlanOfSource,
  PlanRow,
  RecordFields,
  TrainingRecord,
  TrainingRow,
  Words,
} from './trainingRows.ts';
import { Day, Id, Progress } from './vocabulary.ts';

const Reason = Needed(500);
const One = z.object({ id: Id });
const Seen = One.extend({ revision: z.int() });
const Place = z.object({ branchId: Id.nullable() });

export const training = {
  /** Of agents in service in the year, by employee number. */
  progress: route('training.read')
    .input(Place.extend({ year: z.int().min(2000).max(2100) }))
    .output(z.array(ProgressRow)),
  /** Of the scoring model in force. */
  hoursAsked: route('training.read').output(z.object({ hoursPerYear: z.number() })),
  /** For the home screen; zeros where no training is recorded at all. */
  reminder: route('training.read').output(z.object({ short: z.int(), overdue: z.int() })),
  records: route('training.read')
    .input(
      z.object({
        from: Day.nullable(),
        to: Day.nullable(),
        agentId: Id.nullable(),
        courseId: Id.nullable(),
        withdrawn: z.boolean(),
      }),
    )
    .output(z.object({ rows: z.array(TrainingRow), total: z.int() })),
  record: route('training.read').input(One).output(TrainingRecord),
  /** A blank filled in stays the same row; a change withdraws it and makes another. Answers the id of the row that stands. */
  saveRecord: route('training.write')
    .input(
      z.object({
        id: Id.nullable(),
        revision: z.int().nullable(),
        reason: Words(500).nullable(),
        /** Without the course's version, which is the one of now or, for a kept course, the one that was kept. */
        fields: RecordFields.omit({ courseVersion: true }),
        /** The plan that a new record does. */
        planId: Id.nullable(),
      }),
    )
    .output(One),
  /** All of them or none; the plan that a row names, or an open one that fits, is done by it. */
  saveClass: route('training.write')
    .input(ClassInput)
    .output(z.object({ recorded: z.int() })),
  withdrawRecord: route('training.write')
    .input(Seen.extend({ reason: Reason }))
    .output(One),
  courses: route('training.read').output(z.array(CourseRow)),
  course: route('training.read').input(One).output(CourseRecord),
  /** Makes a course, or the next version of one with the reason for it. */
  saveCourse: route('training.write')
    .input(
      z.object({ id: Id.nullable(), version: z.int().nullable(), reason: Words(500).nullable(), fields: CourseFields }),
    )
    .output(One),
  retireCourse: route('training.write')
    .input(One.extend({ retired: z.boolean(), reason: Reason }))
    .output(One),
  addFeedback: route('training.write')
    .input(
      z.object({
        courseId: Id,
        version: z.int(),
        day: Day,
        /** Null: without a name. */
        agentId: Id.nullable(),
        useful: Likert,
        clear: Likert,
        applicable: Likert,
        comment: Words(500),
      }),
    )
    .output(One),
  withdrawFeedback: route('training.write')
    .input(One.extend({ reason: Reason }))
    .output(One),
  plans: route('training.read')
    .input(z.object({ agentId: Id.nullable() }))
    .output(z.array(PlanRow)),
  /** Plans that came from a finding, rectification, complaint or improvement measure, open ones first. */
  plansOf: route('training.read')
    .input(z.object({ sourceId: z.string().min(1).max(60) }))
    .output(z.array(PlanOfSource)),
  /** One plan for each agent; those with an open plan of the same content are passed over. */
  plan: route('training.write')
    .input(PlanInput)
    .output(z.object({ made: z.int(), passedOver: z.int() })),
  cancelPlan: route('training.write')
    .input(Seen.extend({ reason: Reason }))
    .output(One),
  needs: route('training.read')
    .input(Place.extend({ team: z.string().nullable(), days: z.int().min(30).max(730) }))
    .output(eventIterator(Progress, Needs)),
  effect: route('training.read')
    .input(
      z.object({
        of: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('course'), id: Id }),
          z.object({ kind: z.literal('record'), id: Id }),
          /** All trainings of the agent. */
          z.object({ kind: z.literal('agent'), id: Id }),
        ]),
        days: z.int().min(7).max(366),
      }),
    )
    .output(eventIterator(Progress, Effect)),
  file: route('training.read')
    .input(z.object({ agentId: Id }))
    .output(TrainingFile),
  /** Prints the page shown into a PDF; null when the dialog was closed. */
  saveFile: route('training.read')
    .input(z.object({ agentId: Id, title: Needed(60) }))
    .output(z.object({ path: z.string().nullable() })),
};
