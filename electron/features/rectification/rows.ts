// Rectifications as rows of 整改跟踪台账: those that run by their deadline, so that overdue ones come first, then those that ended.
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { Effect, RectificationRow } from '../../../shared/contract/rectification.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { highestSeverity } from '../../../shared/domain/findings/classification.ts';
import { isRunning } from '../../../shared/domain/rectification/states.ts';
import { nextCheckOn, overdueDays } from '../../../shared/domain/rectification/tracking.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql, type Sql } from '../../db/sql.ts';
import { findingsByIds } from '../findings/ledger.ts';
import { readSettings } from '../settings.ts';
import { effectFromOf, type Stored } from './stored.ts';

interface Line extends Stored {
  readonly number: string;
  readonly agent_name: string;
  readonly branch_name: string;
  readonly owner_user: string | null;
  readonly verifier: string | null;
  readonly extensions: number;
  readonly asked: number;
  readonly told: number;
  readonly last_check: string | null;
  readonly effect: Effect | null;
}

/** The person who is to do it, by name. */
const ownerOf = (row: Line): RectificationRow['owner'] => ({
  kind: row.owner_kind,
  userId: row.owner_user_id,
  name: { agent: row.agent_name, user: row.owner_user ?? '', person: row.owner_name }[row.owner_kind],
});

const distinct = <Value>(values: readonly (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];

function rowOf(row: Line, own: readonly FindingRow[], today: string, timeZone: string): RectificationRow {
  const plannedOn = dayOf(Date.parse(row.planned_at), timeZone);
  return {
    ...{ id: row.id, title: row.title, state: row.state, agentId: row.agent_id },
    ...{ employeeNumber: row.number, agentName: row.agent_name },
    ...{ branchId: row.branch_id, branchName: row.branch_name, team: row.team, owner: ownerOf(row) },
    findings: own.length,
    sources: distinct(own.map(({ source }) => source)),
    classes: distinct<ProblemClass>(own.map((finding) => finding.class)),
    criteria: distinct(own.map(({ criterion }) => criterion)).sort(),
    severity: highestSeverity(own.map(({ severity }) => severity)),
    ...{ plannedAt: row.planned_at, plannedOn, firstDeadline: row.first_deadline, deadline: row.deadline },
    ...{ extensions: row.extensions, extensionAsked: row.asked > 0 },
    ...{
      submittedAt: row.submitted_at,
      verifiedAt: row.verified_at,
      verifiedBy: row.verifier,
      closedAt: row.closed_at,
    },
    nextCheck: isRunning(row.state) ? nextCheckOn(plannedOn, row.deadline, row.check_every, row.last_check) : null,
    daysOverdue: overdueDays(row.state, row.deadline, today),
    effectFrom: effectFromOf(row, timeZone),
    ...{ effect: row.effect, told: row.told },
  };
}

/** Of `z`: those that run by their deadline, so that overdue ones lead, then those whose effect is to be assessed, then the rest. */
export const RUNNING_FIRST: Sql = sql`z.state IN ('planned', 'inProgress', 'submitted') DESC, z.state = 'verified' DESC,
  iif(z.state IN ('planned', 'inProgress', 'submitted'), z.deadline, '') , z.planned_at DESC, z.id`;

/** A row with what it was read from. */
export interface ReadRectification {
  readonly row: RectificationRow;
  readonly stored: Stored;
  readonly findings: readonly FindingRow[];
}

/** Rectifications that meet a condition on `z`, seen at `now` (epoch milliseconds), with their findings, in sets. */
export function readRectifications(db: ReadDb, where: Sql, now: number): ReadRectification[] {
  const { timeZone } = readSettings(db);
  const today = dayOf(now, timeZone);
  const lines =
    db.all<Line>(sql`SELECT z.*, a.number, a.name AS agent_name, b.name AS branch_name, owner.name AS owner_user,
      verifier.name AS verifier,
      (SELECT count(*) FROM rectification_extension e WHERE e.rectification_id = z.id AND e.granted = 1) AS extensions,
      (SELECT count(*) FROM rectification_extension e WHERE e.rectification_id = z.id AND e.granted IS NULL) AS asked,
      (SELECT count(DISTINCT told) FROM rectification_telling t WHERE t.rectification_id = z.id) AS told,
      (SELECT max(day) FROM rectification_check c WHERE c.rectification_id = z.id) AS last_check,
      (SELECT effect FROM rectification_effect f WHERE f.rectification_id = z.id ORDER BY at DESC, id DESC LIMIT 1) AS effect
    FROM rectification z JOIN agent a ON a.id = z.agent_id JOIN branch b ON b.id = z.branch_id
      LEFT JOIN user owner ON owner.id = z.owner_user_id LEFT JOIN user verifier ON verifier.id = z.verified_by
    WHERE ${where} ORDER BY ${RUNNING_FIRST}`);
  const joined = findingsOfAll(
    db,
    lines.map(({ id }) => id),
  );
  return lines.map((stored) => {
    const findings = joined.get(stored.id) ?? [];
    return { row: rowOf(stored, findings, today, timeZone), stored, findings };
  });
}

/** The rows of `readRectifications`. */
export const rectificationsWhere = (db: ReadDb, where: Sql, now: number): RectificationRow[] =>
  readRectifications(db, where, now).map(({ row }) => row);

/** Parameters of one statement at most. */
const AT_ONCE = 500;

function findingsOfAll(db: ReadDb, ids: readonly string[]): Map<string, FindingRow[]> {
  const found = new Map<string, FindingRow[]>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const pairs = db.all<{ id: string; findingId: string }>(
      sql`SELECT rectification_id AS id, finding_id AS findingId FROM rectification_finding
        WHERE rectification_id IN (${listOf(ids.slice(from, from + AT_ONCE))})`,
    );
    const known = new Map(
      findingsByIds(
        db,
        pairs.map(({ findingId }) => findingId),
      ).map((row) => [row.id, row]),
    );
    for (const { id, findingId } of pairs) {
      const row = known.get(findingId);
      if (row) found.set(id, [...(found.get(id) ?? []), row]);
    }
  }
  return found;
}

/** All of an agent, those that run first, by their deadline; at most `limit`. */
export const rectificationsOfAgent = (db: ReadDb, agentId: string, now: number, limit: number): RectificationRow[] =>
  rectificationsWhere(
    db,
    sql`z.id IN (SELECT z.id FROM rectification z WHERE z.agent_id = ${agentId} ORDER BY ${RUNNING_FIRST} LIMIT ${limit})`,
    now,
  );

/** Of an agent, those whose findings are not yet handed in. */
export const joinableRectifications = (db: ReadDb, agentId: string, now: number): RectificationRow[] =>
  rectificationsWhere(db, sql`z.agent_id = ${agentId} AND z.state IN ('planned', 'inProgress')`, now);

/** What runs for an agent, by its deadline. */
export const openRectificationsOf = (
  db: ReadDb,
  agentId: string,
  now: number,
): { id: string; title: string; deadline: string; daysOverdue: number; criteria: string[] }[] =>
  rectificationsWhere(db, sql`z.agent_id = ${agentId} AND z.state IN ('planned', 'inProgress', 'submitted')`, now).map(
    ({ id, title, deadline, daysOverdue, criteria }) => ({ id, title, deadline, daysOverdue, criteria }),
  );
