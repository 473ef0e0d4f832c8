// 本人查阅件: an agent's grade rebuilt on one or two pages, for the agent to read, sign and appeal against (个人信息保护法 Art. 24).
import { z } from 'zod';
import { CountedKind, CountedVeto, Decision, ReviewMark } from './assessment.ts';
import { Derivation } from './derivation.ts';
import { route } from './route.ts';
import { PeriodDays, PeriodKind } from './score.ts';
import { Day, Grade, Id, Instant, Sha256 } from './vocabulary.ts';

export const PersonalCopy = z.object({
  agent: z.object({ id: Id, name: z.string(), number: z.string(), branchName: z.string(), team: z.string() }),
  period: PeriodDays,
  /** The numbered result it shows; null where the evidence of now was computed. */
  result: z
    .object({
      number: z.int(),
      finalisedAt: Instant.nullable(),
      finalisedBy: z.string().nullable(),
      /** SHA-256 of the agent's line as stored. */
      digest: Sha256,
    })
    .nullable(),
  asOf: Instant,
  model: z.object({ version: z.int(), digest: Sha256 }),
  grade: Grade,
  composite: z.number().nullable(),
  graded: z.number().nullable(),
  vetoed: z.boolean(),
  coverage: z.number(),
  sessions: z.int(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Down to the measures. */
  derivation: Derivation,
  vetoes: z.array(CountedVeto),
  /** `from` and `to` are null where the kind has no days. */
  evidence: z.array(z.object({ kind: CountedKind, count: z.int(), from: Day.nullable(), to: Day.nullable() })),
  review: ReviewMark.nullable(),
  /** Those that stand. */
  decisions: z.array(Decision),
  /** Last day of an appeal; null until it is finalised. */
  appealUntil: Day.nullable(),
});
export type PersonalCopy = z.infer<typeof PersonalCopy>;

/** A result, or with null the last finalised one of the period, else the evidence of now. */
const Of = z.object({ agentId: Id, kind: PeriodKind, start: Day.nullable(), resultId: Id.nullable() });

export const personalCopy = {
  get: route('score.read').input(Of).output(PersonalCopy),
  /** Prints the page that the window shows to a PDF file and logs it; null when the dialog was closed. */
  save: route('score.read')
    .input(Of.extend({ title: z.string().trim().min(1).max(120) }))
    .output(z.object({ path: z.string().nullable() })),
};
