// Bugs these would catch: a mark that is missed by the very second of its limit, a clock that follows days or a time zone
// instead of hours, a screen that calls met what the score counts as missed, a correction taken for a blank filled in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_EVIDENCE, windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { unitsOf } from '../../../shared/domain/scoring/units.ts';
import { figureFault, ratiosOf } from '../../../shared/domain/responses/check.ts';
import { amendmentOf } from '../../../shared/domain/responses/correction.ts';
import { MARK_HOURS, markOf, visitStateOf, type Mark } from '../../../shared/domain/responses/marks.ts';
import { bandOf, rateOf } from '../../../shared/domain/responses/statistics.ts';
import { answerStateOf, mayStep } from '../../../shared/domain/feedback/states.ts';
import { addDays, instantAt } from '../../../shared/domain/time.ts';

const HOUR = 3_600_000;
const asked = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2027-01-01') });
const mark = fc.constantFrom<Mark>('reply', 'solve');

describe('the marks of a request', () => {
  it('are met to the millisecond of the limit and missed one later, done or not', () => {
    fc.assert(
      fc.property(asked, mark, (askedAt, which) => {
        const limit = askedAt + MARK_HOURS[which] * HOUR;
        expect(markOf(which, askedAt, limit, limit + 1).state).toBe('met');
        expect(markOf(which, askedAt, limit + 1, limit + 1).state).toBe('late');
        expect(markOf(which, askedAt, null, limit - 1).state).toBe('running');
        expect(markOf(which, askedAt, null, limit).state).toBe('overdue');
      }),
    );
  });

  it('count hours across midnight and a change of the clock, not days', () => {
    for (const [zone, day] of [
      ['Asia/Shanghai', '2026-06-30'],
      ['Europe/Berlin', '2026-03-28'],
      ['Europe/Berlin', '2026-10-24'],
    ] as const) {
      const at = instantAt(day, '23:59', zone)!;
      expect(markOf('reply', at, null, at).limitAt - at).toBe(24 * HOUR);
      // The same wall time a day later is 23, 24 or 25 hours away.
      const next = instantAt(addDays(day, 1), '23:59', zone)!;
      expect(markOf('reply', at, next, next).state).toBe(next - at <= 24 * HOUR ? 'met' : 'late');
    }
  });

  it('say what the score counts', () => {
    const period = { kind: 'year', start: '2025-01-01', end: '2028-01-01', timeZone: 'Asia/Shanghai' } as const;
    const span = fc.option(fc.integer({ min: 0, max: 72 * HOUR }), { nil: null });
    fc.assert(
      fc.property(asked, span, span, fc.integer({ min: 0, max: 96 * HOUR }), (askedAt, reply, solve, later) => {
        const [repliedAt, solvedAt] = [reply, solve].map((time) => (time === null ? null : askedAt + time));
        const asOf = askedAt + later;
        const request = { id: 'q', askedAt, repliedAt: repliedAt!, solvedAt: solvedAt! };
        const units = unitsOf({ ...NO_EVIDENCE, requests: [request] }, windowOf(period, asOf), MODEL_1);
        const value = { running: null, met: 100, late: 0, overdue: 0 } as const;
        expect(units.request[0]?.values).toEqual([
          value[markOf('reply', askedAt, repliedAt!, asOf).state],
          value[markOf('solve', askedAt, solvedAt!, asOf).state],
        ]);
      }),
    );
  });
});

it('a visit and an answer are in time on their last day and late on the next', () => {
  expect(visitStateOf('2026-06-30', '2026-06-30', '2026-07-05')).toBe('made');
  expect(visitStateOf('2026-06-30', '2026-07-01', '2026-07-05')).toBe('late');
  expect(visitStateOf('2026-06-30', null, '2026-06-30')).toBe('planned');
  expect(visitStateOf('2026-06-30', null, '2026-07-01')).toBe('overdue');
  expect(answerStateOf('2026-06-30', '2026-06-30', '2026-07-05')).toBe('inTime');
  expect(answerStateOf('2026-06-30', null, '2026-06-30')).toBe('waiting');
  expect(answerStateOf('2026-06-30', null, '2026-07-01')).toBe('overdue');
});

it('what is confirmed is withdrawn, not corrected; only praise is confirmed, once', () => {
  const praise = { state: 'open', kind: 'praise', confirmed: false } as const;
  expect(mayStep('confirm', praise)).toBe(true);
  expect(mayStep('confirm', { ...praise, confirmed: true })).toBe(false);
  expect(mayStep('confirm', { ...praise, kind: 'review' })).toBe(false);
  expect(mayStep('correct', { ...praise, confirmed: true })).toBe(false);
  expect(mayStep('withdraw', { ...praise, confirmed: true })).toBe(true);
  expect(mayStep('answer', { ...praise, state: 'withdrawn' })).toBe(false);
});

it('filling blanks completes, touching anything recorded corrects', () => {
  const value = fc.constantFrom(null, '', 'a', 'b', 0, 1);
  const content = fc.record({ x: value, y: value, z: value });
  fc.assert(
    fc.property(content, content, (before, after) => {
      const touched = (['x', 'y', 'z'] as const).filter((key) => before[key] !== after[key]);
      const recorded = touched.filter((key) => before[key] !== null && before[key] !== '');
      const expected = touched.length === 0 ? 'same' : recorded.length === 0 ? 'completed' : 'corrected';
      expect(amendmentOf(before, after)).toBe(expected);
    }),
  );
});

describe('figures', () => {
  const none = { month: '2026-06', services: null, policies: null, clients: null, retained: null } as const;
  const blank = { ...none, repurchased: null, churned: null, cost: null, benefit: null };
  it('have ratios only where both parts are known and the whole is not zero', () => {
    expect(ratiosOf({ ...blank, clients: 0, retained: 0, cost: 0, benefit: 5 })).toEqual({
      ...{ retention: null, repurchase: null, churn: null, benefitPerCost: null, costPerService: null },
    });
    const full = {
      ...blank,
      services: 40,
      clients: 100,
      retained: 92,
      repurchased: 6,
      churned: 8,
      cost: 1200,
      benefit: 3600,
    };
    expect(ratiosOf(full)).toEqual({
      ...{ retention: 0.92, repurchase: 0.06, churn: 0.08, benefitPerCost: 3, costPerService: 30 },
    });
  });
  it('are refused when a part is larger than its whole, or nothing is said', () => {
    expect(figureFault(blank, '2026-07')).toEqual({ fault: 'figuresMissing', field: 'services' });
    expect(figureFault({ ...blank, clients: 10, retained: 6, churned: 5 }, '2026-07')?.fault).toBe('partTooLarge');
    expect(figureFault({ ...blank, clients: 10, retained: 6, churned: 4 }, '2026-07')).toBeNull();
    expect(figureFault({ ...blank, clients: 10 }, '2026-05')?.fault).toBe('inFuture');
  });
});

it('rates carry the Wilson interval of the check values, and nothing where nothing is decided', () => {
  const rate = rateOf([...Array.from({ length: 4 }, () => true), false, null]);
  expect(rate).toMatchObject({ met: 4, decided: 5, rate: 0.8 });
  expect(rate.low).toBeCloseTo(0.3755, 4);
  expect(rate.high).toBeCloseTo(0.9638, 4);
  expect(rateOf([null])).toEqual({ met: 0, decided: 0, rate: null, low: null, high: null });
});

it('the bands of a reply end with their hour', () => {
  expect([1, 1.001, 24, 24.001, 48, 49].map((hours) => bandOf(0, hours * HOUR))).toEqual([
    ...['h1', 'h4', 'h24', 'h48', 'h48', 'later'],
  ]);
  expect(bandOf(0, null)).toBe('none');
});
