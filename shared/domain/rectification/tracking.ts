// Days of a rectification: overdue days, and the days on which it is checked at its interval (4.4: tracked at set intervals).
import type { RectificationState } from '../../contract/findings.ts';
import { addDays, daysBetween } from '../time.ts';
import { isRunning } from './states.ts';

/** Whole days past the deadline day while not verified; 0 on that day and before. */
export const overdueDays = (state: RectificationState, deadline: string, today: string): number =>
  isRunning(state) ? Math.max(0, daysBetween(deadline, today)) : 0;

/** Every `every` days from the day of planning up to the deadline, the deadline day always among them. */
export function checkDaysOf(plannedOn: string, deadline: string, every: number | null): string[] {
  if (every === null) return [];
  const days: string[] = [];
  for (let day = addDays(plannedOn, every); day < deadline; day = addDays(day, every)) days.push(day);
  return [...days, deadline];
}

/** The first check day that no check has been made on or after; null where none is left. */
export function nextCheckDay(days: readonly string[], lastCheck: string | null): string | null {
  return days.find((day) => lastCheck === null || day > lastCheck) ?? null;
}
