// The store: one writing connection, the audit chain, the evidence files, the clock and the source of ids.
import { existsSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import { changeOn, type Change } from './change.ts';
import { connect, type Connection, type ReadDb } from './connection.ts';
import { migrate, NEWEST, refuseForeign, schemaNumber } from './migrate.ts';
import { sql } from './sql.ts';

export type { Change } from './change.ts';

/** Milliseconds since the epoch. */
export type Clock = () => number;

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
  const clock = options.clock ?? (() => Date.now());
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
        const tx = changeOn(db, { actorId, now: clock(), salt, random });
        const before = tx.auditSeq();
        const result = body(tx);
        if (tx.auditSeq() === before) throw new AppError('INTERNAL', 'changeWithoutAudit');
        return result;
      }),
    close: () => db.close(),
  };
}
