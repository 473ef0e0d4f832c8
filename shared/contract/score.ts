// An agent's score on the agent page: the latest composite, indicators against the branch, history and derivation
// (scoring model, sections 1 to 5 and 7). Assessments of a whole branch are kept elsewhere; here nothing is stored.
import { z } from 'zod';
import { Derivation } from './derivation.ts';
import { route } from './route.ts';
import { Bilingual, Day, Grade, Id, INDICATORS, Instant } from './vocabulary.ts';

export const PeriodKind = z.enum(['month', 'quarter', 'year']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** Half-open: `end` is the first day after it. */
export const PeriodDays = z.object({ kind: PeriodKind, start: Day, end: Day });
export type PeriodDays = z.infer<typeof PeriodDays>;

/** 0..100, not rounded; null without evidence. */
export const IndicatorValues = z.object(
  Object.fromEntries(INDICATORS.map((name) => [name, z.number().nullable()])) as Record<
    (typeof INDICATORS)[number],
    z.ZodNullable<z.ZodNumber>
  >,
);
export type IndicatorValues = z.infer<typeof IndicatorValues>;

export const PeriodResult = z.object({
  period: PeriodDays,
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  grade: Grade,
  vetoed: z.boolean(),
  sufficient: z.boolean(),
  /** 0..1 */
  coverage: z.number(),
  sessions: z.int(),
  indicators: IndicatorValues,
});
export type PeriodResult = z.infer<typeof PeriodResult>;

export const SessionScoreRow = z.object({
  observationId: Id,
  serviceAt: Instant,
  score: z.number().nullable(),
  /** The version of the standard that it was pinned to. */
  standardVersion: Id,
});
export type SessionScoreRow = z.infer<typeof SessionScoreRow>;

export const AgentScore = z.object({
  agentId: Id,
  /** The period shown; the newest with evidence when none was asked for. */
  result: PeriodResult,
  derivation: Derivation,
  /** Mean of the branch's agents with a value, and how many there are. */
  branch: z.object({
    name: z.string(),
    agents: z.int(),
    indicators: IndicatorValues,
    composite: z.number().nullable(),
  }),
  /** The last eight periods of the kind, oldest first, the one shown included. */
  history: z.array(PeriodResult),
  /** Sessions of the period shown, oldest first. */
  sessions: z.array(SessionScoreRow),
  /** What the criteria answered in the sessions say, by the version of the standard and the criterion's code. */
  criteria: z.record(Id, z.record(z.string(), Bilingual)),
  model: z.object({ version: z.int(), digest: z.string() }),
});
export type AgentScore = z.infer<typeof AgentScore>;

export const score = {
  agent: route('score.read')
    .input(z.object({ agentId: Id, kind: PeriodKind, start: Day.nullable() }))
    .output(AgentScore),
};
