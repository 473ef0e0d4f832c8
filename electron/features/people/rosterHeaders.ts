// Owns the table `roster_header`: which field a person gave to a header, so that the next roster of the kind maps itself.
import type { RosterField } from '../../../shared/contract/roster.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export const learnedHeaders = (db: ReadDb): LearnedHeaders<RosterField> =>
  Object.fromEntries(
    db
      .all<{ header: string; field: RosterField | null }>(sql`SELECT header, field FROM roster_header`)
      .map(({ header, field }) => [header, field]),
  );

/** Keeps what was mapped by hand; whether anything was new. The caller notes the change. */
export function learnHeaders(tx: Change, headers: LearnedHeaders<RosterField>): boolean {
  let changed = 0;
  for (const [header, field] of Object.entries(headers))
    changed += tx.run(sql`INSERT INTO roster_header (header, field) VALUES (${header}, ${field ?? null})
      ON CONFLICT (header) DO UPDATE SET field = excluded.field WHERE field IS NOT excluded.field`);
  return changed > 0;
}
