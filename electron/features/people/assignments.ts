// Owns the table `agent_assignment`: where an agent was on which day. Evidence counts where the agent was then; a report lists
// the agent at the branch of its period's end.
import type { Assignment } from '../../../shared/contract/people.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export interface Place {
  readonly branchId: string;
  readonly team: string;
}

interface OpenRow {
  readonly id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly from_day: string;
}

/**
 * The condition under which a row `a` of agent_assignment is where its agent was on a day: the one rule for every read by day.
 * The first assignment reaches back to any earlier day, because it is the nearest that is known: a late entry may tell of a
 * service before it. So each agent has exactly one such row. Looks up the agent's rows only where one begins later.
 */
export const placedOn = (day: string): Sql =>
  sql`(a.until_day IS NULL OR a.until_day > ${day}) AND (a.from_day <= ${day} OR NOT EXISTS
    (SELECT 1 FROM agent_assignment earlier WHERE earlier.agent_id = a.agent_id AND earlier.from_day < a.from_day))`;

/** Where the agent was on a day, by the rule of `placedOn`. Null for an agent that is not there. */
export function agentAt(db: ReadDb, agentId: string, day: string): Place | null {
  const row = db.get<{ branchId: string; team: string }>(
    sql`SELECT branch_id AS branchId, team FROM agent_assignment a WHERE a.agent_id = ${agentId} AND ${placedOn(day)}`,
  );
  return row ?? null;
}

/**
 * Ids of the agents who belong to any of the branches on a day, by employee number. Those who left since or were hired later
 * are included: whoever lists people leaves them out where nothing is known about them.
 */
export const agentsOfBranchesAt = (db: ReadDb, branchIds: readonly string[], day: string): string[] =>
  db
    .all<{ id: string }>(
      sql`SELECT agent.id FROM agent_assignment a JOIN agent ON agent.id = a.agent_id
        WHERE a.branch_id IN (SELECT value FROM json_each(${JSON.stringify(branchIds)}))
          AND ${placedOn(day)} ORDER BY agent.number`,
    )
    .map((row) => row.id);

/** Ids of the agents who belonged to any of the branches on some day, whenever that was. */
export const agentsEverOf = (db: ReadDb, branchIds: readonly string[]): string[] =>
  db
    .all<{ id: string }>(
      sql`SELECT DISTINCT agent_id AS id FROM agent_assignment WHERE branch_id IN ${among(branchIds)} ORDER BY agent_id`,
    )
    .map((row) => row.id);

/** All assignments of an agent, newest first. */
export const assignmentsOf = (db: ReadDb, agentId: string): Assignment[] =>
  db.all<Assignment>(
    sql`SELECT a.id, branch_id AS branchId, branch.code AS branchCode, branch.name AS branchName, team,
        from_day AS fromDay, until_day AS untilDay
      FROM agent_assignment a JOIN branch ON branch.id = a.branch_id WHERE agent_id = ${agentId} ORDER BY from_day DESC`,
  );

/** The first assignment of a new agent. */
export function insertAssignment(tx: Change, agentId: string, place: Place, fromDay: string): void {
  tx.run(sql`INSERT INTO agent_assignment (id, agent_id, branch_id, team, from_day)
    VALUES (${tx.newId()}, ${agentId}, ${place.branchId}, ${place.team}, ${fromDay})`);
}

/**
 * Moves the agent from a day on: the open assignment ends there and another begins. On the very day on which it began it is
 * corrected instead, and with `notBeforeOpen` an earlier day counts as that day. Returns the day that holds, or null when
 * the agent is there already.
 * @throws AppError CONFLICT assignmentBeforeOpen
 */
export function moveAgent(
  tx: Change,
  agentId: string,
  place: Place,
  day: string,
  options: { readonly notBeforeOpen: boolean },
): string | null {
  const open = tx.get<OpenRow>(
    sql`SELECT id, branch_id, team, from_day FROM agent_assignment WHERE agent_id = ${agentId} AND until_day IS NULL`,
  );
  if (!open) throw new AppError('NOT_FOUND', 'agentUnknown');
  if (open.branch_id === place.branchId && open.team === place.team) return null;
  if (day < open.from_day && !options.notBeforeOpen)
    throw new AppError('CONFLICT', 'assignmentBeforeOpen', { day: open.from_day });
  if (day <= open.from_day) {
    tx.run(sql`UPDATE agent_assignment SET branch_id = ${place.branchId}, team = ${place.team} WHERE id = ${open.id}`);
    return open.from_day;
  }
  tx.run(sql`UPDATE agent_assignment SET until_day = ${day} WHERE id = ${open.id}`);
  insertAssignment(tx, agentId, place, day);
  return day;
}
