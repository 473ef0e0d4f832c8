// One agent's score for one period, and the score of a single session (scoring model, sections 1 to 5 and 7).
import type { Grade } from '../../contract/vocabulary.ts';
import { adjustmentsOf, totalOf } from './adjustments.ts';
import type { Adjustments } from './adjustments.ts';
import { baseOf, compositeOf, gradeOf, indicatorsOf, isSufficient } from './composite.ts';
import type { Indicators } from './composite.ts';
import { holdsDay, holdsInstant } from './evidence.ts';
import type { Evidence, Session, Window } from './evidence.ts';
import type { Interval } from './interval.ts';
import type { ScoringModel } from './model.ts';
import { countSessions, measuresOf, sessionValues, unitsOf } from './units.ts';
import type { Measures, Units } from './units.ts';

/** A confirmed red line of the period: why the composite is vetoed. */
export interface Veto {
  readonly id: string;
  readonly at: number;
  readonly clause: string;
}

export const EVIDENCE_KINDS = [
  'session',
  'survey',
  'review',
  'request',
  'visit',
  'complaint',
  'rectification',
  'commendation',
  'redLine',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A piece of evidence of the period, in the order of `EVIDENCE_KINDS`. */
export interface EvidenceRef {
  readonly kind: EvidenceKind;
  readonly id: string;
  readonly digest: string | null;
}

export interface PeriodScore {
  /** The digest of the model, SHA-256 of its `canonicalJson`, is added by the one who stores the result. */
  readonly modelVersion: number;
  readonly window: Window;
  readonly measures: Measures;
  readonly indicators: Indicators;
  /** 0..100, not rounded; null without any indicator. */
  readonly base: number | null;
  /** 0..1 */
  readonly coverage: number;
  readonly adjustments: Adjustments;
  /** Rounded, before the veto; null without a base. */
  readonly composite: number | null;
  /** The composite, at most the red-line cap if vetoed; null without a base. */
  readonly graded: number | null;
  readonly grade: Grade;
  readonly vetoes: readonly Veto[];
  readonly vetoed: boolean;
  /** Enough coverage and sessions for a grade; a veto does not change it. */
  readonly sufficient: boolean;
  /** Submitted sessions of the period with a scored answer. */
  readonly sessions: number;
  /** Needs the branch: null until `withIntervals` has seen it. */
  readonly interval: Interval | null;
  readonly standardVersions: readonly { readonly session: string; readonly standardVersion: string }[];
  readonly evidence: readonly EvidenceRef[];
}

function vetoesOf({ redLines }: Evidence, window: Window): readonly Veto[] {
  return redLines
    .filter(({ at, confirmed }) => confirmed && holdsInstant(window, at))
    .map(({ id, at, clause }) => ({ id, at, clause }));
}

function refsOf(evidence: Evidence, units: Units, window: Window): readonly EvidenceRef[] {
  const refs = (kind: EvidenceKind, items: readonly { readonly id: string; readonly digest?: string }[]) =>
    items.map(({ id, digest }): EvidenceRef => ({ kind, id, digest: digest ?? null }));
  const within = <S extends { readonly at: number }>(items: readonly S[]): readonly S[] =>
    items.filter(({ at }) => holdsInstant(window, at));
  return [
    ...refs(
      'session',
      units.session.map(({ source }) => source),
    ),
    ...refs(
      'survey',
      units.survey.map(({ source }) => source),
    ),
    ...refs(
      'review',
      units.review.map(({ source }) => source),
    ),
    ...refs(
      'request',
      units.request.map(({ source }) => source),
    ),
    ...refs(
      'visit',
      units.visit.map(({ source }) => source),
    ),
    ...refs('complaint', within(evidence.complaints)),
    ...refs(
      'rectification',
      evidence.rectifications.filter(({ deadline }) => holdsDay(window, deadline)),
    ),
    ...refs('commendation', within(evidence.commendations)),
    ...refs('redLine', within(evidence.redLines)),
  ];
}

/** The score and the units it was made from, which intervals and derivations read. */
export interface Assessment {
  readonly score: PeriodScore;
  readonly units: Units;
  readonly source: Evidence;
  readonly model: ScoringModel;
}

/** Scores one agent's evidence in a window. */
export function assess(evidence: Evidence, window: Window, model: ScoringModel): Assessment {
  const units = unitsOf(evidence, window, model);
  const measures = measuresOf(units);
  const indicators = indicatorsOf(measures, model);
  const { base, coverage } = baseOf(indicators, model);
  const adjustments = adjustmentsOf(evidence, window, model);
  const composite = base === null ? null : compositeOf(base, totalOf(adjustments));
  const vetoes = vetoesOf(evidence, window);
  const vetoed = vetoes.length > 0;
  const graded = composite === null || !vetoed ? composite : Math.min(composite, model.redLineCap);
  const sessions = countSessions(units);
  const sufficient = isSufficient({ base, coverage, sessions }, window.kind, model);
  const score: PeriodScore = {
    modelVersion: model.version,
    window,
    measures,
    indicators,
    base,
    coverage,
    adjustments,
    composite,
    graded,
    grade: vetoed ? 'fail' : !sufficient || graded === null ? 'insufficient' : gradeOf(graded, model),
    vetoes,
    vetoed,
    sufficient,
    sessions,
    interval: null,
    standardVersions: units.session.flatMap(({ id, source: { standardVersion } }) =>
      standardVersion === undefined ? [] : [{ session: id, standardVersion }],
    ),
    evidence: refsOf(evidence, units, window),
  };
  return { score, units, source: evidence, model };
}

/** As `assess`, the result alone. */
export function scorePeriod(evidence: Evidence, window: Window, model: ScoringModel): PeriodScore {
  return assess(evidence, window, model).score;
}

export interface SessionScore {
  readonly modelVersion: number;
  readonly measures: Measures;
  readonly indicators: Indicators;
  /** 0..100, not rounded; null without a scored answer or a timed introduction. */
  readonly score: number | null;
  /** 0..1 */
  readonly coverage: number;
}

/** Section 3 on one session's evidence alone: its answers and its timed introduction, no adjustments, no grade. */
export function sessionScore(
  session: Pick<Session, 'answers' | 'introductionMinutes'>,
  model: ScoringModel,
): SessionScore {
  const values = sessionValues(session, model);
  const measures = measuresOf({ session: [{ values }], survey: [], review: [], request: [], visit: [] });
  const indicators = indicatorsOf(measures, model);
  const { base, coverage } = baseOf(indicators, model);
  return { modelVersion: model.version, measures, indicators, score: base, coverage };
}
