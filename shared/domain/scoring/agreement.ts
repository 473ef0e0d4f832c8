// How far assessors agree in calibration sessions (scoring model, section 6): percent agreement, Gwet's AC1, Cohen's κ,
// Krippendorff's α. An item is what all assessors answered (a criterion of a session); null where one did not.

/** One item: a rating of each assessor in the same order, from a small set of numbers (1 and 0, 1..5); null: none. */
export type Ratings = readonly (number | null)[];

/** Differences of interval scales (Likert, three steps) count by their square, nominal ones all alike. */
export type Metric = 'nominal' | 'interval';

export interface Agreement {
  /** Items with at least two ratings: the only ones that tell. */
  readonly items: number;
  /** Mean over items of the share of pairs of assessors that agree, 0..1. */
  readonly percent: number | null;
  readonly ac1: number | null;
  /** Two assessors only. */
  readonly kappa: number | null;
  readonly alpha: number | null;
}

const present = (item: Ratings): readonly number[] => item.filter((rating) => rating !== null);

function counts(values: readonly number[]): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  for (const value of values) result.set(value, (result.get(value) ?? 0) + 1);
  return result;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** (observed − expected) / (1 − expected): 1 where all agree, null where chance alone would always agree. */
function beyondChance(observed: number, expected: number): number | null {
  if (1 - expected > 1e-12) return (observed - expected) / (1 - expected);
  return null;
}

function percentOf(items: readonly (readonly number[])[]): number {
  return average(
    items.map((ratings) => {
      const pairs = ratings.length * (ratings.length - 1);
      return [...counts(ratings).values()].reduce((sum, n) => sum + n * (n - 1), 0) / pairs;
    }),
  );
}

/**
 * Gwet's AC1. `categories` is the number of answers the scale offers, which chance is spread over; those in use at
 * least.
 */
function ac1Of(items: readonly (readonly number[])[], categories: number): number | null {
  const used = [...new Set(items.flat())];
  const q = Math.max(categories, used.length, 2);
  const chance = used.reduce((sum, category) => {
    const share = average(
      items.map((ratings) => ratings.filter((rating) => rating === category).length / ratings.length),
    );
    return sum + share * (1 - share);
  }, 0);
  return beyondChance(percentOf(items), chance / (q - 1));
}

function kappaOf(items: readonly (readonly number[])[]): number | null {
  const [first, second] = [0, 1].map((assessor) => counts(items.map((ratings) => ratings[assessor]!)));
  const chance = [...first!].reduce(
    (sum, [category, n]) => sum + (n * (second!.get(category) ?? 0)) / items.length ** 2,
    0,
  );
  return beyondChance(average(items.map(([a, b]) => (a === b ? 1 : 0))), chance);
}

/** 1 − observed / expected disagreement over all pairable ratings. */
function alphaOf(items: readonly (readonly number[])[], metric: Metric): number | null {
  const distance = (a: number, b: number): number => (metric === 'interval' ? (a - b) ** 2 : a === b ? 0 : 1);
  const disagreement = (tally: ReadonlyMap<number, number>): number => {
    let sum = 0;
    for (const [a, n] of tally) for (const [b, m] of tally) sum += n * m * distance(a, b);
    return sum;
  };
  const all = items.flat();
  const observed = items.reduce((sum, ratings) => sum + disagreement(counts(ratings)) / (ratings.length - 1), 0);
  const expected = disagreement(counts(all)) / (all.length - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

/**
 * All coefficients over the items that at least two assessors rated. A coefficient is null where it is not defined:
 * no items, or no variation for chance to work on. `categories` is how many answers the scale offers (2, 3, 5).
 */
export function agreementOf(all: readonly Ratings[], metric: Metric, categories: number): Agreement {
  const items = all.map(present).filter((ratings) => ratings.length >= 2);
  if (items.length === 0) return { items: 0, percent: null, ac1: null, kappa: null, alpha: null };
  const two = all.every((item) => item.length === 2);
  return {
    items: items.length,
    percent: percentOf(items),
    ac1: ac1Of(items, categories),
    kappa: two ? kappaOf(items) : null,
    alpha: alphaOf(items, metric),
  };
}
