// What a use case writes with: the connection, one instant for all its rows, new ids, and the audit note that it owes.
import { v7 } from 'uuid';
import { appendAudit, auditHead, type AuditNote } from './audit.ts';
import type { Connection, WriteDb } from './connection.ts';

export interface Change extends WriteDb {
  readonly at: string;
  readonly newId: () => string;
  readonly note: (note: AuditNote) => void;
  /** Of the last audit entry, this change's own included; equal numbers in two changes mean that nothing lies between. */
  readonly auditSeq: () => number;
}

export interface ChangeOptions {
  readonly actorId: string | null;
  /** Epoch milliseconds of every row. */
  readonly now: number;
  /** Of the store's audit log. */
  readonly salt: string;
  readonly random: (size: number) => Uint8Array;
}

/** The tools of one change; the caller has begun the transaction and ends it. */
export function changeOn(db: Connection, { actorId, now, salt, random }: ChangeOptions): Change {
  const at = new Date(now).toISOString();
  let head = auditHead(db);
  return {
    all: db.all,
    get: db.get,
    each: db.each,
    run: db.run,
    at,
    newId: () => v7({ msecs: now, random: random(16) }),
    note: (note) => {
      head = appendAudit(db, head, { at, actorId, salt, note });
    },
    auditSeq: () => head.seq,
  };
}
