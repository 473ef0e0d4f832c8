// The two clocks of a complaint: the internal limits of 6.2 and 6.3 over working days with 调休, and the law's natural days
// (Art. 18, 20, 43). Both run from receipt, whichever ends first binds, and a tie names every limit that it ties.
import type {
  Binding,
  ClockLimit,
  ComplaintClocks,
  LimitCount,
  LimitName,
  LimitState,
  PauseKind,
  StatutoryTerm,
} from '../../contract/complaintClocks.ts';
import type { WorkCalendar } from '../calendar.ts';
import {
  countNaturalDays,
  countWorkingDays,
  dayLine,
  type DayCount,
  type DayLine,
  type PausedDays,
} from './dayCount.ts';

const HOUR = 3_600_000;
export const ACCEPTANCE_HOURS = 24;
export const INVESTIGATION_HOURS = 48;
/** Working days from receipt to the answer (6.2). */
export const HANDLING_WORKING_DAYS = 7;
/** Working days from handling to the answer (6.3). */
export const FEEDBACK_WORKING_DAYS = 2;
/** Natural days from receipt to decision and notice; complex; complex and extended (Art. 18). */
export const DECISION_DAYS = { ordinary: 15, complex: 30, extended: 60 } as const;
/** Natural days after the notice to ask for a re-examination, and from the request to answer it (Art. 20). */
export const REEXAMINATION_DAYS = 30;
/** Parts of a limit's own time left at which it turns amber and red. Our own defaults. */
export const AMBER_SHARE = 1 / 3;
export const RED_SHARE = 1 / 6;

/** What happened to a case and when, epoch milliseconds; nothing in it is later than the moment of the reckoning. */
export interface ComplaintFacts {
  readonly receivedAt: number;
  readonly acceptedAt: number | null;
  readonly firstInvestigatedAt: number | null;
  /** From when the answer is due in 2 working days: the handling that stands, null again while a review has sent the case back. */
  readonly handledAt: number | null;
  /** When the complainant had the answer that stands: null again after a send-back or new facts, until answered anew. */
  readonly answeredAt: number | null;
  /** A withdrawal stops every clock, at the moment at which it was recorded. */
  readonly withdrawnAt: number | null;
  /** When it was marked as complex: lengthens the term in which it was, before that ran out. New facts make it ordinary again. */
  readonly complexAt: readonly number[];
  /** Approved extensions; each lengthens the complex term in which it was approved, before that ran out. */
  readonly extensions: readonly number[];
  /** One that was recorded after the term had run out revives nothing. `recordedAt` is `from` where it is left out. */
  readonly pauses: readonly {
    readonly kind: PauseKind;
    readonly from: number;
    readonly to: number | null;
    readonly recordedAt?: number;
  }[];
  /** New facts, each beginning a full new term. */
  readonly restarts: readonly Restart[];
  readonly reexamination: { readonly requestedAt: number; readonly decidedAt: number | null } | null;
}

interface Restart {
  readonly at: number;
  readonly reason: string;
  /** What became of the term before is judged at this moment; `at` where it is left out. */
  readonly recordedAt?: number;
  /** The answer that the complainant had had when the new facts came. */
  readonly answeredBefore?: number | null;
}

interface Run {
  readonly limit: LimitName;
  readonly startsAt: number;
  readonly doneAt: number | null;
  /** When it ceased to matter without being done: a withdrawal, or new facts. */
  readonly stoppedAt: number | null;
}

const isOpen = (state: LimitState): boolean => state === 'green' || state === 'amber' || state === 'red';

/** Green, amber or red by the part of a limit's own time that is left, 0..1. */
const paceOf = (share: number): LimitState => (share <= RED_SHARE ? 'red' : share <= AMBER_SHARE ? 'amber' : 'green');

/** `late`: whether an instant is past the limit's end. */
function stateOf(
  run: Run,
  endsAt: number | null,
  now: number,
  late: (at: number) => boolean,
  share: number,
): LimitState {
  if (run.doneAt !== null) return endsAt !== null && late(run.doneAt) ? 'missed' : 'met';
  if (run.stoppedAt !== null) return endsAt !== null && late(run.stoppedAt) ? 'missed' : 'stopped';
  if (endsAt === null) return 'stopped';
  return late(now) ? 'missed' : paceOf(share);
}

function hourLimit(run: Run, hours: number, now: number): ClockLimit {
  const endsAt = run.startsAt + hours * HOUR;
  const share = (endsAt - now) / (hours * HOUR);
  return {
    limit: run.limit,
    state: stateOf(run, endsAt, now, (at) => at > endsAt, share),
    startsAt: run.startsAt,
    endsAt,
    doneAt: run.doneAt,
    count: { unit: 'hours', amount: hours },
  };
}

function dayLimit(
  line: DayLine,
  run: Run,
  unit: 'working' | 'natural',
  days: DayCount,
  amount: number,
  now: number,
): ClockLimit {
  const { last, counted } = days;
  const endsAt = last === null ? null : line.endOf(last);
  const from = line.dayOf(run.startsAt);
  const today = line.dayOf(now);
  const left = counted.filter((day) => day >= today).length + (last === null ? amount - counted.length : 0);
  const begun = counted.includes(today) ? (now - line.startOf(today)) / (line.endOf(today) - line.startOf(today)) : 0;
  const years = new Set([from, ...counted].map((day) => Number(day.slice(0, 4))));
  const count: LimitCount = {
    unit,
    amount,
    from,
    last,
    skipped: [...days.skipped],
    workedWeekends: [...days.workedWeekends],
    unknownYears: unit === 'natural' ? [] : [...years].filter((year) => !line.calendar.years.has(year)),
    left,
  };
  return {
    limit: run.limit,
    state: stateOf(run, endsAt, now, (at) => endsAt !== null && at >= endsAt, (left - begun) / amount),
    startsAt: run.startsAt,
    endsAt,
    doneAt: run.doneAt,
    count,
  };
}

const workingLimit = (line: DayLine, run: Run, amount: number, now: number): ClockLimit =>
  dayLimit(line, run, 'working', countWorkingDays(line, line.dayOf(run.startsAt), amount), amount, now);

function naturalLimit(line: DayLine, run: Run, amount: number, pauses: readonly PausedDays[], now: number): ClockLimit {
  const days = countNaturalDays(line, line.dayOf(run.startsAt), amount, pauses, line.dayOf(now));
  return dayLimit(line, run, 'natural', days, amount, now);
}

function internalLimits(line: DayLine, facts: ComplaintFacts, now: number): ClockLimit[] {
  const run = (limit: LimitName, startsAt: number, doneAt: number | null): Run => ({
    limit,
    startsAt,
    doneAt,
    stoppedAt: facts.withdrawnAt,
  });
  const { receivedAt, handledAt, answeredAt } = facts;
  const waiting: ClockLimit = {
    limit: 'feedback',
    state: facts.withdrawnAt === null ? 'waiting' : 'stopped',
    startsAt: null,
    endsAt: null,
    doneAt: null,
    count: null,
  };
  return [
    hourLimit(run('acceptance', receivedAt, facts.acceptedAt), ACCEPTANCE_HOURS, now),
    hourLimit(run('investigation', receivedAt, facts.firstInvestigatedAt), INVESTIGATION_HOURS, now),
    workingLimit(line, run('handling', receivedAt, answeredAt), HANDLING_WORKING_DAYS, now),
    handledAt === null
      ? waiting
      : workingLimit(line, run('feedback', handledAt, answeredAt), FEEDBACK_WORKING_DAYS, now),
  ];
}

type TimedPause = PausedDays & { readonly recordedAt: number };

/** What is granted, or stops the clock, in the order in which it was recorded. */
type Grant = { readonly kind: 'complex' | 'extension'; readonly recordedAt: number } | TimedPause;

/** The runs of the statutory clock: the first from receipt, another from each of the new facts. */
function statutoryTerms(
  line: DayLine,
  facts: ComplaintFacts,
  pauses: readonly TimedPause[],
  now: number,
): StatutoryTerm[] {
  const { receivedAt, answeredAt, withdrawnAt, complexAt, extensions } = facts;
  const restarts = facts.restarts
    .map((one) => ({ ...one, recordedAt: one.recordedAt ?? one.at }))
    .toSorted((one, other) => one.at - other.at);
  const starts = [{ at: receivedAt, reason: null, recordedAt: receivedAt }, ...restarts];
  const granted = (kind: 'complex' | 'extension', instants: readonly number[]): Grant[] =>
    instants.map((recordedAt) => ({ kind, recordedAt }));
  const grants = [...granted('complex', complexAt), ...granted('extension', extensions), ...pauses].toSorted(
    (one, other) => one.recordedAt - other.recordedAt,
  );
  return starts.map(({ at, reason, recordedAt: since }, index) => {
    const next = restarts[index] ?? null;
    const told = next === null ? answeredAt : (next.answeredBefore ?? null);
    const run: Run = {
      limit: 'decision',
      startsAt: at,
      doneAt: told !== null && told >= at && (next === null || told < next.recordedAt) ? told : null,
      stoppedAt: next === null ? withdrawnAt : next.recordedAt,
    };
    let days: StatutoryTerm['days'] = DECISION_DAYS.ordinary;
    // A pause that was recorded in an earlier term reaches into this one.
    const before = pauses.filter(({ recordedAt }) => recordedAt < since);
    const counted: PausedDays[] = [...before];
    const count = (): ClockLimit => naturalLimit(line, run, days, counted, now);
    for (const grant of grants) {
      if (grant.recordedAt < since || (next !== null && grant.recordedAt >= next.recordedAt)) continue;
      const { endsAt } = count();
      if (endsAt !== null && grant.recordedAt >= endsAt) continue;
      if ('from' in grant) counted.push(grant);
      else if (grant.kind === 'complex' && days === DECISION_DAYS.ordinary) days = DECISION_DAYS.complex;
      else if (grant.kind === 'extension' && days === DECISION_DAYS.complex) days = DECISION_DAYS.extended;
    }
    return { ...count(), days, restartReason: reason };
  });
}

function reexaminationOf(line: DayLine, facts: ComplaintFacts, now: number): ComplaintClocks['reexamination'] {
  const { reexamination: asked, answeredAt } = facts;
  if (answeredAt === null && !asked) return null;
  const notice = answeredAt === null ? null : line.dayOf(answeredAt);
  const until = notice === null ? null : countNaturalDays(line, notice, REEXAMINATION_DAYS, [], notice).last;
  if (!asked) return { until, askedInTime: null, limit: null };
  const run: Run = {
    limit: 'reexamination',
    startsAt: asked.requestedAt,
    doneAt: asked.decidedAt,
    stoppedAt: facts.withdrawnAt,
  };
  return {
    until,
    askedInTime: until === null ? null : line.dayOf(asked.requestedAt) <= until,
    limit: naturalLimit(line, run, REEXAMINATION_DAYS, [], now),
  };
}

/** The earliest end of what is still to be done; null where nothing is. */
function earliest(limits: readonly ClockLimit[]): Binding | null {
  const open = limits.flatMap(({ limit, state, doneAt, endsAt }) =>
    doneAt === null && endsAt !== null && (isOpen(state) || state === 'missed') ? [{ limit, endsAt }] : [],
  );
  if (open.length === 0) return null;
  const endsAt = Math.min(...open.map((each) => each.endsAt));
  return { limits: open.filter((each) => each.endsAt === endsAt).map((each) => each.limit), endsAt };
}

/**
 * The clocks of the complaints of one calendar and time zone: a function of a case's facts and the moment of the reckoning,
 * both epoch milliseconds. Keep it for a whole list: it remembers days.
 */
export function complaintClockReader(
  calendar: WorkCalendar,
  timeZone: string,
): (facts: ComplaintFacts, now: number) => ComplaintClocks {
  const line = dayLine(calendar, timeZone);
  return (facts, now) => {
    const timed = facts.pauses.map(({ kind, from, to, recordedAt = from }) => ({
      kind,
      from: line.dayOf(from),
      until: to === null ? null : line.dayOf(to),
      recordedAt,
    }));
    const pauses = timed.map(({ kind, from, until }) => ({ kind, from, until }));
    const internal = internalLimits(line, facts, now);
    const statutory = statutoryTerms(line, facts, timed, now);
    const reexamination = reexaminationOf(line, facts, now);
    // Only the last term runs; those that new facts replaced are history.
    const running = facts.withdrawnAt === null ? [...internal, ...statutory.slice(-1)] : [];
    const asked = facts.withdrawnAt === null && reexamination?.limit ? [reexamination.limit] : [];
    const counts = [...internal, ...statutory].map(({ count }) => count);
    const unknown = new Set(counts.flatMap((count) => (count?.unit === 'working' ? count.unknownYears : [])));
    return {
      internal,
      statutory,
      reexamination,
      binding: earliest([...running, ...asked]),
      answerDue: earliest(running.filter(({ limit }) => limit !== 'acceptance' && limit !== 'investigation')),
      pauses: pauses.map((pause) => ({ ...pause, days: pausedDays(line, pause, now) })),
      unknownYears: [...unknown].toSorted((one, other) => one - other),
      now,
    };
  };
}

/** Whole days of a pause, an open one up to and with today. */
function pausedDays(line: DayLine, { from, until }: PausedDays, now: number): number {
  const end = until ?? line.next(line.dayOf(now));
  let days = 0;
  for (let day = from; day < end; day = line.next(day)) days += 1;
  return days;
}
