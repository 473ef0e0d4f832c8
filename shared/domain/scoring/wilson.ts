// The 95% interval of a rate (scoring model, section 6).

/** z(0.975) */
const Z = 1.959963984540054;

/** Wilson's interval of `count` of `total`, as rates 0..1; null without any. 0 ≤ count ≤ total. */
export function wilson(count: number, total: number): { readonly low: number; readonly high: number } | null {
  if (total === 0) return null;
  const rate = count / total;
  const square = (Z * Z) / total;
  const centre = rate + square / 2;
  const spread = Z * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total));
  // At the ends the terms cancel only up to the last bit.
  return {
    low: count === 0 ? 0 : (centre - spread) / (1 + square),
    high: count === total ? 1 : (centre + spread) / (1 + square),
  };
}
