// The engine against a second implementation, as SQL, on random branches. Would catch: any rule of the scoring model that
// one of the two got wrong, and any that the two read differently.
import { fc, test } from '@fast-check/vitest';
import { afterAll, describe, expect } from 'vitest';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { windowOf, type Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { withIntervals } from '../../../shared/domain/scoring/interval.ts';
import { MEASURES } from '../../../shared/domain/scoring/measure.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { rankingsOf, type Ranking } from '../../../shared/domain/scoring/ranking.ts';
import { assess, type PeriodScore } from '../../../shared/domain/scoring/score.ts';
import { t975 } from '../../../shared/domain/scoring/student.ts';
import { sqlScorer, type SqlScore } from '../../support/scoringSql.ts';
import { anyEvidence, fullEvidence } from './arbitrary.ts';
import { at, QUARTER } from './quarter.ts';

const BRANCHES = 1000;
const scorer = sqlScorer();

/** Within 1e-9, relative above 1. */
function near(own: number | null, other: number | null, what: string): void {
  if (own === null || other === null) expect([what, own], what).toEqual([what, other]);
  else if (Math.abs(own - other) > 1e-9 * Math.max(1, Math.abs(own)))
    throw new Error(`${what}: the engine has ${own}, SQL ${other}`);
}

function compareInterval(own: PeriodScore, other: SqlScore): void {
  near(own.interval?.variance ?? null, other.variance, 'variance');
  if (!own.interval || other.variance === null || other.parts === null || own.base === null) return;
  const { freedom, halfWidth, low, high } = own.interval;
  const half = other.variance === 0 ? 0 : t975(other.variance ** 2 / other.parts) * Math.sqrt(other.variance);
  expect(freedom === null).toBe(other.variance === 0);
  near(halfWidth, half, 'half-width');
  const centre = own.base + other.complaints + other.rectifications + other.training + other.commendations;
  near(low, Math.min(100, Math.max(0, centre - half)), 'low end');
  near(high, Math.min(100, Math.max(0, centre + half)), 'high end');
}

function compare(own: PeriodScore, ranking: Ranking | null, other: SqlScore): void {
  near(own.base, other.base, 'base');
  near(own.coverage, other.coverage, 'coverage');
  for (const name of ['complaints', 'rectifications', 'training', 'commendations'] as const)
    near(own.adjustments[name].points, other[name], name);
  near(own.composite, other.composite, 'composite');
  near(own.graded, other.graded, 'graded');
  expect([own.grade, own.vetoed, own.sufficient, own.sessions]).toEqual([
    other.grade,
    other.vetoed === 1,
    other.sufficient === 1,
    other.sessions,
  ]);
  compareInterval(own, other);
  near(ranking?.value ?? null, other.ranking, 'ranking value');
  if (ranking && own.interval && other.mean !== null) {
    const { low, high } = own.interval;
    // A mean that touches an end to the last digit may fall on either side.
    if (Math.abs(low - other.mean) > 1e-9 && Math.abs(high - other.mean) > 1e-9)
      expect(ranking.band).toBe(low > other.mean ? 'front' : high < other.mean ? 'rear' : 'middle');
  }
}

describe('a second implementation', () => {
  const seen = { scored: 0, intervals: 0, ranked: 0, vetoed: 0 };
  afterAll(() => {
    // Not vacuous: each outcome was compared many times.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(BRANCHES / 20);
  });

  test.prop(
    [
      fc.oneof(
        fc.array(anyEvidence, { minLength: 1, maxLength: 7 }),
        fc.array(fc.oneof(fullEvidence, fullEvidence, anyEvidence), { minLength: 3, maxLength: 6 }),
      ),
      fc.constantFrom('2026-08-10T12:00:00', '2026-10-01T00:00:00', '2026-10-08T09:00:00'),
    ],
    { numRuns: BRANCHES },
  )('agrees on every figure of random branches', (branch: Evidence[], now) => {
    const window = windowOf(QUARTER, at(now));
    const scores = withIntervals(branch.map((evidence) => assess(evidence, window, MODEL_1)));
    const rankings = rankingsOf(scores);
    const other = scorer(branch, window, MODEL_1);
    expect(other.scores.length).toBe(branch.length);
    scores.forEach((score, agent) => {
      for (const measure of MEASURES)
        near(score.measures[measure], other.measures.get(`${agent} ${measure}`) ?? null, measure);
      for (const indicator of INDICATORS)
        near(score.indicators[indicator], other.indicators.get(`${agent} ${indicator}`) ?? null, indicator);
      compare(score, rankings[agent] ?? null, other.scores[agent]!);
      seen.scored += Number(score.base !== null);
      seen.intervals += Number(score.interval !== null);
      seen.ranked += Number(rankings[agent] !== null);
      seen.vetoed += Number(score.vetoed);
    });
  });
});
