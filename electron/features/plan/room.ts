// The room that assessors have: working days that are left of a period, and what is planned or was done on them already.
import type { WorkCalendar } from '../../../shared/domain/calendar.ts';
import { workingDays } from '../../../shared/domain/calendar.ts';
import { takenKey, type Room } from '../../../shared/domain/plan/schedule.ts';
import type { Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface RoomWanted {
  readonly period: Days;
  readonly today: string;
  readonly capacity: number;
  readonly assessors: readonly string[];
}

interface Taken {
  readonly assessorId: string;
  readonly day: string;
  readonly n: number;
}

/**
 * Room from today on. All observations of the assessors count, whatever plan they come from, and drafted draws as well.
 * Calibration sessions do not: the service that they score is one that is held anyway, and the capacity of a day is in agents
 * to be observed, whom a calibration does not cover.
 */
export function roomOf(db: ReadDb, calendar: WorkCalendar, { period, today, capacity, assessors }: RoomWanted): Room {
  const from = today > period.start ? today : period.start;
  const among = JSON.stringify(assessors);
  const rows = db.all<Taken>(sql`SELECT assessor_id AS assessorId, day, count(*) AS n FROM (
      SELECT assessor_id, day FROM observation WHERE state NOT IN ('cancelled', 'withdrawn')
          AND calibration_id IS NULL
      UNION ALL SELECT d.assessor_id, d.day FROM plan_draw d JOIN plan ON plan.id = d.plan_id
        WHERE plan.state = 'draft' AND d.replaced_at IS NULL)
    WHERE day >= ${from} AND day < ${period.end} AND assessor_id IN (SELECT value FROM json_each(${among}))
    GROUP BY assessor_id, day ORDER BY assessor_id, day`);
  const days = from < period.end ? workingDays(calendar, { start: from, end: period.end }) : [];
  return {
    ...{ days, assessors, capacity },
    taken: Object.fromEntries(rows.map(({ assessorId, day, n }) => [takenKey(assessorId, day), n])),
  };
}
