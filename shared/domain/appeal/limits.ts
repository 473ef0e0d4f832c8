// Until when a result may be appealed against and an appeal is decided: working days with 调休, the day itself not counted, to
// the midnight that ends the last day.
import { isWorkingDay, type WorkCalendar } from '../calendar.ts';
import { addDays } from '../time.ts';

/** Working days after a result was finalised; our own default, there is no rule from outside. */
export const FILING_WORKING_DAYS = 5;

/** Working days after an appeal was filed; our own default. */
export const DECIDING_WORKING_DAYS = 10;

/** The nth working day after a day. `count` ≥ 1. */
export function workingDayAfter(calendar: WorkCalendar, day: string, count: number): string {
  let left = count;
  let at = day;
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** The last day on which an item of a result finalised on `day` may be appealed against. */
export const filingEnds = (calendar: WorkCalendar, day: string): string =>
  workingDayAfter(calendar, day, FILING_WORKING_DAYS);

/** The last day on which an appeal filed on `day` is to be decided. */
export const decisionDue = (calendar: WorkCalendar, day: string): string =>
  workingDayAfter(calendar, day, DECIDING_WORKING_DAYS);
