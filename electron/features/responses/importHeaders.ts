// Owns the table `response_header`: which field a person gave to a header, so that the next file of the kind maps itself.
import type { ImportField, ResponseKind } from '../../../shared/contract/responses.ts';
import type { LearnedHeaders } from '../../../shared/domain/sheet/header.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

export const learnedHeaders = (db: ReadDb, kind: ResponseKind): LearnedHeaders<ImportField> =>
  Object.fromEntries(
    db
      .all<{ header: string; field: ImportField | null }>(
        sql`SELECT header, field FROM response_header WHERE kind = ${kind}`,
      )
      .map(({ header, field }) => [header, field]),
  );

/** Keeps what was mapped by hand; whether anything was new. The caller notes the change. */
export function learnHeaders(tx: Change, kind: ResponseKind, headers: LearnedHeaders<ImportField>): boolean {
  let changed = 0;
  for (const [header, field] of Object.entries(headers))
    changed +=
      tx.run(sql`INSERT INTO response_header (kind, header, field) VALUES (${kind}, ${header}, ${field ?? null})
      ON CONFLICT (kind, header) DO UPDATE SET field = excluded.field WHERE field IS NOT excluded.field`);
  return changed > 0;
}
