// The audit log: a hash chain of who did what to which record. Entries hold ids, field names, states, numbers and
// salted digests, never personal values, so that a later purge of personal data leaves the chain whole.
import { createHmac, hash } from 'node:crypto';
import type { ReadDb, WriteDb } from './connection.ts';
import { sql } from './sql.ts';

export interface AuditNote {
  /** What was done, as `entity.verb` in the past: agent.added. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** Ids, states, counts and reasons' codes: safe to keep for ever. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** Changed fields; values are kept as salted digests only. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface ChainRow {
  readonly seq: number;
  readonly at: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly details: string;
  readonly hash: string;
}

const START = '0'.repeat(64);

/** Digests of one value in two entries agree, so a change can be followed; the salt keeps names from being guessed. */
const digestOf = (salt: string, value: unknown): string =>
  createHmac('sha256', salt)
    .update(JSON.stringify(value) ?? 'undefined')
    .digest('hex')
    .slice(0, 16);

const chain = (before: string, row: Omit<ChainRow, 'hash'>): string =>
  hash(
    'sha256',
    JSON.stringify([before, row.seq, row.at, row.actor_id, row.action, row.entity, row.entity_id, row.details]),
  );

/** The end of the chain. Every change adds to it, so two equal ends mean that nothing was written between them. */
export type AuditHead = Pick<ChainRow, 'seq' | 'hash'>;

export const auditHead = (db: ReadDb): AuditHead =>
  db.get<AuditHead>(sql`SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1`) ?? { seq: 0, hash: START };

/** Appends one entry after `head` inside the caller's transaction and returns the new end of the chain. */
export function appendAudit(
  tx: WriteDb,
  head: AuditHead,
  entry: { at: string; actorId: string | null; salt: string; note: AuditNote },
): AuditHead {
  const { note } = entry;
  const fields = Object.entries(note.fields ?? {}).map(([name, value]) => [name, digestOf(entry.salt, value)]);
  const row = {
    seq: head.seq + 1,
    at: entry.at,
    actor_id: entry.actorId,
    action: note.action,
    entity: note.entity,
    entity_id: note.entityId,
    details: JSON.stringify({
      ...note.facts,
      ...(fields.length > 0 ? { fields: Object.fromEntries(fields) as Record<string, string> } : {}),
    }),
  };
  const hashed = chain(head.hash, row);
  tx.run(sql`INSERT INTO audit_entry (seq, at, actor_id, action, entity, entity_id, details, hash)
    VALUES (${row.seq}, ${row.at}, ${row.actor_id}, ${row.action}, ${row.entity}, ${row.entity_id}, ${row.details}, ${hashed})`);
  return { seq: row.seq, hash: hashed };
}

/** Walks the whole chain; `brokenAt` is the first entry that does not follow from the one before. */
export function verifyAudit(db: ReadDb): { intact: boolean; entries: number; brokenAt: number | null } {
  let before = START;
  let entries = 0;
  for (const row of db.each<ChainRow>(sql`SELECT * FROM audit_entry ORDER BY seq`)) {
    entries += 1;
    if (row.seq !== entries || row.hash !== chain(before, row)) return { intact: false, entries, brokenAt: row.seq };
    before = row.hash;
  }
  return { intact: true, entries, brokenAt: null };
}
