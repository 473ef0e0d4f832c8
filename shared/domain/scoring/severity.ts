// How strictly an assessor scores (scoring model, section 6). Shown with its count, never applied to a score.

export interface ScoredSession {
  readonly assessor: string;
  readonly agent: string;
  /** The session score, 0..100. */
  readonly score: number;
}

/** A session beside what others gave the same agent in the period. */
export interface ComparedScore<S extends ScoredSession> {
  readonly session: S;
  /** Mean score of the same agent's sessions by other assessors. */
  readonly others: number;
  /** Points above (lenient) or below (strict) the others. */
  readonly difference: number;
}

export interface Severity {
  readonly assessor: string;
  /** Mean points above (lenient) or below (strict) what others gave the same agents. */
  readonly difference: number;
  /** Sessions that could be compared. */
  readonly sessions: number;
}

/** The sessions whose agent was scored by others too, in the order given. */
export function comparedScores<S extends ScoredSession>(sessions: readonly S[]): readonly ComparedScore<S>[] {
  const byAgent = Map.groupBy(sessions, ({ agent }) => agent);
  return sessions.flatMap((session) => {
    const others = byAgent.get(session.agent)!.filter(({ assessor }) => assessor !== session.assessor);
    if (others.length === 0) return [];
    const mean = others.reduce((sum, { score }) => sum + score, 0) / others.length;
    return [{ session, others: mean, difference: session.score - mean }];
  });
}

/**
 * Mean of (session score − mean score of the same agent's sessions by other assessors), over the sessions of one period
 * whose agent was scored by others too. Assessors without such a session are left out. In order of first appearance.
 */
export function severitiesOf(sessions: readonly ScoredSession[]): readonly Severity[] {
  const compared = Map.groupBy(comparedScores(sessions), ({ session }) => session.assessor);
  return [...compared].map(([assessor, list]) => ({
    assessor,
    difference: list.reduce((sum, { difference }) => sum + difference, 0) / list.length,
    sessions: list.length,
  }));
}
