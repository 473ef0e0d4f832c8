// Days in a sheet: real date cells, serial numbers, and text in the many shapes that people type. A day that could be
// read two ways is refused, not guessed.
import { addDays, isDay } from '../time.ts';
import { read, refuse, textOf, type Read, type SheetCell } from './cell.ts';

export type DateReason = 'dateUnreadable' | 'dateAmbiguous' | 'dateOutOfRange';

/** Nobody at work was hired earlier. */
const EARLIEST = '1950-01-01';
/** Serial numbers count days from here; the one day that 1900 did not have lies before EARLIEST. */
const SERIAL_START = '1899-12-30';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CHINESE_DIGITS = '〇一二三四五六七八九';

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const dayFrom = (year: number, month: number, day: number): string | null => {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? text : null;
};

/** 二十三 → 23, 二〇二〇 → 2020; other characters stay. */
function arabic(text: string): string {
  return text.replace(/[零〇○一二三四五六七八九十]+/g, (run) => {
    const digits = run.replace(/[零○]/g, '〇');
    const ten = digits.indexOf('十');
    if (ten < 0) return digits.replace(/./g, (one) => String(CHINESE_DIGITS.indexOf(one)));
    const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(digits[ten - 1] ?? '');
    return String(tens * 10 + Math.max(0, CHINESE_DIGITS.indexOf(digits[ten + 1] ?? '〇')));
  });
}

/** A trailing time of day says nothing about the day and is dropped. */
const withoutTime = (text: string): string =>
  text
    .replace(
      /(t|\s|日)\s*(上午|下午|[ap]m)?\s*\d{1,2}[:时]\d{1,2}([:分]\d{1,2})?秒?(\.\d+)?\s*([ap]m|z|[+-]\d{2}:?\d{2})?$/i,
      (time) => (time.startsWith('日') ? '日' : ''),
    )
    .replace(/\s*(星期|周)[一二三四五六日天]$/, '')
    .trim();

function fromSerial(serial: number): string | null {
  const days = Math.floor(serial);
  return days >= 1 && days < 2_958_466 ? addDays(SERIAL_START, days) : null;
}

const fromCompact = (text: string): string | null =>
  dayFrom(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));

function fromMonthName(text: string): string | null {
  const found =
    /^(\d{1,2})[\s-]*([a-z]{3,9})\.?[\s,-]*(\d{4})$/i.exec(text) ??
    /^([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4})$/i.exec(text);
  if (!found) return null;
  const [, first = '', second = '', year = ''] = found;
  const [day, name] = /\d/.test(first) ? [first, second] : [second, first];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return month < 0 ? null : dayFrom(Number(year), month + 1, Number(day));
}

/** 13/05/2020 and 05/13/2020 can be read one way only; 05/06/2020 cannot. */
function fromDayOrMonthFirst(first: number, second: number, year: number): Read<string, DateReason> {
  const readings = new Set([dayFrom(year, first, second), dayFrom(year, second, first)].filter((day) => day !== null));
  const [only] = readings;
  if (only === undefined) return refuse('dateUnreadable');
  return readings.size === 1 ? read(only) : refuse('dateAmbiguous');
}

function fromText(whole: string): Read<string, DateReason> {
  const text = withoutTime(arabic(whole));
  if (/^\d{8}$/.test(text)) return orUnreadable(fromCompact(text));
  if (/^\d{5}(\.\d+)?$/.test(text)) return orUnreadable(fromSerial(Number(text)));
  const yearFirst = /^(\d{4})\s*[-/.年,\s]\s*(\d{1,2})\s*[-/.月,\s]\s*(\d{1,2})\s*[日号.]?$/.exec(text);
  if (yearFirst) return orUnreadable(dayFrom(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (yearLast) return fromDayOrMonthFirst(Number(yearLast[1]), Number(yearLast[2]), Number(yearLast[3]));
  // Two-digit years and a missing day of the month leave a choice that is not ours.
  if (/^\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text) || /^\d{4}[-/.年]\d{1,2}月?$/.test(text))
    return refuse('dateAmbiguous');
  return orUnreadable(fromMonthName(text));
}

const orUnreadable = (day: string | null): Read<string, DateReason> =>
  day === null ? refuse('dateUnreadable') : read(day);

function anyDay(cell: SheetCell): Read<string, DateReason> {
  switch (cell.kind) {
    case 'date':
      return orUnreadable(isDay(cell.value.slice(0, 10)) ? cell.value.slice(0, 10) : null);
    case 'number':
      // 20200105 typed as a number; every serial of a day that matters has five digits.
      return orUnreadable(cell.value >= 1e7 ? fromCompact(String(cell.value)) : fromSerial(cell.value));
    case 'text':
      return fromText(textOf(cell));
    case 'boolean':
    case 'error':
    case 'empty':
      return refuse('dateUnreadable');
  }
}

/** The day that a cell means, between 1950 and `latest`. */
export function readDay(cell: SheetCell, latest: string): Read<string, DateReason> {
  const day = anyDay(cell);
  return day.ok && (day.value < EARLIEST || day.value > latest) ? refuse('dateOutOfRange') : day;
}
