// Working days of the Chinese calendar: weekends, public holidays, and the weekend days worked in exchange for them (调休).
// The announced days come as data; a year that is not among them is said by name and counts weekends alone.
import { eachDay, weekdayOf, type Days } from './time.ts';

export interface WorkCalendar {
  /** Years whose holidays have been announced. */
  readonly years: ReadonlySet<number>;
  /** Days that differ from their weekday: true is worked, false is free. */
  readonly special: ReadonlyMap<string, boolean>;
}

const SATURDAY = 6;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Whether the day is worked; in a year that has not been announced, whether it is no weekend. */
export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean =>
  calendar.special.get(day) ?? weekdayOf(day) < SATURDAY;

/** The working days of a stretch, in order. */
export const workingDays = (calendar: WorkCalendar, days: Days): string[] =>
  eachDay(days).filter((day) => isWorkingDay(calendar, day));

/** Years touched by a stretch whose holidays are not known. */
export function unknownYears(calendar: WorkCalendar, days: Days): number[] {
  const years = new Set(eachDay(days).map(yearOf));
  return [...years].filter((year) => !calendar.years.has(year));
}
