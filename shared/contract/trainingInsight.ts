// What trainings show: hours against the year's 20 (1.4.2), needs from evidence, scores before and after (7.3), an agent's file.
import { z } from 'zod';
import { ScoreComparison } from './dashboard.ts';
import { PlanRow, TrainingRow } from './trainingRows.ts';
import { TrainingContent } from './trainingWords.ts';
import { Bilingual, Day, Id, Instant } from './vocabulary.ts';

export const ProgressRow = z.object({
  agentId: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchName: z.string(),
  team: z.string(),
  hiredOn: Day.nullable(),
  hours: z.number(),
  /** Pro rata to the end of the month that is running, and for the whole year. */
  required: z.number(),
  whole: z.number(),
  /** `met`: the year's hours are reached. `short`: behind the pro-rata hours. */
  standing: z.enum(['met', 'onTrack', 'short']),
  missing: z.number(),
  lastOn: Day.nullable(),
  /** Of the seven. */
  contents: z.int(),
  planned: z.int(),
  overdue: z.int(),
});
export type ProgressRow = z.infer<typeof ProgressRow>;

export const WeakCriterion = z.object({
  code: z.string(),
  text: Bilingual,
  content: TrainingContent,
  /** 0..1 */
  mean: z.number(),
  answers: z.int(),
});
export type WeakCriterion = z.infer<typeof WeakCriterion>;

export const AgentNeeds = z.object({
  agentId: Id,
  agentName: z.string(),
  employeeNumber: z.string(),
  branchName: z.string(),
  team: z.string(),
  /** Weakest first. */
  criteria: z.array(WeakCriterion),
  /**
   * What they propose, the most needed first; `planned` where a plan for it is open, `awaiting` where it was taught and the days
   * looked at may still be those before: nothing is proposed again until then, unless the values since are weak again.
   */
  contents: z.array(
    z.object({
      content: TrainingContent,
      planned: z.boolean(),
      awaiting: z.object({ trainedOn: Day, until: Day }).nullable(),
    }),
  ),
});
export type AgentNeeds = z.infer<typeof AgentNeeds>;

export const Needs = z.object({
  from: Day,
  to: Day,
  /** Only agents with a weak criterion, by employee number. */
  agents: z.array(AgentNeeds),
  /** Of how many agents with enough answers it is weak, the most frequent first. */
  criteria: z.array(WeakCriterion.extend({ agents: z.int(), known: z.int() })),
  contents: z.array(z.object({ content: TrainingContent, agents: z.int() })),
});
export type Needs = z.infer<typeof Needs>;

export const EFFECT_DAYS = [30, 90, 180] as const;
export const Effect = z.object({
  /** Days looked at on either side. */
  days: z.int(),
  /** All criteria that were compared together, in percent; a unit is a session or a review. */
  whole: ScoreComparison,
  /** Agents with a training, and those with values on both sides: only they are compared. */
  trained: z.int(),
  compared: z.int(),
  criteria: z.array(z.object({ code: z.string(), text: Bilingual, ...ScoreComparison.shape })),
  rows: z.array(
    z.object({
      recordId: Id,
      agentName: z.string(),
      employeeNumber: z.string(),
      day: Day,
      before: z.number().nullable(),
      beforeCount: z.int(),
      after: z.number().nullable(),
      afterCount: z.int(),
    }),
  ),
});
export type Effect = z.infer<typeof Effect>;

export const TrainingFile = z.object({
  agent: z.object({
    id: Id,
    name: z.string(),
    number: z.string(),
    branchName: z.string(),
    team: z.string(),
    hiredOn: Day.nullable(),
  }),
  asOf: Instant,
  /** Newest first; `required` is null for a year before the year of hire. */
  years: z.array(z.object({ year: z.int(), hours: z.number(), required: z.number(), records: z.int() })),
  /** Oldest first; withdrawn ones are left out and counted. */
  records: z.array(TrainingRow),
  withdrawn: z.int(),
  plans: z.array(PlanRow),
  contents: z.array(z.object({ content: TrainingContent, hours: z.number() })),
  /** Over the digests of its records. */
  digest: z.string(),
});
export type TrainingFile = z.infer<typeof TrainingFile>;
