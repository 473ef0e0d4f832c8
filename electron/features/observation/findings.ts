// Owns the table `finding`: the problem record of a failing item with the fields of 8.2, saved while it is written.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import type { Finding, FindingFields } from '../../../shared/contract/observationRecord.ts';
import { mayHaveFinding } from '../../../shared/domain/observation/scale.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { writeSession } from './saving.ts';
import { criterionOf } from './standardOf.ts';

interface FindingRow {
  readonly id: string;
  readonly origin_id: string;
  readonly criterion: string;
  readonly occurred_at: string | null;
  readonly place: string;
  readonly service_content: string;
  readonly description: string;
  readonly scope_of_impact: string;
  readonly class: Finding['class'];
  readonly saved_at: string;
}

const asFinding = (row: FindingRow): Finding => ({
  id: row.id,
  criterion: row.criterion,
  occurredAt: row.occurred_at,
  place: row.place,
  serviceContent: row.service_content,
  description: row.description,
  scopeOfImpact: row.scope_of_impact,
  class: row.class,
  savedAt: row.saved_at,
});

const rowsOf = (db: ReadDb, revisionId: string): FindingRow[] =>
  db.all<FindingRow>(sql`SELECT * FROM finding WHERE revision_id = ${revisionId} ORDER BY rowid`);

export const findingsOf = (db: ReadDb, revisionId: string): Finding[] => rowsOf(db, revisionId).map(asFinding);

/** Problem records that count: those of answers at or below the middle. One left over from a changed answer does not. */
export function standingFindings(
  findings: readonly Finding[],
  answers: readonly { readonly criterion: string; readonly value: number | null }[],
): Finding[] {
  const low = new Set(answers.filter(({ value }) => value !== null && mayHaveFinding(value)).map((a) => a.criterion));
  return findings.filter(({ criterion }) => low.has(criterion));
}

function insertFinding(
  tx: Change,
  revisionId: string,
  given: Omit<FindingRow, 'id' | 'origin_id'>,
  originId: string | null,
): void {
  const id = tx.newId();
  tx.run(sql`INSERT INTO finding (id, origin_id, revision_id, criterion, occurred_at, place, service_content, description,
      scope_of_impact, class, saved_at)
    VALUES (${id}, ${originId ?? id}, ${revisionId}, ${given.criterion}, ${given.occurred_at}, ${given.place},
      ${given.service_content}, ${given.description}, ${given.scope_of_impact}, ${given.class}, ${given.saved_at})
    ON CONFLICT (revision_id, criterion) DO UPDATE SET occurred_at = excluded.occurred_at, place = excluded.place,
      service_content = excluded.service_content, description = excluded.description,
      scope_of_impact = excluded.scope_of_impact, class = excluded.class, saved_at = excluded.saved_at`);
}

/** Keeps a problem record as far as it is written. @throws AppError NOT_FOUND criterionUnknown, CONFLICT observationLocked */
export const saveFinding = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly criterion: string; readonly fields: FindingFields },
): Saved & { finding: Finding } =>
  writeSession(store, actor, input.id, ({ tx, session, standard }) => {
    const { code } = criterionOf(standard, input.criterion);
    const { fields } = input;
    const revisionId = session.revision_id;
    insertFinding(
      tx,
      revisionId,
      {
        criterion: code,
        occurred_at: fields.occurredAt,
        place: fields.place,
        service_content: fields.serviceContent,
        description: fields.description,
        scope_of_impact: fields.scopeOfImpact,
        class: fields.class,
        saved_at: tx.at,
      },
      null,
    );
    const kept = tx.get<FindingRow>(
      sql`SELECT * FROM finding WHERE revision_id = ${revisionId} AND criterion = ${code}`,
    );
    return {
      note: {
        action: 'observation.findingSaved',
        facts: { criterion: code, class: fields.class, missing: missingFields(fields).length },
        fields: {
          place: fields.place,
          serviceContent: fields.serviceContent,
          description: fields.description,
          scopeOfImpact: fields.scopeOfImpact,
        },
      },
      extra: { finding: asFinding(kept!) },
    };
  });

/** Removes a problem record from the open revision. */
export const removeFinding = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly criterion: string },
): Saved =>
  writeSession(store, actor, input.id, ({ tx, session }) => {
    tx.run(sql`DELETE FROM finding WHERE revision_id = ${session.revision_id} AND criterion = ${input.criterion}`);
    return {
      note: { action: 'observation.findingRemoved', facts: { criterion: input.criterion } },
      extra: {},
    };
  });

/** Removes what does not stand before a revision is locked. */
export function dropLeftovers(tx: Change, revisionId: string, standing: readonly Finding[]): void {
  const kept = new Set(standing.map(({ id }) => id));
  for (const { id } of rowsOf(tx, revisionId)) if (!kept.has(id)) tx.run(sql`DELETE FROM finding WHERE id = ${id}`);
}

/** Copies the problem records to an amendment; they keep the id of their first writing. */
export function copyFindings(tx: Change, from: string, to: string): void {
  for (const row of rowsOf(tx, from)) insertFinding(tx, to, row, row.origin_id);
}
