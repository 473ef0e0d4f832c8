// Moments, months and quantities in a sheet: date cells with a time, serial numbers, and text in the shapes people type.
// A moment without a time of day is refused: nobody can say whether 24 hours have run since a day.
import { instantAt, isDay, parseInstant } from '../time.ts';
import { hasLostDigits, read, refuse, textOf, type Read, type SheetCell } from './cell.ts';
import { readDay, type DateReason } from './day.ts';

export type MomentReason = DateReason | 'timeMissing';

const TIME =
  /[t\s]?\s*(上午|下午|凌晨|中午|晚上|[ap]m)?\s*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*(?:[:分]\s*(\d{1,2})?)?)?\s*秒?(?:\.\d+)?\s*([ap]m)?$/i;
const AFTERNOON = /^(下午|中午|晚上|pm)$/i;

interface TimeOfDay {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

function timeOf(part: string, hours: number, minutes: number, seconds: number): TimeOfDay | null {
  if (part !== '' && (hours > 12 || hours < 0) && !AFTERNOON.test(part)) return null;
  const shifted = part === '' || hours > 12 ? hours : (hours % 12) + (AFTERNOON.test(part) ? 12 : 0);
  return shifted > 23 || minutes > 59 || seconds > 59 ? null : { hours: shifted, minutes, seconds };
}

/** Day and time of day of a text; the day is still text. */
function splitText(text: string): { readonly day: string; readonly time: TimeOfDay } | null {
  const compact = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (compact) {
    const time = timeOf('', Number(compact[2]), Number(compact[3]), Number(compact[4] ?? 0));
    return time && { day: compact[1] ?? '', time };
  }
  const found = TIME.exec(text);
  if (!found) return null;
  const [all, before = '', hours, minutes = '0', seconds = '0', after = ''] = found;
  const time = timeOf(before || after, Number(hours), Number(minutes), Number(seconds));
  return time && { day: text.slice(0, text.length - all.length).trim(), time };
}

const serialTime = (serial: number): TimeOfDay => {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 };
};

/** The instant that a cell means in a time zone, as ISO 8601 in UTC; not after `latest` (epoch milliseconds). */
export function readMoment(cell: SheetCell, timeZone: string, latest: number): Read<string, MomentReason> {
  const text = textOf(cell);
  const zoned = cell.kind === 'text' ? parseInstant(text.replace(' ', 'T')) : null;
  const bounded = (instant: number): Read<string, MomentReason> =>
    instant > latest ? refuse('dateOutOfRange') : read(new Date(instant).toISOString());
  if (zoned !== null) return bounded(zoned);
  const at = (dayCell: SheetCell, { hours, minutes, seconds }: TimeOfDay): Read<string, MomentReason> => {
    const day = readDay(dayCell, '9999-12-31');
    if (!day.ok) return day;
    const instant = instantAt(day.value, `${two(hours)}:${two(minutes)}`, timeZone);
    return instant === null ? refuse('dateUnreadable') : bounded(instant + seconds * 1000);
  };
  if (cell.kind === 'date') {
    const [, hours, minutes, seconds] = /T(\d{2}):(\d{2}):(\d{2})/.exec(cell.value) ?? [];
    if (hours === undefined) return isDay(cell.value) ? refuse('timeMissing') : refuse('dateUnreadable');
    return at(cell, { hours: Number(hours), minutes: Number(minutes), seconds: Number(seconds) });
  }
  if (cell.kind === 'number' && !/^\d{12}(\d{2})?$/.test(text)) {
    if (Number.isInteger(cell.value))
      return readDay(cell, '9999-12-31').ok ? refuse('timeMissing') : refuse('dateUnreadable');
    // A share that rounds to a whole day is the next midnight.
    const whole = Math.round(cell.value * 86_400) / 86_400;
    return at({ kind: 'number', value: Math.floor(whole) }, serialTime(whole));
  }
  const parts = splitText(text);
  if (parts) return at({ kind: 'text', value: parts.day }, parts.time);
  // A time of day that no clock shows.
  if (TIME.test(text)) return refuse('dateUnreadable');
  const day = readDay(cell, '9999-12-31');
  return day.ok ? refuse('timeMissing') : day;
}

/** The month that a cell means, 2026-08, not after `latest`: 2026年8月, 202608, or any day of it. */
export function readMonth(cell: SheetCell, latest: string): Read<string, DateReason> {
  const [, year, month] = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?份?$/.exec(textOf(cell)) ?? [];
  const serial = cell.kind === 'number' && cell.value < 100_000;
  if (year !== undefined && month !== undefined && !serial && cell.kind !== 'date') {
    const named = `${year}-${month.padStart(2, '0')}`;
    if (!isDay(`${named}-01`)) return refuse('dateUnreadable');
    return named > latest || year < '1990' ? refuse('dateOutOfRange') : read(named);
  }
  const day = readDay(cell, '9999-12-31');
  if (!day.ok) return day;
  const named = day.value.slice(0, 7);
  return named > latest ? refuse('dateOutOfRange') : read(named);
}

/** A number ≥ 0 as Excel or a person wrote it, 1,234 or １２ 件, rounded to `digits` after the point; more is refused for 0. */
export function readQuantity(cell: SheetCell, digits: 0 | 2): Read<number, 'digitsLost' | 'quantityUnreadable'> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = textOf(cell)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*[件人户张个次单笔名位元]$/, '');
  if (cell.kind === 'date' || !/^\d+(\.\d+)?$/.test(text)) return refuse('quantityUnreadable');
  const value = Number(text);
  if (digits === 0 && !Number.isInteger(value)) return refuse('quantityUnreadable');
  return read(digits === 0 ? value : Math.round(value * 100) / 100);
}
