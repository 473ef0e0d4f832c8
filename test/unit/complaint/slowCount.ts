// A second, slow count of days, written without the product's own day arithmetic: days by UTC noon, local days and midnights
// by asking the runtime's formatter.
import type { WorkCalendar } from '../../../shared/domain/calendar.ts';

const DAY = 86_400_000;

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant in a time zone. */
export function localDay(instant: number, timeZone: string): string {
  const known = formatters.get(timeZone);
  const formatter =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, formatter);
  return formatter.format(instant);
}

/** The first instant of a day in a time zone, searched for. */
export function localMidnight(day: string, timeZone: string): number {
  let before = Date.parse(`${day}T12:00:00Z`) - 2 * DAY;
  let within = Date.parse(`${day}T12:00:00Z`) + 2 * DAY;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDay(middle, timeZone) < day) before = middle;
    else within = middle;
  }
  return within;
}

/** The nth working day after a day, the day after that, and how many days were left out. */
export function slowWorking(calendar: WorkCalendar, from: string, amount: number) {
  let left = amount;
  let skipped = 0;
  let day = from;
  while (left > 0) {
    day = later(day, 1);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const announced = calendar.special.get(day);
    // New Year's Day is free by law, in a year not yet announced too.
    const worked = announced ?? (weekday !== 0 && weekday !== 6 && !day.endsWith('-01-01'));
    if (worked) left -= 1;
    else skipped += 1;
  }
  return { last: day, after: later(day, 1), skipped };
}

/** The nth day after a day that lies in no pause, and the day after that; none where an open pause comes first. */
export function slowNatural(from: string, amount: number, pauses: readonly { from: string; until: string | null }[]) {
  const paused = new Set<string>();
  for (const pause of pauses)
    for (let day = pause.from; day < (pause.until ?? ''); day = later(day, 1)) paused.add(day);
  const open = pauses.filter(({ until }) => until === null).map((pause) => pause.from);
  let left = amount;
  let day = from;
  while (left > 0) {
    day = later(day, 1);
    if (open.some((since) => since <= day)) return null;
    if (!paused.has(day)) left -= 1;
  }
  return { last: day, after: later(day, 1) };
}
