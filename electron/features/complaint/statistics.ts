// Reads the cases and the performance figures of some days for the statistics of complaints (6.5).
import type { ComplaintStatistics } from '../../../shared/contract/complaintStatistics.ts';
import {
  complaintStatisticsOf,
  type BaseFigure,
  type CountedComplaint,
} from '../../../shared/domain/complaint/statistics.ts';
import { addDays, dayOf, daysBetween, shareOfMonth } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { every, listOf, sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
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

/** The figures of the days; of a month that is in them in part, services and policies of those days. Clients are a stock. */
const basesOf = (db: ReadDb, from: string, to: string, branchIds: readonly string[] | null): BaseFigure[] =>
  db
    .all<BaseFigure>(
      sql`SELECT agent_id AS agentId, branch_id AS branchId, team, month, services, policies, clients
    FROM performance_figure WHERE ${every([
      sql`state = 'standing' AND month >= ${from.slice(0, 7)} AND month <= ${to.slice(0, 7)}`,
      ...(branchIds === null ? [] : [sql`branch_id IN (${listOf(branchIds)})`]),
    ])}`,
    )
    .map((figure) => {
      const share = shareOfMonth(figure.month, { start: from, end: addDays(to, 1) });
      const of = (whole: number | null): number | null => (whole === null ? null : whole * share);
      return { ...figure, services: of(figure.services), policies: of(figure.policies) };
    });

export interface StatisticsOf {
  /** Both days inside. */
  readonly from: string;
  readonly to: string;
  /** With all below it; null: all. */
  readonly branchId: string | null;
}

/** Of the cases received in the days, each joined one with its first, as of now; beside main, which their clocks would hold up. */
export const complaintFigures: Task<
  StatisticsOf & { readonly file: string; readonly now: number },
  ComplaintStatistics
> = async ({ file, branchId, ...of }) => {
  const db = connect(file, { readonly: true });
  try {
    const branchIds = branchId === null ? null : branchAndBelow(db, branchId);
    return await Promise.resolve(statisticsOf(db, { ...of, branchIds }));
  } finally {
    db.close();
  }
};

/** For the screen and for the workbook's sheet 投诉统计; `branchIds` null: all, `now` in epoch milliseconds. */
export function statisticsOf(
  db: ReadDb,
  {
    from,
    to,
    branchIds,
    now,
  }: Omit<StatisticsOf, 'branchId'> & { readonly branchIds: readonly string[] | null; readonly now: number },
): ComplaintStatistics {
  const { timeZone } = readSettings(db);
  const scope: ComplaintScope | null = branchIds === null ? null : { branchIds };
  const found = complaintsOfPeriod(db, scope, { start: from, end: addDays(to, 1) }, now).filter(
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
