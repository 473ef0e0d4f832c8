// The store: one writing connection, the audit chain, the evidence files, the clock and the source of ids.
import { existsSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { AppError } from '../../shared/contract/errors.ts';
import { appendAudit, type AuditNote } from './audit.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import { connect, type Connection, type ReadDb, type WriteDb } from './connection.ts';
import { migrate, NEWEST, refuseForeign, schemaNumber } from './migrate.ts';
import { sql } from './sql.ts';

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** Inside a change: the writing connection, one instant for all rows, new ids, and the audit note that each change owes. */
export interface Change extends WriteDb {
  readonly at: string;
  readonly newId: () => string;
  readonly note: (note: AuditNote) => void;
}

export interface Store {
  readonly folder: string;
  readonly file: string;
  readonly read: ReadDb;
  readonly blobs: Blobs;
  readonly clock: Clock;
  /**
   * One use case in one transaction with its audit entry; whoever changes something without a note gets an exception.
   * `actorId` is null only before anyone is signed in.
   */
  change<Result>(actorId: string | null, body: (tx: Change) => Result): Result;
  close(): void;
}

export interface StoreOptions {
  readonly folder: string;
  readonly clock?: Clock;
  /** Random bytes for ids; the demo gives a seeded source so that it makes the same database each time. */
  readonly random?: (size: number) => Uint8Array;
  /** Called before an older database is migrated, so that it can be backed up first. */
  readonly beforeMigration?: (db: Connection, folder: string) => void;
}

export const DATABASE = 'console.db';
export const EVIDENCE = 'evidence';

function auditSalt(db: Connection, random: (size: number) => Uint8Array): string {
  const kept = db.get<{ value: string }>(sql`SELECT value FROM audit_salt`);
  if (kept) return kept.value;
  const salt = Buffer.from(random(32)).toString('hex');
  db.run(sql`INSERT INTO audit_salt (id, value) VALUES (1, ${salt})`);
  return salt;
}

/**
 * Checks an existing file through a connection that cannot change it, before it is opened for writing.
 * @throws AppError FILE databaseDamaged, databaseForeign or databaseNewer
 */
function checkExisting(file: string): void {
  let found: unknown = 'unreadable';
  try {
    const db = connect(file, { readonly: true });
    try {
      refuseForeign(db);
      found = db.pragma('quick_check(1)');
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
  }
  if (found !== 'ok') throw new AppError('FILE', 'databaseDamaged');
}

/** Opens, or makes, the store in a folder. */
export function openStore(options: StoreOptions): Store {
  const clock = options.clock ?? Date.now;
  const random = options.random ?? ((size: number) => randomBytes(size));
  mkdirSync(options.folder, { recursive: true });
  const file = join(options.folder, DATABASE);
  const existed = existsSync(file);
  if (existed) checkExisting(file);
  const db = connect(file);
  try {
    if (existed && schemaNumber(db) < NEWEST()) options.beforeMigration?.(db, options.folder);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  const salt = auditSalt(db, random);
  return {
    folder: options.folder,
    file,
    read: db,
    blobs: openBlobs(join(options.folder, EVIDENCE)),
    clock,
    change: (actorId, body) =>
      db.transaction(() => {
        const now = clock();
        const at = new Date(now).toISOString();
        let notes = 0;
        const result = body({
          all: db.all,
          get: db.get,
          each: db.each,
          run: db.run,
          at,
          newId: () => v7({ msecs: now, random: random(16) }),
          note: (note) => {
            notes += 1;
            appendAudit(db, { at, actorId, salt, note });
          },
        });
        if (notes === 0) throw new AppError('INTERNAL', 'changeWithoutAudit');
        return result;
      }),
    close: () => db.close(),
  };
}
