// Days and effect of a rectification, and what a finding is taken for. Each title names the fault.
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { proposedSeverity, highestSeverity } from '../../../shared/domain/findings/classification.ts';
import { findingStatus } from '../../../shared/domain/findings/status.ts';
import { missingToClose, sentBackBy } from '../../../shared/domain/rectification/course.ts';
import { hasBegun, intervalOnScale, proposeEffect } from '../../../shared/domain/rectification/effect.ts';
import { checkDaysOf, nextCheckOn, overdueDays } from '../../../shared/domain/rectification/tracking.ts';
import { addDays } from '../../../shared/domain/time.ts';

test('overdue on the deadline day itself, or still overdue once verified', () => {
  expect(overdueDays('submitted', '2026-07-31', '2026-07-31')).toBe(0);
  expect(overdueDays('submitted', '2026-07-31', '2026-08-03')).toBe(3);
  expect(overdueDays('verified', '2026-07-31', '2026-08-03')).toBe(0);
});

test('checks go on past the deadline, leave the deadline out, or a done one stays due', () => {
  expect(checkDaysOf('2026-07-01', '2026-07-20', null)).toEqual([]);
  const days = checkDaysOf('2026-07-01', '2026-07-20', 7);
  expect(days).toEqual(['2026-07-08', '2026-07-15', '2026-07-20']);
  expect(checkDaysOf('2026-07-01', '2026-07-15', 7)).toEqual(['2026-07-08', '2026-07-15']);
  const next = (last: string | null) => nextCheckOn('2026-07-01', '2026-07-20', 7, last);
  expect(next(null)).toBe('2026-07-08');
  expect(next('2026-07-08')).toBe('2026-07-15');
  // One check made late covers those that were missed before it.
  expect(next('2026-07-16')).toBe('2026-07-20');
  expect(next('2026-07-20')).toBeNull();
  expect(nextCheckOn('2026-07-01', '2026-07-20', null, null)).toBeNull();
});

test('property: the next check is another than the first of the listed days that no check was made on or after', () => {
  const some = fc.record({
    length: fc.integer({ min: 0, max: 120 }),
    every: fc.integer({ min: 1, max: 90 }),
    last: fc.option(fc.integer({ min: 0, max: 140 }), { nil: null }),
  });
  fc.assert(
    fc.property(some, ({ length, every, last }) => {
      const [from, to] = ['2026-01-15', addDays('2026-01-15', length)];
      const checked = last === null ? null : addDays(from, last);
      const walked = checkDaysOf(from, to, every).find((day) => checked === null || day > checked) ?? null;
      return nextCheckOn(from, to, every, checked) === walked;
    }),
  );
});

test('property: a check day lies outside planning and deadline, or two lie further apart than the interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 90 }), (length, every) => {
      const [from, to] = ['2026-01-15', addDays('2026-01-15', length)];
      const days = checkDaysOf(from, to, every);
      const gaps = days.map((day, index) => [index === 0 ? from : days[index - 1]!, day] as const);
      return (
        days.at(-1) === to && gaps.every(([before, day]) => day > before && day <= addDays(before, every) && day <= to)
      );
    }),
  );
});

test.each([
  ['nothing later is taken as solved', [0, 50], [], 0, 'notAssessable', 'tooFew'],
  ['found again without a score is taken as unknown', [0], [], 1, 'notSolved', 'repeated'],
  ['met, nothing found again', [0, 0, 50], [100, 100, 50], 0, 'solved', 'met'],
  ['met in the mean with one that failed', [0, 0], [100, 100, 100, 0], 0, 'partly', 'higher'],
  ['met but found again', [0, 0], [100, 100], 1, 'partly', 'repeated'],
  ['risen, not met', [0, 0], [50, 50], 0, 'partly', 'higher'],
  ['unchanged', [50, 50], [50, 50], 0, 'notSolved', 'same'],
  ['certainly lower though it still meets', [100, 99, 100, 100], [80, 76, 78, 79], 0, 'notSolved', 'lower'],
  ['met with nothing before', [], [100], 0, 'solved', 'met'],
  ['not met with nothing before', [], [50], 0, 'notSolved', 'same'],
] as const)('effect: %s', (_, before, after, repeated, proposed, why) => {
  expect(proposeEffect(before, after, repeated)).toMatchObject({ proposed, why });
});

test('a difference is shown that no two means of 0 to 100 can have, or one that was cut counts as known', () => {
  expect(intervalOnScale({ low: -110.09, high: 176.76 })).toEqual({ low: -100, high: 100, tooFew: true });
  expect(intervalOnScale({ low: -20, high: 120 })).toEqual({ low: -20, high: 100, tooFew: true });
  expect(intervalOnScale({ low: -20, high: 45 })).toEqual({ low: -20, high: 45, tooFew: false });
  expect(intervalOnScale({ low: null, high: null })).toBeNull();
});

test('on the day of the verification days after it are named that have not come', () => {
  expect(hasBegun({ start: '2026-11-24', end: '2026-11-24' })).toBe(false);
  expect(hasBegun({ start: '2026-11-24', end: '2026-11-25' })).toBe(true);
});

test('one that was handed in again or withdrawn is still shown as sent back, or one sent back is not after a check', () => {
  const moves = [
    { move: 'submit', from: 'inProgress', to: 'submitted' },
    { move: 'sendBack', from: 'submitted', to: 'inProgress' },
    { move: 'check', from: 'inProgress', to: 'inProgress' },
  ] as const;
  expect(sentBackBy('inProgress', moves)).toBe(moves[1]);
  expect(sentBackBy('submitted', [...moves, moves[0]])).toBeNull();
  expect(sentBackBy('withdrawn', [...moves, { move: 'withdraw', from: 'inProgress', to: 'withdrawn' }])).toBeNull();
  expect(sentBackBy('inProgress', [{ move: 'start', from: 'planned', to: 'inProgress' }])).toBeNull();
});

test('what keeps one from being closed is named in part alone', () => {
  expect(missingToClose(false, ['manager'])).toEqual(['effect', 'client', 'agent']);
  expect(missingToClose(true, ['agent', 'client', 'manager'])).toEqual([]);
});

test('a withdrawn rectification keeps its finding out of the open ones, or an ended one returns it', () => {
  expect(findingStatus(null, false)).toBe('open');
  expect(findingStatus('withdrawn', false)).toBe('open');
  expect(findingStatus('verified', false)).toBe('inRectification');
  expect(findingStatus('closed', true)).toBe('closed');
  expect(findingStatus(null, true)).toBe('noNeed');
});

test('a red line is taken for less than serious, or a partly met item for more than minor', () => {
  expect(proposedSeverity({ redLine: true }, 0)).toBe('serious');
  expect(proposedSeverity({ redLine: false }, 0.5)).toBe('minor');
  expect(proposedSeverity({ redLine: false }, 0)).toBe('ordinary');
  expect(proposedSeverity(undefined, null)).toBe('ordinary');
  expect(highestSeverity(['minor', 'serious', 'ordinary'])).toBe('serious');
  expect(highestSeverity([])).toBe('ordinary');
});
