// Rates of replies, solutions and visits by agent, team and branch, with Wilson 95% intervals, and how long replies took.
// What is decided is decided as in the score: answered, or the time has run out.
import {
  RESPONSE_BANDS,
  type Rate,
  type ResponseBand,
  type ResponseRates,
  type ResponseStatistics,
} from '../../contract/responses.ts';
import { wilson } from '../scoring/wilson.ts';
import { markOf } from './marks.ts';

interface Placed {
  readonly agentId: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
}

export interface CountedRequest extends Placed {
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly repliedAt: number | null;
  readonly solvedAt: number | null;
}

export interface CountedVisit extends Placed {
  readonly dueOn: string;
  readonly madeOn: string | null;
}

const HOUR = 3_600_000;
const BAND_HOURS = { h1: 1, h4: 4, h8: 8, h24: 24, h48: 48 } as const;

/** The band of a reply; the upper end belongs to it. */
export function bandOf(askedAt: number, repliedAt: number | null): ResponseBand {
  if (repliedAt === null) return 'none';
  const hours = (repliedAt - askedAt) / HOUR;
  const within = (Object.keys(BAND_HOURS) as (keyof typeof BAND_HOURS)[]).find((band) => hours <= BAND_HOURS[band]);
  return within ?? 'later';
}

/** @param decisions true for met, false for missed, null where nothing is decided yet */
export function rateOf(decisions: readonly (boolean | null)[]): Rate {
  const decided = decisions.filter((one) => one !== null);
  const met = decided.filter(Boolean).length;
  const interval = wilson(met, decided.length);
  const rate = decided.length === 0 ? null : met / decided.length;
  return { met, decided: decided.length, rate, low: interval?.low ?? null, high: interval?.high ?? null };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly requests: CountedRequest[];
  readonly visits: CountedVisit[];
}

const mark = (kind: 'reply' | 'solve', askedAt: number, doneAt: number | null, asOf: number): boolean | null => {
  const { state } = markOf(kind, askedAt, doneAt, asOf);
  return state === 'running' ? null : state === 'met';
};

function ratesOf({ key, name, detail, requests, visits }: Group, asOf: number, asOfDay: string): ResponseRates {
  const hours = requests.flatMap(({ askedAt, repliedAt }) =>
    repliedAt === null ? [] : [(repliedAt - askedAt) / HOUR],
  );
  return {
    ...{ key, name, detail },
    requests: requests.length,
    reply24: rateOf(requests.map(({ askedAt, repliedAt }) => mark('reply', askedAt, repliedAt, asOf))),
    solve48: rateOf(requests.map(({ askedAt, solvedAt }) => mark('solve', askedAt, solvedAt, asOf))),
    visits: visits.length,
    visit: rateOf(visits.map(({ dueOn, madeOn }) => (dueOn > asOfDay ? null : madeOn !== null && madeOn <= dueOn))),
    medianHours: median(hours),
  };
}

/** The statistics of the rows given, seen at `asOf` (epoch milliseconds) on `asOfDay`. */
export function responseStatistics(
  requests: readonly CountedRequest[],
  visits: readonly CountedVisit[],
  asOf: number,
  asOfDay: string,
): ResponseStatistics {
  const grouped = (keyOf: (row: Placed) => Pick<Group, 'key' | 'name' | 'detail'>): ResponseRates[] => {
    const groups = new Map<string, Group>();
    const groupOf = (row: Placed): Group => {
      const head = keyOf(row);
      const known = groups.get(head.key) ?? { ...head, requests: [], visits: [] };
      groups.set(head.key, known);
      return known;
    };
    for (const row of requests) groupOf(row).requests.push(row);
    for (const row of visits) groupOf(row).visits.push(row);
    return [...groups.values()]
      .map((group) => ratesOf(group, asOf, asOfDay))
      .sort((a, b) => (a.detail + a.name < b.detail + b.name ? -1 : 1));
  };
  const bands = Object.fromEntries(RESPONSE_BANDS.map((band) => [band, 0])) as Record<ResponseBand, number>;
  for (const { askedAt, repliedAt } of requests) bands[bandOf(askedAt, repliedAt)] += 1;
  const whole = { key: 'whole', name: '', detail: '', requests: [...requests], visits: [...visits] };
  return {
    whole: ratesOf(whole, asOf, asOfDay),
    branches: grouped(({ branchId, branchName }) => ({ key: branchId, name: branchName, detail: '' })),
    teams: grouped(({ branchId, branchName, team }) => ({
      key: `${branchId} ${team}`,
      name: team,
      detail: branchName,
    })),
    agents: grouped(({ agentId, agentName, employeeNumber }) => ({
      ...{ key: agentId, name: agentName, detail: employeeNumber },
    })),
    bands,
  };
}
