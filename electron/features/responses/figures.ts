// Owns the table `performance_figure`: the figures of an agent's month (5.5); one standing row an agent and month.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { RESPONSE_ROWS, type DayRange, type FigureFields, type FigureRow } from '../../../shared/contract/responses.ts';
import { figureFault } from '../../../shared/domain/responses/check.ts';
import { amendmentOf } from '../../../shared/domain/responses/correction.ts';
import { addDays, addMonths, dayOf, type Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { digestOf, KEPT_COLUMNS, KEPT_JOINS, placeOf, saveRow, type KeptTable, type SaveInput } from './kept.ts';

const FIGURES: Sql = sql`services, policies, clients, retained, repurchased, churned, cost, benefit`;
const COLUMNS: Sql = sql`${KEPT_COLUMNS}, r.month, ${FIGURES},
  (SELECT c.id FROM performance_figure c WHERE c.replaces_id = r.id) AS replacedById`;

const figureRows = (db: ReadDb, conditions: readonly Sql[], limit: number): FigureRow[] =>
  db.all<FigureRow>(sql`SELECT ${COLUMNS} FROM performance_figure r ${KEPT_JOINS}
    WHERE ${every(conditions)} ORDER BY r.month DESC, agent.number, r.id DESC LIMIT ${limit}`);

/** @throws AppError NOT_FOUND rowMissing */
export function getFigure(db: ReadDb, id: string): FigureRow {
  const [row] = figureRows(db, [sql`r.id = ${id}`], 1);
  if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
  return row;
}

/** The last day of a month: where the agent was then is where its figures count. */
const lastDay = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

export const figureTable: KeptTable<FigureFields> = {
  entity: 'performanceFigure',
  contentOf: (db, id) => {
    const row = db.get<FigureFields & { state: string; revision: number }>(
      sql`SELECT agent_id AS agentId, month, ${FIGURES}, state, revision FROM performance_figure WHERE id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    const { state, revision, ...fields } = row;
    return { fields, state, revision };
  },
  insert: (tx, id, fields, replacesId, recordedBy) => {
    const { branchId, team } = placeOf(tx, fields.agentId, lastDay(fields.month));
    tx.run(sql`INSERT INTO performance_figure (id, agent_id, branch_id, team, state, digest, recorded_by, recorded_at,
        replaces_id, month, ${FIGURES})
      VALUES (${id}, ${fields.agentId}, ${branchId}, ${team}, 'standing', ${digestOf(fields)}, ${recordedBy}, ${tx.at},
        ${replacesId}, ${fields.month}, ${fields.services}, ${fields.policies}, ${fields.clients}, ${fields.retained},
        ${fields.repurchased}, ${fields.churned}, ${fields.cost}, ${fields.benefit})`);
  },
  complete: (tx, id, fields) => {
    tx.run(sql`UPDATE performance_figure SET services = ${fields.services}, policies = ${fields.policies},
      clients = ${fields.clients}, retained = ${fields.retained}, repurchased = ${fields.repurchased},
      churned = ${fields.churned}, cost = ${fields.cost}, benefit = ${fields.benefit}, digest = ${digestOf(fields)},
      revision = revision + 1 WHERE id = ${id}`);
  },
  withdraw: (tx, id, reason) => {
    tx.run(sql`UPDATE performance_figure SET state = 'withdrawn', withdrawn_reason = ${reason}, revision = revision + 1
      WHERE id = ${id}`);
  },
};

const FAULT = {
  figuresMissing: 'figuresMissing',
  partTooLarge: 'figurePartTooLarge',
  inFuture: 'monthInFuture',
} as const;

/**
 * Records the figures of a month.
 * @throws AppError INVALID figuresMissing, figurePartTooLarge, monthInFuture, correctionReasonMissing; CONFLICT
 *   figuresOnRecord, changedMeanwhile, rowWithdrawn; NOT_FOUND agentUnknown, rowMissing
 */
export function saveFigure(store: Store, actor: Actor, input: SaveInput<FigureFields>): { id: string } {
  const cents = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);
  const fields = { ...input.fields, cost: cents(input.fields.cost), benefit: cents(input.fields.benefit) };
  const thisMonth = dayOf(store.clock(), readSettings(store.read).timeZone).slice(0, 7);
  const fault = figureFault(fields, thisMonth);
  if (fault) throw new AppError('INVALID', FAULT[fault.fault]);
  if (input.id !== null && amendmentOf(figureTable.contentOf(store.read, input.id).fields, fields) === 'same')
    return { id: input.id };
  const id = store.change(actor.userId, (tx) => {
    const other = tx.get<{ id: string }>(sql`SELECT id FROM performance_figure
      WHERE agent_id = ${fields.agentId} AND month = ${fields.month} AND state = 'standing'`);
    if (other && other.id !== input.id) throw new AppError('CONFLICT', 'figuresOnRecord', { month: fields.month });
    return saveRow(tx, figureTable, { ...input, fields }, actor.userId);
  });
  return { id };
}

/** Figures of the months that the days touch, newest first. */
export function listFigures(db: ReadDb, { from, to, withdrawn }: DayRange): { rows: FigureRow[]; total: number } {
  const conditions = [
    sql`r.month >= ${from.slice(0, 7)} AND r.month <= ${to.slice(0, 7)}`,
    ...(withdrawn ? [] : [sql`r.state = 'standing'`]),
  ];
  const total =
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM performance_figure r WHERE ${every(conditions)}`)?.n ?? 0;
  return { rows: figureRows(db, conditions, RESPONSE_ROWS), total };
}

/** Standing figures of the agents for the months that begin in the period, newest first. */
export const figuresOfPeriod = (db: ReadDb, agentIds: readonly string[], { start, end }: Days): FigureRow[] =>
  figureRows(
    db,
    [
      sql`r.state = 'standing' AND r.agent_id IN ${among(agentIds)}`,
      sql`r.month || '-01' >= ${start} AND r.month || '-01' < ${end}`,
    ],
    -1,
  );
