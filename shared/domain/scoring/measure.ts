// The names of the measures (scoring model, section 2) and which unit of evidence feeds which.
import type { Dimension, Indicator } from '../../contract/vocabulary.ts';

export type Measure =
  | `observation.${Indicator}`
  | 'introduction'
  | `survey.${Dimension}`
  | 'csi'
  | 'record'
  | 'file'
  | 'reply24'
  | 'solve48'
  | 'visit';

/** What is counted: each kind of unit feeds its own measures and no other kind's. */
export const UNIT_KINDS = ['session', 'survey', 'review', 'request', 'visit'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The measures a unit of each kind can feed. A unit's `values` stand in this order. */
export const MEASURES_OF = {
  session: [
    'observation.attitude',
    'observation.efficiency',
    'observation.content',
    'observation.compliance',
    'observation.satisfaction',
    'observation.response',
    'observation.followUp',
    'introduction',
  ],
  survey: ['survey.attitude', 'survey.efficiency', 'survey.content', 'survey.followUp', 'csi'],
  review: ['record', 'file'],
  request: ['reply24', 'solve48'],
  visit: ['visit'],
} as const satisfies Readonly<Record<UnitKind, readonly Measure[]>>;

/** All measures in the order in which results list them. */
export const MEASURES: readonly Measure[] = UNIT_KINDS.flatMap((kind): readonly Measure[] => MEASURES_OF[kind]);
