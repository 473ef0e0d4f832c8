// A calibration's sessions side by side: verdicts by criterion, figures by scale.
import { describe, expect, it } from 'vitest';
import type { Criterion, Scale } from '../../shared/contract/standard.ts';
import { agreementByScale, compareSessions, ratedItems } from '../../shared/domain/calibration/comparison.ts';

const text = { zh: '', en: '' };
const criterion = (code: string, scale: Scale): Criterion => ({
  ...{ code, clause: '3.4', method: 'observation', stage: 'start', indicator: 'attitude', scale, weight: 1 },
  ...{ required: true, notApplicableAllowed: true, evidence: 'none', text, meets: text, fails: text },
  ...{ redLine: false, protection: 'service' },
});
const session = (assessorId: string, values: Readonly<Record<string, number | null>>) => ({
  assessorId,
  answers: Object.entries(values).map(([code, value]) => ({
    ...{ criterion: code, value, words: '', note: '' },
    notApplicable: value === null ? ('notVisible' as const) : null,
  })),
});

/** Two assessors whose pass/fail answers fall into the four cells: both yes, yes/no, no/yes, both no. */
function twoAssessors([a, b, c, d]: readonly [number, number, number, number]) {
  const times = (n: number, pair: readonly [number, number]) => Array.from({ length: n }, () => pair);
  const pairs = [...times(a, [1, 1]), ...times(b, [1, 0]), ...times(c, [0, 1]), ...times(d, [0, 0])];
  const codes = pairs.map((_, at) => `3.4-${at + 1}`);
  const of = (side: 0 | 1) =>
    session(String(side), Object.fromEntries(codes.map((code, at) => [code, pairs[at]![side]])));
  return agreementByScale(
    ratedItems(
      compareSessions(
        codes.map((code) => criterion(code, 'passFail')),
        [of(0), of(1)],
      ),
    ),
  );
}

describe('a calibration', () => {
  // Would catch: figures of the record that are not those of the scoring model's check values.
  it('gives the check values of the scoring model', () => {
    const [nearly] = twoAssessors([90, 5, 5, 0]);
    expect(nearly).toMatchObject({ scale: 'passFail', metric: 'nominal', items: 100 });
    expect(nearly!.percent).toBeCloseTo(0.9, 12);
    expect(nearly!.ac1).toBeCloseTo(0.8895, 4);
    expect(nearly!.kappa).toBeCloseTo(-0.0526, 4);
    expect(nearly!.alpha).toBeCloseTo(-0.0474, 4);
    const [even] = twoAssessors([40, 9, 6, 45]);
    expect([even!.percent, even!.kappa, even!.ac1, even!.alpha].map((one) => Number(one!.toFixed(4)))).toEqual([
      0.85, 0.6995, 0.7007, 0.7008,
    ]);
    const [five] = twoAssessors([5, 0, 0, 0]);
    expect(five!.interval!.low).toBeCloseTo(0.5655, 4);
    expect(five!.interval!.high).toBe(1);
  });

  // Would catch: an inapplicable item read as an agreement or as zero, an unanswered one as a disagreement.
  it('tells a different value from a different applicability', () => {
    const criteria = ['3.4-1', '3.4-2', '3.4-3', '3.4-4', '3.4-5'].map((code) => criterion(code, 'threeStep'));
    const lines = compareSessions(criteria, [
      session('a', { '3.4-1': 1, '3.4-2': 1, '3.4-3': 1, '3.4-4': null }),
      session('b', { '3.4-1': 1, '3.4-2': 0, '3.4-3': null, '3.4-4': null, '3.4-5': 1 }),
    ]);
    expect(lines.map(({ verdict, spread }) => [verdict, spread])).toEqual([
      ['agree', 0],
      ['differ', 1],
      ['applicability', null],
      ['agree', null],
      ['alone', null],
    ]);
    expect(agreementByScale(ratedItems(lines))).toMatchObject([{ scale: 'threeStep', metric: 'interval', items: 2 }]);
  });

  it('has no κ for three assessors and uses the interval metric for Likert', () => {
    const criteria = [criterion('3.4-1', 'likert'), criterion('3.4-2', 'passFail')];
    const values = { '3.4-1': 0.75, '3.4-2': 1 };
    const lines = compareSessions(criteria, [
      session('a', values),
      session('b', { ...values, '3.4-1': 1 }),
      session('c', values),
    ]);
    expect(agreementByScale(ratedItems(lines))).toMatchObject([
      { scale: 'passFail', kappa: null, percent: 1 },
      { scale: 'likert', metric: 'interval', kappa: null },
    ]);
  });
});
