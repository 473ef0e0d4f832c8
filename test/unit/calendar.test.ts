// Working days with 调休. Would catch: a day off by one, a weekend that is worked and missed, a year that nobody announced
// passed over in silence.
import { expect, test } from 'vitest';
import { announcedCalendar, builtInDays } from '../../electron/features/calendar/calendar.ts';
import { isWorkingDay, unknownYears, workingDays, workingDaysOfYear } from '../../shared/domain/calendar.ts';

const calendar = announcedCalendar();

test('weekends worked in exchange are working days, and no other weekend of 2026', () => {
  const year = { start: '2026-01-01', end: '2027-01-01' };
  const weekend = workingDays({ years: calendar.years, special: new Map() }, year);
  const worked = workingDays(calendar, year).filter((day) => !weekend.includes(day));
  expect(worked).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
});

test('holidays are free from their first to their last day', () => {
  const free = ['2026-01-01', '2026-02-15', '2026-02-23', '2026-10-01', '2026-10-07'];
  expect(free.filter((day) => isWorkingDay(calendar, day))).toEqual([]);
  expect(['2026-02-14', '2026-02-24', '2026-09-30', '2026-10-08'].every((day) => isWorkingDay(calendar, day))).toBe(
    true,
  );
});

test('a year that has not been announced is named, and its weekends and fixed holidays are free', () => {
  expect(unknownYears(calendar, { start: '2026-10-01', end: '2027-01-01' })).toEqual([]);
  expect(unknownYears(calendar, { start: '2026-12-01', end: '2098-02-01' }).at(-1)).toBe(2098);
  expect(isWorkingDay(calendar, '2098-01-04')).toBe(false);
  expect(isWorkingDay(calendar, '2098-01-01')).toBe(false);
  expect(isWorkingDay(calendar, '2098-01-02')).toBe(true);
});

test('the working days of a year are as many as a walk through it finds', () => {
  for (const year of [2020, 2024, 2025, 2026]) {
    const special = builtInDays().filter(({ day }) => day.startsWith(`${year}-`));
    const walked = workingDays(calendar, { start: `${year}-01-01`, end: `${year + 1}-01-01` });
    expect(workingDaysOfYear(year, special)).toBe(walked.length);
  }
});
