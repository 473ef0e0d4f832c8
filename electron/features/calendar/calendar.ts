// The working days that the console knows: those that come with it, the only door to chinese-days, and those imported. The
// package's table of announced days is read as it is, because its functions take a day for an instant in UTC and are a day
// early in every time zone west of it.
import { createRequire } from 'node:module';
import type { SpecialDay } from '../../../shared/contract/calendar.ts';
import { isNewYearsDay, yearOf, type WorkCalendar } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Days by name of the holiday that they belong to: its names in English and Chinese, and the days of it. */
type Table = Readonly<Record<string, string>>;

let read: readonly SpecialDay[] | undefined;

/** The special days that come with the console, by day. */
export function builtInDays(): readonly SpecialDay[] {
  if (read) return read;
  // Declared here and not beside the imports, where the bundle of the main process has a `require` of its own.
  const require = createRequire(import.meta.url);
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json') as {
    readonly holidays: Table;
    readonly workdays: Table;
  };
  const daysOf = (table: Table, worked: boolean): SpecialDay[] =>
    Object.entries(table).map(([day, names]) => ({ day, worked, name: names.split(',')[1] ?? names }));
  read = [...daysOf(holidays, false), ...daysOf(workdays, true)].sort((a, b) => (a.day < b.day ? -1 : 1));
  return read;
}

/** The calendar of a list of special days. */
const calendarFrom = (days: readonly SpecialDay[]): WorkCalendar => ({
  years: new Set(days.filter(isNewYearsDay).map(({ day }) => yearOf(day))),
  special: new Map(days.map(({ day, worked }) => [day, worked])),
  names: new Map(days.filter(({ worked, name }) => !worked && name !== '').map(({ day, name }) => [day, name])),
});

let builtIn: WorkCalendar | undefined;

/** The days that come with the console, without any import. */
export const announcedCalendar = (): WorkCalendar => (builtIn ??= calendarFrom(builtInDays()));

/** Every special day that counts: of imported years those imported, of the others those that come with the console. */
export function specialDays(db: ReadDb): readonly SpecialDay[] {
  const imported = db.all<{ day: string; worked: number; name: string }>(
    sql`SELECT day, worked, name FROM calendar_day ORDER BY day`,
  );
  if (imported.length === 0) return builtInDays();
  const years = new Set(imported.map(({ day }) => yearOf(day)));
  return [
    ...builtInDays().filter(({ day }) => !years.has(yearOf(day))),
    ...imported.map((row) => ({ ...row, worked: row.worked === 1 })),
  ];
}

/** The calendar that every deadline in working days is counted by: an imported year replaces the built-in one whole. */
export function calendarOf(db: ReadDb): WorkCalendar {
  const days = specialDays(db);
  return days === builtInDays() ? announcedCalendar() : calendarFrom(days);
}
