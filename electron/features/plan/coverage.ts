// Supervision coverage of a branch and those below it (8.1): agents in service, those observed in a period, and those for whom
// an observation is planned besides. A read that anyone may use: the desk of plans, dashboards, reports.
import type { Coverage, TeamCoverage } from '../../../shared/contract/plan.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { COVERAGE_GOAL } from '../../../shared/domain/plan/coverage.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { placedOn } from '../people/assignments.ts';
import { branchAndBelow, listBranches } from '../people/branches.ts';
import { reportDay } from '../score/branchAssessment.ts';

interface AgentRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
  readonly hiredOn: string | null;
  readonly lastObserved: string | null;
  /** Submitted sessions, and planned or running ones, of the period. */
  readonly submitted: number;
  readonly open: number;
  /** Days of all of those, with a comma between. */
  readonly days: string;
}

/**
 * Agents in service whom a period's supervision has to cover, where they are on its last day or today, by employee number.
 * Calibration sessions are no observations of theirs. `lastObserved` looks at all days.
 */
export const agentsToCover = (db: ReadDb, branchId: string, period: PeriodDays, today: string): AgentRow[] => {
  const day = reportDay(period, today);
  return db.all<AgentRow>(sql`SELECT agent.id, agent.number, agent.name, a.branch_id AS branchId, branch.name AS branchName, a.team,
      agent.hired_on AS hiredOn,
      (SELECT max(o.day) FROM observation o WHERE o.agent_id = agent.id AND o.state = 'submitted'
        AND o.calibration_id IS NULL) AS lastObserved,
      EXISTS (SELECT 1 FROM observation o WHERE o.agent_id = agent.id AND o.day >= ${period.start} AND o.day < ${period.end}
        AND o.state = 'submitted' AND o.calibration_id IS NULL) AS submitted,
      EXISTS (SELECT 1 FROM observation o WHERE o.agent_id = agent.id AND o.day >= ${period.start} AND o.day < ${period.end}
        AND o.state IN ('planned', 'inProgress') AND o.calibration_id IS NULL) AS open,
      (SELECT coalesce(group_concat(o.day), '') FROM observation o WHERE o.agent_id = agent.id
        AND o.day >= ${period.start} AND o.day < ${period.end} AND o.state IN ('planned', 'inProgress', 'submitted')
        AND o.calibration_id IS NULL) AS days
    FROM agent_assignment a JOIN agent ON agent.id = a.agent_id JOIN branch ON branch.id = a.branch_id
    WHERE a.branch_id IN (SELECT value FROM json_each(${JSON.stringify(branchAndBelow(db, branchId))}))
      AND ${placedOn(day)}
      AND agent.status = 'active' AND (agent.hired_on IS NULL OR agent.hired_on < ${period.end})
    ORDER BY agent.number`);
};

const byPlace = (a: TeamCoverage, b: TeamCoverage): number =>
  a.branchName.localeCompare(b.branchName, 'zh-CN') || a.team.localeCompare(b.team, 'zh-CN', { numeric: true });

/**
 * Coverage as of now and as planned; `planned` counts agents observed or planned. `drafted` are agents of a plan that is not
 * in force and shall count as planned. The goal is the plan's where one is given, else 0.92.
 */
export function coverageOf(
  db: ReadDb,
  branchId: string,
  period: PeriodDays,
  today: string,
  { drafted = new Set<string>(), goal = COVERAGE_GOAL }: { drafted?: ReadonlySet<string>; goal?: number } = {},
): Coverage {
  const agents = agentsToCover(db, branchId, period, today);
  const counted = (some: readonly AgentRow[]) => {
    const observed = some.filter(({ submitted }) => submitted === 1);
    const planned = some.filter(({ id, submitted, open }) => submitted === 1 || open === 1 || drafted.has(id));
    return { agents: some.length, observed: observed.length, planned: planned.length };
  };
  const teams = [...Map.groupBy(agents, (agent) => `${agent.branchId} ${agent.team}`).values()].map((some) => {
    const { branchId: id, branchName, team } = some[0]!;
    return { branchId: id, branchName, team, ...counted(some) };
  });
  return { ...counted(agents), goal, teams: teams.sort(byPlace) };
}

/** Days of an agent's observations in the period, made or planned. */
export const daysOfAgent = ({ days }: Pick<AgentRow, 'days'>): string[] => (days === '' ? [] : days.split(',').sort());

/** The agents of all branches whom a period's supervision has to cover, as the home screen sums them up. */
export const allAgentsToCover = (db: ReadDb, period: PeriodDays, today: string): AgentRow[] =>
  listBranches(db)
    .filter(({ parentId }) => parentId === null)
    .flatMap(({ id }) => agentsToCover(db, id, period, today));
