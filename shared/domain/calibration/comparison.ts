// A calibration's sessions side by side: what each assessor answered to each criterion, and how far they agree by scale
// (scoring model, section 6).
import type { NotApplicableReason } from '../../contract/observationRecord.ts';
import { SCALES, type Criterion, type Scale } from '../../contract/standard.ts';
import { CHOICES } from '../observation/scale.ts';
import { agreementOf, type Agreement, type Metric, type Ratings } from '../scoring/agreement.ts';
import { wilson } from '../scoring/wilson.ts';

export interface GivenAnswer {
  readonly criterion: string;
  /** 0..1, null where not applicable. */
  readonly value: number | null;
  readonly notApplicable: NotApplicableReason | null;
  readonly words: string;
  readonly note: string;
}

export interface AssessedSession {
  readonly assessorId: string;
  readonly answers: readonly GivenAnswer[];
}

/**
 * agree: the same value or all not applicable. differ: values differ. applicability: some found it applicable, some not.
 * alone: fewer than two answered it.
 */
export const VERDICTS = ['agree', 'differ', 'applicability', 'alone'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ComparedCriterion {
  readonly criterion: Criterion;
  /** In the order of the sessions; null where the assessor left it unanswered. */
  readonly answers: readonly (GivenAnswer | null)[];
  readonly verdict: Verdict;
  /** Greatest minus least value, 0..1; null with fewer than two values. */
  readonly spread: number | null;
}

function verdictOf(answers: readonly (GivenAnswer | null)[]): Verdict {
  const given = answers.filter((answer) => answer !== null);
  if (given.length < 2) return 'alone';
  const applicable = given.filter(({ value }) => value !== null);
  if (applicable.length > 0 && applicable.length < given.length) return 'applicability';
  return new Set(applicable.map(({ value }) => value)).size > 1 ? 'differ' : 'agree';
}

/** Every criterion with all answers to it, in the order of the standard. */
export function compareSessions(
  criteria: readonly Criterion[],
  sessions: readonly AssessedSession[],
): readonly ComparedCriterion[] {
  const given = sessions.map(({ answers }) => new Map(answers.map((answer) => [answer.criterion, answer])));
  return criteria.map((criterion) => {
    const answers = given.map((one) => one.get(criterion.code) ?? null);
    const values = answers.map((answer) => answer?.value ?? null).filter((value) => value !== null);
    const spread = values.length < 2 ? null : Math.max(...values) - Math.min(...values);
    return { criterion, answers, verdict: verdictOf(answers), spread };
  });
}

export interface ScaleAgreement extends Agreement {
  readonly scale: Scale;
  readonly metric: Metric;
  /** Wilson's 95% interval of the percent agreement; null without items. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Nominal for pass/fail; differences of three steps and of Likert points count by their square. */
export const metricOf = (scale: Scale): Metric => (scale === 'passFail' ? 'nominal' : 'interval');

/** An item of a scale: one rating an assessor, null where there is none. */
export interface RatedItem {
  readonly scale: Scale;
  readonly ratings: Ratings;
}

export const ratedItems = (compared: readonly ComparedCriterion[]): readonly RatedItem[] =>
  compared.map(({ criterion, answers }) => ({
    scale: criterion.scale,
    ratings: answers.map((answer) => answer?.value ?? null),
  }));

/** The agreement on each scale that has items which at least two assessors rated. */
export function agreementByScale(items: readonly RatedItem[]): readonly ScaleAgreement[] {
  return SCALES.flatMap((scale) => {
    const metric = metricOf(scale);
    const ratings = items.filter((item) => item.scale === scale).map((item) => item.ratings);
    const agreement = agreementOf(ratings, metric, CHOICES[scale].length);
    if (agreement.percent === null) return [];
    const interval = wilson(agreement.percent * agreement.items, agreement.items);
    return [{ scale, metric, ...agreement, interval }];
  });
}
