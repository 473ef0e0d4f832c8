// The working days that the console knows: the only door to chinese-days. Its table of announced days is read as it is,
// because its functions take a day for an instant in UTC and are a day early in every time zone west of it.
import { createRequire } from 'node:module';
import type { WorkCalendar } from '../../../shared/domain/calendar.ts';

/** Days by name of the holiday that they belong to. */
type Table = Readonly<Record<string, string>>;

let read: WorkCalendar | undefined;

/** The days that were announced. An announcement holds New Year's Day of its year, so a year without free days is unknown. */
export function announcedCalendar(): WorkCalendar {
  if (read) return read;
  // Declared here and not beside the imports, where the bundle of the main process has a `require` of its own.
  const require = createRequire(import.meta.url);
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json') as {
    readonly holidays: Table;
    readonly workdays: Table;
  };
  const free = Object.keys(holidays);
  read = {
    years: new Set(free.filter((day) => day.endsWith('-01-01')).map((day) => Number(day.slice(0, 4)))),
    special: new Map([
      ...free.map((day) => [day, false] as const),
      ...Object.keys(workdays).map((day) => [day, true] as const),
    ]),
  };
  return read;
}
