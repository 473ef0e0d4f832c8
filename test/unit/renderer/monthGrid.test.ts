// Would catch: a calendar that begins its weeks on the wrong day, loses a day of the month, or lets the keyboard leave the period.
import { expect, test } from 'vitest';
import { dayByKey, weeksOf } from '../../../renderer/features/plan/monthGrid.ts';

test('a month in weeks from Monday, whole', () => {
  const november = weeksOf('2026-11-15');
  expect(november[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(november.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(november.flat().filter((day) => day !== null)).toHaveLength(30);
  expect(weeksOf('2027-02-01')).toHaveLength(4);
});

test('keys lead from day to day and stay in the period', () => {
  const go = (key: string, day: string) => dayByKey(key, day, '2026-10-01', '2026-12-31');
  expect(go('ArrowRight', '2026-10-31')).toBe('2026-11-01');
  expect(go('ArrowUp', '2026-11-03')).toBe('2026-10-27');
  expect(go('ArrowUp', '2026-10-03')).toBe('2026-10-01');
  expect(go('ArrowDown', '2026-12-30')).toBe('2026-12-31');
  expect(go('PageDown', '2026-10-14')).toBe('2026-11-01');
  expect(go('PageDown', '2026-12-14')).toBe('2026-12-31');
  expect(go('PageUp', '2026-11-14')).toBe('2026-10-31');
  expect(go('Enter', '2026-11-14')).toBeNull();
});
