// What each unit of evidence says about the measures it feeds (scoring model, sections 1 and 2; handbook 4.1, 4.2).
import type { Indicator } from '../../contract/vocabulary.ts';
import { INDICATORS } from '../../contract/vocabulary.ts';
import { holdsDay, holdsInstant } from './evidence.ts';
import type { Answer, Check, Evidence, Review, ServiceRequest, Session, Survey, Visit, Window } from './evidence.ts';
import { isSound, mean, weightedMean } from './mean.ts';
import { MEASURES, MEASURES_OF, UNIT_KINDS } from './measure.ts';
import type { Measure, UnitKind } from './measure.ts';
import type { ScoringModel } from './model.ts';

/** One session, survey, review, request or visit of the period, with 0..100 or null for each measure of its kind. */
export interface Unit<Source = unknown> {
  readonly id: string;
  readonly source: Source;
  /** In the order of `MEASURES_OF` its kind. */
  readonly values: readonly (number | null)[];
}

export interface Units {
  readonly session: readonly Unit<Session>[];
  readonly survey: readonly Unit<Survey>[];
  readonly review: readonly Unit<Review>[];
  readonly request: readonly Unit<ServiceRequest>[];
  readonly visit: readonly Unit<Visit>[];
}

const HOUR = 3_600_000;
const SLOTS: Readonly<Record<Indicator, number>> = {
  attitude: 0,
  efficiency: 1,
  content: 2,
  compliance: 3,
  satisfaction: 4,
  response: 5,
  followUp: 6,
};

/** Likert 1..5 as 0..1 (handbook 4.2). */
export const likertValue = (likert: number): number => (likert - 1) / 4;

/** 0..100 for each indicator: Σ w·v / Σ w over its scored answers, null where none is scored. */
function observed(answers: readonly Answer[]): (number | null)[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  const totals = [0, 0, 0, 0, 0, 0, 0];
  for (const { indicator, weight, value } of answers) {
    if (value === null) continue;
    const slot = SLOTS[indicator];
    sums[slot]! += weight * value;
    totals[slot]! += weight;
  }
  return totals.map((total, slot) => {
    if (isSound(total)) return (sums[slot]! / total) * 100;
    const own = answers.filter((answer) => SLOTS[answer.indicator] === slot);
    const value = weightedMean(
      own.map(({ weight }) => weight),
      own.map((answer) => answer.value),
    );
    return value === null ? null : value * 100;
  });
}

/** 100 up to the limit, then a straight line down to 0 (handbook 4.1: at most 10 minutes). */
export function introductionValue(minutes: number | null, { introduction }: ScoringModel): number | null {
  if (minutes === null) return null;
  const { full, none } = introduction;
  if (minutes <= full) return 100;
  return minutes >= none ? 0 : (100 * (none - minutes)) / (none - full);
}

/** A session's values, in the order of `MEASURES_OF.session`. */
export function sessionValues(
  session: Pick<Session, 'answers' | 'introductionMinutes'>,
  model: ScoringModel,
): readonly (number | null)[] {
  const values = observed(session.answers);
  values.push(introductionValue(session.introductionMinutes, model));
  return values;
}

function surveyValues({ items }: Survey): readonly (number | null)[] {
  const values = MEASURES_OF.survey.map((measure) =>
    mean(items.map(({ dimension, likert }) => (measure === `survey.${dimension}` ? likertValue(likert) * 100 : null))),
  );
  values[values.length - 1] = mean(items.map(({ likert }) => likertValue(likert) * 100));
  return values;
}

function passedShare(checks: readonly Check[]): number | null {
  return mean(checks.map(({ passed }) => (passed === null ? null : passed ? 100 : 0)));
}

/** 100 within the limit, 0 later or once the hours have run out at `asOf`, null while they run. */
function promptness(askedAt: number, doneAt: number | null, hours: number, asOf: number): number | null {
  const limit = askedAt + hours * HOUR;
  if (doneAt !== null) return doneAt <= limit ? 100 : 0;
  return asOf >= limit ? 0 : null;
}

function visitValue({ dueOn, madeOn }: Visit, asOfDay: string): number | null {
  if (dueOn > asOfDay) return null;
  return madeOn !== null && madeOn <= dueOn ? 100 : 0;
}

/** The units of the window; withdrawn and calibration sessions are none. Those that feed nothing are kept, all null. */
export function unitsOf(evidence: Evidence, window: Window, model: ScoringModel): Units {
  const within = <S extends { readonly at: number }>(sources: readonly S[]): readonly S[] =>
    sources.filter(({ at }) => holdsInstant(window, at));
  const units = <S extends { readonly id: string }>(
    sources: readonly S[],
    values: (source: S) => readonly (number | null)[],
  ): readonly Unit<S>[] => sources.map((source) => ({ id: source.id, source, values: values(source) }));
  return {
    session: units(
      within(evidence.sessions).filter(({ status }) => status === 'submitted'),
      (session) => sessionValues(session, model),
    ),
    survey: units(within(evidence.surveys), surveyValues),
    review: units(within(evidence.reviews), ({ checks }) => [
      passedShare(checks),
      passedShare(checks.filter(({ kind }) => kind === 'file')),
    ]),
    request: units(
      evidence.requests.filter(({ askedAt }) => holdsInstant(window, askedAt)),
      ({ askedAt, repliedAt, solvedAt }) => [
        promptness(askedAt, repliedAt, model.replyHours, window.asOf),
        promptness(askedAt, solvedAt, model.solveHours, window.asOf),
      ],
    ),
    visit: units(
      evidence.visits.filter(({ dueOn }) => holdsDay(window, dueOn)),
      (visit) => [visitValue(visit, window.asOfDay)],
    ),
  };
}

export type Measures = Readonly<Record<Measure, number | null>>;

/** Every measure, 0..100: the mean over the units that have it, null without any. */
export function measuresOf(units: Readonly<Record<UnitKind, readonly Pick<Unit, 'values'>[]>>): Measures {
  const measures = Object.fromEntries(MEASURES.map((measure) => [measure, null])) as Record<Measure, number | null>;
  for (const kind of UNIT_KINDS) fill(measures, MEASURES_OF[kind], units[kind]);
  return measures;
}

function fill(
  into: Record<Measure, number | null>,
  measures: readonly Measure[],
  units: readonly Pick<Unit, 'values'>[],
): void {
  measures.forEach((measure, slot) => {
    into[measure] = mean(units.map(({ values }) => values[slot]!));
  });
}

/** Submitted sessions with at least one scored answer: those that count toward the period's minimum. */
export function countSessions(units: Units): number {
  return units.session.filter(({ values }) => INDICATORS.some((_, slot) => values[slot] !== null)).length;
}
