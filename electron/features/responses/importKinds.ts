// The three kinds of import, each with its table, its rules and the rows that it may meet in the store.
import type { FigureFields, RequestFields, ResponseKind, VisitFields } from '../../../shared/contract/responses.ts';
import { figureRules, requestRules, visitRules } from '../../../shared/domain/responses/importPlan.ts';
import type { HeldRow } from '../../../shared/domain/sheet/keptPlan.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';
import { figureTable } from './figures.ts';
import type { ImportKind } from './importPlan.ts';
import type { Content } from './kept.ts';
import { requestTable } from './requests.ts';
import { visitTable } from './visits.ts';

type Held<Fields> = Fields & { readonly id: string; readonly state: 'standing' | 'withdrawn' };

const asHeld = <Fields extends Content>(rows: readonly Held<Fields>[]): HeldRow<Fields>[] =>
  rows.map(({ id, state, ...fields }) => ({ id, state, fields: fields as unknown as Fields }));

const requests = (now: number): ImportKind<RequestFields> => ({
  table: requestTable,
  rules: requestRules(now),
  held: (db, agentIds, numbers) =>
    asHeld(
      db.all<Held<RequestFields>>(sql`SELECT id, state, agent_id AS agentId, number, kind, channel, client, content,
          asked_at AS askedAt, replied_at AS repliedAt, solved_at AS solvedAt, outcome FROM service_request
        WHERE agent_id IN ${among(agentIds)} OR number IN ${among(numbers)} ORDER BY id`),
    ),
});

const visits = (today: string): ImportKind<VisitFields> => ({
  table: visitTable,
  rules: visitRules(today),
  held: (db, agentIds, numbers) =>
    asHeld(
      db.all<Held<VisitFields>>(sql`SELECT id, state, agent_id AS agentId, number, channel, client, note,
          due_on AS dueOn, made_on AS madeOn FROM return_visit
        WHERE agent_id IN ${among(agentIds)} OR number IN ${among(numbers)} ORDER BY id`),
    ),
});

const figures = (thisMonth: string): ImportKind<FigureFields> => ({
  table: figureTable,
  rules: figureRules(thisMonth),
  held: (db, agentIds) =>
    asHeld(
      db.all<
        Held<FigureFields>
      >(sql`SELECT id, state, agent_id AS agentId, month, services, policies, clients, retained,
          repurchased, churned, cost, benefit FROM performance_figure WHERE agent_id IN ${among(agentIds)} ORDER BY id`),
    ),
});

/** Does something with the kind, whichever fields it has. */
export interface WithKind<Result> {
  <Fields extends Content>(kind: ImportKind<Fields>): Result;
}

/** Hands the kind's import to `use`; `now` is epoch milliseconds. */
export function withKind<Result>(db: ReadDb, kind: ResponseKind, now: number, use: WithKind<Result>): Result {
  const today = dayOf(now, readSettings(db).timeZone);
  switch (kind) {
    case 'request':
      return use(requests(now));
    case 'visit':
      return use(visits(today));
    case 'figure':
      return use(figures(today.slice(0, 7)));
  }
}
