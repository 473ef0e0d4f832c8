// Pareto's order: the most frequent first, each with its part and with the part that all up to it have.

export interface Share<Item> {
  readonly item: Item;
  readonly count: number;
  /** 0..1 */
  readonly share: number;
  /** 0..1, of this one and all before it; 1 at the last. */
  readonly cumulative: number;
}

/** What occurred at all, by falling count; equal counts keep the order given. */
export function pareto<Item>(items: readonly Item[], countOf: (item: Item) => number): readonly Share<Item>[] {
  const sorted = items
    .map((item) => ({ item, count: countOf(item) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return sorted.map(({ item, count }) => {
    before += count;
    return { item, count, share: count / total, cumulative: before / total };
  });
}
