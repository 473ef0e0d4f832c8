// Who the agents of a dashboard are: names, and where they were on the day by which the branch is told.
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { employedOn } from '../people/agentLists.ts';
import { placedOn } from '../people/assignments.ts';

export interface KnownAgent {
  readonly id: string;
  readonly employeeNumber: string;
  readonly agentName: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
  /** 0 for those who have left or were hired after the day. */
  readonly employed: number;
}

/** Agents by id with their branch and team on a day. */
export const knownAgents = (db: ReadDb, ids: readonly string[], day: string): Map<string, KnownAgent> =>
  new Map(
    db
      .all<KnownAgent>(
        sql`SELECT agent.id, agent.number AS employeeNumber, agent.name AS agentName, a.branch_id AS branchId,
            branch.name AS branchName, a.team, ${employedOn(day)} AS employed
          FROM agent JOIN agent_assignment a ON a.agent_id = agent.id AND ${placedOn(day)}
            JOIN branch ON branch.id = a.branch_id
          WHERE agent.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      )
      .map((agent) => [agent.id, agent]),
  );
