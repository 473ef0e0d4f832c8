// Owns the table `inspection_finding`: the problem record of a failing check with the fields of 8.2, from a record review
// or a patrol, saved while it is written.
import type { Inspection, InspectionFinding } from '../../../shared/contract/inspection.ts';
import type { FindingFields } from '../../../shared/contract/observationRecord.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

/** Whose check it is. A review has one agent, a patrol several. */
export interface Place {
  readonly source: Inspection;
  readonly sourceId: string;
  readonly agentId: string;
  readonly criterion: string;
}

interface FindingRow {
  readonly id: string;
  readonly agent_id: string;
  readonly criterion: string;
  readonly occurred_at: string | null;
  readonly place: string;
  readonly service_content: string;
  readonly description: string;
  readonly scope_of_impact: string;
  readonly class: InspectionFinding['class'];
  readonly saved_at: string;
}

const asFinding = (row: FindingRow): InspectionFinding => ({
  id: row.id,
  agentId: row.agent_id,
  criterion: row.criterion,
  occurredAt: row.occurred_at,
  place: row.place,
  serviceContent: row.service_content,
  description: row.description,
  scopeOfImpact: row.scope_of_impact,
  class: row.class,
  savedAt: row.saved_at,
});

/** All problem records of a review or patrol, in the order of their writing. */
export const findingsOf = (db: ReadDb, source: Inspection, sourceId: string): InspectionFinding[] =>
  db
    .all<FindingRow>(
      sql`SELECT * FROM inspection_finding WHERE source = ${source} AND source_id = ${sourceId} ORDER BY rowid`,
    )
    .map(asFinding);

/** Keeps a problem record as far as it is written; the triggers refuse it once its source is locked. */
export function putFinding(tx: Change, at: Place, fields: FindingFields): InspectionFinding {
  tx.run(sql`INSERT INTO inspection_finding (id, source, source_id, agent_id, criterion, occurred_at, place,
      service_content, description, scope_of_impact, class, saved_at)
    VALUES (${tx.newId()}, ${at.source}, ${at.sourceId}, ${at.agentId}, ${at.criterion}, ${fields.occurredAt},
      ${fields.place}, ${fields.serviceContent}, ${fields.description}, ${fields.scopeOfImpact}, ${fields.class}, ${tx.at})
    ON CONFLICT (source, source_id, agent_id, criterion) DO UPDATE SET occurred_at = excluded.occurred_at,
      place = excluded.place, service_content = excluded.service_content, description = excluded.description,
      scope_of_impact = excluded.scope_of_impact, class = excluded.class, saved_at = excluded.saved_at`);
  const kept = tx.get<FindingRow>(sql`SELECT * FROM inspection_finding WHERE source = ${at.source}
    AND source_id = ${at.sourceId} AND agent_id = ${at.agentId} AND criterion = ${at.criterion}`);
  return asFinding(kept!);
}

/** What a problem record says, without its id and the instant of saving: as it is digested and read by others. */
export const saidIn = ({
  agentId,
  criterion,
  occurredAt,
  place,
  serviceContent,
  description,
  scopeOfImpact,
  class: problemClass,
}: InspectionFinding) => ({
  agentId,
  criterion,
  occurredAt,
  place,
  serviceContent,
  description,
  scopeOfImpact,
  class: problemClass,
});

/** The words of a problem record, of which an audit entry holds digests only. */
export const findingNote = (fields: FindingFields) => ({
  place: fields.place,
  serviceContent: fields.serviceContent,
  description: fields.description,
  scopeOfImpact: fields.scopeOfImpact,
});

/** Removes the records of checks that do not fail any more, with their photos, before the source is locked. */
export function dropLeftovers(
  tx: Change,
  source: Inspection,
  sourceId: string,
  fails: (finding: Pick<InspectionFinding, 'agentId' | 'criterion'>) => boolean,
): void {
  for (const finding of findingsOf(tx, source, sourceId))
    if (!fails(finding)) {
      tx.run(sql`DELETE FROM inspection_photo WHERE source = ${source} AND source_id = ${sourceId}
        AND agent_id = ${finding.agentId} AND criterion = ${finding.criterion}`);
      tx.run(sql`DELETE FROM inspection_finding WHERE id = ${finding.id}`);
    }
}
