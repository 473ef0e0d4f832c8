// How often the 95% intervals hold the truth, on simulated branches whose truth is known (goal: 93 to 97 times in 100): 2 to
// 30 sessions an agent, unequal numbers of everything else, a fifth of the measures missing. The generator is fixed.
import { DIMENSIONS, INDICATORS, type Dimension, type Indicator } from '../../shared/contract/vocabulary.ts';
import { NO_EVIDENCE, windowOf, type Evidence } from '../../shared/domain/scoring/evidence.ts';
import { withIntervals } from '../../shared/domain/scoring/interval.ts';
import type { Measure } from '../../shared/domain/scoring/measure.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { assess } from '../../shared/domain/scoring/score.ts';
import type { BenchLine } from './benchLine.ts';

const BRANCHES = 150;
const AGENTS = 30;
const HOUR = 3_600_000;
const QUARTER = { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' } as const;
const WINDOW = windowOf(QUARTER, Date.UTC(2026, 9, 8));
const AT = WINDOW.startsAt + 24 * HOUR;
const OBSERVED: readonly Indicator[] = INDICATORS.slice(0, 4);

interface Random {
  /** Between 0 and 1, both excluded. */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
}

function seeded(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    between: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
  };
}

interface Simulated {
  readonly evidence: Evidence;
  /** The expectation of each measure, 0..100. */
  readonly truth: ReadonlyMap<Measure, number>;
}

type Scenario = (random: Random) => Simulated;

const held = (value: number): number => Math.min(1, Math.max(0, value));
const often = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Sessions whose values scatter around the agent's own with a mood of the day; each session lacks a fifth of the indicators. */
function sessionsOf(random: Random, truth: Map<Measure, number>): Evidence['sessions'] {
  const own = new Map(OBSERVED.map((name) => [name, 0.6 + 0.05 * random.normal()] as const));
  for (const [name, value] of own) truth.set(`observation.${name}`, 100 * value);
  const left = OBSERVED.filter(() => random.uniform() > 0.2);
  return often(random.between(2, 30)).map((index) => {
    const mood = 0.06 * random.normal();
    const answers = left
      .filter(() => random.uniform() > 0.2)
      .map((indicator) => ({
        criterion: indicator,
        indicator,
        weight: 1,
        value: held(own.get(indicator)! + mood + 0.06 * random.normal()),
        notApplicable: false,
      }));
    return { id: `s${index}`, at: AT, status: 'submitted' as const, introductionMinutes: null, answers };
  });
}

const DIMENSION_SPREAD: Readonly<Record<Dimension, readonly number[]>> = {
  attitude: [0.05, 0.1, 0.25, 0.35, 0.25],
  efficiency: [0.05, 0.15, 0.3, 0.3, 0.2],
  content: [0.1, 0.15, 0.25, 0.3, 0.2],
  followUp: [0.1, 0.2, 0.3, 0.25, 0.15],
};

function likertOf(random: Random, chances: readonly number[]): number {
  let rest = random.uniform();
  const found = chances.findIndex((chance) => (rest -= chance) < 0);
  return (found < 0 ? chances.length - 1 : found) + 1;
}

/** Surveys of all four dimensions, some items unanswered. */
function surveysOf(random: Random, truth: Map<Measure, number>): Evidence['surveys'] {
  const means = DIMENSIONS.map((dimension) =>
    DIMENSION_SPREAD[dimension].reduce((sum, chance, index) => sum + chance * index * 25, 0),
  );
  DIMENSIONS.forEach((dimension, index) => truth.set(`survey.${dimension}`, means[index]!));
  truth.set('csi', means.reduce((sum, mean) => sum + mean, 0) / means.length);
  return often(random.between(2, 20)).map((index) => ({
    id: `v${index}`,
    at: AT,
    items: DIMENSIONS.map((dimension) => ({ dimension, likert: likertOf(random, DIMENSION_SPREAD[dimension]) })),
  }));
}

function requestsOf(random: Random, truth: Map<Measure, number>): Evidence['requests'] {
  const [reply, solve] = [0.85, 0.7];
  truth.set('reply24', 100 * reply);
  truth.set('solve48', 100 * solve);
  return often(random.between(8, 40)).map((index) => ({
    id: `q${index}`,
    askedAt: AT,
    repliedAt: AT + HOUR * (random.uniform() < reply ? 5 : 30),
    solvedAt: AT + HOUR * (random.uniform() < solve ? 40 : 60),
  }));
}

function visitsOf(random: Random, truth: Map<Measure, number>): Evidence['visits'] {
  truth.set('visit', 75);
  return often(random.between(8, 30)).map((index) => ({
    id: `f${index}`,
    dueOn: '2026-08-01',
    madeOn: random.uniform() < 0.75 ? '2026-07-30' : null,
  }));
}

function reviewsOf(random: Random, truth: Map<Measure, number>): Evidence['reviews'] {
  truth.set('record', 80);
  truth.set('file', 80);
  return often(random.between(3, 12)).map((index) => ({
    id: `r${index}`,
    at: AT,
    checks: often(12).map((check) => ({
      kind: check % 2 === 0 ? ('record' as const) : ('file' as const),
      passed: random.uniform() < 0.8,
    })),
  }));
}

const sessionsOnly: Scenario = (random) => {
  const truth = new Map<Measure, number>();
  return { evidence: { ...NO_EVIDENCE, sessions: sessionsOf(random, truth) }, truth };
};

/** Every kind of evidence; a fifth of the agents lack each of the four beside the sessions. */
const everyKind: Scenario = (random) => {
  const truth = new Map<Measure, number>();
  const maybe = <T>(list: readonly T[]): readonly T[] => (random.uniform() < 0.2 ? [] : list);
  const evidence = {
    ...NO_EVIDENCE,
    sessions: sessionsOf(random, truth),
    surveys: maybe(surveysOf(random, truth)),
    reviews: maybe(reviewsOf(random, truth)),
    requests: maybe(requestsOf(random, truth)),
    visits: maybe(visitsOf(random, truth)),
  };
  return { evidence, truth };
};

/** The base that the true measures give, over those that the agent has. */
function trueBase(measures: Readonly<Record<Measure, number | null>>, truth: ReadonlyMap<Measure, number>): number {
  let [sum, total] = [0, 0];
  for (const { weight, measures: parts } of Object.values(MODEL_1.indicators)) {
    const present = parts.filter(({ measure }) => measures[measure] !== null);
    const inner = present.reduce((all, part) => all + part.weight, 0);
    if (inner === 0) continue;
    total += weight;
    sum += (weight * present.reduce((all, part) => all + part.weight * truth.get(part.measure)!, 0)) / inner;
  }
  return sum / total;
}

/** The share of intervals that hold the truth, 0..1, and how many there were. */
function coverage(scenario: Scenario, seed: number): { readonly share: number; readonly count: number } {
  const random = seeded(seed);
  let [covered, count] = [0, 0];
  for (let branch = 0; branch < BRANCHES; branch += 1) {
    const agents = often(AGENTS).map(() => scenario(random));
    withIntervals(agents.map(({ evidence }) => assess(evidence, WINDOW, MODEL_1))).forEach((score, index) => {
      if (score.interval === null) return;
      const truth = trueBase(score.measures, agents[index]!.truth);
      count += 1;
      if (score.interval.low <= truth && truth <= score.interval.high) covered += 1;
    });
  }
  return { share: covered / count, count };
}

export function benchIntervals(): Promise<BenchLine[]> {
  const line = (name: string, scenario: Scenario, seed: number): BenchLine => {
    const { share, count } = coverage(scenario, seed);
    return {
      name,
      ratio: 100 * share,
      goal: { min: 93, max: 97 },
      unit: '%',
      detail: `${count} intervals of ${BRANCHES} branches with ${AGENTS} agents`,
    };
  };
  return Promise.resolve([
    line('95% intervals that hold the truth, sessions only', sessionsOnly, 20_261_122),
    line('95% intervals that hold the truth, every kind of evidence', everyKind, 20_261_123),
  ]);
}
