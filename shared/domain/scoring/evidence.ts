// The evidence of one agent for one period as plain values. Fields are named as in the JSON of `npm run score`;
// instants are epoch milliseconds, parsed once by whoever reads them, days are text.
// What lies outside the window may be passed and is ignored.
import type { Dimension, Indicator } from '../../contract/vocabulary.ts';
import { dayOf, startOfDay } from '../time.ts';
import type { Days, PeriodKind } from '../time.ts';
import type { Upheld } from './model.ts';

/** Scored where `value` is a number, else not applicable or unanswered. Missing is never 0. */
export interface Answer {
  readonly criterion: string;
  readonly indicator: Indicator;
  /** > 0 */
  readonly weight: number;
  /** 0..1 */
  readonly value: number | null;
  readonly notApplicable: boolean;
}

interface Item {
  readonly id: string;
  /** SHA-256 of what was stored, where the caller keeps one; the result repeats it. */
  readonly digest?: string;
}

export interface Session extends Item {
  readonly at: number;
  readonly status: 'submitted' | 'withdrawn' | 'calibration';
  /** Minutes of the timed product introduction, null where none was timed. */
  readonly introductionMinutes: number | null;
  readonly answers: readonly Answer[];
  /** The standard version it was observed with; the result repeats it. */
  readonly standardVersion?: string;
}

export interface SurveyItem {
  readonly dimension: Dimension;
  /** 1..5; items that were not answered are left out. */
  readonly likert: number;
}
export interface Survey extends Item {
  readonly at: number;
  readonly items: readonly SurveyItem[];
}

export interface Check {
  /** The code, where the caller keeps it: an appeal names its item by it. */
  readonly criterion?: string;
  readonly kind: 'record' | 'file';
  /** Null: not applicable. */
  readonly passed: boolean | null;
}
export interface Review extends Item {
  readonly at: number;
  readonly checks: readonly Check[];
}

export interface ServiceRequest extends Item {
  readonly askedAt: number;
  readonly repliedAt: number | null;
  /** Solved or given a next step. */
  readonly solvedAt: number | null;
}

export interface Visit extends Item {
  readonly dueOn: string;
  readonly madeOn: string | null;
}

export interface Complaint extends Item {
  readonly at: number;
  readonly upheld: Upheld | null;
}

export interface Rectification extends Item {
  /** The deadline in force, with extensions. */
  readonly deadline: string;
  readonly verifiedAt: number | null;
}

export interface Training {
  /** From 1 January to the period's end. */
  readonly hours: number;
  /** See `trainingMonths`. */
  readonly months: number;
}

export interface Commendation extends Item {
  readonly at: number;
  readonly confirmed: boolean;
}

/** A finding on a red line, from any session, withdrawn and calibration sessions too. Only a confirmed one vetoes. */
export interface RedLine extends Item {
  readonly at: number;
  readonly clause: string;
  readonly confirmed: boolean;
}

export interface Evidence {
  readonly sessions: readonly Session[];
  readonly surveys: readonly Survey[];
  readonly reviews: readonly Review[];
  readonly requests: readonly ServiceRequest[];
  readonly visits: readonly Visit[];
  readonly complaints: readonly Complaint[];
  readonly rectifications: readonly Rectification[];
  /** Null: no training records kept. */
  readonly training: Training | null;
  readonly commendations: readonly Commendation[];
  readonly redLines: readonly RedLine[];
}

export const NO_EVIDENCE: Evidence = {
  sessions: [],
  surveys: [],
  reviews: [],
  requests: [],
  visits: [],
  complaints: [],
  rectifications: [],
  training: null,
  commendations: [],
  redLines: [],
};

export interface Period extends Days {
  readonly kind: PeriodKind;
  readonly timeZone: string;
}

/** A period with its instants, made once and used for every agent of the branch. */
export interface Window extends Period {
  readonly startsAt: number;
  readonly endsAt: number;
  /** The moment at which due things are looked at: unanswered requests, visits, rectifications. */
  readonly asOf: number;
  readonly asOfDay: string;
}

/** The instants of a period, [start, end) in its time zone, seen at `asOf`. */
export function windowOf(period: Period, asOf: number): Window {
  return {
    kind: period.kind,
    start: period.start,
    end: period.end,
    timeZone: period.timeZone,
    startsAt: startOfDay(period.start, period.timeZone),
    endsAt: startOfDay(period.end, period.timeZone),
    asOf,
    asOfDay: dayOf(asOf, period.timeZone),
  };
}

export const holdsInstant = (window: Window, at: number): boolean => window.startsAt <= at && at < window.endsAt;
export const holdsDay = (window: Window, day: string): boolean => window.start <= day && day < window.end;

/**
 * The `at` of a complaint or red line: when it happened, but a decision taken after the period of that moment was
 * finalised counts when it was decided, so that a frozen result stays true. `finalisedAt` is that of the period in
 * which it happened, null while it is open; `decidedAt` is null while undecided.
 */
export function countingInstant(happenedAt: number, decidedAt: number | null, finalisedAt: number | null): number {
  return decidedAt !== null && finalisedAt !== null && decidedAt > finalisedAt ? decidedAt : happenedAt;
}
