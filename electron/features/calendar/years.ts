// The years that are known, what came from where, and those that are needed and missing.
import { WAITING_APPEALS } from '../../../shared/contract/appeal.ts';
import type { CalendarYear, SpecialDay, WorkingCalendar } from '../../../shared/contract/calendar.ts';
import { isNewYearsDay, workingDaysOfYear, yearOf } from '../../../shared/domain/calendar.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { calendarOf, specialDays } from './calendar.ts';

interface ImportRow {
  readonly year: number;
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly file: string;
  readonly sha256: string;
}

/** Where each imported year came from. */
function importsByYear(db: ReadDb): Map<number, NonNullable<CalendarYear['import']>> {
  const rows = db.all<ImportRow>(sql`SELECT y.year, i.id, i.at, u.name AS by, i.file, i.sha256
    FROM calendar_year y JOIN calendar_import i ON i.id = y.import_id JOIN user u ON u.id = i.by`);
  return new Map(rows.map(({ year, ...made }) => [year, made]));
}

/** The special days of the years that are known, and whether each was imported. */
export function knownYears(
  db: ReadDb,
): Map<number, { readonly days: readonly SpecialDay[]; readonly imported: boolean }> {
  const imported = new Set(db.all<{ year: number }>(sql`SELECT year FROM calendar_year`).map(({ year }) => year));
  return new Map(
    [...Map.groupBy(specialDays(db), ({ day }) => yearOf(day))]
      .filter(([, days]) => days.some(isNewYearsDay))
      .map(([year, days]) => [year, { days, imported: imported.has(year) }]),
  );
}

/** The month from which on the next year is announced. */
const ANNOUNCED = 11;

/** Days that the seven working days of a complaint take at most, over the longest holidays (6.2). */
const COMPLAINT_REACH = 20;

/** Days on which a limit counted in working days ends, or a plan does. */
const limits = (db: ReadDb): readonly string[] =>
  db
    .all<{ day: string }>(
      sql`SELECT max(due_day) AS day FROM appeal WHERE state IN (${listOf(WAITING_APPEALS)})
      UNION ALL SELECT max(date(end_day, '-1 day')) FROM plan WHERE state IN ('draft', 'inForce')
      UNION ALL SELECT max(date(day, ${`+${COMPLAINT_REACH} day`})) FROM complaint WHERE state <> 'archived'`,
    )
    .flatMap(({ day }) => (day === null ? [] : [day]));

/**
 * Years whose announced days are needed and not known: this one, from November on the next one, and every year that a limit
 * or a plan reaches. Until they are imported their weekends and fixed holidays alone are free.
 */
export function missingYears(db: ReadDb, today: string): number[] {
  const thisYear = yearOf(today);
  const month = Number(today.slice(5, 7));
  const reach = Math.max(thisYear, ...limits(db).map(yearOf), month >= ANNOUNCED ? thisYear + 1 : 0);
  const { years } = calendarOf(db);
  return Array.from({ length: reach - thisYear + 1 }, (_, at) => thisYear + at).filter((year) => !years.has(year));
}

export const todayOf = (store: Store): string => dayOf(store.clock(), readSettings(store.read).timeZone);

/** All that the settings show of the calendar. */
export function workingCalendar(store: Store): WorkingCalendar {
  const db = store.read;
  const today = todayOf(store);
  const imports = importsByYear(db);
  const years = [...knownYears(db)]
    .sort(([a], [b]) => b - a)
    .map(([year, { days }]): CalendarYear => ({
      ...{ year, import: imports.get(year) ?? null, days: [...days] },
      workingDays: workingDaysOfYear(year, days),
    }));
  return { today, years, missing: missingYears(db, today) };
}
