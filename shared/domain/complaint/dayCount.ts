// Counting days for a limit: the day it starts from is not counted, the limit ends at 24:00 of the last counted day. Working
// days leave out weekends and holidays, natural days leave out whole paused days only and never roll off a holiday.
import type { PauseKind, SkippedDays } from '../../contract/complaintClocks.ts';
import { isWorkingDay, type WorkCalendar } from '../calendar.ts';
import { addDays, dayOf, startOfDay, weekdayOf } from '../time.ts';

/** A pause as whole days: from its first day to the day before resumption; open where `until` is null. */
export interface PausedDays {
  readonly kind: PauseKind;
  readonly from: string;
  /** The day of resumption, counted again. */
  readonly until: string | null;
}

export interface DayCount {
  /** Null where an open pause comes before the last day. */
  readonly last: string | null;
  /** The counted days, in order. */
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDays[];
  readonly workedWeekends: readonly string[];
}

/** The days of one time zone and calendar. It remembers what it worked out: a ledger asks for the same days again and again. */
export interface DayLine {
  readonly next: (day: string) => string;
  readonly dayOf: (instant: number) => string;
  /** The first instant of a day. */
  readonly startOf: (day: string) => number;
  /** The midnight that ends a day. */
  readonly endOf: (day: string) => number;
  readonly isWorking: (day: string) => boolean;
  readonly isWeekend: (day: string) => boolean;
  readonly calendar: WorkCalendar;
}

const FRIDAY = 5;

function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(key);
    known.set(key, value);
    return value;
  };
}

export function dayLine(calendar: WorkCalendar, timeZone: string): DayLine {
  const next = remembered((day: string) => addDays(day, 1));
  const startOf = remembered((day: string) => startOfDay(day, timeZone));
  return {
    next,
    startOf,
    endOf: (day) => startOf(next(day)),
    dayOf: remembered((instant: number) => dayOf(instant, timeZone)),
    isWorking: remembered((day: string) => isWorkingDay(calendar, day)),
    isWeekend: remembered((day: string) => weekdayOf(day) > FRIDAY),
    calendar,
  };
}

/** Days left out, gathered into runs of one reason. */
class Skips {
  readonly runs: SkippedDays[] = [];

  add(day: string, why: Pick<SkippedDays, 'reason' | 'name' | 'pause'>, next: DayLine['next']): void {
    const run = this.runs.at(-1);
    const joins =
      run !== undefined &&
      next(run.to) === day &&
      run.reason === why.reason &&
      run.name === why.name &&
      run.pause === why.pause;
    if (joins) this.runs[this.runs.length - 1] = { ...run, to: day, days: run.days + 1 };
    else this.runs.push({ from: day, to: day, days: 1, ...why });
  }
}

/** `amount` working days after `from`. A free day is a holiday where the calendar or the law names it, else a weekend. */
export function countWorkingDays(line: DayLine, from: string, amount: number): DayCount {
  const counted: string[] = [];
  const workedWeekends: string[] = [];
  const skips = new Skips();
  for (let day = line.next(from); counted.length < amount; day = line.next(day)) {
    if (line.isWorking(day)) {
      counted.push(day);
      if (line.isWeekend(day)) workedWeekends.push(day);
      continue;
    }
    const announced = line.calendar.special.get(day) === false;
    const reason = announced || !line.isWeekend(day) ? 'holiday' : 'weekend';
    skips.add(day, { reason, name: line.calendar.names?.get(day) ?? null, pause: null }, line.next);
  }
  return { last: counted.at(-1) ?? from, counted, skipped: skips.runs, workedWeekends };
}

/** `amount` natural days after `from`, paused days left out; an open pause is listed up to `today`. */
export function countNaturalDays(
  line: DayLine,
  from: string,
  amount: number,
  pauses: readonly PausedDays[],
  today: string,
): DayCount {
  const counted: string[] = [];
  const skips = new Skips();
  for (let day = line.next(from); counted.length < amount; day = line.next(day)) {
    const pause = pauses.find((each) => each.from <= day && (each.until === null || day < each.until));
    // Only an open pause can hold every day that is left; it ends the count once today is passed.
    const open = pauses.some((each) => each.until === null && each.from <= day);
    if (open && day > today) break;
    if (pause) skips.add(day, { reason: 'paused', name: null, pause: pause.kind }, line.next);
    else counted.push(day);
  }
  const last = counted.length < amount ? null : (counted.at(-1) ?? from);
  return { last, counted, skipped: skips.runs, workedWeekends: [] };
}
