// Owns the table `return_visit`: visits after the service, planned by a due day and made on a day (4.1, 6.4).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { RESPONSE_ROWS, type DayRange, type VisitFields, type VisitRow } from '../../../shared/contract/responses.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { visitFault } from '../../../shared/domain/responses/check.ts';
import { amendmentOf } from '../../../shared/domain/responses/correction.ts';
import { dayOf, type Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { digestOf, KEPT_COLUMNS, KEPT_JOINS, placeOf, saveRow, type KeptTable, type SaveInput } from './kept.ts';

const COLUMNS: Sql = sql`${KEPT_COLUMNS}, r.number, r.channel, r.client, r.note, r.due_on AS dueOn, r.made_on AS madeOn,
  (SELECT c.id FROM return_visit c WHERE c.replaces_id = r.id) AS replacedById`;

const NEWEST = sql`r.due_on DESC, r.id DESC`;
const OLDEST = sql`r.due_on, r.id`;

const visitRows = (db: ReadDb, conditions: readonly Sql[], order: Sql, limit: number): VisitRow[] =>
  db.all<VisitRow>(sql`SELECT ${COLUMNS} FROM return_visit r ${KEPT_JOINS}
    WHERE ${every(conditions)} ORDER BY ${order} LIMIT ${limit}`);

/** @throws AppError NOT_FOUND rowMissing */
export function getVisit(db: ReadDb, id: string): VisitRow {
  const [row] = visitRows(db, [sql`r.id = ${id}`], NEWEST, 1);
  if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
  return row;
}

export const visitTable: KeptTable<VisitFields> = {
  entity: 'returnVisit',
  contentOf: (db, id) => {
    const row = db.get<VisitFields & { state: string; revision: number }>(
      sql`SELECT agent_id AS agentId, number, channel, client, note, due_on AS dueOn, made_on AS madeOn, state, revision
        FROM return_visit WHERE id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    const { state, revision, ...fields } = row;
    return { fields, state, revision };
  },
  insert: (tx, id, fields, replacesId, recordedBy) => {
    const { branchId, team } = placeOf(tx, fields.agentId, fields.dueOn);
    tx.run(sql`INSERT INTO return_visit (id, agent_id, branch_id, team, state, digest, recorded_by, recorded_at,
        replaces_id, number, channel, client, note, due_on, made_on)
      VALUES (${id}, ${fields.agentId}, ${branchId}, ${team}, 'standing', ${digestOf(fields)}, ${recordedBy}, ${tx.at},
        ${replacesId}, ${fields.number}, ${fields.channel}, ${fields.client}, ${fields.note}, ${fields.dueOn},
        ${fields.madeOn})`);
  },
  complete: (tx, id, fields) => {
    tx.run(sql`UPDATE return_visit SET number = ${fields.number}, channel = ${fields.channel}, client = ${fields.client},
      note = ${fields.note}, made_on = ${fields.madeOn}, digest = ${digestOf(fields)}, revision = revision + 1
      WHERE id = ${id}`);
  },
  withdraw: (tx, id, reason) => {
    tx.run(sql`UPDATE return_visit SET state = 'withdrawn', withdrawn_reason = ${reason}, revision = revision + 1
      WHERE id = ${id}`);
  },
};

/**
 * Plans a visit, or records that it was made.
 * @throws AppError INVALID dayInFuture, correctionReasonMissing; CONFLICT changedMeanwhile, rowWithdrawn; NOT_FOUND
 *   agentUnknown, rowMissing
 */
export function saveVisit(store: Store, actor: Actor, input: SaveInput<VisitFields>): { id: string } {
  const fields = { ...input.fields, client: maskClient(input.fields.client) };
  if (visitFault(fields, dayOf(store.clock(), readSettings(store.read).timeZone)))
    throw new AppError('INVALID', 'dayInFuture', { day: fields.madeOn ?? '' });
  if (input.id !== null && amendmentOf(visitTable.contentOf(store.read, input.id).fields, fields) === 'same')
    return { id: input.id };
  return { id: store.change(actor.userId, (tx) => saveRow(tx, visitTable, { ...input, fields }, actor.userId)) };
}

/** Visits due on the days, newest first; the longest list is RESPONSE_ROWS, `total` counts all. */
export function listVisits(db: ReadDb, { from, to, withdrawn }: DayRange): { rows: VisitRow[]; total: number } {
  const conditions = [
    sql`r.due_on >= ${from} AND r.due_on <= ${to}`,
    ...(withdrawn ? [] : [sql`r.state = 'standing'`]),
  ];
  const total = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM return_visit r WHERE ${every(conditions)}`)?.n ?? 0;
  return { rows: visitRows(db, conditions, NEWEST, RESPONSE_ROWS), total };
}

/** Visits due on the day or before and not made, oldest first: what the day begins with. */
export const visitsDue = (db: ReadDb, day: string, limit: number): VisitRow[] =>
  visitRows(db, [sql`r.state = 'standing' AND r.made_on IS NULL`, sql`r.due_on <= ${day}`], OLDEST, limit);

/** Standing visits of the agents due in the period, oldest first. */
export const visitsOfPeriod = (db: ReadDb, agentIds: readonly string[], { start, end }: Days): VisitRow[] =>
  visitRows(
    db,
    [sql`r.state = 'standing' AND r.agent_id IN ${among(agentIds)}`, sql`r.due_on >= ${start} AND r.due_on < ${end}`],
    OLDEST,
    -1,
  );
