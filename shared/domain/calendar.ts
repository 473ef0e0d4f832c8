// Working days of the Chinese calendar: weekends, public holidays, and the weekend days worked in exchange for them (调休).
// The announced days come as data; a year that is not among them is said by name and leaves out weekends and the holidays
// whose date is fixed by law.
import { daysBetween, eachDay, weekdayOf, type Days } from './time.ts';

export interface WorkCalendar {
  /** Years whose holidays have been announced. */
  readonly years: ReadonlySet<number>;
  /** Days that differ from their weekday: true is worked, false is free. */
  readonly special: ReadonlyMap<string, boolean>;
  /** Names of the holidays by their days, where they are known. */
  readonly names?: ReadonlyMap<string, string>;
}

const SATURDAY = 6;
/** New Year, Labour Day, National Day: free on these days every year, whatever is announced around them. */
export const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** An announcement holds New Year's Day of its year as free; a year without it is unknown. */
export const isNewYearsDay = ({ day, worked }: { readonly day: string; readonly worked: boolean }): boolean =>
  day.endsWith('-01-01') && !worked;

/** Whether the day is worked, as far as it is known: see `unknownYears`. */
export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean =>
  calendar.special.get(day) ??
  (weekdayOf(day) < SATURDAY && (calendar.years.has(yearOf(day)) || !FIXED_HOLIDAYS.has(day.slice(5))));

/** The working days of a stretch, in order. */
export const workingDays = (calendar: WorkCalendar, days: Days): string[] =>
  eachDay(days).filter((day) => isWorkingDay(calendar, day));

/** Years touched by a stretch whose holidays are not known. */
export function unknownYears(calendar: WorkCalendar, days: Days): number[] {
  const years = new Set(eachDay(days).map(yearOf));
  return [...years].filter((year) => !calendar.years.has(year));
}

const WEEK = 7;

/** How many working days a year has whose special days are known: its weekdays, without the free and with the worked ones. */
export function workingDaysOfYear(
  year: number,
  special: readonly { readonly day: string; readonly worked: boolean }[],
): number {
  const start = `${year}-01-01`;
  const first = weekdayOf(start) - 1;
  const days = daysBetween(start, `${year + 1}-01-01`);
  const weekdays = Array.from({ length: days }, (_, at) => (first + at) % WEEK).filter((at) => at + 1 < SATURDAY);
  return special.reduce((count, { day, worked }) => {
    const ordinary = weekdayOf(day) < SATURDAY;
    return ordinary === worked ? count : count + (worked ? 1 : -1);
  }, weekdays.length);
}
