// The product-introduction timer (4.1: at most 10 minutes): stretches between start and stop, summed.

/** Minutes within which the introduction meets the standard (4.1). The score of longer ones is the model's matter. */
export const INTRODUCTION_LIMIT = 10;

/** Under so many minutes a timed introduction is more likely a wrong touch of the key than one that was given. */
export const INTRODUCTION_LEAST = 1;

/** Whether the review asks about it: shorter than `INTRODUCTION_LEAST` minutes, though the model gives it full score. */
export const isUnlikelyIntroduction = (minutes: number | null): boolean =>
  minutes !== null && minutes < INTRODUCTION_LEAST;

/** Epoch milliseconds; `stoppedAt` is null while it runs. */
export interface Stretch {
  readonly startedAt: number;
  readonly stoppedAt: number | null;
}

const MINUTE = 60_000;

/**
 * Minutes of all stretches, a running one up to `now`, not rounded; null where none was started. A clock set back
 * during a stretch gives 0 for it, never a negative time.
 */
export function timedMinutes(stretches: readonly Stretch[], now: number): number | null {
  if (stretches.length === 0) return null;
  const sum = stretches.reduce(
    (total, { startedAt, stoppedAt }) => total + Math.max(0, (stoppedAt ?? now) - startedAt),
    0,
  );
  return sum / MINUTE;
}

/** Typed minutes stand instead of the timer; while it runs there is no result yet. */
export function introductionMinutes(stretches: readonly Stretch[], manual: number | null): number | null {
  if (manual !== null) return manual;
  const ended = stretches.filter(({ stoppedAt }) => stoppedAt !== null);
  return timedMinutes(ended, 0);
}
