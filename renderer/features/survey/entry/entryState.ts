// One paper survey being typed: what is answered, and what a key does. Pure, so that a run of keys can be tested.
import { LIKERT, type Likert, type SurveyAnswers } from '../../../../shared/contract/survey.ts';

/** Where the hands go on: an item by its place, or the comment after the last. */
export type Place = number | 'comment';

export interface Stroke {
  readonly answers: SurveyAnswers;
  readonly to: Place;
}

const placeAfter = (at: number, count: number): Place => (at + 1 < count ? at + 1 : 'comment');

/** The first item that is not answered, looking on from `at` and then from the top; the comment where all are. */
function nextUnanswered(codes: readonly string[], answers: SurveyAnswers, at: number): Place {
  const order = codes.map((_, step) => (at + 1 + step) % codes.length);
  return order.find((place) => answers[codes[place]!] === undefined) ?? 'comment';
}

/**
 * What a key does on the item at a place: 1 to 5 answer and go on, 0 and - leave it unanswered and go on, arrows and
 * backspace move, Enter leads to the next unanswered item and then to the comment. Null for any other key.
 */
export function strokeOf(key: string, codes: readonly string[], answers: SurveyAnswers, at: number): Stroke | null {
  const code = codes[at];
  if (code === undefined) return null;
  const value = LIKERT.find((one) => String(one) === key);
  if (value !== undefined) return { answers: { ...answers, [code]: value }, to: placeAfter(at, codes.length) };
  switch (key) {
    case '0':
    case '-':
      return { answers: without(answers, code), to: placeAfter(at, codes.length) };
    case 'ArrowDown':
      return { answers, to: placeAfter(at, codes.length) };
    case 'ArrowUp':
    case 'Backspace':
      return { answers, to: Math.max(0, at - 1) };
    case 'Enter':
      return { answers, to: nextUnanswered(codes, answers, at) };
    default:
      return null;
  }
}

/** The answers with one item left unanswered. */
export const without = (answers: SurveyAnswers, code: string): SurveyAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([one]) => one !== code));

/** The answer given by a pointer: the same one again takes it back. */
export const pointed = (answers: SurveyAnswers, code: string, value: Likert): SurveyAnswers =>
  answers[code] === value ? without(answers, code) : { ...answers, [code]: value };

/** Answers to items that the questionnaire has; a kept draft may be older than the version shown. */
export const fitting = (answers: SurveyAnswers, codes: readonly string[]): SurveyAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([code]) => codes.includes(code)));
