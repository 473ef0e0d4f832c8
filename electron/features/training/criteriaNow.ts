// The criteria of the standard in force whose values the score counts, with the training content that helps with each.
import type { Criterion } from '../../../shared/contract/standard.ts';
import type { TrainingContent } from '../../../shared/contract/trainingWords.ts';
import type { Bilingual } from '../../../shared/contract/vocabulary.ts';
import { contentOf } from '../../../shared/domain/training/contentOf.ts';
import type { ReadDb } from '../../db/connection.ts';
import { readContent } from '../standard/lines.ts';
import { currentVersion } from '../standard/versions.ts';

export interface TrainedCriterion {
  readonly code: string;
  readonly text: Bilingual;
  readonly content: TrainingContent;
}

const isScored = ({ method }: Criterion): boolean => method !== 'patrol';

/** By code, in the standard's order. @throws AppError NOT_FOUND standardMissing */
export const criteriaNow = (db: ReadDb): Map<string, TrainedCriterion> =>
  new Map(
    readContent(db, currentVersion(db).id)
      .criteria.filter(isScored)
      .map((criterion) => [
        criterion.code,
        { code: criterion.code, text: criterion.text, content: contentOf(criterion) },
      ]),
  );
