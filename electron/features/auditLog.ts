// Reads the audit chain for the audit screen; entries are written by db/audit.ts alone, inside each change.
import type { AuditEntry } from '../../shared/contract/settings.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly details: string;
  readonly hash: string;
}

const asEntry = (row: Row): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  actorId: row.actor_id,
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  details: row.details,
  hash: row.hash,
});

/** A page of entries, newest first, from below sequence number `before`. */
export function listAudit(
  db: ReadDb,
  page: { readonly before: number | null; readonly limit: number },
): { entries: AuditEntry[]; total: number } {
  const rows = db.all<Row>(sql`SELECT e.*, user.name AS actor FROM audit_entry e LEFT JOIN user ON user.id = e.actor_id
    WHERE e.seq < ${page.before ?? Number.MAX_SAFE_INTEGER} ORDER BY e.seq DESC LIMIT ${page.limit}`);
  const total = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM audit_entry`)?.n ?? 0;
  return { entries: rows.map(asEntry), total };
}

/** The history of one record, newest first. */
export const historyOf = (db: ReadDb, entity: string, entityId: string): AuditEntry[] =>
  db
    .all<Row>(
      sql`SELECT e.*, user.name AS actor FROM audit_entry e LEFT JOIN user ON user.id = e.actor_id
        WHERE e.entity = ${entity} AND e.entity_id = ${entityId} ORDER BY e.seq DESC LIMIT 500`,
    )
    .map(asEntry);
