// The scoring model as data with a version: weights, limits, caps, grades (handbook 4.1, 4.4, 4.5; 1.4.2).
// The rules read every number from here; an edited model is a new version and scores of the old one stay.
import type { Grade, Indicator } from '../../contract/vocabulary.ts';
import type { PeriodKind } from '../time.ts';
import type { Measure } from './measure.ts';

export interface MeasureWeight {
  readonly measure: Measure;
  /** > 0, relative to the other measures of the indicator. */
  readonly weight: number;
}

export interface IndicatorModel {
  /** > 0, relative to the other indicators. */
  readonly weight: number;
  readonly measures: readonly MeasureWeight[];
}

export type Upheld = 'minor' | 'ordinary' | 'serious';

/** Points are added to the base; a cap bounds the sum of its kind on either side. */
export interface AdjustmentModel {
  readonly complaints: { readonly points: Readonly<Record<Upheld, number>>; readonly cap: number };
  readonly rectifications: { readonly points: number; readonly cap: number };
  /** `points` at a shortfall of all hours, less in proportion. */
  readonly training: { readonly hoursPerYear: number; readonly points: number; readonly cap: number };
  readonly commendations: { readonly points: number; readonly cap: number };
}

export interface GradeLimit {
  readonly grade: Exclude<Grade, 'insufficient'>;
  /** The least rounded composite that earns it. */
  readonly from: number;
}

export interface ScoringModel {
  readonly version: number;
  readonly indicators: Readonly<Record<Indicator, IndicatorModel>>;
  /** Minutes: 100 up to `full`, falling in a straight line to 0 at `none`. */
  readonly introduction: { readonly full: number; readonly none: number };
  readonly replyHours: number;
  readonly solveHours: number;
  readonly adjustments: AdjustmentModel;
  /** The most a vetoed composite can be. */
  readonly redLineCap: number;
  /** From the best to the worst; the last one takes everything. */
  readonly grades: readonly GradeLimit[];
  /** The least coverage, 0..1, and the least sessions of a period that allow a grade. */
  readonly minimum: { readonly coverage: number; readonly sessions: Readonly<Record<PeriodKind, number>> };
}

const weighted = (weight: number, measures: Readonly<Partial<Record<Measure, number>>>): IndicatorModel => ({
  weight,
  measures: Object.entries(measures).map(([measure, inner]) => ({ measure: measure as Measure, weight: inner })),
});

/** Version 1, the default. Fixed by the handbook: the seven indicators, 10 minutes, 24 h, 48 h, 20 hours a year. */
export const MODEL_1: ScoringModel = {
  version: 1,
  indicators: {
    attitude: weighted(15, { 'observation.attitude': 70, 'survey.attitude': 30 }),
    efficiency: weighted(10, { introduction: 40, 'observation.efficiency': 30, 'survey.efficiency': 30 }),
    content: weighted(20, { 'observation.content': 70, 'survey.content': 30 }),
    compliance: weighted(20, { 'observation.compliance': 60, record: 40 }),
    satisfaction: weighted(15, { csi: 100 }),
    response: weighted(10, { reply24: 50, solve48: 50 }),
    followUp: weighted(10, { visit: 50, 'survey.followUp': 30, file: 20 }),
  },
  introduction: { full: 10, none: 20 },
  replyHours: 24,
  solveHours: 48,
  adjustments: {
    complaints: { points: { minor: -1, ordinary: -2, serious: -5 }, cap: 10 },
    rectifications: { points: -1, cap: 5 },
    training: { hoursPerYear: 20, points: -5, cap: 5 },
    commendations: { points: 0.5, cap: 3 },
  },
  redLineCap: 59,
  grades: [
    { grade: 'excellent', from: 90 },
    { grade: 'good', from: 80 },
    { grade: 'pass', from: 70 },
    { grade: 'basic', from: 60 },
    { grade: 'fail', from: 0 },
  ],
  minimum: { coverage: 0.6, sessions: { month: 1, quarter: 2, year: 6 } },
};

/**
 * JSON whose text depends on the content alone: keys sorted, no white space. Its SHA-256 is the model's digest
 * (and that of any other plain value: evidence, settings).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
