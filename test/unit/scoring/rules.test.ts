// The corners of single rules (scoring model, sections 2 to 5 and 8), each worked out by hand.
import { describe, expect, it } from 'vitest';
import { countingInstant } from '../../../shared/domain/scoring/evidence.ts';
import { roundScore } from '../../../shared/domain/scoring/mean.ts';
import { canonicalJson, MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { sessionScore } from '../../../shared/domain/scoring/score.ts';
import { introductionValue } from '../../../shared/domain/scoring/units.ts';
import { answer, at, plain, quarter, score, session } from './quarter.ts';

describe('measures', () => {
  it('lets the introduction fall from 100 at 10 minutes to 0 at 20', () => {
    const minutes = [0, 10, 12.5, 15, 20, 25];
    expect(minutes.map((d) => introductionValue(d, MODEL_1))).toEqual([100, 100, 75, 50, 0, 0]);
    expect(introductionValue(null, MODEL_1)).toBeNull();
  });

  it('counts a reply at exactly 24 h, and leaves out a request whose hours still run', () => {
    const asked = { id: 'q', askedAt: at('2026-08-01T10:00:00'), repliedAt: null, solvedAt: null };
    const reply = (repliedAt: string | null, asOf?: string): number | null =>
      score({ requests: [{ ...asked, repliedAt: repliedAt === null ? null : at(repliedAt) }] }, quarter(asOf)).measures
        .reply24;
    expect(reply('2026-08-02T10:00:00')).toBe(100);
    expect(reply('2026-08-02T10:00:01')).toBe(0);
    expect(reply(null, '2026-08-02T09:59:59')).toBeNull();
    expect(reply(null, '2026-08-02T10:00:00')).toBe(0);
    // Answered late while others would still wait: decided whenever it is answered.
    expect(score({ requests: [asked] }, quarter('2026-08-03T09:00:00')).measures).toMatchObject({
      reply24: 0,
      solve48: null,
    });
  });

  it('looks at a visit from its due day on, in the time zone', () => {
    const visit = (dueOn: string, madeOn: string | null, asOf: string): number | null =>
      score({ visits: [{ id: 'f', dueOn, madeOn }] }, quarter(asOf)).measures.visit;
    expect(visit('2026-08-01', '2026-08-01', '2026-09-01T00:00:00')).toBe(100);
    expect(visit('2026-08-01', '2026-08-02', '2026-09-01T00:00:00')).toBe(0);
    expect(visit('2026-08-01', null, '2026-08-01T00:00:00')).toBe(0);
    // 23:59 in Shanghai on 31 July: due tomorrow, made already, not counted yet.
    expect(visit('2026-08-01', '2026-07-30', '2026-07-31T23:59:00')).toBeNull();
    expect(visit('2026-10-01', '2026-09-30', '2026-10-08T00:00:00')).toBeNull();
  });

  it('takes a session into one mean only where it has a scored answer, and counts it once', () => {
    const result = score({
      sessions: [
        session('a', [answer('attitude', 1), answer('content', null, 1, true)]),
        session('b', [answer('attitude', 0), answer('response', 0.5)]),
        session('c', [answer('attitude', null)], { introductionMinutes: 15 }),
      ],
    });
    expect(result.measures).toMatchObject({
      'observation.attitude': 50,
      'observation.content': null,
      'observation.response': 50,
      introduction: 50,
    });
    // Shown, not scored: no indicator uses observation.response.
    expect(result.indicators.response).toBeNull();
    expect(result.sessions).toBe(2);
  });

  it('keeps evidence of the first instant and drops that of the last', () => {
    const surveys = (time: string) =>
      score({ surveys: [{ id: 'v', at: at(time), items: [{ dimension: 'content', likert: 1 }] }] }).measures.csi;
    expect(surveys('2026-07-01T00:00:00')).toBe(0);
    expect(surveys('2026-09-30T23:59:59.999')).toBe(0);
    expect(surveys('2026-10-01T00:00:00')).toBeNull();
    expect(surveys('2026-06-30T23:59:59.999')).toBeNull();
  });

  it('survives weights at the ends of what a double can hold', () => {
    for (const factor of [1e308, 5e-324]) {
      const both = [answer('attitude', 1, factor), answer('attitude', 0.5, factor), answer('attitude', 0, factor)];
      expect(sessionScore({ answers: both, introductionMinutes: null }, MODEL_1).score).toBeCloseTo(50, 9);
    }
  });
});

describe('adjustments', () => {
  it('caps complaints, rectifications and commendations', () => {
    const of = <T>(count: number, make: (id: string) => T): T[] =>
      Array.from({ length: count }, (_, i) => make(`${i}`));
    const moment = at('2026-08-01T10:00:00');
    const { adjustments } = score({
      complaints: of(3, (id) => ({ id, at: moment, upheld: 'serious' as const })),
      rectifications: of(7, (id) => ({ id, deadline: '2026-08-01', verifiedAt: null })),
      commendations: of(9, (id) => ({ id, at: moment, confirmed: true })),
    });
    expect(adjustments.complaints).toMatchObject({ points: -10, raw: -15 });
    expect(adjustments.rectifications.points).toBe(-5);
    expect(adjustments.commendations.points).toBe(3);
  });

  it('asks for a rectification from the midnight that ends its deadline', () => {
    const points = (deadline: string, verified: string | null, asOf?: string): number =>
      score(
        { rectifications: [{ id: 'z', deadline, verifiedAt: verified === null ? null : at(verified) }] },
        quarter(asOf),
      ).adjustments.rectifications.points;
    expect(points('2026-08-01', null, '2026-08-01T23:59:59.999')).toBe(0);
    expect(points('2026-08-01', null, '2026-08-02T00:00:00')).toBe(-1);
    // The last day of the period ends at the period's end.
    expect(points('2026-09-30', null)).toBe(-1);
    expect(points('2026-10-01', null)).toBe(0);
    // The state at min(asOf, period end) decides: late but verified by then, or only after it.
    expect(points('2026-08-01', '2026-08-20T10:00:00')).toBe(0);
    expect(points('2026-08-01', '2026-08-20T10:00:00', '2026-08-10T00:00:00')).toBe(-1);
    expect(points('2026-08-01', '2026-10-02T10:00:00')).toBe(-1);
  });

  it('takes training in proportion to the shortfall, and nothing where no records are kept', () => {
    const points = (training: { hours: number; months: number } | null): number =>
      score({ training }).adjustments.training.points;
    expect(points({ hours: 0, months: 9 })).toBe(-5);
    expect(points({ hours: 3.75, months: 9 })).toBeCloseTo(-3.75, 12);
    expect([points({ hours: 15, months: 9 }), points({ hours: 0, months: 0 }), points(null)]).toEqual([0, 0, 0]);
  });

  it('holds the composite within 0 and 100', () => {
    const moment = at('2026-08-01T10:00:00');
    const good = score({
      sessions: [plain('a', 1), plain('b', 1)],
      commendations: [{ id: 'p', at: moment, confirmed: true }],
    });
    expect([good.composite, good.grade]).toEqual([100, 'excellent']);
    const bad = score({ sessions: [plain('a', 0)], complaints: [{ id: 'c', at: moment, upheld: 'serious' }] });
    expect(bad.composite).toBe(0);
  });
});

describe('grades and red lines', () => {
  const redLine = { id: 'x', at: at('2026-08-01T10:00:00'), clause: '2.4.1', confirmed: true };

  it('rounds halves away from zero although doubles put them a hair below', () => {
    expect([1.005, 81.265, 89.995, 2.675, 79.9949999].map(roundScore)).toEqual([1.01, 81.27, 90, 2.68, 79.99]);
    expect([roundScore(81.265 - 9e-10), roundScore(81.265 - 2e-9)]).toEqual([81.27, 81.26]);
    expect(roundScore(-1.005)).toBe(-1.01);
    expect(Object.is(roundScore(-0.001), 0)).toBe(true);
  });

  it('grades on the rounded value', () => {
    const grade = (value: number) => score({ sessions: [plain('a', value), plain('b', value)] }).grade;
    expect([0.9, 0.89994, 0.89995, 0.8, 0.7, 0.6, 0.5999].map(grade)).toEqual([
      'excellent',
      'good',
      'excellent',
      'good',
      'pass',
      'basic',
      'fail',
    ]);
  });

  it('needs the coverage and the sessions of the period', () => {
    expect(score({ sessions: [plain('a', 1)] })).toMatchObject({
      grade: 'insufficient',
      sufficient: false,
      graded: 100,
    });
    const thin = [session('a', [answer('attitude', 1)]), session('b', [answer('content', 1)])];
    expect(score({ sessions: thin })).toMatchObject({ coverage: 0.35, grade: 'insufficient', sufficient: false });
    const untimed = [session('a', [], { introductionMinutes: 5 }), plain('b', 1)];
    expect(score({ sessions: untimed })).toMatchObject({ sessions: 1, grade: 'insufficient' });
  });

  it('vetoes on a confirmed red line alone, whatever the status of its session, and keeps the composite', () => {
    const sessions = [plain('a', 0.95), plain('b', 0.95), session('w', [], { status: 'withdrawn' })];
    expect(score({ sessions, redLines: [{ ...redLine, confirmed: false }] }).grade).toBe('excellent');
    expect(score({ sessions, redLines: [{ ...redLine, at: at('2026-10-01T00:00:00') }] }).grade).toBe('excellent');
    expect(score({ sessions, redLines: [redLine] })).toMatchObject({
      composite: 95,
      graded: 59,
      grade: 'fail',
      vetoed: true,
      sufficient: true,
      vetoes: [{ id: 'x', clause: '2.4.1' }],
    });
    expect(score({ sessions: [plain('a', 0.3), plain('b', 0.3)], redLines: [redLine] }).graded).toBe(30);
  });

  it('grades a veto without any base, and one with too little evidence', () => {
    expect(score({ redLines: [redLine] })).toMatchObject({
      base: null,
      composite: null,
      graded: null,
      grade: 'fail',
      sufficient: false,
      coverage: 0,
    });
    expect(score({})).toMatchObject({ composite: null, graded: null, grade: 'insufficient', vetoed: false });
    const thin = { sessions: [plain('a', 1)], redLines: [redLine] };
    expect(score(thin)).toMatchObject({ graded: 59, grade: 'fail', sufficient: false });
  });

  it('counts a decision after the close of its period when it was decided', () => {
    expect(countingInstant(10, 30, 20)).toBe(30);
    expect([countingInstant(10, 30, null), countingInstant(10, 15, 20), countingInstant(10, null, 20)]).toEqual([
      10, 10, 10,
    ]);
  });
});

describe('the record', () => {
  it('names the standard version of each session and every piece of evidence of the period', () => {
    const result = score({
      sessions: [
        session('a', [answer('attitude', 1)], { standardVersion: 'v3', digest: 'd1' }),
        session('w', [answer('attitude', 1)], { status: 'withdrawn' }),
      ],
      complaints: [{ id: 'c', at: at('2026-11-01T00:00:00'), upheld: 'minor' }],
      visits: [{ id: 'f', dueOn: '2026-08-01', madeOn: null }],
    });
    expect(result.standardVersions).toEqual([{ session: 'a', standardVersion: 'v3' }]);
    expect(result.evidence).toEqual([
      { kind: 'session', id: 'a', digest: 'd1' },
      { kind: 'visit', id: 'f', digest: null },
    ]);
    expect(result.modelVersion).toBe(1);
  });

  it('writes the model the same way whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
    expect(JSON.parse(canonicalJson(MODEL_1))).toEqual(MODEL_1);
  });
});
