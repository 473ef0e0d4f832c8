// What a result tells of red lines beside the score: the record that each is part of, and why it was decided.
import type { CountedEvidence } from '../../../shared/contract/assessment.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';

type Part = CountedEvidence['record'];

/** By id: the observation, record review or patrol, and the reason of the one who decided, empty while undecided. */
export function redLineRecords(
  db: ReadDb,
  ids: readonly string[],
): ReadonlyMap<string, { readonly record: Part; readonly reason: string }> {
  if (ids.length === 0) return new Map();
  const rows = db.all<Part & { readonly line: string; readonly reason: string | null }>(
    sql`SELECT id AS line, 'session' AS kind, observation_id AS id, decision_reason AS reason FROM red_line
        WHERE id IN ${among(ids)}
      UNION ALL SELECT id, iif(source = 'record', 'review', 'patrol'), source_id, decision_reason FROM inspection_red_line
        WHERE id IN ${among(ids)}`,
  );
  return new Map(rows.map(({ line, kind, id, reason }) => [line, { record: { kind, id }, reason: reason ?? '' }]));
}
