// The criteria whose failing rate can be a figure: items of observations and checks of record reviews of the standard in force.
import type { CheckSource } from '../../../shared/contract/dashboard.ts';
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import type { ReadDb } from '../../db/connection.ts';
import { checkOf, checksInForce } from '../inspection/standardOf.ts';
import { criterionOf, standardInForce } from '../observation/standardOf.ts';

interface Measurable {
  readonly source: CheckSource;
  readonly criterion: string;
  readonly text: Bilingual;
}

/** In the order in which they are walked. @throws AppError NOT_FOUND standardMissing */
export const measurableCriteria = (db: ReadDb): Measurable[] => [
  ...standardInForce(db).criteria.map(({ code, text }) => ({ source: 'observation' as const, criterion: code, text })),
  ...checksInForce(db, 'record').criteria.map(({ code, text }) => ({
    ...{ source: 'record' as const, criterion: code, text },
  })),
];

/** @throws AppError NOT_FOUND criterionUnknown */
export function checkMeasurable(db: ReadDb, source: CheckSource, criterion: string): void {
  if (source === 'observation') criterionOf(standardInForce(db), criterion);
  else checkOf(checksInForce(db, 'record'), criterion);
}
