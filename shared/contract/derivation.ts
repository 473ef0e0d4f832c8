// How a score came about, as a tree (scoring model, section 7): the same shape for a session and for a period, so that
// one component unfolds both.
import { z } from 'zod';

/** A node: value, rule, and the terms it is the weighted mean or sum of. Mirrors shared/domain/scoring/derivation.ts. */
export const Derivation = z.object({
  level: z.enum(['composite', 'base', 'indicator', 'measure', 'unit', 'answer', 'adjustment', 'item']),
  /** The indicator, measure, criterion code, kind of adjustment, or id of the evidence. */
  key: z.string(),
  /** Null where there is no evidence. */
  value: z.number().nullable(),
  rule: z.enum(['composite', 'weightedMean', 'mean', 'capped', 'given']),
  get terms() {
    return z.array(DerivationTerm);
  },
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Derivation = z.infer<typeof Derivation>;

/** `share` is the part of the whole, 0..1, after what is missing was left out; `contribution` is in points. */
export const DerivationTerm = z.object({
  weight: z.number(),
  share: z.number(),
  contribution: z.number(),
  get node() {
    return Derivation;
  },
});
export type DerivationTerm = z.infer<typeof DerivationTerm>;
