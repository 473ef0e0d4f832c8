// Rectifications as rows of 整改跟踪台账: those that run by their deadline, so that overdue ones come first, then those that ended.
import type { FindingRow, RectificationState } from '../../../shared/contract/findings.ts';
import type { Effect, RectificationRow } from '../../../shared/contract/rectification.ts';
import type { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { highestSeverity } from '../../../shared/domain/findings/classification.ts';
import { isRunning } from '../../../shared/domain/rectification/states.ts';
import { checkDaysOf, nextCheckDay, overdueDays } from '../../../shared/domain/rectification/tracking.ts';
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
  const days = checkDaysOf(plannedOn, row.deadline, row.check_every);
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
    nextCheck: isRunning(row.state) ? nextCheckDay(days, row.last_check) : null,
    daysOverdue: overdueDays(row.state, row.deadline, today),
    effectFrom: effectFromOf(row, timeZone),
    ...{ effect: row.effect, told: row.told },
  };
}

const RUNNING_FIRST = sql`z.state IN ('planned', 'inProgress', 'submitted') DESC, z.state = 'verified' DESC,
  iif(z.state IN ('planned', 'inProgress', 'submitted'), z.deadline, '') , z.planned_at DESC, z.id`;

/** Rectifications that meet a condition on `z`, seen at `now` (epoch milliseconds). */
export function rectificationsWhere(db: ReadDb, where: Sql, now: number): RectificationRow[] {
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
  return lines.map((line) => rowOf(line, joined.get(line.id) ?? [], today, timeZone));
}

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

/** The whole ledger. */
export const rectificationLedger = (db: ReadDb, now: number): RectificationRow[] =>
  rectificationsWhere(db, sql`1`, now);

/** What runs for an agent, by its deadline. */
export const openRectificationsOf = (
  db: ReadDb,
  agentId: string,
  now: number,
): { id: string; title: string; deadline: string; daysOverdue: number; criteria: string[] }[] =>
  rectificationsWhere(db, sql`z.agent_id = ${agentId} AND z.state IN ('planned', 'inProgress', 'submitted')`, now).map(
    ({ id, title, deadline, daysOverdue, criteria }) => ({ id, title, deadline, daysOverdue, criteria }),
  );

interface DueRectification {
  readonly id: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  /** `deadline`, the next `check`, or from when the `effect` is to be assessed. */
  readonly kind: 'deadline' | 'check' | 'effect';
  readonly dueOn: string;
}

/**
 * Rectifications with the first thing that is due: deadlines up to `soon`, checks and effects to assess up to today; at most
 * `limit`.
 */
export function rectificationsDue(
  db: ReadDb,
  { today, soon, limit }: { today: string; soon: string; limit: number },
): DueRectification[] {
  const { timeZone } = readSettings(db);
  interface Due {
    readonly id: string;
    readonly state: RectificationState;
    readonly agentName: string;
    readonly employeeNumber: string;
    readonly deadline: string;
    readonly planned_at: string;
    readonly check_every: number | null;
    readonly last_check: string | null;
    readonly verified_at: string | null;
    readonly effect_days: number;
    readonly effects: number;
  }
  const rows =
    db.all<Due>(sql`SELECT z.id, z.state, a.name AS agentName, a.number AS employeeNumber, z.deadline, z.planned_at,
      z.check_every, (SELECT max(day) FROM rectification_check c WHERE c.rectification_id = z.id) AS last_check, z.verified_at,
      z.effect_days, (SELECT count(*) FROM rectification_effect f WHERE f.rectification_id = z.id) AS effects
    FROM rectification z JOIN agent a ON a.id = z.agent_id
    WHERE z.state IN ('planned', 'inProgress', 'submitted', 'verified') ORDER BY z.deadline, z.id`);
  const due = rows.flatMap((row): DueRectification[] => {
    const { id, agentName, employeeNumber } = row;
    const at = (kind: DueRectification['kind'], dueOn: string | null, until: string): DueRectification[] =>
      dueOn !== null && dueOn <= until ? [{ id, agentName, employeeNumber, kind, dueOn }] : [];
    if (row.state === 'verified') return row.effects > 0 ? [] : at('effect', effectFromOf(row, timeZone), today);
    const days = checkDaysOf(dayOf(Date.parse(row.planned_at), timeZone), row.deadline, row.check_every);
    const check = nextCheckDay(days, row.last_check);
    const first = check !== null && check < row.deadline ? at('check', check, today) : [];
    return first.length > 0 && row.deadline >= today ? first : at('deadline', row.deadline, soon);
  });
  return due.sort((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, limit);
}
