// Reads the cases and the performance figures of some days for the statistics of complaints (6.5).
import type { ComplaintStatistics } from '../../../shared/contract/complaintStatistics.ts';
import {
  complaintStatisticsOf,
  type BaseFigure,
  type CountedComplaint,
} from '../../../shared/domain/complaint/statistics.ts';
import { addDays, dayOf, daysBetween } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { every, listOf, sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { branchAndBelow } from '../people/branches.ts';
import { readSettings } from '../settings.ts';
import { statesOf } from './clockFacts.ts';
import { complaintsOfPeriod, type ComplaintScope, type TimedRow } from './rows.ts';

/** Whether the joint review sent a case back, by id; cases without a review are left out. */
function sentBackOf(db: ReadDb): ReadonlyMap<string, boolean> {
  const rows = db.all<{ id: string; back: number }>(sql`SELECT complaint_id AS id, max(outcome = 'sentBack') AS back
    FROM complaint_round WHERE outcome IN ('passed', 'sentBack') GROUP BY complaint_id`);
  return new Map(rows.map(({ id, back }) => [id, back === 1]));
}

function counted({ row, clocks }: TimedRow, sentBack: boolean | null, timeZone: string): CountedComplaint {
  const day = dayOf(Date.parse(row.receivedAt), timeZone);
  const told = clocks.internal.find(({ limit }) => limit === 'handling')?.doneAt ?? null;
  return {
    ...row,
    day,
    withdrawn: row.end === 'withdrawn',
    sentBack,
    limits: statesOf(clocks),
    daysToNotice: told === null ? null : daysBetween(day, dayOf(told, timeZone)),
  };
}

const basesOf = (db: ReadDb, from: string, to: string, branchIds: readonly string[] | null): BaseFigure[] =>
  db.all<BaseFigure>(sql`SELECT agent_id AS agentId, branch_id AS branchId, team, month, services, policies, clients
    FROM performance_figure WHERE ${every([
      sql`state = 'standing' AND month >= ${from.slice(0, 7)} AND month <= ${to.slice(0, 7)}`,
      ...(branchIds === null ? [] : [sql`branch_id IN (${listOf(branchIds)})`]),
    ])}`);

export interface StatisticsOf {
  /** Both days inside. */
  readonly from: string;
  readonly to: string;
  /** With all below it; null: all. */
  readonly branchId: string | null;
}

/** Of the cases received in the days, each joined one with its first, as of now. */
export function complaintStatistics(store: Store, { from, to, branchId }: StatisticsOf): ComplaintStatistics {
  const db = store.read;
  const { timeZone } = readSettings(db);
  const branchIds = branchId === null ? null : branchAndBelow(db, branchId);
  const scope: ComplaintScope | null = branchIds === null ? null : { branchIds };
  const found = complaintsOfPeriod(db, scope, { start: from, end: addDays(to, 1) }, store.clock()).filter(
    ({ row }) => row.joinedToId === null,
  );
  const sentBack = sentBackOf(db);
  return complaintStatisticsOf({
    rows: found.map((one) => counted(one, sentBack.get(one.row.id) ?? null, timeZone)),
    bases: basesOf(db, from, to, branchIds),
    from,
    to,
    unknownYears: [...new Set(found.flatMap(({ clocks }) => clocks.unknownYears))].toSorted((a, b) => a - b),
  });
}

/** What the complaints of the days are set against: services, policies, clients; null where none was recorded. */
export function complaintBases(
  db: ReadDb,
  branchIds: readonly string[],
  { from, to }: Pick<StatisticsOf, 'from' | 'to'>,
): { readonly services: number | null; readonly policies: number | null; readonly clients: number | null } {
  const bases = basesOf(db, from, to, branchIds);
  const { whole } = complaintStatisticsOf({ rows: [], bases, from, to, unknownYears: [] });
  return { services: whole.perServices.base, policies: whole.perPolicies.base, clients: whole.perClients.base };
}
