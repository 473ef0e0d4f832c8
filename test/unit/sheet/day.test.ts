// Bugs these would catch: a day shifted by one, day and month swapped in silence, a two-digit year guessed, a serial or
// compact date read as the other, a full-width or Chinese date refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../shared/domain/sheet/day.ts';
import { addDays } from '../../../shared/domain/time.ts';

const LATEST = '2027-11-22';
const text = (value: string) => readDay({ kind: 'text', value }, LATEST);

const days = fc.integer({ min: 0, max: 28_000 }).map((n) => addDays('1950-01-01', n));
const wide = (plain: string): string => plain.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const CHINESE = '〇一二三四五六七八九';
const chineseNumber = (n: number): string =>
  n < 10 ? CHINESE[n]! : `${n < 20 ? '' : CHINESE[Math.floor(n / 10)]!}十${n % 10 === 0 ? '' : CHINESE[n % 10]!}`;
const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat(['November', 'December']);

const SHAPES: Readonly<Record<string, (y: string, m: number, d: number) => string>> = {
  dashes: (y, m, d) => `${y}-${m}-${d}`,
  strokes: (y, m, d) => `${y}/${String(m).padStart(2, '0')}/${String(d).padStart(2, '0')}`,
  dots: (y, m, d) => `${y}.${m}.${d}`,
  dotsAtEnd: (y, m, d) => `${y}.${m}.${d}.`,
  chinese: (y, m, d) => `${y}年${m}月${d}日`,
  chineseSpaced: (y, m, d) => ` ${y} 年 ${m} 月 ${d} 日 `,
  chineseNumerals: (y, m, d) =>
    `${y.replace(/\d/g, (c) => CHINESE[Number(c)]!)}年${chineseNumber(m)}月${chineseNumber(d)}日`,
  compact: (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  fullWidth: (y, m, d) => wide(`${y}-${m}-${d}`),
  withTime: (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')} 00:00:00`,
  iso: (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}T08:30:00.000Z`,
  chineseTime: (y, m, d) => `${y}年${m}月${d}日 9:05`,
  english: (y, m, d) => `${d} ${ENGLISH[m - 1]!.slice(0, 3)} ${y}`,
  englishDashes: (y, m, d) => `${d}-${ENGLISH[m - 1]!.slice(0, 3).toUpperCase()}-${y}`,
  american: (y, m, d) => `${ENGLISH[m - 1]!} ${d}, ${y}`,
};

describe('readDay', () => {
  it.each(Object.entries(SHAPES))('reads every day written as %s', (_, shape) => {
    fc.assert(
      fc.property(days, (day) => {
        const [y = '', m = '', d = ''] = day.split('-');
        expect(text(shape(y, Number(m), Number(d)))).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('reads serial numbers, as numbers and as text, with and without a time of day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_264, max: 46_000 }), (serial) => {
        const day = addDays('1970-01-01', serial - 25_569);
        expect(readDay({ kind: 'number', value: serial }, LATEST)).toEqual({ ok: true, value: day });
        expect(readDay({ kind: 'number', value: serial + 0.75 }, LATEST)).toEqual({ ok: true, value: day });
        expect(text(String(serial))).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('reads a compact date typed as a number and a real date with a time', () => {
    expect(readDay({ kind: 'number', value: 20_200_105 }, LATEST)).toEqual({ ok: true, value: '2020-01-05' });
    expect(readDay({ kind: 'date', value: '2020-01-05T17:00:00' }, LATEST)).toEqual({ ok: true, value: '2020-01-05' });
  });

  it.each([
    ['13/05/2020', '2020-05-13'],
    ['05-13-2020', '2020-05-13'],
    ['5.5.2020', '2020-05-05'],
  ])('reads %s, which can mean one day only', (shape, day) => expect(text(shape)).toEqual({ ok: true, value: day }));

  it.each(['05/06/2020', '20-1-5', '98年3月1日', '2020年3月', '2020.3'])('refuses %s as ambiguous', (shape) =>
    expect(text(shape)).toEqual({ ok: false, reason: 'dateAmbiguous' }),
  );

  it.each(['2021-02-29', '2020-13-01', '20201301', '待定', '去年', '1/2', '12', '99/99/2020'])('refuses %s', (shape) =>
    expect(text(shape).ok).toBe(false),
  );

  it('refuses days before 1950 and after the limit', () => {
    expect(text('1949-12-31')).toEqual({ ok: false, reason: 'dateOutOfRange' });
    expect(text('2027-11-23')).toEqual({ ok: false, reason: 'dateOutOfRange' });
    expect(text('2027-11-22').ok).toBe(true);
  });
});
