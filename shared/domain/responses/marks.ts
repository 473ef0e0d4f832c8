// The two clocks of a request (4.1): a reply within 24 hours, a solution or next step within 48. Hours are hours: nights,
// weekends and time zones play no part. Exactly on the mark is in time, as in the score.
import { MODEL_1 } from '../scoring/model.ts';

export const MARKS = ['reply', 'solve'] as const;
export type Mark = (typeof MARKS)[number];

/** Hours of each mark. */
export const MARK_HOURS: Readonly<Record<Mark, number>> = { reply: MODEL_1.replyHours, solve: MODEL_1.solveHours };

export type MarkState =
  /** Not done, and the hours still run. */
  | 'running'
  | 'met'
  /** Done after the hours. */
  | 'late'
  /** Not done, and the hours have run out. */
  | 'overdue';

export interface MarkClock {
  readonly state: MarkState;
  /** Epoch milliseconds at which the hours end. */
  readonly limitAt: number;
}

const HOUR = 3_600_000;

/** How a mark stands at `asOf`; all in epoch milliseconds. */
export function markOf(mark: Mark, askedAt: number, doneAt: number | null, asOf: number): MarkClock {
  const limitAt = askedAt + MARK_HOURS[mark] * HOUR;
  if (doneAt !== null) return { state: doneAt <= limitAt ? 'met' : 'late', limitAt };
  return { state: asOf >= limitAt ? 'overdue' : 'running', limitAt };
}

export type VisitState =
  /** Due today or later, not made. */
  'planned' | 'made' | 'late' | 'overdue';

/** How a return visit stands on a day; made on the due day is in time. */
export function visitStateOf(dueOn: string, madeOn: string | null, today: string): VisitState {
  if (madeOn !== null) return madeOn <= dueOn ? 'made' : 'late';
  return dueOn < today ? 'overdue' : 'planned';
}
