// A seeded source of chance, so that the demo makes the same branch each time.

export interface Chance {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** Whole number, 0 ≤ n < limit. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Roughly normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  readonly bytes: (size: number) => Uint8Array;
}

/** mulberry32: small, well spread, the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)]!,
    normal: () => next() + next() + next() + next() + next() + next() - 3 + (next() - next()) * 0.7,
    bytes: (size) => Uint8Array.from({ length: size }, () => below(256)),
  };
}
