// How days, instants, numbers and sizes are written on every screen: 2026-11-22, 24 hours, two decimals for scores.
//   const format = useFormat(); format.instant(row.at)
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from './client.ts';

export interface Format {
  /** The branch's time zone, an IANA name. */
  readonly timeZone: string;
  /** 2026-11-22 14:05 in the branch's time zone. */
  readonly instant: (iso: string) => string;
  /** 2026-11-22 14:05:09 */
  readonly instantExact: (iso: string) => string;
  /** The day of an instant, 2026-11-22. A day stays as it is. */
  readonly day: (iso: string) => string;
  /** 14:05 */
  readonly time: (iso: string) => string;
}

// The Swedish way of writing dates is ISO 8601's.
const writer = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, hourCycle: 'h23', ...options });

const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

export function formatIn(timeZone: string): Format {
  const instant = writer(timeZone, { ...date, ...clock });
  const exact = writer(timeZone, { ...date, ...clock, second: '2-digit' });
  const day = writer(timeZone, date);
  const time = writer(timeZone, clock);
  return {
    timeZone,
    instant: (iso) => instant.format(new Date(iso)),
    instantExact: (iso) => exact.format(new Date(iso)),
    day: (iso) => (iso.length === 10 ? iso : day.format(new Date(iso))),
    time: (iso) => time.format(new Date(iso)),
  };
}

/** Writers in the branch's time zone. */
export function useFormat(): Format {
  const { data } = useQuery({ ...api.settings.get.queryOptions(), staleTime: Infinity });
  const timeZone = data?.timeZone ?? 'Asia/Shanghai';
  return useMemo(() => formatIn(timeZone), [timeZone]);
}

/** A score or points with two decimals. */
export const score = (value: number): string => value.toFixed(2);

/** Whole numbers with grouped thousands. */
export const count = (value: number): string => value.toLocaleString('en-US');

/** A share 0..1 as 92.0%. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A size in bytes as KB, MB or GB. */
export function bytes(size: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, size)) / 10)));
  return `${(size / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step] ?? 'B'}`;
}
