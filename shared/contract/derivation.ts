// How a score came about, as a tree (scoring model, section 7): the same shape for a session and for a period, so that
// one component unfolds both.
import { z } from 'zod';

const LEVELS = ['composite', 'base', 'indicator', 'measure', 'unit', 'answer', 'adjustment', 'item'] as const;
const RULES = ['composite', 'weightedMean', 'mean', 'capped', 'given'] as const;
const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

// The types are written out: a recursive type that is inferred becomes unknown in the declarations other layers read.

/** A node: value, rule, and the terms it is the weighted mean or sum of. */
export interface Derivation {
  level: (typeof LEVELS)[number];
  /** The indicator, measure, criterion code, kind of adjustment, or id of the evidence. */
  key: string;
  /** 0..100 in means, points in adjustments; rounded in the composite alone. Null where there is no evidence. */
  value: number | null;
  /**
   * `composite`: the sum of the contributions, held within 0..100 and rounded. `weightedMean`, `mean`: the sum of the
   * contributions. `capped`: their sum, bounded by facts.cap on either side. `given`: a fact, told by `facts`.
   */
  rule: (typeof RULES)[number];
  terms: DerivationTerm[];
  /** Instants are epoch milliseconds. */
  facts: z.infer<typeof Facts>;
}

export interface DerivationTerm {
  /** As the model or the criterion says it; 1 in plain means and sums. */
  weight: number;
  /** The part of the whole, 0..1, once what is missing has been left out (0 for that); 1 in sums. */
  share: number;
  /** share × value, in points; 0 for what is missing. */
  contribution: number;
  node: Derivation;
}

export const Derivation: z.ZodType<Derivation> = z.object({
  level: z.enum(LEVELS),
  key: z.string(),
  value: z.number().nullable(),
  rule: z.enum(RULES),
  terms: z.array(z.lazy(() => DerivationTerm)),
  facts: Facts,
});

export const DerivationTerm: z.ZodType<DerivationTerm> = z.object({
  weight: z.number(),
  share: z.number(),
  contribution: z.number(),
  node: Derivation,
});
