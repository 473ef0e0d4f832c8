// One agent's quarter worked out by hand, every measure in use (scoring model, sections 1 to 5).
import { expect, it } from 'vitest';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { assess, sessionScore } from '../../../shared/domain/scoring/score.ts';
import {
  deriveMeasure,
  derivePeriod,
  deriveSession,
  unscoredMeasures,
} from '../../../shared/domain/scoring/derivation.ts';
import type { Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { answer, at, quarter, session } from './quarter.ts';

const evidence: Evidence = {
  sessions: [
    // attitude (3·0.5 + 2·1) / 5 = 70; content 100; 15 minutes: 50
    session('s1', [answer('attitude', 0.5, 3), answer('attitude', 1, 2), answer('content', 1)], {
      introductionMinutes: 15,
    }),
    // attitude 90 (the second is not applicable); compliance 80; 8 minutes: 100
    session('s2', [answer('attitude', 0.9, 4), answer('attitude', null, 9, true), answer('compliance', 0.8)], {
      introductionMinutes: 8,
    }),
    session('s3', [answer('attitude', 0)], { status: 'withdrawn', introductionMinutes: 30 }),
    session('s4', [answer('attitude', 0)], { status: 'calibration' }),
  ],
  surveys: [
    // attitude (75 + 50) / 2 = 62.5; csi (75 + 50 + 100) / 3 = 75
    {
      id: 'v1',
      at: at('2026-08-01T00:00:00'),
      items: [
        { dimension: 'attitude', likert: 4 },
        { dimension: 'attitude', likert: 3 },
        { dimension: 'content', likert: 5 },
      ],
    },
    // attitude 100; csi 100
    { id: 'v2', at: at('2026-08-02T00:00:00'), items: [{ dimension: 'attitude', likert: 5 }] },
  ],
  reviews: [
    // record 2/3, file 1/2
    {
      id: 'r1',
      at: at('2026-08-03T00:00:00'),
      checks: [
        { kind: 'record', passed: true },
        { kind: 'file', passed: true },
        { kind: 'file', passed: false },
        { kind: 'record', passed: null },
      ],
    },
    // record 1, no file
    { id: 'r2', at: at('2026-08-04T00:00:00'), checks: [{ kind: 'record', passed: true }] },
  ],
  requests: [
    { id: 'q1', askedAt: at('2026-08-05T10:00:00'), repliedAt: at('2026-08-06T10:00:00'), solvedAt: null },
    { id: 'q2', askedAt: at('2026-08-05T10:00:00'), repliedAt: null, solvedAt: at('2026-08-07T09:59:59') },
  ],
  visits: [
    { id: 'f1', dueOn: '2026-08-10', madeOn: '2026-08-10' },
    { id: 'f2', dueOn: '2026-08-10', madeOn: '2026-08-11' },
    { id: 'f3', dueOn: '2026-09-30', madeOn: null },
    { id: 'f4', dueOn: '2026-07-01', madeOn: '2026-06-20' },
  ],
  complaints: [
    { id: 'c1', at: at('2026-08-11T00:00:00'), upheld: 'ordinary' },
    { id: 'c2', at: at('2026-08-11T00:00:00'), upheld: null },
  ],
  rectifications: [{ id: 'z1', deadline: '2026-08-01', verifiedAt: null }],
  // required 20 × 9 / 12 = 15; −5 × (1 − 12 / 15) = −1
  training: { hours: 12, months: 9 },
  commendations: [{ id: 'p1', at: at('2026-08-12T00:00:00'), confirmed: true }],
  redLines: [],
};

// attitude 0.7·80 + 0.3·81.25 = 80.375          weight 15 → 1205.625
// efficiency introduction alone 75              weight 10 → 750
// content 0.7·100 + 0.3·100 = 100               weight 20 → 2000
// compliance 0.6·80 + 0.4·250/3 = 81.3333…      weight 20 → 1626.6666…
// satisfaction 87.5                             weight 15 → 1312.5
// response 0.5·50 + 0.5·50 = 50                 weight 10 → 500
// followUp (50·50 + 20·50) / 70 = 50            weight 10 → 500
const BASE = (1205.625 + 750 + 2000 + 4880 / 3 + 1312.5 + 500 + 500) / 100;

it('scores a quarter worked out by hand', () => {
  const { score } = assess(evidence, quarter(), MODEL_1);
  expect(score.measures).toEqual({
    'observation.attitude': 80,
    'observation.efficiency': null,
    'observation.content': 100,
    'observation.compliance': 80,
    'observation.satisfaction': null,
    'observation.response': null,
    'observation.followUp': null,
    introduction: 75,
    'survey.attitude': 81.25,
    'survey.efficiency': null,
    'survey.content': 100,
    'survey.followUp': null,
    csi: 87.5,
    record: expect.closeTo(250 / 3, 9) as number,
    file: 50,
    reply24: 50,
    solve48: 50,
    visit: 50,
  });
  expect(score.indicators.attitude).toBeCloseTo(80.375, 9);
  expect(score.indicators.compliance).toBeCloseTo(244 / 3, 9);
  expect(score.base).toBeCloseTo(BASE, 9);
  expect(score.coverage).toBe(1);
  expect([score.adjustments.complaints.points, score.adjustments.rectifications.points]).toEqual([-2, -1]);
  expect(score.adjustments.training.points).toBeCloseTo(-1, 9);
  expect(score.adjustments.commendations.points).toBe(0.5);
  // 78.9479… − 2 − 1 − 1 + 0.5 = 75.4479…
  expect(score).toMatchObject({ composite: 75.45, graded: 75.45, grade: 'pass', sufficient: true, sessions: 2 });
});

it('derives the composite down to the answers, each sum equal to its node', () => {
  const root = derivePeriod(assess(evidence, quarter(), MODEL_1));
  const check = (node: typeof root): number => {
    const sum = node.terms.reduce((total, { contribution }) => total + contribution, 0);
    if (node.rule !== 'given' && node.value !== null)
      expect(sum).toBeCloseTo(node.value, node.rule === 'composite' ? 2 : 9);
    return 1 + node.terms.reduce((count, term) => count + check(term.node), 0);
  };
  expect(check(root)).toBeGreaterThan(50);
  const attitude = root.terms[0]!.node.terms[0]!.node;
  expect(attitude.terms.map(({ share, node }) => [share, node.value])).toEqual([
    [0.7, 80],
    [0.3, 81.25],
  ]);
  const first = attitude.terms[0]!.node.terms[0]!.node;
  expect(first).toMatchObject({ key: 's1', value: 70 });
  expect(first.terms.map(({ weight, share, contribution }) => [weight, share, contribution])).toEqual([
    [3, 0.6, 30],
    [2, 0.4, 40],
  ]);
});

it('opens a measure that no indicator uses, and a single session', () => {
  expect(unscoredMeasures(MODEL_1)).toEqual([
    'observation.satisfaction',
    'observation.response',
    'observation.followUp',
  ]);
  const own = session('s9', [answer('response', 0.25), answer('attitude', 0.5)], { introductionMinutes: 15 });
  const shown = deriveMeasure('observation.response', assess({ ...evidence, sessions: [own] }, quarter(), MODEL_1));
  expect(shown).toMatchObject({ value: 25, facts: { units: 1 } });
  expect(shown.terms[0]!.node).toMatchObject({ key: 's9', terms: [{ share: 1, node: { value: 25 } }] });
  // attitude 50 with 15, efficiency 50 with 10
  const tree = deriveSession(own, MODEL_1);
  expect(tree.value).toBe(50);
  expect(tree.value).toBe(sessionScore(own, MODEL_1).score);
  expect(tree.terms.map(({ share }) => share)).toEqual([0.6, 0.4, 0, 0, 0, 0, 0]);
});
