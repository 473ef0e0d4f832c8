// Owns the table `training_header`: which field a person gave to a header, so that the next file maps itself.
import type { TrainingField } from '../../../shared/contract/trainingWords.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export const learnedTrainingHeaders = (db: ReadDb): LearnedHeaders<TrainingField> =>
  Object.fromEntries(
    db
      .all<{ header: string; field: TrainingField | null }>(sql`SELECT header, field FROM training_header`)
      .map(({ header, field }) => [header, field]),
  );

/** Keeps what was mapped by hand; whether anything was new. The caller notes the change. */
export function learnTrainingHeaders(tx: Change, headers: LearnedHeaders<TrainingField>): boolean {
  let changed = 0;
  for (const [header, field] of Object.entries(headers))
    changed += tx.run(sql`INSERT INTO training_header (header, field) VALUES (${header}, ${field ?? null})
      ON CONFLICT (header) DO UPDATE SET field = excluded.field WHERE field IS NOT excluded.field`);
  return changed > 0;
}
