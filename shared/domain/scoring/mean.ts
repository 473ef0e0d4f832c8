// Means that skip what is missing, and the one rounding (scoring model, sections 3 and 4).

/** Whether sums of weights can be trusted: neither overflowed nor so small that digits are lost. */
export const isSound = (total: number): boolean => total > 1e-280 && total < 1e280;

/** Mean of the values that are not null; null if there is none. */
export function mean(values: Iterable<number | null>): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/**
 * Σ w·v / Σ w over the values that are not null; null if there is none, or none of any weight.
 * Only the proportions of the weights matter, however large or small they are.
 */
export function weightedMean(weights: readonly number[], values: readonly (number | null)[]): number | null {
  let sum = 0;
  let total = 0;
  values.forEach((value, index) => {
    if (value === null) return;
    const weight = weights[index]!;
    sum += weight * value;
    total += weight;
  });
  if (isSound(total)) return sum / total;
  const largest = Math.max(0, ...weights.filter((_, index) => values[index] !== null));
  return largest === 0
    ? null
    : weightedMean(
        weights.map((weight) => weight / largest),
        values,
      );
}

/** The part of the whole that each value's weight has once the missing ones are left out: 0 for those, sum 1. */
export function shares(weights: readonly number[], values: readonly (number | null)[]): readonly number[] {
  const present = weights.map((weight, index) => (values[index] === null ? 0 : weight));
  const total = present.reduce((sum, weight) => sum + weight, 0);
  if (isSound(total)) return present.map((weight) => weight / total);
  const largest = Math.max(0, ...present);
  if (largest === 0) return present;
  return shares(
    present.map((weight) => weight / largest),
    values,
  );
}

/** How near to a half, in points, a value counts as the half. */
export const HALF = 1e-9;

/**
 * To 2 decimals, halves away from zero, as Excel's ROUND does. Doubles put 81.265 a hair below itself, so a value
 * within 1e-9 of a half counts as the half.
 */
export function roundScore(value: number): number {
  const size = Math.floor(Math.abs(value) * 100 + 0.5 + HALF * 100) / 100;
  return value < 0 && size > 0 ? -size : size;
}
