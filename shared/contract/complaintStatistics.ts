// Figures of complaints (6.5): how many for what was done, how many in time, how often again, and what lies behind them.
// Rates of counts carry Wilson's 95% interval. A joined case counts with its first one, once.
import { z } from 'zod';
import { LimitName } from './complaintClocks.ts';
import { ComplaintCategory, ComplaintState, ComplaintSubclass, Conclusion, RootCause } from './complaintWords.ts';
import { Rate } from './responses.ts';

/** Complaints for every `per` of the base; null where no base was recorded or it is smaller than the count. */
const Per = z.object({
  count: z.int(),
  /** Sum of the performance figures of the months that the days touch; null where none was recorded. */
  base: z.int().nullable(),
  per: z.int(),
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type PerRate = z.infer<typeof Per>;

export const ComplaintFigures = z.object({
  /** Agent id, branch id with team, branch id; of a month 2026-08. */
  key: z.string(),
  name: z.string(),
  /** Employee number, branch of a team; else empty. */
  detail: z.string(),
  complaints: z.int(),
  open: z.int(),
  withdrawn: z.int(),
  major: z.int(),
  /** By the conclusion in force; undecided ones in none. */
  conclusions: z.record(Conclusion, z.int()),
  /** 1,000 services, 10,000 policies, 10,000 clients. */
  perServices: Per,
  perPolicies: Per,
  perClients: Per,
  /** Of each limit: met, of those met or missed by now; what still runs or was stopped is not decided. `decision` is the last term. */
  onTime: z.record(LimitName, Rate),
  /** Cases whose complainant was here in the year before. */
  repeat: Rate,
  /** Cases sent back by the joint review at least once, of those reviewed. */
  sentBack: Rate,
  /** Mean of the last return visits, 1 to 5, and how many gave one. */
  satisfaction: z.object({ mean: z.number().nullable(), count: z.int() }),
  /** Natural days from receipt to the notice: half of the cases were quicker. */
  medianDays: z.number().nullable(),
});
export type ComplaintFigures = z.infer<typeof ComplaintFigures>;

const Share = <Key extends z.ZodType>(key: Key) =>
  z.array(z.object({ key, count: z.int(), share: z.number(), cumulative: z.number() }));

export const ComplaintStatistics = z.object({
  whole: ComplaintFigures,
  branches: z.array(ComplaintFigures),
  teams: z.array(ComplaintFigures),
  agents: z.array(ComplaintFigures),
  /** Oldest first; months without a complaint stand between with zeros. */
  months: z.array(ComplaintFigures),
  states: z.record(ComplaintState, z.int()),
  /** Most frequent first with the cumulative share: Pareto. */
  categories: Share(ComplaintCategory),
  subclasses: Share(z.object({ category: ComplaintCategory, subclass: ComplaintSubclass.nullable() })),
  causes: Share(RootCause),
  /** Years whose holidays are not announced, so that working days are counted without them. */
  unknownYears: z.array(z.int()),
});
export type ComplaintStatistics = z.infer<typeof ComplaintStatistics>;
