// The two clocks of a complaint as they cross the border: every limit of the internal and of the statutory clock, where it
// ends and how it was counted. Computed by shared/domain/complaint/clocks.ts alone. Times are epoch milliseconds: the screen
// draws with them.
import { z } from 'zod';
import { Day } from './vocabulary.ts';

export const PAUSE_KINDS = ['appraisal', 'mediation'] as const;
/** What stops the statutory clock: an appraisal (鉴定, Art. 18), a mediation (调解, our editable default). */
export const PauseKind = z.enum(PAUSE_KINDS);
export type PauseKind = z.infer<typeof PauseKind>;

export const LIMITS = ['acceptance', 'investigation', 'handling', 'feedback', 'decision', 'reexamination'] as const;
/**
 * 24 h to acceptance, 48 h to the first investigation, 7 working days to the answer (6.2), 2 working days from handling to the
 * answer (6.3); 15, 30 or 60 natural days to decision and notice (Art. 18), 30 natural days to the re-examination (Art. 20).
 */
export const LimitName = z.enum(LIMITS);
export type LimitName = z.infer<typeof LimitName>;

export const LIMIT_STATES = ['waiting', 'green', 'amber', 'red', 'met', 'missed', 'stopped'] as const;
/**
 * waiting: what it counts from has not happened. green, amber, red: it runs, with more than a third, at most a third, at most a
 * sixth of its own time left. met, missed: done in time, or its end passed. stopped: paused, or the case was withdrawn.
 */
export const LimitState = z.enum(LIMIT_STATES);
export type LimitState = z.infer<typeof LimitState>;

export const SKIP_REASONS = ['weekend', 'holiday', 'paused'] as const;
export const SkipReason = z.enum(SKIP_REASONS);
export type SkipReason = z.infer<typeof SkipReason>;

/** Days one after another that were not counted for one reason; both days inside. */
export const SkippedDays = z.object({
  from: Day,
  to: Day,
  days: z.int(),
  reason: SkipReason,
  /** The holiday's name where the calendar knows it. */
  name: z.string().nullable(),
  /** Given where the reason is a pause. */
  pause: PauseKind.nullable(),
});
export type SkippedDays = z.infer<typeof SkippedDays>;

export const LimitCount = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('hours'), amount: z.int() }),
  z.object({
    unit: z.enum(['working', 'natural']),
    /** Days of the limit. */
    amount: z.int(),
    /** The day from which it counts, itself not counted. */
    from: Day,
    /** The last counted day, at whose 24:00 the limit ends; null while a pause is open. */
    last: Day.nullable(),
    skipped: z.array(SkippedDays),
    /** Weekend days that are worked (调休), and so were counted. */
    workedWeekends: z.array(Day),
    /** Years without announced holidays, where the count is without them. */
    unknownYears: z.array(z.int()),
    /** Counted days not yet begun on the day of the reckoning, and this one if it counts; 0 after the end. */
    left: z.int(),
  }),
]);
export type LimitCount = z.infer<typeof LimitCount>;

export const ClockLimit = z.object({
  limit: LimitName,
  state: LimitState,
  /** From when it runs; null while it waits. */
  startsAt: z.number().nullable(),
  /** Hours: exactly then is in time. Days: the midnight after the last day. Null while waiting or in an open pause. */
  endsAt: z.number().nullable(),
  /** When what it asks for was done. */
  doneAt: z.number().nullable(),
  count: LimitCount.nullable(),
});
export type ClockLimit = z.infer<typeof ClockLimit>;

export const StatutoryTerm = ClockLimit.extend({
  /** 15, 30 or 60. */
  days: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  /** The new facts that began it; null for the first. */
  restartReason: z.string().nullable(),
});
/** One run of the statutory clock; new facts begin another. */
export type StatutoryTerm = z.infer<typeof StatutoryTerm>;

export const Binding = z.object({
  /** More than one where they end at the same moment. */
  limits: z.array(LimitName).min(1),
  endsAt: z.number(),
});
export type Binding = z.infer<typeof Binding>;

export const ComplaintClocks = z.object({
  /** acceptance, investigation, handling, feedback. */
  internal: z.array(ClockLimit),
  /** In the order of time; the last one counts. */
  statutory: z.array(StatutoryTerm).min(1),
  reexamination: z
    .object({
      /** The last day on which it may be asked; null before the answer. */
      until: Day.nullable(),
      /** Whether it was asked in time; null where it was not asked. */
      askedInTime: z.boolean().nullable(),
      limit: ClockLimit.nullable(),
    })
    .nullable(),
  /** The limit that ends next among those still open, overdue ones included; null where nothing is open or all is stopped. */
  binding: Binding.nullable(),
  /** Until when the complainant must have the answer: the earliest of 7 working days, 2 from handling, and the law's days. */
  answerDue: Binding.nullable(),
  /** Pauses as whole days, with the instants between which they are drawn; `until` is null while open. */
  pauses: z.array(z.object({ kind: PauseKind, from: Day, until: Day.nullable(), days: z.int() })),
  /** Years whose holidays are not announced, over all limits. */
  unknownYears: z.array(z.int()),
  /** The instant of the reckoning. */
  now: z.number(),
});
export type ComplaintClocks = z.infer<typeof ComplaintClocks>;
