// The rules of improvement measures: states, windows, what before and after say.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  IMPROVEMENT_MOVES,
  IMPROVEMENT_STATES,
  type Figure,
  type ImprovementMove,
  type ImprovementState,
  type Measured,
} from '../../../shared/contract/improvement.ts';
import { compareMeans } from '../../../shared/domain/dashboard/beforeAfter.ts';
import {
  changeOf,
  highestTarget,
  lessIsBetter,
  measuredOf,
  reaches,
  spanAfter,
  spanBefore,
  suggestedVerdict,
} from '../../../shared/domain/improvement/figure.ts';
import { isFrequent } from '../../../shared/domain/improvement/frequent.ts';
import {
  hasEnded,
  isEditable,
  isReschedulable,
  nextImprovementState,
} from '../../../shared/domain/improvement/states.ts';

const SPAN = { start: '2026-06-01', end: '2026-07-01' };
const NOW = '2026-07-01T00:00:00.000Z';
const at = (value: number | null, count = 10): Measured => ({ ...SPAN, asOf: NOW, value, count, error: null });

const REFUSED = null;
const TABLE: Readonly<Record<ImprovementState, Readonly<Record<ImprovementMove, ImprovementState | null>>>> = {
  proposed: { start: 'underway', finish: REFUSED, resume: REFUSED, evaluate: REFUSED, drop: 'dropped' },
  underway: { start: REFUSED, finish: 'done', resume: REFUSED, evaluate: REFUSED, drop: 'dropped' },
  done: { start: REFUSED, finish: REFUSED, resume: 'underway', evaluate: 'evaluated', drop: 'dropped' },
  evaluated: { start: REFUSED, finish: REFUSED, resume: REFUSED, evaluate: REFUSED, drop: REFUSED },
  dropped: { start: REFUSED, finish: REFUSED, resume: REFUSED, evaluate: REFUSED, drop: REFUSED },
};

describe('the states of a measure', () => {
  // Would catch: a measure evaluated without having been measured before, or taken up again after its end.
  test.each(IMPROVEMENT_STATES.flatMap((state) => IMPROVEMENT_MOVES.map((move) => [state, move] as const)))(
    '%s × %s',
    (state, move) => {
      expect(nextImprovementState(state, move)).toBe(TABLE[state][move]);
    },
  );

  it('is never evaluated but by way of start and finish', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...IMPROVEMENT_MOVES), { maxLength: 12 }), (moves) => {
        let state: ImprovementState = 'proposed';
        const taken: ImprovementMove[] = [];
        for (const move of moves) {
          const next = nextImprovementState(state, move);
          if (next === null) continue;
          expect(hasEnded(state)).toBe(false);
          state = next;
          taken.push(move);
        }
        if (state === 'evaluated') expect(taken.indexOf('start') < taken.lastIndexOf('finish')).toBe(true);
      }),
    );
  });

  it('can be edited before the start alone, and rescheduled while it is underway', () => {
    expect(IMPROVEMENT_STATES.filter(isEditable)).toEqual(['proposed']);
    expect(IMPROVEMENT_STATES.filter(isReschedulable)).toEqual(['underway']);
  });
});

describe('the days that are looked at', () => {
  // Would catch: the day of the start counted as before, or a window that holds days still to come.
  it('end before the start and begin after the end', () => {
    expect(spanBefore('2026-07-01', 30)).toEqual({ start: '2026-06-01', end: '2026-07-01' });
    expect(spanAfter('2026-07-01', 30, '2026-07-01')).toBeNull();
    expect(spanAfter('2026-07-01', 30, '2026-07-02')).toEqual({ start: '2026-07-02', end: '2026-07-03' });
    expect(spanAfter('2026-07-01', 30, '2026-12-31')).toEqual({ start: '2026-07-02', end: '2026-08-01' });
  });
});

describe('before and after', () => {
  const failing: Figure = { kind: 'failing', source: 'observation', criterion: '3.4-1' };
  const csi: Figure = { kind: 'csi' };

  // Would catch: a complaint rate or failing rate that counts as better when it rises.
  it('knows which way is better', () => {
    expect([failing, { kind: 'complaintRate' } as const].every(lessIsBetter)).toBe(true);
    expect(lessIsBetter(csi) || lessIsBetter({ kind: 'indicator', indicator: 'attitude' })).toBe(false);
    expect([highestTarget(csi), highestTarget({ kind: 'complaintRate' })]).toEqual([100, 1000]);
    expect(reaches(failing, 10, 10) && reaches(csi, 90, 90) && !reaches(failing, 11, 10)).toBe(true);
  });

  it.each([
    ['reached', failing, 10, at(30), at(10), 'met'],
    ['better, not reached', failing, 10, at(30), at(20), 'partly'],
    ['worse', failing, 10, at(30), at(31), 'not'],
    ['the same', csi, 90, at(80), at(80), 'not'],
    ['reached from above', csi, 90, at(80), at(95), 'met'],
    ['nothing before, not reached', csi, 90, at(null), at(85), 'not'],
    ['nothing after', csi, 90, at(80), at(null), null],
  ] as const)('%s', (_, figure, target, before, after, verdict) => {
    expect(suggestedVerdict(figure, target, before, after)).toBe(verdict);
  });

  // Would catch: a frozen figure whose difference is not the one that its values had.
  it('keeps enough for the same difference and interval as from the values', () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const { difference, low, high, change } = compareMeans(before, after);
        expect(changeOf(measuredOf(before, SPAN, NOW), measuredOf(after, SPAN, NOW))).toEqual({
          ...{ difference, low, high, change },
        });
      }),
    );
  });

  it('says nothing where nothing was measured', () => {
    expect(measuredOf([], SPAN, NOW)).toMatchObject({ value: null, count: 0, error: null });
    expect(changeOf(at(null), at(80)).difference).toBeNull();
  });
});

// Would catch: one agent's repeated failing that is taken for a problem of the branch.
test('a problem is frequent with three records of two agents', () => {
  const cases = [
    [3, 2],
    [9, 1],
    [2, 2],
  ] as const;
  expect(cases.map(([records, agents]) => isFrequent({ records, agents }))).toEqual([true, false, false]);
});
