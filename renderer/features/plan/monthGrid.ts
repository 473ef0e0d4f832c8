// The weeks of a month as a calendar shows them: Monday first, the days of the months beside it left empty.
import { addDays, eachDay, periodOf, weekdayOf } from '../../../shared/domain/time.ts';

const WEEK = 7;

/** Keys of the words `plan.calendar.weekdays`, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Rows of seven; null before the first and after the last day of the month. */
export function weeksOf(month: string): (string | null)[][] {
  const days = eachDay(periodOf('month', month));
  const before = weekdayOf(days[0]!) - 1;
  const cells: (string | null)[] = [...Array<null>(before).fill(null), ...days];
  while (cells.length % WEEK !== 0) cells.push(null);
  return Array.from({ length: cells.length / WEEK }, (_, at) => cells.slice(at * WEEK, at * WEEK + WEEK));
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };

/** Where a key leads from a day, within `first` to `last`; null for a key that leads nowhere. */
export function dayByKey(key: string, day: string, first: string, last: string): string | null {
  const step = STEPS[key];
  const held = (wanted: string): string => (wanted < first ? first : wanted > last ? last : wanted);
  if (step !== undefined) return held(addDays(day, step));
  if (key === 'PageUp') return held(addDays(periodOf('month', day).start, -1));
  if (key === 'PageDown') return held(periodOf('month', day).end);
  return null;
}
