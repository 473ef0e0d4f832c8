// Supervision coverage: observed agents of those in service, at least 92% in a period (8.1).

/** The share of agents in service that a period's supervision has to reach. */
export const COVERAGE_GOAL = 0.92;

/** Agents to observe so that their share reaches the goal. 0.92 × 75 is 69 and not 70, whatever doubles make of it. */
export const agentsFor = (goal: number, agents: number): number => Math.max(0, Math.ceil(goal * agents - 1e-9));
