// Bugs these would catch: a time shifted by the zone or by rounding, midnight guessed for a day without a time, noon and
// midnight of a twelve-hour clock swapped, a month or a number guessed from something else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../../shared/domain/sheet/cell.ts';
import { readMoment, readMonth, readQuantity } from '../../../shared/domain/sheet/moment.ts';
import { civilTime } from '../../../shared/domain/time.ts';

const ZONE = 'Asia/Shanghai';
const LATEST = Date.parse('2027-01-01T00:00:00Z');
const text = (value: string): SheetCell => ({ kind: 'text', value });
const number = (value: number): SheetCell => ({ kind: 'number', value });
const moment = (cell: SheetCell) => readMoment(cell, ZONE, LATEST);
const local = (cell: SheetCell) => {
  const found = moment(cell);
  return found.ok ? civilTime(Date.parse(found.value), ZONE) : found.reason;
};

describe('a moment', () => {
  it.each([
    ['2026-06-01 09:30', '2026-06-01T09:30:00'],
    ['２０２６／６／１　９：３０：０５', '2026-06-01T09:30:05'],
    ['2026年6月1日 下午3点', '2026-06-01T15:00:00'],
    ['2026年6月1日 15时05分', '2026-06-01T15:05:00'],
    ['2026-06-01 上午12:10', '2026-06-01T00:10:00'],
    ['2026-06-01 12:10 PM', '2026-06-01T12:10:00'],
    ['2026-06-01 中午12:10', '2026-06-01T12:10:00'],
    ['202606010930', '2026-06-01T09:30:00'],
    ['2026-06-01T01:30:00Z', '2026-06-01T09:30:00'],
    ['2026-06-01', 'timeMissing'],
    ['2026-06-01 25:00', 'dateUnreadable'],
    ['05/06/2026 09:30', 'dateAmbiguous'],
    ['昨天上午', 'dateUnreadable'],
    ['2027-01-01 09:00', 'dateOutOfRange'],
  ])('%s', (typed, expected) => expect(local(text(typed))).toBe(expected));

  it('a date cell keeps its time, and one without has none', () => {
    expect(local({ kind: 'date', value: '2026-06-01T09:30:00' })).toBe('2026-06-01T09:30:00');
    expect(local({ kind: 'date', value: '2026-06-01' })).toBe('timeMissing');
    expect(local(number(46174))).toBe('timeMissing');
  });

  it('a serial number is the second that Excel shows, also next to midnight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40_000, max: 46_000 }), fc.integer({ min: 1, max: 86_399 }), (days, seconds) => {
        const shown = local(number(days + seconds / 86_400));
        const exact = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000 + seconds * 1000).toISOString().slice(0, 19);
        expect(shown).toBe(exact);
      }),
    );
  });
});

it('a month is read from its names and from any day of it', () => {
  const month = (cell: SheetCell) => readMonth(cell, '2026-07');
  const said = (cell: SheetCell) => {
    const found = month(cell);
    return found.ok ? found.value : found.reason;
  };
  expect(['2026年6月', '2026-6', '202606', '2026/06/15', '２０２６年６月份'].map((one) => said(text(one)))).toEqual(
    Array.from({ length: 5 }, () => '2026-06'),
  );
  expect([said(number(202606)), said(number(46174)), said({ kind: 'date', value: '2026-06-01' })]).toEqual(
    Array.from({ length: 3 }, () => '2026-06'),
  );
  expect([said(text('2026-13')), said(text('6月')), said(text('2026-08'))]).toEqual([
    ...['dateUnreadable', 'dateUnreadable', 'dateOutOfRange'],
  ]);
});

it('a quantity is a number of zero or more, whole where it counts', () => {
  const count = (cell: SheetCell) => readQuantity(cell, 0);
  expect(count(text('１，２３４ 件'))).toEqual({ ok: true, value: 1234 });
  expect(readQuantity(text('¥1,234.505'), 2)).toEqual({ ok: true, value: 1234.51 });
  for (const wrong of ['-1', '1.5', '12,34', '五', '10%', '1万'])
    expect(count(text(wrong)), wrong).toEqual({ ok: false, reason: 'quantityUnreadable' });
});
