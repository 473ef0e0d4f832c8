// Every number of the scoring model as a field with a key: what the settings edit, what two versions are compared by.
// The structure (which measures feed which indicator) is version 1's; what the handbook fixes cannot be edited.
import type { ModelRange } from '../../contract/model.ts';
import { INDICATORS } from '../../contract/vocabulary.ts';
import { MODEL_1, type GradeLimit, type ScoringModel, type Upheld } from './model.ts';

export const MODEL_GROUPS = [
  'indicators',
  'measures',
  'introduction',
  'response',
  'adjustments',
  'redLine',
  'grades',
  'minimum',
] as const;
export type ModelGroup = (typeof MODEL_GROUPS)[number];

export interface ModelField {
  readonly key: string;
  readonly group: ModelGroup;
  readonly range: ModelRange;
  /** The handbook's clause that fixes the value, `model` where the scoring model itself does; null: editable. */
  readonly fixedBy: string | null;
  readonly of: (model: ScoringModel) => number;
}

const field = (
  group: ModelGroup,
  key: string,
  range: ModelRange,
  of: ModelField['of'],
  fixedBy: string | null = null,
): ModelField => ({ key, group, range, fixedBy, of });

const UPHELD: readonly Upheld[] = ['minor', 'ordinary', 'serious'];
const KINDS = ['month', 'quarter', 'year'] as const;

export const gradeKey = (grade: GradeLimit['grade']): string => `grade.${grade}`;
const limitOf = (model: ScoringModel, grade: GradeLimit['grade']): number =>
  model.grades.find((limit) => limit.grade === grade)?.from ?? 0;

/** In the order of the settings. */
export const MODEL_FIELDS: readonly ModelField[] = [
  ...INDICATORS.map((indicator) =>
    field('indicators', `indicator.${indicator}`, 'weight', (model) => model.indicators[indicator].weight),
  ),
  ...INDICATORS.flatMap((indicator) =>
    MODEL_1.indicators[indicator].measures.map(({ measure }) =>
      field(
        'measures',
        `measure.${indicator}.${measure}`,
        'weight',
        (model) => model.indicators[indicator].measures.find((one) => one.measure === measure)?.weight ?? 0,
      ),
    ),
  ),
  field('introduction', 'introduction.full', 'minutes', (model) => model.introduction.full, '4.1'),
  field('introduction', 'introduction.none', 'minutes', (model) => model.introduction.none),
  field('response', 'replyHours', 'hours', (model) => model.replyHours, '4.1'),
  field('response', 'solveHours', 'hours', (model) => model.solveHours, '4.1'),
  ...UPHELD.map((upheld) =>
    field('adjustments', `complaints.${upheld}`, 'penalty', (model) => model.adjustments.complaints.points[upheld]),
  ),
  field('adjustments', 'complaints.cap', 'points', (model) => model.adjustments.complaints.cap),
  field('adjustments', 'rectifications.points', 'penalty', (model) => model.adjustments.rectifications.points),
  field('adjustments', 'rectifications.cap', 'points', (model) => model.adjustments.rectifications.cap),
  field('adjustments', 'training.hours', 'hours', (model) => model.adjustments.training.hoursPerYear, '1.4.2'),
  field('adjustments', 'training.points', 'penalty', (model) => model.adjustments.training.points),
  field('adjustments', 'training.cap', 'points', (model) => model.adjustments.training.cap),
  field('adjustments', 'commendations.points', 'reward', (model) => model.adjustments.commendations.points),
  field('adjustments', 'commendations.cap', 'points', (model) => model.adjustments.commendations.cap),
  field('redLine', 'redLineCap', 'points', (model) => model.redLineCap),
  ...MODEL_1.grades.map(({ grade }) =>
    field('grades', gradeKey(grade), 'points', (model) => limitOf(model, grade), grade === 'fail' ? 'model' : null),
  ),
  field('minimum', 'minimum.coverage', 'share', (model) => model.minimum.coverage),
  ...KINDS.map((kind) =>
    field('minimum', `minimum.sessions.${kind}`, 'times', (model) => model.minimum.sessions[kind]),
  ),
];

/** All numbers of a model by field key. */
export const valuesOf = (model: ScoringModel): Record<string, number> =>
  Object.fromEntries(MODEL_FIELDS.map(({ key, of }) => [key, of(model)]));

/** The model of these values; they must be complete, see `modelProblems`. @throws RangeError naming a missing field */
export function modelOf(values: Readonly<Record<string, number | null>>, version: number): ScoringModel {
  const value = (key: string): number => {
    const given = values[key];
    if (given === undefined || given === null) throw new RangeError(`the model has no ${key}`);
    return given;
  };
  return {
    version,
    indicators: Object.fromEntries(
      INDICATORS.map((indicator) => [
        indicator,
        {
          weight: value(`indicator.${indicator}`),
          measures: MODEL_1.indicators[indicator].measures.map(({ measure }) => ({
            measure,
            weight: value(`measure.${indicator}.${measure}`),
          })),
        },
      ]),
    ) as unknown as ScoringModel['indicators'],
    introduction: { full: value('introduction.full'), none: value('introduction.none') },
    replyHours: value('replyHours'),
    solveHours: value('solveHours'),
    adjustments: {
      complaints: {
        points: {
          minor: value('complaints.minor'),
          ordinary: value('complaints.ordinary'),
          serious: value('complaints.serious'),
        },
        cap: value('complaints.cap'),
      },
      rectifications: { points: value('rectifications.points'), cap: value('rectifications.cap') },
      training: {
        hoursPerYear: value('training.hours'),
        points: value('training.points'),
        cap: value('training.cap'),
      },
      commendations: { points: value('commendations.points'), cap: value('commendations.cap') },
    },
    redLineCap: value('redLineCap'),
    grades: MODEL_1.grades.map(({ grade }) => ({ grade, from: value(gradeKey(grade)) })),
    minimum: {
      coverage: value('minimum.coverage'),
      sessions: {
        month: value('minimum.sessions.month'),
        quarter: value('minimum.sessions.quarter'),
        year: value('minimum.sessions.year'),
      },
    },
  };
}

/** Keys of the fields in which two models differ, in the order of the fields. */
export const changedFields = (
  before: Readonly<Record<string, number | null>>,
  after: Readonly<Record<string, number | null>>,
): readonly string[] =>
  MODEL_FIELDS.map(({ key }) => key).filter((key) => (before[key] ?? null) !== (after[key] ?? null));
