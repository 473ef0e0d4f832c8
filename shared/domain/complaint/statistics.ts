// Figures of complaints (6.5): how many for what was done, in time, again, sent back, and the Pareto of what lies behind them.
import { LIMITS, type LimitName, type LimitState } from '../../contract/complaintClocks.ts';
import type { ComplaintFigures, ComplaintStatistics, PerRate } from '../../contract/complaintStatistics.ts';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_STATES,
  COMPLAINT_SUBCLASSES,
  CONCLUSIONS,
  ROOT_CAUSES,
  type ComplaintCategory,
  type ComplaintState,
  type ComplaintSubclass,
  type Conclusion,
  type RootCause,
} from '../../contract/complaintWords.ts';
import { pareto } from '../dashboard/pareto.ts';
import { rateOf } from '../responses/statistics.ts';
import { wilson } from '../scoring/wilson.ts';
import { addMonths } from '../time.ts';

/** A case, joined ones left out by the caller. */
export interface CountedComplaint {
  /** Of receipt. */
  readonly day: string;
  readonly state: ComplaintState;
  readonly withdrawn: boolean;
  readonly major: boolean;
  readonly repeat: boolean;
  readonly category: ComplaintCategory;
  readonly subclass: ComplaintSubclass | null;
  readonly cause: RootCause | null;
  readonly conclusion: Conclusion | null;
  /** Null: no joint review yet. */
  readonly sentBack: boolean | null;
  readonly limits: readonly { readonly limit: LimitName; readonly state: LimitState }[];
  readonly satisfaction: number | null;
  /** Natural days from receipt to the notice; null while it is not told. */
  readonly daysToNotice: number | null;
  readonly agentId: string | null;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
}

/** The performance figures of one agent and month; null where one was not recorded. */
export interface BaseFigure {
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly month: string;
  readonly services: number | null;
  readonly policies: number | null;
  /** Clients at the month's beginning. */
  readonly clients: number | null;
}

const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
};

/** Clients are a stock, not a flow: of each agent those of the last month that is recorded. */
function clientsOf(bases: readonly BaseFigure[]): number | null {
  const recorded = bases.filter(({ clients }) => clients !== null);
  const last = [...Map.groupBy(recorded, ({ agentId }) => agentId).values()].map((own) =>
    own.reduce((latest, one) => (one.month > latest.month ? one : latest)),
  );
  return sum(last.map(({ clients }) => clients));
}

/** Complaints for every `per` of the base with Wilson's interval; none where the base is missing or smaller than the count. The base is shown whole. */
export function perRate(count: number, base: number | null, per: number): PerRate {
  const interval = base === null || base < count ? null : wilson(count, base);
  const whole = base === null ? null : Math.round(base);
  if (base === null || interval === null) return { count, base: whole, per, rate: null, low: null, high: null };
  return { count, base: whole, per, rate: (count / base) * per, low: interval.low * per, high: interval.high * per };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const inTime = (limits: CountedComplaint['limits'], name: LimitName): boolean | null => {
  const state = limits.find(({ limit }) => limit === name)?.state;
  return state === 'met' ? true : state === 'missed' ? false : null;
};

interface Head {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

function figuresOf(head: Head, rows: readonly CountedComplaint[], bases: readonly BaseFigure[]): ComplaintFigures {
  const marks = rows.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]));
  const count = (of: (row: CountedComplaint) => boolean): number => rows.filter(of).length;
  return {
    ...head,
    complaints: rows.length,
    open: count(({ state }) => state !== 'archived'),
    withdrawn: count(({ withdrawn }) => withdrawn),
    major: count(({ major }) => major),
    conclusions: Object.fromEntries(
      CONCLUSIONS.map((one) => [one, count(({ conclusion }) => conclusion === one)]),
    ) as ComplaintFigures['conclusions'],
    perServices: perRate(rows.length, sum(bases.map(({ services }) => services)), 1_000),
    perPolicies: perRate(rows.length, sum(bases.map(({ policies }) => policies)), 10_000),
    perClients: perRate(rows.length, clientsOf(bases), 10_000),
    onTime: Object.fromEntries(
      LIMITS.map((limit) => [limit, rateOf(rows.map(({ limits }) => inTime(limits, limit)))]),
    ) as ComplaintFigures['onTime'],
    repeat: rateOf(rows.map(({ repeat }) => repeat)),
    sentBack: rateOf(rows.map(({ sentBack }) => sentBack)),
    satisfaction: {
      mean: marks.length === 0 ? null : marks.reduce((total, mark) => total + mark, 0) / marks.length,
      count: marks.length,
    },
    medianDays: median(rows.flatMap(({ daysToNotice }) => (daysToNotice === null ? [] : [daysToNotice]))),
  };
}

const teamKey = ({ branchId, team }: { readonly branchId: string; readonly team: string }): string =>
  `${branchId} ${team}`;

const byCount = (a: ComplaintFigures, b: ComplaintFigures): number =>
  b.complaints - a.complaints || (a.key < b.key ? -1 : 1);

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

const shares = <Key>(keys: readonly Key[], countOf: (key: Key) => number) =>
  pareto(keys, countOf).map(({ item, count, share, cumulative }) => ({ key: item, count, share, cumulative }));

export interface StatisticsInput {
  readonly rows: readonly CountedComplaint[];
  readonly bases: readonly BaseFigure[];
  /** Both days inside. */
  readonly from: string;
  readonly to: string;
  readonly unknownYears: readonly number[];
}

/** The statistics of the cases given. Agents and teams without a complaint are left out; months are not. */
export function complaintStatisticsOf({ rows, bases, from, to, unknownYears }: StatisticsInput): ComplaintStatistics {
  const grouped = (
    own: readonly CountedComplaint[],
    keyOf: (row: CountedComplaint) => string,
    headOf: (row: CountedComplaint) => Omit<Head, 'key'>,
    baseKey: (base: BaseFigure) => string,
  ): ComplaintFigures[] => {
    const baseGroups = Map.groupBy(bases, baseKey);
    return [...Map.groupBy(own, keyOf)]
      .map(([key, group]) => figuresOf({ key, ...headOf(group[0]!) }, group, baseGroups.get(key) ?? []))
      .sort(byCount);
  };
  const named = rows.filter(({ agentId }) => agentId !== null);
  const subclasses = COMPLAINT_CATEGORIES.flatMap((category) =>
    [null, ...COMPLAINT_SUBCLASSES].map((subclass) => ({ category, subclass })),
  );
  return {
    whole: figuresOf({ key: '', name: '', detail: '' }, rows, bases),
    branches: grouped(
      rows,
      ({ branchId }) => branchId,
      ({ branchName }) => ({ name: branchName, detail: '' }),
      ({ branchId }) => branchId,
    ),
    teams: grouped(named, teamKey, ({ team, branchName }) => ({ name: team, detail: branchName }), teamKey),
    agents: grouped(
      named,
      ({ agentId }) => agentId ?? '',
      ({ agentName, employeeNumber }) => ({ name: agentName, detail: employeeNumber }),
      ({ agentId }) => agentId,
    ),
    months: monthsOf(from, to).map((month) =>
      figuresOf(
        { key: month, name: month, detail: '' },
        rows.filter(({ day }) => day.startsWith(month)),
        bases.filter((base) => base.month === month),
      ),
    ),
    states: Object.fromEntries(
      COMPLAINT_STATES.map((state) => [state, rows.filter((row) => row.state === state).length]),
    ) as ComplaintStatistics['states'],
    categories: shares(COMPLAINT_CATEGORIES, (key) => rows.filter(({ category }) => category === key).length),
    subclasses: shares(
      subclasses,
      (key) => rows.filter((row) => row.category === key.category && row.subclass === key.subclass).length,
    ),
    causes: shares(ROOT_CAUSES, (key) => rows.filter(({ cause }) => cause === key).length),
    unknownYears: [...unknownYears],
  };
}
