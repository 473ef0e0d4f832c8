// Days and times as people type them: 2026-11-22, 20261122, 11-22, 1122; 14:05, 1405, 9. Full-width digits too.
import { instantAt, isDay } from '../../../shared/domain/time.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[./年月]/gu, '-')
    .replaceAll(/[日\s]/gu, '');

/** A day out of what was typed; a missing year is that of `today`. Null for anything that is no day. */
export function parseDay(text: string, today: string): string | null {
  const typed = plain(text);
  const [, year = today.slice(0, 4), month = '', day = ''] =
    /^(?:(\d{4})-?)?(\d{1,2})-(\d{1,2})$/.exec(typed) ?? /^(\d{4})?(\d{2})(\d{2})$/.exec(typed) ?? [];
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

/** A time out of what was typed, as 14:05; null for anything that is none. */
export function parseTime(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[点时.]/gu, ':')
    .replace(/[分:]$/u, '');
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})(?::(\d{1,2}))?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

/** An instant out of `day time` or a time alone, which is then of `ofDay`. ISO 8601 in UTC; null for anything else. */
export function parseLocal(text: string, ofDay: string, timeZone: string): string | null {
  const [first = '', second] = text.normalize('NFKC').trim().split(/\s+/u);
  const day = second === undefined ? ofDay : parseDay(first, ofDay);
  const time = parseTime(second ?? first);
  const instant = day === null || time === null ? null : instantAt(day, time, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
}
