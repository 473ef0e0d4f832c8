// 工作台: what waits for this person today.
import { z } from 'zod';
import { RecordKind } from './assessment.ts';
import { LimitName } from './complaintClocks.ts';
import { PendingInspectionRedLine } from './inspection.ts';
import { PendingRedLine } from './observation.ts';
import { route } from './route.ts';
import { PeriodDays } from './score.ts';
import { Day, Id, Instant } from './vocabulary.ts';

const Draft = z.object({
  id: Id,
  kind: z.enum(['observation', 'record', 'patrol', 'calibration', 'sample']),
  /** Empty for a patrol, which has several. */
  agentName: z.string(),
  employeeNumber: z.string(),
  /** Where; of a record review the record's reference. */
  place: z.string(),
  /** The planned day, or the day of service. */
  day: Day.nullable(),
  answered: z.int(),
  criteria: z.int(),
  /** Whether the reader is its assessor and can go on with it. */
  own: z.boolean(),
  assessorName: z.string(),
});

/** Clocks that are listed at most. */
export const CLOCKS_LISTED = 30;

export const Home = z.object({
  today: Day,
  /** Planned for today or before and not begun. */
  planned: z.array(Draft),
  /** Begun and not submitted: observations, amendments too, record reviews, patrols; calibrations that wait for the reader. */
  drafts: z.array(Draft),
  /** Red lines that wait for a decision. */
  redLines: z.array(PendingRedLine),
  /** The same, found in record reviews and patrols. */
  inspectionRedLines: z.array(PendingInspectionRedLine),
  /** What waits for the reader's own decision or work, the longest waiting first: rectifications and complaints. */
  waiting: z.array(
    z.object({
      kind: z.enum(['verify', 'extension', 'sentBack', 'close', 'review', 'redo', 'reexamination']),
      record: z.object({ kind: RecordKind, id: Id }),
      /** Of the rectification; of a complaint its number. */
      title: z.string(),
      /** Both empty for a complaint about no agent. */
      agentName: z.string(),
      employeeNumber: z.string(),
      /** The day of a request for re-examination, else the instant. */
      since: z.union([Instant, Day]),
      /** Why it was sent back, or why more time is asked for. */
      words: z.string().nullable(),
    }),
  ),
  /** What runs out next or has run out; empty for those who see only their own observations. */
  clocks: z.array(
    z.object({
      id: Id,
      kind: z.enum([
        'reply',
        'solve',
        'visit',
        'feedback',
        'appealTake',
        'appealDecide',
        'rectification',
        'rectificationCheck',
        'rectificationEffect',
        'complaint',
        'improvement',
        'improvementVerdict',
      ]),
      /** Null for an appeal and an improvement measure, which `id` opens. */
      record: z.object({ kind: RecordKind, id: Id }).nullable(),
      agentName: z.string(),
      employeeNumber: z.string(),
      /** Of a complaint: its number and the limits that bind, more than one where they tie; of which joined case, null: its own. */
      complaint: z
        .object({ number: z.string(), joinedNumber: z.string().nullable(), limits: z.array(LimitName).min(1) })
        .optional(),
      /** Of an improvement measure, which has no agent. */
      measure: z.object({ number: z.int(), title: z.string(), ownerName: z.string() }).optional(),
      /** One of the two is given: hours end at an instant, days at their midnight. */
      dueAt: Instant.nullable(),
      dueOn: Day.nullable(),
    }),
  ),
  /** Of all branches; null for those who see only their own observations. */
  period: PeriodDays.extend({
    sessions: z.int(),
    /** Agents in service at the branches, those observed in the period, and the goal of 92% (8.1). */
    agents: z.int(),
    observed: z.int(),
    goal: z.number(),
  }).nullable(),
  /** Agents in service without a session in the period: the first 20 by number. */
  unobserved: z.array(z.object({ id: Id, name: z.string(), employeeNumber: z.string(), team: z.string() })),
  /** `missing`: evidence files that the last backup looked for and did not find, or found damaged. */
  backup: z.object({ folder: z.string().nullable(), lastAt: Instant.nullable(), missing: z.int() }),
});
export type Home = z.infer<typeof Home>;

export const home = {
  get: route('observation.read').output(Home),
};
