// What requests, visits and figures have in common: where the agent was, the digest of the content, and how a row that is
// recorded again is taken: a blank filled in, or a correction.
import { AppError } from '../../../shared/contract/errors.ts';
import { amendmentOf, changedFields } from '../../../shared/domain/responses/correction.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { agentAt, type Place } from '../people/assignments.ts';

export type Content = Readonly<Record<string, string | number | null>>;

/** Columns of every row as the contract names them; `own` is the kind's table under the alias r. */
export const KEPT_COLUMNS: Sql = sql`r.id, r.agent_id AS agentId, agent.name AS agentName,
  agent.number AS employeeNumber, r.branch_id AS branchId, branch.name AS branchName, r.team, r.state, r.revision, r.digest,
  r.recorded_at AS recordedAt, user.name AS recordedBy, r.replaces_id AS replacesId, r.withdrawn_reason AS withdrawnReason`;
export const KEPT_JOINS: Sql = sql`JOIN agent ON agent.id = r.agent_id JOIN branch ON branch.id = r.branch_id
  JOIN user ON user.id = r.recorded_by`;

/** SHA-256 over the content, the same whoever computes it. */
export const digestOf = (content: Content): string => sha256(canonicalJson(content));

/** Where the agent was on the day. @throws AppError NOT_FOUND agentUnknown */
export function placeOf(db: ReadDb, agentId: string, day: string): Place {
  const place = agentAt(db, agentId, day);
  if (!place) throw new AppError('NOT_FOUND', 'agentUnknown');
  return place;
}

/** Who records, and through which door: form or import. */
export interface By {
  readonly actorId: string;
  readonly via: 'form' | 'import';
}

/** What a table's owner does for `save`. */
export interface KeptTable<Fields extends Content> {
  /** Audit entity: serviceRequest. */
  readonly entity: string;
  readonly contentOf: (
    db: ReadDb,
    id: string,
  ) => { readonly fields: Fields; readonly state: string; readonly revision: number };
  readonly insert: (tx: Change, id: string, fields: Fields, replacesId: string | null, recordedBy: string) => void;
  /** Fills blanks in place. */
  readonly complete: (tx: Change, id: string, fields: Fields) => void;
  readonly withdraw: (tx: Change, id: string, reason: string) => void;
}

/** Writes a new row inside the caller's transaction and notes it. */
export function addRow<Fields extends Content>(
  tx: Change,
  table: KeptTable<Fields>,
  fields: Fields,
  by: By,
  replacesId: string | null = null,
): string {
  const id = tx.newId();
  table.insert(tx, id, fields, replacesId, by.actorId);
  tx.note({
    action: `${table.entity}.${replacesId === null ? 'recorded' : 'corrected'}`,
    entity: table.entity,
    entityId: id,
    facts: { via: by.via, agentId: fields['agentId'] ?? null, replacesId },
  });
  return id;
}

/** Withdraws a standing row inside the caller's transaction and notes it. */
export function withdrawRow<Fields extends Content>(
  tx: Change,
  table: KeptTable<Fields>,
  id: string,
  reason: string,
  by: By,
): void {
  table.withdraw(tx, id, reason);
  tx.note({
    action: `${table.entity}.withdrawn`,
    entity: table.entity,
    entityId: id,
    facts: { via: by.via },
    fields: { reason },
  });
}

/** Records a row anew inside the caller's transaction: fills its blanks, or withdraws it and adds its correction. */
export function amendRow<Fields extends Content>(
  tx: Change,
  table: KeptTable<Fields>,
  id: string,
  before: Fields,
  after: Fields,
  reason: string,
  by: By,
): string {
  switch (amendmentOf(before, after)) {
    case 'same':
      return id;
    case 'completed': {
      table.complete(tx, id, after);
      const changed = changedFields(before, after);
      tx.note({
        action: `${table.entity}.completed`,
        entity: table.entity,
        entityId: id,
        facts: { via: by.via },
        fields: Object.fromEntries(changed.map((field) => [field, after[field]])),
      });
      return id;
    }
    case 'corrected':
      withdrawRow(tx, table, id, reason, by);
      return addRow(tx, table, after, by, id);
  }
}

export interface SaveInput<Fields> {
  readonly id: string | null;
  readonly revision: number | null;
  readonly reason: string | null;
  readonly fields: Fields;
}

/**
 * The row as the person saw it and what it becomes.
 * @throws AppError CONFLICT changedMeanwhile, rowWithdrawn; INVALID correctionReasonMissing
 */
export function saveRow<Fields extends Content>(
  tx: Change,
  table: KeptTable<Fields>,
  input: SaveInput<Fields>,
  actorId: string,
): string {
  const by = { actorId, via: 'form' } as const;
  if (input.id === null) return addRow(tx, table, input.fields, by);
  const held = table.contentOf(tx, input.id);
  if (held.state === 'withdrawn') throw new AppError('CONFLICT', 'rowWithdrawn');
  if (held.revision !== input.revision) throw new AppError('CONFLICT', 'changedMeanwhile');
  if (amendmentOf(held.fields, input.fields) === 'corrected' && !input.reason)
    throw new AppError('INVALID', 'correctionReasonMissing');
  return amendRow(tx, table, input.id, held.fields, input.fields, input.reason ?? '', by);
}
