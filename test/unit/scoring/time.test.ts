// Days, months and instants (scoring model, head and section 8).
import { describe, expect, it } from 'vitest';
import { trainingMonths } from '../../../shared/domain/scoring/adjustments.ts';
import {
  dayOf,
  endOfDay,
  isDay,
  isTimeZone,
  parseInstant,
  periodOf,
  shiftPeriod,
  startOfDay,
  wholeMonths,
} from '../../../shared/domain/time.ts';

describe('days and instants', () => {
  it('takes no day that does not exist (the engine would roll 30 February over into March)', () => {
    expect(['2026-02-28', '2024-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-02-30', '2026-02-29', '2026-13-01', '2026-8-1', '2026-08-01T00:00Z', ''].map(isDay)).toEqual(
      Array(6).fill(false),
    );
  });

  it('takes no instant without offset, which would mean another moment on every machine', () => {
    expect(parseInstant('2026-07-03T10:00:00+08:00')).toBe(Date.UTC(2026, 6, 3, 2));
    expect(parseInstant('2026-07-03T02:00:00.250Z')).toBe(Date.UTC(2026, 6, 3, 2, 0, 0, 250));
    for (const bad of ['2026-07-03T10:00:00', '2026-02-30T10:00:00Z', '2026-07-03', '2026-07-03T24:00:00Z']) {
      expect(parseInstant(bad)).toBeNull();
    }
  });

  it('begins and ends days at midnight of the time zone, also on days of 23 hours', () => {
    expect(startOfDay('2026-07-01', 'Asia/Shanghai')).toBe(Date.UTC(2026, 5, 30, 16));
    expect(endOfDay('2026-07-01', 'Asia/Shanghai')).toBe(Date.UTC(2026, 6, 1, 16));
    const berlin = ['2026-03-29', 'Europe/Berlin'] as const;
    expect(endOfDay(...berlin) - startOfDay(...berlin)).toBe(23 * 3_600_000);
    expect(dayOf(Date.UTC(2026, 5, 30, 16), 'Asia/Shanghai')).toBe('2026-07-01');
    expect(dayOf(Date.UTC(2026, 5, 30, 16) - 1, 'Asia/Shanghai')).toBe('2026-06-30');
  });

  it('finds the day of an instant anew where the clocks go back over midnight, met before or not', () => {
    // 2010-11-07 00:01 in St. John's became 2010-11-06 23:01: the day begins, ends and begins again.
    const back = Date.UTC(2010, 10, 7, 2, 31);
    const days = [-60, -1, 0, 58, 59, 1500].map((minutes) => dayOf(back + minutes * 60_000, 'America/St_Johns'));
    expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-06', '2010-11-06', '2010-11-07', '2010-11-08']);
    expect([0, 1, 2].map(() => dayOf(back, 'America/St_Johns'))).toEqual(Array(3).fill('2010-11-06'));
    const noon = Date.UTC(2026, 0, 5, 4);
    expect(['Asia/Shanghai', 'Pacific/Kiritimati', 'America/New_York', 'UTC'].map((zone) => dayOf(noon, zone))).toEqual(
      [...['2026-01-05', '2026-01-05', '2026-01-04', '2026-01-05']],
    );
  });

  it('knows time zones', () => {
    expect(['Asia/Shanghai', 'UTC', 'Asia/Nowhere', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});

describe('periods and months', () => {
  it('finds the period of a day', () => {
    expect(periodOf('month', '2026-12-31')).toEqual({ start: '2026-12-01', end: '2027-01-01' });
    expect(periodOf('quarter', '2026-11-22')).toEqual({ start: '2026-10-01', end: '2027-01-01' });
    expect(periodOf('year', '2026-01-01')).toEqual({ start: '2026-01-01', end: '2027-01-01' });
    expect(shiftPeriod('quarter', '2026-01-01', -1)).toEqual({ start: '2025-10-01', end: '2026-01-01' });
  });

  it('counts the months training is asked for, from January or the month of hire', () => {
    expect(wholeMonths('2026-01-01', '2026-10-01')).toBe(9);
    expect(trainingMonths('2026-10-01', '2019-05-20')).toBe(9);
    // The year ends on 1 January of the next: its own January counts, not the next one's.
    expect(trainingMonths('2027-01-01', '2019-05-20')).toBe(12);
    expect(trainingMonths('2026-10-01', '2026-08-31')).toBe(2);
    expect(trainingMonths('2026-10-01', '2026-11-02')).toBe(0);
  });
});
