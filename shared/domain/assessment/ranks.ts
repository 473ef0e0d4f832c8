// The places of a result's agents. Ranking values come from the scoring model; here they are put in order.

export interface Ranked {
  readonly rankingValue: number | null;
  readonly vetoed: boolean;
  readonly graded: number | null;
}

/** What an agent is placed by: the ranking value, after a veto at most what the grade counts. */
const placing = ({ rankingValue, vetoed, graded }: Ranked): number | null =>
  rankingValue === null || !vetoed ? rankingValue : Math.min(rankingValue, graded ?? 0);

/** Places from 1 in the order given, equal values sharing one; null for those without a ranking value. */
export function ranksOf(agents: readonly Ranked[]): readonly (number | null)[] {
  const values = agents.map(placing);
  const order = values.filter((value) => value !== null).sort((a, b) => b - a);
  const place = new Map<number, number>();
  order.forEach((value, index) => {
    if (!place.has(value)) place.set(value, index + 1);
  });
  return values.map((value) => (value === null ? null : (place.get(value) ?? null)));
}
