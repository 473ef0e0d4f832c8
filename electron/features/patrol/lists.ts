// Patrols as rows of a grid, what a new one can be made of, and the problem records that the ledger reads.
import type { Actor } from '../../../shared/contract/account.ts';
import type { FindingFields } from '../../../shared/contract/observationRecord.ts';
import type { PatrolAgent, PatrolChoice, PatrolRow } from '../../../shared/contract/patrol.ts';
import { seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { findingsOf, saidIn } from '../inspection/findings.ts';
import { checksInForce } from '../inspection/standardOf.ts';

/** Patrols that the actor may see, the newest first; those with an agent, where one is given. */
export function listPatrols(db: ReadDb, actor: Actor, filter: { readonly agentId: string | null }): PatrolRow[] {
  const wanted: Sql[] = [];
  if (seesOnlyOwnObservations(actor.roles)) wanted.push(sql`p.patroller_id = ${actor.userId}`);
  if (filter.agentId !== null)
    wanted.push(sql`EXISTS (SELECT 1 FROM patrol_agent x WHERE x.patrol_id = p.id AND x.agent_id = ${filter.agentId})`);
  return db.all<PatrolRow>(sql`SELECT p.id, p.state, p.day, p.at, p.place, p.patroller_id AS patrollerId,
      u.name AS patrollerName,
      coalesce((SELECT group_concat(DISTINCT b.name) FROM patrol_agent x JOIN branch b ON b.id = x.branch_id
        WHERE x.patrol_id = p.id), '') AS branches,
      (SELECT count(*) FROM patrol_agent WHERE patrol_id = p.id) AS agents,
      (SELECT count(*) FROM patrol_cell WHERE patrol_id = p.id) AS answered,
      (SELECT count(*) FROM patrol_cell WHERE patrol_id = p.id AND passed = 0) AS failed,
      (SELECT count(*) FROM inspection_red_line WHERE source = 'patrol' AND source_id = p.id
        AND state IN ('pending', 'confirmed')) AS redLines,
      p.submitted_at AS submittedAt
    FROM patrol p JOIN user u ON u.id = p.patroller_id
    WHERE ${every(wanted)} ORDER BY p.at DESC, p.id DESC LIMIT 10000`);
}

/** The agents in service who belong to the branch itself now, by team and number, and the criteria in force. */
export function patrolChoice(db: ReadDb, branchId: string | null): PatrolChoice {
  const agents =
    branchId === null
      ? []
      : db.all<PatrolAgent>(sql`SELECT a.id, a.number AS employeeNumber, a.name, b.name AS branchName, p.team
          FROM agent a JOIN agent_assignment p ON p.agent_id = a.id AND p.until_day IS NULL
            JOIN branch b ON b.id = p.branch_id
          WHERE p.branch_id = ${branchId} AND a.status = 'active' ORDER BY p.team, a.number`);
  return { agents, criteria: [...checksInForce(db, 'patrol').criteria] };
}

/** A problem record of a submitted patrol, with where the agent was on its day. */
export interface PatrolFinding extends FindingFields {
  readonly id: string;
  readonly patrolId: string;
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly criterion: string;
  /** Of the patrol, ISO 8601. */
  readonly at: string;
}

interface OnPatrol {
  readonly id: string;
  readonly at: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
}

/** Problem records of agents from patrols in the span, submitted ones only. */
export function patrolFindings(
  db: ReadDb,
  agentIds: readonly string[],
  { startsAt, endsAt }: Pick<Window, 'startsAt' | 'endsAt'>,
): PatrolFinding[] {
  const rows = db.all<OnPatrol>(sql`SELECT p.id, p.at, x.agent_id, x.branch_id, x.team
    FROM patrol p JOIN patrol_agent x ON x.patrol_id = p.id
    WHERE p.state = 'submitted' AND x.agent_id IN ${among(agentIds)}
      AND p.at >= ${new Date(startsAt).toISOString()} AND p.at < ${new Date(endsAt).toISOString()}
    ORDER BY p.at, p.id, x.number`);
  return [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, own]) => {
    const there = new Map(own.map((row) => [row.agent_id, row]));
    return findingsOf(db, 'patrol', id).flatMap((finding) => {
      const row = there.get(finding.agentId);
      return row
        ? [{ ...saidIn(finding), id: finding.id, patrolId: id, branchId: row.branch_id, team: row.team, at: row.at }]
        : [];
    });
  });
}
