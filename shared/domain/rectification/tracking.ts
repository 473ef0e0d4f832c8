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

/**
 * The first check day that no check has been made on or after; null where none is left. `lastCheck` is a day or null. As a walk over
 * `checkDaysOf` finds it, without the walk.
 */
export function nextCheckOn(
  plannedOn: string,
  deadline: string,
  every: number | null,
  lastCheck: string | null,
): string | null {
  if (every === null || (lastCheck !== null && lastCheck >= deadline)) return null;
  const gone = lastCheck === null ? 0 : Math.max(0, Math.floor(daysBetween(plannedOn, lastCheck) / every));
  const next = addDays(plannedOn, (gone + 1) * every);
  return next < deadline ? next : deadline;
}
