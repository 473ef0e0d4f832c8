// Intervals, ranking, agreement, severity and rates (scoring model, section 6) against values worked out elsewhere.
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../shared/domain/scoring/agreement.ts';
import { NO_EVIDENCE } from '../../../shared/domain/scoring/evidence.ts';
import type { Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { withIntervals } from '../../../shared/domain/scoring/interval.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { rankingsOf } from '../../../shared/domain/scoring/ranking.ts';
import { assess } from '../../../shared/domain/scoring/score.ts';
import type { Assessment } from '../../../shared/domain/scoring/score.ts';
import { severitiesOf } from '../../../shared/domain/scoring/severity.ts';
import { t975 } from '../../../shared/domain/scoring/student.ts';
import { wilson } from '../../../shared/domain/scoring/wilson.ts';
import { answer, at, plain, quarter, session } from './quarter.ts';

const assessed = (evidence: Partial<Evidence>): Assessment =>
  assess({ ...NO_EVIDENCE, ...evidence }, quarter(), MODEL_1);

describe('rates and quantiles', () => {
  it('gives Wilson intervals', () => {
    for (const [count, total, low, high] of [
      [4, 5, 0.3755, 0.9638],
      [45, 50, 0.7864, 0.9565],
      [5, 5, 0.5655, 1],
      [0, 5, 0, 0.4345],
    ] as const) {
      const interval = wilson(count, total)!;
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
    expect(wilson(0, 0)).toBeNull();
  });

  it('gives the tables’ quantiles of t', () => {
    const table = {
      0.5: 164.557673,
      1: 12.706205,
      2: 4.302653,
      2.5: 3.574655,
      5: 2.570582,
      30: 2.042272,
      1000: 1.962339,
    };
    for (const [freedom, quantile] of Object.entries(table)) expect(t975(Number(freedom)) / quantile).toBeCloseTo(1, 5);
    expect(t975(1e7)).toBeCloseTo(1.959964, 5);
  });
});

describe('the interval', () => {
  it('is that of a mean of sessions, pooled over the branch', () => {
    // Four equal indicators make x_u the session's score: agent 1 has 60, 80; agent 2 has 50, 70, 90; agent 3 one of 75.
    const of = (...values: number[]): Assessment =>
      assessed({ sessions: values.map((value, index) => plain(`s${index}`, value / 100)) });
    const [first, second, third] = withIntervals([of(60, 80), of(50, 70, 90), of(75)]);
    // Σ y² = 2·(100 + 100) + 1.5·(400 + 0 + 400) = 1600 over Σ n = 5: σ² = 320, freedom 1 + 2 = 3.
    expect(first!.interval).toMatchObject({
      variance: expect.closeTo(160, 9) as number,
      freedom: expect.closeTo(3, 9) as number,
    });
    expect(second!.interval!.variance).toBeCloseTo(320 / 3, 9);
    // One session is not certainty: it has the spread of the others.
    expect(third!.interval!.variance).toBeCloseTo(320, 9);
    const half = 3.182446305 * Math.sqrt(160);
    expect(first!.interval!.halfWidth).toBeCloseTo(half, 6);
    expect(first!.interval!.low).toBeCloseTo(70 - half, 6);
    expect(first!.interval!.high).toBe(100);
  });

  it('adds kinds by Welch–Satterthwaite and shifts with the adjustments', () => {
    const survey = (id: string, likert: number) => ({
      id,
      at: at('2026-08-01T10:00:00'),
      items: [{ dimension: 'attitude' as const, likert }],
    });
    const evidence = {
      sessions: [session('a', [answer('attitude', 0.5)]), session('b', [answer('attitude', 0.7)])],
      surveys: [survey('v', 4), survey('w', 3), survey('x', 4)],
      complaints: [{ id: 'c', at: at('2026-08-01T10:00:00'), upheld: 'minor' as const }],
    };
    const [score] = withIntervals([assessed(evidence)]);
    // attitude 15 of 30, satisfaction 15 of 30: k = 0.35 (observation), 0.15 + 0.5 = 0.65 for the surveys' one value.
    // sessions: y² = 0.35²·2·(10² + 10²) = 49, /2 = 24.5 = σ²; /2 = 12.25, freedom 1
    // surveys 75, 50, 75: squares 69.4444·2 + 277.7778 = 416.6667; 0.65²·1.5·416.6667 = 264.0625; /3/3 = 29.3403, freedom 2
    const [sessions, surveys] = [12.25, 264.0625 / 9];
    expect(score!.interval!.variance).toBeCloseTo(sessions + surveys, 9);
    expect(score!.interval!.freedom).toBeCloseTo((sessions + surveys) ** 2 / (sessions ** 2 + surveys ** 2 / 2), 9);
    const centre = score!.base! - 1;
    expect(score!.interval!.low).toBeCloseTo(Math.max(0, centre - score!.interval!.halfWidth), 9);
  });

  it('is none where nobody in the branch tells the spread, and of no width where all are equal', () => {
    expect(withIntervals([assessed({ sessions: [plain('a', 0.5)] })])[0]!.interval).toBeNull();
    expect(withIntervals([assessed({})])[0]!.interval).toBeNull();
    const equal = withIntervals([assessed({ sessions: [plain('a', 0.5), plain('b', 0.5)] })])[0]!.interval;
    expect(equal).toMatchObject({ low: 50, high: 50, halfWidth: 0, freedom: null });
  });

  it('covers the truth about 95 times in 100, with few sessions and a fifth of the measures missing', () => {
    // A fixed generator: the share must not change from run to run. 40 branches of 30 agents.
    let state = 20_261_122;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    let [covered, all] = [0, 0];
    for (let branch = 0; branch < 40; branch += 1) {
      const truths: number[] = [];
      const agents = Array.from({ length: 30 }, () => {
        const truth = 0.6 + 0.05 * normal();
        truths.push(100 * truth);
        return assessed({
          sessions: Array.from({ length: 2 + Math.floor(random() * 29) }, (_, index) => {
            const mood = 0.06 * normal();
            const indicators = ['attitude', 'efficiency', 'content', 'compliance'] as const;
            const answers = indicators
              .filter(() => random() > 0.2)
              .map((name) => answer(name, Math.min(1, Math.max(0, truth + mood + 0.06 * normal()))));
            return session(`s${index}`, answers);
          }),
        });
      });
      withIntervals(agents).forEach(({ interval }, index) => {
        if (interval === null) return;
        all += 1;
        if (interval.low <= truths[index]! && truths[index]! <= interval.high) covered += 1;
      });
    }
    expect(all).toBeGreaterThan(1_100);
    expect(covered / all).toBeGreaterThan(0.92);
    expect(covered / all).toBeLessThan(0.975);
  });
});

describe('the ranking', () => {
  const of = (...values: number[]): Assessment =>
    assessed({ sessions: values.map((value, index) => plain(`s${index}`, value / 100)) });

  it('draws agents toward the branch, those with few sessions more, and bands them', () => {
    const branch = withIntervals([of(94, 96), of(60, 62), of(78, 80), of(93, 95, 97, 95)]);
    const [high, low, middle, sure] = rankingsOf(branch);
    // m = (95 + 61 + 79 + 95) / 4 = 82.5
    const s = branch.map(({ interval }) => interval!.variance);
    const v = (12.5 ** 2 + 21.5 ** 2 + 3.5 ** 2 + 12.5 ** 2) / 3;
    const between = v - (s[0]! + s[1]! + s[2]! + s[3]!) / 4;
    expect(high!.value).toBeCloseTo(82.5 + (12.5 * between) / (between + s[0]!), 9);
    expect(low!.value).toBeGreaterThan(61);
    expect(sure!.value).toBeGreaterThan(high!.value);
    expect([high!.band, low!.band, middle!.band]).toEqual(['front', 'rear', 'rear']);
    expect(rankingsOf(withIntervals([of(95, 55), of(60, 90), of(80, 70)])).map((each) => each!.band)).toEqual(
      Array(3).fill('middle'),
    );
  });

  it('needs three sufficient agents, leaves out the insufficient, and keeps the composite where all doubt is zero', () => {
    expect(rankingsOf(withIntervals([of(90, 91), of(80, 81), of(70)]))).toEqual([null, null, null]);
    const equal = rankingsOf(withIntervals([of(80, 80), of(80, 80), of(80, 80), of(10)]));
    expect(equal.map((each) => each?.value)).toEqual([80, 80, 80, undefined]);
  });
});

describe('agreement between assessors', () => {
  const table = ([both, first, second, neither]: readonly [number, number, number, number]) => [
    ...Array<[number, number]>(both).fill([1, 1]),
    ...Array<[number, number]>(first).fill([1, 0]),
    ...Array<[number, number]>(second).fill([0, 1]),
    ...Array<[number, number]>(neither).fill([0, 0]),
  ];

  it('matches the check values of two assessors', () => {
    for (const [counts, percent, kappa, ac1, alpha] of [
      [[90, 5, 5, 0], 0.9, -0.0526, 0.8895, -0.0474],
      [[40, 9, 6, 45], 0.85, 0.6995, 0.7007, 0.7008],
      [[85, 5, 5, 5], 0.9, 0.4444, 0.878, 0.4472],
    ] as const) {
      const result = agreementOf(table(counts), 'nominal', 2);
      expect(result.percent).toBeCloseTo(percent, 4);
      expect(result.kappa).toBeCloseTo(kappa, 4);
      expect(result.ac1).toBeCloseTo(ac1, 4);
      expect(result.alpha).toBeCloseTo(alpha, 4);
    }
  });

  it('matches Krippendorff’s published example of four assessors with gaps', () => {
    const x = null;
    const ratings = [
      [1, 1, x, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      [4, 4, 4, 4],
      [1, 1, 2, 1],
      [2, 2, 2, 2],
      [x, 5, 5, 5],
      [x, x, 1, 1],
      [x, x, 3, x],
    ];
    expect(agreementOf(ratings, 'nominal', 5).alpha).toBeCloseTo(0.743, 3);
    expect(agreementOf(ratings, 'interval', 5).alpha).toBeCloseTo(0.849, 3);
    expect(agreementOf(ratings, 'nominal', 5)).toMatchObject({ items: 11, kappa: null });
  });

  it('is not defined, and no NaN, where nothing varies or nobody shares an item', () => {
    expect(
      agreementOf(
        [
          [1, 1],
          [1, 1],
        ],
        'nominal',
        2,
      ),
    ).toEqual({ items: 2, percent: 1, ac1: 1, kappa: null, alpha: null });
    expect(agreementOf([[1, null]], 'nominal', 2)).toEqual({
      items: 0,
      percent: null,
      ac1: null,
      kappa: null,
      alpha: null,
    });
  });
});

it('compares an assessor with the others on the same agents alone', () => {
  const sessions = [
    { assessor: 'A', agent: '1', score: 70 },
    { assessor: 'B', agent: '1', score: 80 },
    { assessor: 'B', agent: '1', score: 90 },
    { assessor: 'A', agent: '2', score: 60 },
    { assessor: 'C', agent: '2', score: 64 },
    { assessor: 'C', agent: '3', score: 10 },
  ];
  expect(severitiesOf(sessions)).toEqual([
    { assessor: 'A', difference: (-15 - 4) / 2, sessions: 2 },
    { assessor: 'B', difference: 15, sessions: 2 },
    { assessor: 'C', difference: 4, sessions: 1 },
  ]);
});
