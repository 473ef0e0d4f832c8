// Days, months, periods and instants: the only door to Temporal. No date arithmetic is made by hand elsewhere.
// A day is text, 2026-08-01, and compares as text; an instant is a number, epoch milliseconds, and is parsed once.
import { Temporal } from '@js-temporal/polyfill';

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A half-open stretch of days: `start` belongs to it, `end` is the first day after it. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether the text is a day that exists: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  // The engine lets 2026-02-30 run over into March; only a day that exists comes back as it went in.
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Epoch milliseconds of an ISO 8601 instant with Z or an offset; finer digits are cut. Null for anything else. */
export function parseInstant(text: string): number | null {
  const day = INSTANT.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return null;
  return Date.parse(text);
}

/** Whether the runtime knows the time zone (Asia/Shanghai, UTC, +08:00). */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The first instant of a day in a time zone: its midnight, or the first moment after it where summer time skips it. */
export function startOfDay(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The midnight that ends a day: the first instant of the next. */
export function endOfDay(day: string, timeZone: string): number {
  return startOfDay(addDays(day, 1), timeZone);
}

interface KnownDay {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

const DAY_LENGTH = 86_400_000;
const MOST_KNOWN = 4_096;
/** Days met before, by time zone and UTC day: a ledger of thousands asks for the same ones again and again. */
const knownDays = new Map<string, KnownDay[]>();

/** The day on which an instant falls in a time zone. */
export function dayOf(instant: number, timeZone: string): string {
  const key = `${timeZone} ${Math.floor(instant / DAY_LENGTH)}`;
  const near = knownDays.get(key);
  for (const { day, start, end } of near ?? []) if (instant >= start && instant < end) return day;
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const [start, end] = [startOfDay(day, timeZone), endOfDay(day, timeZone)];
  // A day on which the clocks change may come in pieces.
  if (end - start !== DAY_LENGTH || instant < start || instant >= end) return day;
  if (knownDays.size >= MOST_KNOWN) knownDays.clear();
  knownDays.set(key, [...(near ?? []), { day, start, end }]);
  return day;
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Every day of a stretch, in order. */
export function eachDay({ start, end }: Days): string[] {
  const last = Temporal.PlainDate.from(end);
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(start); Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Calendar months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** What part of a month (2026-03) lies in the days, 0..1. A month's figure is shared out evenly over its days. */
export function shareOfMonth(month: string, { start, end }: Days): number {
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  const [from, to] = [first > start ? first : start, next < end ? next : end];
  return Math.max(0, daysBetween(from, to)) / daysBetween(first, next);
}

/** Whole calendar months from one day to another, 0 where the second is not later. */
export function wholeMonths(from: string, to: string): number {
  return Math.max(0, Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'month' }).months);
}

/** The month, quarter or calendar year in which a day lies. */
export function periodOf(kind: PeriodKind, day: string): Days {
  const date = Temporal.PlainDate.from(day);
  const length = MONTHS[kind];
  const start = date.with({ day: 1, month: Math.floor((date.month - 1) / length) * length + 1 });
  return { start: start.toString(), end: start.add({ months: length }).toString() };
}

/** The period `steps` periods later (earlier where negative). */
export function shiftPeriod(kind: PeriodKind, start: string, steps: number): Days {
  return periodOf(kind, addMonths(start, MONTHS[kind] * steps));
}

/** The local time of an instant as a name for a file: 2026-11-22 093000. */
export function localStamp(instant: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ').replaceAll(':', '');
}

/**
 * The instant of a local time (14:05) on a day in a time zone: the later one where summer time skips it, the earlier
 * where it comes twice. Null where either is none.
 */
export function instantAt(day: string, time: string, timeZone: string): number | null {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The civil time of an instant without its zone: 2026-07-03T10:00:00, cut to the second or the millisecond. */
export function civilTime(
  instant: number,
  timeZone: string,
  smallestUnit: 'second' | 'millisecond' = 'second',
): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit });
}
