// Until when feedback is answered (4.2 (5)): by kind and class, in natural days, the day of receipt not counted. Our own
// defaults, to be edited here; whoever records feedback may set another day. A complaint's own limits (24 h, 48 h, 7 working
// days, the statutory ones) run on its case, not here.
import type { FeedbackKind } from '../../contract/feedback.ts';
import type { ProblemClass } from '../../contract/vocabulary.ts';
import { addDays } from '../time.ts';

const SAME = (days: number): Readonly<Record<ProblemClass, number>> => ({
  attitude: days,
  communication: days,
  process: days,
  content: days,
  quality: days,
  other: days,
});

export const ANSWER_DAYS: Readonly<Record<FeedbackKind, Readonly<Record<ProblemClass, number>>>> = {
  praise: SAME(5),
  suggestion: SAME(7),
  complaint: { attitude: 2, communication: 2, content: 2, quality: 2, process: 3, other: 3 },
  review: { ...SAME(3), process: 5, other: 5 },
};

/** The last day of the answer. */
export const answerDue = (kind: FeedbackKind, problemClass: ProblemClass, day: string): string =>
  addDays(day, ANSWER_DAYS[kind][problemClass]);
