// Reads complaints as lists, board, ledger and records show them: names and contacts masked, a joined case in the state of the one
// that it was joined to.
import type { ComplaintFilter } from '../../../shared/contract/complaint.ts';
import type { ComplaintClocks } from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { MAJOR_COMPLAINANTS } from '../../../shared/contract/complaintWords.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import type { Days } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { among, every, listOf, sql, type Sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { answerDueOf, bindingOfMatter, clocksOf, type ClockRow, type JoinedClocks } from './clockFacts.ts';

/** The joins of every read: `c` the complaint, `h` the case that is handled. One that was withdrawn alone stands for itself. */
export const CASES: Sql = sql`complaint c
  JOIN complaint h ON h.id = iif(c.joined_to_id IS NULL OR c.state = 'archived', c.id, c.joined_to_id)`;

const COLUMNS: Sql = sql`c.id, c.number, h.state, h.ended AS "end", h.round, c.joined_to_id AS joinedToId,
  first.number AS joinedToNumber, c.channel, c.received_at AS receivedAt, c.registered_at AS registeredAt,
  registrar.name AS registeredBy, h.category, h.subclass, c.agent_id AS agentId, coalesce(agent.name, '') AS agentName,
  coalesce(agent.number, '') AS employeeNumber, c.branch_id AS branchId, branch.name AS branchName, c.team, c.content,
  h.handler_id AS handlerId, coalesce(handler.name, '') AS handlerName, h.conclusion, r.cause, c.repeated,
  h.archive_number AS archiveNumber, h.archived_at AS archivedAt, c.purged_at AS purgedAt, c.revision,
  coalesce(c.joined_to_id, c.id) AS leadId, c.accepted_at AS acceptedAt, c.first_investigated_at AS investigatedAt,
  c.joined_at AS joinedAt, coalesce((SELECT recorded_at FROM complaint_leave l WHERE l.complaint_id = c.id),
    iif(h.ended = 'withdrawn', h.archived_at, NULL)) AS withdrawnAt,
  (SELECT name FROM complaint_person p WHERE p.complaint_id = c.id ORDER BY position LIMIT 1) AS complainant,
  (SELECT count(DISTINCT coalesce(p.contact_key, p.id)) FROM complaint_person p WHERE p.again = 0 AND p.complaint_id IN
    (SELECT c.id UNION ALL SELECT o.id FROM complaint o WHERE o.joined_to_id = c.id AND o.state <> 'archived'))
    AS complainants,
  (SELECT count(*) FROM complaint o WHERE o.joined_to_id = c.id AND o.state <> 'archived') AS joined,
  (SELECT satisfaction FROM complaint_visit v WHERE v.complaint_id = h.id AND satisfaction IS NOT NULL
    ORDER BY at DESC, rowid DESC LIMIT 1) AS satisfaction`;

const JOINS: Sql = sql`JOIN branch ON branch.id = c.branch_id JOIN user registrar ON registrar.id = c.registered_by
  LEFT JOIN complaint first ON first.id = c.joined_to_id LEFT JOIN agent ON agent.id = c.agent_id
  LEFT JOIN user handler ON handler.id = h.handler_id
  LEFT JOIN complaint_round r ON r.complaint_id = h.id AND r.round = h.round`;

const NEWEST = sql`c.received_at DESC, c.rowid DESC`;

type Stored = Omit<ComplaintRow, 'major' | 'repeat' | 'binding' | 'answerDue'> &
  Omit<ClockRow, 'receivedAt'> & { readonly repeated: number };

/** A row with the clocks that it was made with. */
export interface TimedRow {
  readonly row: ComplaintRow;
  readonly clocks: ComplaintClocks;
}

function asRow(stored: Stored, clocks: ComplaintClocks, joined: readonly JoinedClocks[]): ComplaintRow {
  const { repeated, ...row } = stored;
  return {
    ...row,
    complainant: maskClient(row.complainant),
    major: row.complainants >= MAJOR_COMPLAINANTS,
    repeat: repeated === 1,
    // A closed case may still owe the answer to a re-examination.
    binding: bindingOfMatter(row.end === 'withdrawn' ? null : clocks, joined),
    answerDue: row.end === null ? answerDueOf(clocks, joined) : null,
  };
}

const rowsWhere = (db: ReadDb, conditions: readonly Sql[], order: Sql, limit: number): Stored[] =>
  db.all<Stored>(
    sql`SELECT ${COLUMNS} FROM ${CASES} ${JOINS} WHERE ${every(conditions)} ORDER BY ${order} LIMIT ${limit}`,
  );

function timedRows(
  db: ReadDb,
  now: number,
  conditions: readonly Sql[],
  { order = NEWEST, limit = -1 }: { readonly order?: Sql; readonly limit?: number } = {},
): TimedRow[] {
  const stored = rowsWhere(db, conditions, order, limit);
  const leads = stored.filter(({ joined }) => joined > 0).map(({ id }) => id);
  const following =
    leads.length === 0
      ? []
      : rowsWhere(
          db,
          [sql`c.joined_to_id IN ${among(leads)} AND c.state <> 'archived'`],
          sql`c.received_at, c.rowid`,
          -1,
        );
  const clocks = clocksOf(db, [...stored, ...following], now);
  const joined = Map.groupBy(
    following.map(({ id, leadId, number }) => ({ leadId, number, clocks: clocks.get(id)! })),
    ({ leadId }) => leadId,
  );
  return stored.map((one) => ({
    row: asRow(one, clocks.get(one.id)!, joined.get(one.id) ?? []),
    clocks: clocks.get(one.id)!,
  }));
}

/** @throws AppError NOT_FOUND complaintMissing */
export function timedRow(db: ReadDb, id: string, now: number): TimedRow {
  const [found] = timedRows(db, now, [sql`c.id = ${id}`], { limit: 1 });
  if (!found) throw new AppError('NOT_FOUND', 'complaintMissing');
  return found;
}

/** Rows of the ids, newest first. */
export const rowsOf = (db: ReadDb, ids: readonly string[], now: number): ComplaintRow[] =>
  timedRows(db, now, [sql`c.id IN ${among(ids)}`]).map(({ row }) => row);

const likeOf = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

function conditionsOf(filter: ComplaintFilter): Sql[] {
  const { from, to, states, branchId, agentId, handlerId, joined, text } = filter;
  const like = likeOf(text);
  return [
    ...(from === null ? [] : [sql`c.day >= ${from}`]),
    ...(to === null ? [] : [sql`c.day <= ${to}`]),
    ...(states.length === 0 ? [] : [sql`h.state IN (${listOf(states)})`]),
    ...(branchId === null ? [] : [sql`c.branch_id = ${branchId}`]),
    ...(agentId === null ? [] : [sql`c.agent_id = ${agentId}`]),
    ...(handlerId === null ? [] : [sql`h.handler_id = ${handlerId}`]),
    ...(joined ? [] : [sql`c.id = h.id`]),
    ...(text === ''
      ? []
      : [
          sql`c.number LIKE ${like} ESCAPE '!' OR h.archive_number LIKE ${like} ESCAPE '!' OR agent.name LIKE ${like} ESCAPE '!'
            OR agent.number LIKE ${like} ESCAPE '!' OR c.content LIKE ${like} ESCAPE '!'
            OR c.id IN (SELECT o.joined_to_id FROM complaint o WHERE o.joined_to_id IS NOT NULL
              AND (o.number LIKE ${like} ESCAPE '!' OR o.content LIKE ${like} ESCAPE '!'))`,
        ]),
  ];
}

/** As many as are asked for, those that are not archived before the others, newest first; `total` counts all. */
export function listComplaints(
  db: ReadDb,
  filter: ComplaintFilter,
  now: number,
): { rows: ComplaintRow[]; total: number } {
  // Which ones, before their clocks are read: that is what takes time.
  const found = db.all<{ id: string }>(sql`SELECT c.id FROM ${CASES} LEFT JOIN agent ON agent.id = c.agent_id
    WHERE ${every(conditionsOf(filter))} ORDER BY h.state = 'archived', ${NEWEST}`);
  const ids = found.slice(0, filter.most).map(({ id }) => id);
  return { rows: rowsOf(db, ids, now), total: found.length };
}

/** Complaints in all, up to which a list is read in less time than a worker takes to begin. */
const AT_ONCE = 100;

/** The list where there are few complaints in all; null where it is read beside main. */
export function shortList(db: ReadDb, filter: ComplaintFilter, now: number): ReturnType<typeof listComplaints> | null {
  const all = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM (SELECT 1 FROM complaint LIMIT ${AT_ONCE + 1})`);
  return (all?.n ?? 0) > AT_ONCE ? null : listComplaints(db, filter, now);
}

export interface ListOf {
  readonly file: string;
  readonly filter: ComplaintFilter;
  readonly now: number;
}

/** `listComplaints` beside main, which a long register would hold up. */
export const complaintList: Task<ListOf, { rows: ComplaintRow[]; total: number }> = async ({ file, filter, now }) => {
  const db = connect(file, { readonly: true });
  try {
    return await Promise.resolve(listComplaints(db, filter, now));
  } finally {
    db.close();
  }
};

/** Whose complaints: those about agents, or all that a branch has, those about no one agent too. */
export type ComplaintScope = { readonly agentIds: readonly string[] } | { readonly branchIds: readonly string[] };

const scoped = (scope: ComplaintScope): Sql =>
  'agentIds' in scope
    ? sql`c.agent_id IN (SELECT value FROM json_each(${JSON.stringify(scope.agentIds)}))`
    : sql`c.branch_id IN (SELECT value FROM json_each(${JSON.stringify(scope.branchIds)}))`;

/**
 * Complaints received in the days, oldest first, joined ones too, each with its clocks as of `now`: what 投诉台账 lists. Masked
 * as everywhere.
 */
export const complaintsOfPeriod = (
  db: ReadDb,
  scope: ComplaintScope | null,
  { start, end }: Days,
  now: number,
): TimedRow[] =>
  timedRows(db, now, [sql`c.day >= ${start} AND c.day < ${end}`, ...(scope === null ? [] : [scoped(scope)])], {
    order: sql`c.received_at, c.rowid`,
  });

/** Cases that are handled or whose re-examination waits for an answer, joined ones under theirs, by what binds first. */
export const openComplaints = (db: ReadDb, now: number): TimedRow[] =>
  timedRows(db, now, [
    sql`c.id = h.id AND (h.state <> 'archived' OR h.id IN
      (SELECT coalesce(o.joined_to_id, o.id) FROM complaint_reexamination x JOIN complaint o ON o.id = x.complaint_id
        WHERE x.answered_on IS NULL AND x.withdrawn_at IS NULL))`,
  ]).sort((one, other) => (one.row.binding?.endsAt ?? Infinity) - (other.row.binding?.endsAt ?? Infinity));
