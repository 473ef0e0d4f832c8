// The time axis that both clocks share: from receipt to a little after the last end, and places on it in percent.
import type { ClockLimit, ComplaintClocks } from '../../../shared/contract/complaintClocks.ts';

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** 0 to 100; what lies outside is at the edge. */
  readonly place: (instant: number) => number;
}

/** Part of the whole that stays free after the last mark, for its words. */
const ROOM = 0.08;
const HOUR = 3_600_000;

/** Every end, and now while something still runs. */
export function axisOf({ internal, statutory, reexamination, now, binding }: ComplaintClocks): Axis {
  const limits: readonly ClockLimit[] = [
    ...internal,
    ...statutory,
    ...(reexamination?.limit ? [reexamination.limit] : []),
  ];
  const from = Math.min(...limits.flatMap(({ startsAt }) => startsAt ?? []));
  const open = binding !== null || limits.some(({ state }) => state === 'stopped');
  const marks = limits.flatMap(({ endsAt, doneAt }) => [endsAt, doneAt].filter((at) => at !== null));
  const last = Math.max(from + HOUR, ...marks, ...(open ? [now] : []));
  const to = last + (last - from) * ROOM;
  return { from, to, place: (instant) => Math.min(100, Math.max(0, ((instant - from) / (to - from)) * 100)) };
}
