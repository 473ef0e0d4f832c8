// How strictly an assessor scores (scoring model, section 6). Shown with its count, never applied to a score.

export interface ScoredSession {
  readonly assessor: string;
  readonly agent: string;
  /** The session score, 0..100. */
  readonly score: number;
}

export interface Severity {
  readonly assessor: string;
  /** Points above (lenient) or below (strict) what others gave the same agents. */
  readonly difference: number;
  /** Sessions that could be compared. */
  readonly sessions: number;
}

/**
 * Mean of (session score − mean score of the same agent's sessions by other assessors), over the sessions of one period
 * whose agent was scored by others too. Assessors without such a session are left out. In order of first appearance.
 */
export function severitiesOf(sessions: readonly ScoredSession[]): readonly Severity[] {
  const byAgent = Map.groupBy(sessions, ({ agent }) => agent);
  const differences = new Map<string, number[]>();
  for (const { assessor, agent, score } of sessions) {
    const others = byAgent.get(agent)!.filter((other) => other.assessor !== assessor);
    if (others.length === 0) continue;
    const mean = others.reduce((sum, other) => sum + other.score, 0) / others.length;
    const list = differences.get(assessor) ?? [];
    list.push(score - mean);
    differences.set(assessor, list);
  }
  return [...differences].map(([assessor, list]) => ({
    assessor,
    difference: list.reduce((sum, value) => sum + value, 0) / list.length,
    sessions: list.length,
  }));
}
