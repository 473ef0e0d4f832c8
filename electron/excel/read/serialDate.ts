// Excel's serial dates. They carry no time zone: the civil day and time that the sheet shows are what is read and written.
const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01 in the 1900 system. */
const UNIX_EPOCH = 25_569;
/** Days by which the 1904 system lies behind the 1900 system. */
export const OFFSET_1904 = 1462;
/** Serial number of the day after 9999-12-31, the last that Excel shows. */
const PAST_LAST = 2_958_466;

/**
 * The civil date of a serial number of the 1900 system: `2026-11-22`, with a time of day `2026-11-22T09:30:00`, and
 * `09:30:00` alone for a fraction below one day. Rounded to the second. Undefined outside what Excel shows as a date.
 * Serials below 60 are shifted by a day, because Excel counts a 29 February 1900 that never was.
 */
export function civilOfSerial(serial: number): string | undefined {
  if (!(serial >= 0) || serial >= PAST_LAST) return undefined;
  const real = serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((real - UNIX_EPOCH) * 86_400);
  const iso = new Date(seconds * 1000).toISOString();
  const time = iso.slice(11, 19);
  if (serial < 1 && serial > 0) return time;
  return time === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19);
}

/**
 * The serial number of a civil day or date and time (`2026-11-22`, `2026-11-22T09:30`, with or without seconds), in the
 * 1900 system. Throws RangeError for anything else: what is written to a date column must be a date.
 */
export function serialOfCivil(civil: string): number {
  const known = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.test(civil);
  const time = known ? Date.parse(civil.length === 10 ? `${civil}T00:00:00Z` : `${civil}Z`) : NaN;
  const serial = time / DAY_MS + UNIX_EPOCH;
  if (!(serial >= 61)) throw new RangeError(`not a civil date after February 1900: ${civil}`);
  return serial;
}

/** The serial number of a Date whose UTC fields are the civil date and time to show. */
export function serialOfUtc(date: Date): number {
  return UNIX_EPOCH + date.getTime() / DAY_MS;
}
