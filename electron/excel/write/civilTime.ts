// Instants as they are shown in a workbook: the civil time in the branch's time zone, since cells carry no zone.
import { localStamp, parseInstant } from '../../../shared/domain/time.ts';

/** 2026-10-08T09:00:00 for an ISO 8601 instant. Throws RangeError for anything else. */
export function civilTime(instant: string, timeZone: string): string {
  const parsed = parseInstant(instant);
  if (parsed === null) throw new RangeError(`not an instant: ${instant}`);
  const stamp = localStamp(parsed, timeZone);
  return `${stamp.slice(0, 10)}T${stamp.slice(11, 13)}:${stamp.slice(13, 15)}:${stamp.slice(15, 17)}`;
}
