// Owns the table `service_request`: what clients asked, and when they were answered and helped (4.1).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  RESPONSE_ROWS,
  type DayRange,
  type RequestFields,
  type RequestRow,
} from '../../../shared/contract/responses.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { MARK_HOURS } from '../../../shared/domain/responses/marks.ts';
import { requestFault } from '../../../shared/domain/responses/check.ts';
import { amendmentOf } from '../../../shared/domain/responses/correction.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { digestOf, KEPT_COLUMNS, KEPT_JOINS, placeOf, saveRow, type KeptTable, type SaveInput } from './kept.ts';

const COLUMNS: Sql = sql`${KEPT_COLUMNS}, r.number, r.kind, r.channel, r.client, r.content, r.asked_at AS askedAt,
  r.replied_at AS repliedAt, r.solved_at AS solvedAt, r.outcome,
  (SELECT c.id FROM service_request c WHERE c.replaces_id = r.id) AS replacedById`;

const NEWEST = sql`r.asked_at DESC, r.id DESC`;
const OLDEST = sql`r.asked_at, r.id`;

/** Rows under the conditions, which may name r. */
const requestRows = (db: ReadDb, conditions: readonly Sql[], order: Sql, limit: number): RequestRow[] =>
  db.all<RequestRow>(sql`SELECT ${COLUMNS} FROM service_request r ${KEPT_JOINS}
    WHERE ${every(conditions)} ORDER BY ${order} LIMIT ${limit}`);

/** @throws AppError NOT_FOUND rowMissing */
export function getRequest(db: ReadDb, id: string): RequestRow {
  const [row] = requestRows(db, [sql`r.id = ${id}`], NEWEST, 1);
  if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
  return row;
}

const FIELDS: Sql = sql`agent_id AS agentId, number, kind, channel, client, content, asked_at AS askedAt,
  replied_at AS repliedAt, solved_at AS solvedAt, outcome`;

/** The instant to the millisecond in UTC, so that the same moment is written one way. */
const utc = (instant: string | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const stored = (fields: RequestFields): RequestFields => ({
  ...fields,
  client: maskClient(fields.client),
  askedAt: new Date(fields.askedAt).toISOString(),
  repliedAt: utc(fields.repliedAt),
  solvedAt: utc(fields.solvedAt),
});

export const requestTable: KeptTable<RequestFields> = {
  entity: 'serviceRequest',
  contentOf: (db, id) => {
    const row = db.get<RequestFields & { state: string; revision: number }>(
      sql`SELECT ${FIELDS}, state, revision FROM service_request WHERE id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    const { state, revision, ...fields } = row;
    return { fields, state, revision };
  },
  insert: (tx, id, fields, replacesId, recordedBy) => {
    const day = dayOf(Date.parse(fields.askedAt), readSettings(tx).timeZone);
    const { branchId, team } = placeOf(tx, fields.agentId, day);
    tx.run(sql`INSERT INTO service_request (id, agent_id, branch_id, team, state, digest, recorded_by, recorded_at,
        replaces_id, day, number, kind, channel, client, content, asked_at, replied_at, solved_at, outcome)
      VALUES (${id}, ${fields.agentId}, ${branchId}, ${team}, 'standing', ${digestOf(fields)}, ${recordedBy}, ${tx.at},
        ${replacesId}, ${day}, ${fields.number}, ${fields.kind}, ${fields.channel}, ${fields.client}, ${fields.content},
        ${fields.askedAt}, ${fields.repliedAt}, ${fields.solvedAt}, ${fields.outcome})`);
  },
  complete: (tx, id, fields) => {
    tx.run(sql`UPDATE service_request SET number = ${fields.number}, channel = ${fields.channel},
      client = ${fields.client}, content = ${fields.content}, replied_at = ${fields.repliedAt},
      solved_at = ${fields.solvedAt}, outcome = ${fields.outcome}, digest = ${digestOf(fields)}, revision = revision + 1
      WHERE id = ${id}`);
  },
  withdraw: (tx, id, reason) => {
    tx.run(sql`UPDATE service_request SET state = 'withdrawn', withdrawn_reason = ${reason}, revision = revision + 1
      WHERE id = ${id}`);
  },
};

const FAULT = {
  beforeAsked: 'requestBeforeAsked',
  replyMissing: 'requestReplyMissing',
  solvedMissing: 'requestOutcomeMissing',
  inFuture: 'instantInFuture',
} as const;

/**
 * Records a request, or what happened to one since.
 * @throws AppError INVALID requestBeforeAsked, requestReplyMissing, requestOutcomeMissing, instantInFuture,
 *   correctionReasonMissing; CONFLICT changedMeanwhile, rowWithdrawn; NOT_FOUND agentUnknown, rowMissing
 */
export function saveRequest(store: Store, actor: Actor, input: SaveInput<RequestFields>): { id: string } {
  const fields = stored(input.fields);
  const fault = requestFault(fields, store.clock());
  if (fault) throw new AppError('INVALID', FAULT[fault.fault]);
  // Saving a form that changed nothing leaves no trace.
  if (input.id !== null && amendmentOf(requestTable.contentOf(store.read, input.id).fields, fields) === 'same')
    return { id: input.id };
  return {
    id: store.change(actor.userId, (tx: Change) => saveRow(tx, requestTable, { ...input, fields }, actor.userId)),
  };
}

/** Requests asked on the days, newest first; the longest list is RESPONSE_ROWS, `total` counts all. */
export function listRequests(db: ReadDb, { from, to, withdrawn }: DayRange): { rows: RequestRow[]; total: number } {
  const conditions = [sql`r.day >= ${from} AND r.day <= ${to}`, ...(withdrawn ? [] : [sql`r.state = 'standing'`])];
  const total =
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM service_request r WHERE ${every(conditions)}`)?.n ?? 0;
  return { rows: requestRows(db, conditions, NEWEST, RESPONSE_ROWS), total };
}

/** Requests whose 24 h have run out without a reply, or whose 48 h without a solution or next step, oldest first. */
export const overdueRequests = (db: ReadDb, now: number, limit: number): RequestRow[] => {
  const before = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  return requestRows(
    db,
    [
      sql`r.state = 'standing' AND r.solved_at IS NULL`,
      sql`(r.replied_at IS NULL AND r.asked_at <= ${before(MARK_HOURS.reply)}) OR r.asked_at <= ${before(MARK_HOURS.solve)}`,
    ],
    OLDEST,
    limit,
  );
};

/** Standing requests of the agents asked in the window, oldest first: the rows behind reply24 and solve48. */
export const requestsOfPeriod = (
  db: ReadDb,
  agentIds: readonly string[],
  { startsAt, endsAt, start, end }: Pick<Window, 'startsAt' | 'endsAt' | 'start' | 'end'>,
): RequestRow[] =>
  requestRows(
    db,
    [
      sql`r.state = 'standing' AND r.agent_id IN ${among(agentIds)}`,
      // The day narrows by index, a day wide on either side for any time zone; the instant decides.
      sql`r.day >= date(${start}, '-1 day') AND r.day <= date(${end}, '+1 day')`,
      sql`r.asked_at >= ${new Date(startsAt).toISOString()} AND r.asked_at < ${new Date(endsAt).toISOString()}`,
    ],
    OLDEST,
    -1,
  );
