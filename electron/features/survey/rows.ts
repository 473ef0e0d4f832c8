// Reads surveys as grid rows: filters, masked clients, and for third-party assessors their own only (4.2).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type {
  EntriesOfToday,
  SurveyFilter,
  SurveyMeans,
  SurveyRow,
  SurveyState,
} from '../../../shared/contract/survey.ts';
import { maskClient } from '../../../shared/domain/observation/maskClient.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import { surveyWithdrawalRefusal } from '../../../shared/domain/survey/withdrawal.ts';
import { dayOf, endOfDay, startOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, listOf, sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { branchAndBelow } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import { TALLY, tallyOf } from './tally.ts';

interface ListRow {
  readonly id: string;
  readonly state: SurveyState;
  readonly means: SurveyMeans;
  readonly day: string;
  readonly agent_id: string;
  readonly employee_number: string;
  readonly agent_name: string;
  readonly branch_id: string;
  readonly branch_name: string;
  readonly team: string;
  readonly questionnaire_id: string;
  readonly questionnaire_number: number;
  readonly items: number;
  readonly tally: string;
  readonly client: string;
  readonly comment: string;
  readonly entered_by: string;
  readonly entered_by_name: string;
  readonly entered_at: string;
}

/** Who may see it: a third-party assessor what they entered themself. */
const visible = (actor: Actor): Sql =>
  seesOnlyOwnObservations(actor.roles) ? sql`s.entered_by = ${actor.userId}` : sql`1`;

/** Surveys with an answer of this value, to this item, in this dimension: whichever of them is asked for. */
function answering({ dimension, item, likert }: SurveyFilter): Sql | null {
  const wanted: Sql[] = [];
  if (dimension !== null) wanted.push(sql`x.dimension = ${dimension}`);
  if (item !== null) wanted.push(sql`x.item = ${item}`);
  if (likert !== null) wanted.push(sql`x.likert = ${likert}`);
  return wanted.length === 0
    ? null
    : sql`EXISTS (SELECT 1 FROM survey_answer x WHERE x.survey_id = s.id AND ${every(wanted)})`;
}

function conditions(db: ReadDb, actor: Actor, filter: SurveyFilter): Sql {
  const wanted: Sql[] = [visible(actor)];
  if (filter.from !== null) wanted.push(sql`s.day >= ${filter.from}`);
  if (filter.to !== null) wanted.push(sql`s.day <= ${filter.to}`);
  if (filter.branchId !== null) wanted.push(sql`s.branch_id IN (${listOf(branchAndBelow(db, filter.branchId))})`);
  if (filter.team !== null) wanted.push(sql`s.team = ${filter.team}`);
  if (filter.agentId !== null) wanted.push(sql`s.agent_id = ${filter.agentId}`);
  if (filter.questionnaireId !== null) wanted.push(sql`s.questionnaire_id = ${filter.questionnaireId}`);
  if (filter.states.length > 0) wanted.push(sql`s.state IN (${listOf(filter.states)})`);
  const answer = answering(filter);
  if (answer) wanted.push(answer);
  return every(wanted);
}

const listQuery = (where: Sql, limit: number): Sql => sql`SELECT s.id, s.state, s.means, s.day, s.agent_id,
    a.number AS employee_number, a.name AS agent_name, s.branch_id, b.name AS branch_name, s.team, s.questionnaire_id,
    q.number AS questionnaire_number, (SELECT count(*) FROM questionnaire_item WHERE version_id = s.questionnaire_id) AS items,
    ${TALLY} AS tally, s.client, s.comment, s.entered_by, u.name AS entered_by_name, s.entered_at
  FROM (SELECT * FROM survey s WHERE ${where} ORDER BY s.day DESC, s.id DESC LIMIT ${limit}) s
    JOIN agent a ON a.id = s.agent_id JOIN branch b ON b.id = s.branch_id
    JOIN questionnaire_version q ON q.id = s.questionnaire_id JOIN user u ON u.id = s.entered_by
  ORDER BY s.day DESC, s.id DESC`;

function rowOf(row: ListRow, actor: Actor, today: { readonly from: string; readonly until: string }): SurveyRow {
  const { answered, csi, dimensions } = tallyOf(row.tally);
  return {
    id: row.id,
    state: row.state,
    means: row.means,
    day: row.day,
    agentId: row.agent_id,
    employeeNumber: row.employee_number,
    agentName: row.agent_name,
    branchId: row.branch_id,
    branchName: row.branch_name,
    team: row.team,
    questionnaireId: row.questionnaire_id,
    questionnaireNumber: row.questionnaire_number,
    answered,
    items: row.items,
    csi,
    dimensions,
    client: row.client === '' ? null : maskClient(row.client),
    comment: row.comment,
    enteredById: row.entered_by,
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at,
    withdrawable:
      may(actor.roles, 'survey.write') &&
      surveyWithdrawalRefusal({
        state: row.state,
        means: row.means,
        own: row.entered_by === actor.userId,
        enteredToday: row.entered_at >= today.from && row.entered_at < today.until,
        decides: may(actor.roles, 'survey.decide'),
      }) === null,
  };
}

/** The instants of the day that it is now, as the tables write them. */
function todayOf(store: Store): { from: string; until: string } {
  const { timeZone } = readSettings(store.read);
  const day = dayOf(store.clock(), timeZone);
  return {
    from: new Date(startOfDay(day, timeZone)).toISOString(),
    until: new Date(endOfDay(day, timeZone)).toISOString(),
  };
}

/** Surveys that the actor may see, newest day first; `total` counts those beyond the limit too. */
export function listSurveys(store: Store, actor: Actor, filter: SurveyFilter): { rows: SurveyRow[]; total: number } {
  const db = store.read;
  const where = conditions(db, actor, filter);
  const today = todayOf(store);
  const rows = db.all<ListRow>(listQuery(where, filter.limit)).map((row) => rowOf(row, actor, today));
  const total =
    rows.length < filter.limit
      ? rows.length
      : (db.get<{ n: number }>(sql`SELECT count(*) AS n FROM survey s WHERE ${where}`)?.n ?? 0);
  return { rows, total };
}

/** One survey as a row. @throws AppError NOT_FOUND surveyMissing, also for one that the actor may not see */
export function surveyRow(store: Store, actor: Actor, id: string): SurveyRow {
  const row = store.read.get<ListRow>(listQuery(every([visible(actor), sql`s.id = ${id}`]), 1));
  if (!row) throw new AppError('NOT_FOUND', 'surveyMissing');
  return rowOf(row, actor, todayOf(store));
}

export interface StoredSurvey {
  readonly agent_id: string;
  readonly state: SurveyState;
  readonly means: SurveyMeans;
  readonly day: string;
  readonly digest: string;
  readonly entered_by: string;
  readonly entered_at: string;
  readonly withdrawn_at: string | null;
  readonly withdrawn_by: string | null;
  readonly withdraw_reason: string | null;
}

/** The row itself, without words about the client. @throws AppError NOT_FOUND surveyMissing, also for one that the actor may not see */
export function surveyFor(db: ReadDb, actor: Actor, id: string): StoredSurvey {
  const row = db.get<StoredSurvey>(sql`SELECT agent_id, state, means, day, digest, entered_by, entered_at, withdrawn_at,
    withdrawn_by, withdraw_reason FROM survey s WHERE ${visible(actor)} AND id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'surveyMissing');
  return row;
}

/** What the actor entered from paper today and did not withdraw, and the last of it. */
export function entriesOfToday(store: Store, actor: Actor): EntriesOfToday {
  const { from, until } = todayOf(store);
  const own = sql`s.entered_by = ${actor.userId} AND s.entered_at >= ${from} AND s.entered_at < ${until}
    AND s.means = 'paper' AND s.state = 'counted'`;
  const count = store.read.get<{ n: number }>(sql`SELECT count(*) AS n FROM survey s WHERE ${own}`)?.n ?? 0;
  const last = store.read.get<{ id: string; agentName: string; enteredAt: string; tally: string }>(sql`SELECT s.id,
      a.name AS agentName, s.entered_at AS enteredAt, ${TALLY} AS tally
    FROM survey s JOIN agent a ON a.id = s.agent_id WHERE ${own} ORDER BY s.entered_at DESC, s.id DESC LIMIT 1`);
  if (!last) return { count, last: null };
  const { tally, ...facts } = last;
  const { answered, csi } = tallyOf(tally);
  return { count, last: { ...facts, answered, csi } };
}
