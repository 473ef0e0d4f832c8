// The only door to better-sqlite3. A connection that can read and one that can also write are different types.
import Database from 'better-sqlite3';
import type { Sql } from './sql.ts';

/** 'DUDA' — names the file's kind, so that another program's database is refused. */
export const APPLICATION_ID = 0x44554441;

export interface ReadDb {
  readonly all: <Row>(query: Sql) => Row[];
  readonly get: <Row>(query: Sql) => Row | undefined;
  /** Streams rows; the connection must not be written to meanwhile. */
  readonly each: <Row>(query: Sql) => IterableIterator<Row>;
}

export interface WriteDb extends ReadDb {
  /** Returns the number of rows changed. */
  readonly run: (query: Sql) => number;
}

export interface Connection extends WriteDb {
  /** Runs `body` in one IMMEDIATE transaction; an exception rolls everything back. */
  transaction<Result>(body: () => Result): Result;
  exec(script: string): void;
  pragma(text: string): unknown;
  close(): void;
}

const KEPT_STATEMENTS = 500;
/** Milliseconds that a write waits for an import that holds the store: 5,000 agents take one to two seconds. */
const BUSY = 60_000;

/** Opens a database file. `readonly` connections are for workers that read beside the writing one. */
export function connect(file: string, options: { readonly?: boolean } = {}): Connection {
  const db = new Database(file, { readonly: options.readonly ?? false, timeout: BUSY });
  db.pragma('foreign_keys = ON');
  if (!options.readonly) {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
  }
  const statements = new Map<string, Database.Statement>();
  const prepare = (text: string): Database.Statement => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  // One wrapper for all: making one costs a tenth of a small write.
  const inTransaction = db.transaction((body: () => unknown) => body());
  return {
    all: <Row>(query: Sql) => prepare(query.text).all(...query.values) as Row[],
    get: <Row>(query: Sql) => prepare(query.text).get(...query.values) as Row | undefined,
    // A statement that is being iterated is busy, so each iteration has its own.
    each: <Row>(query: Sql) => db.prepare(query.text).iterate(...query.values) as IterableIterator<Row>,
    run: (query) => prepare(query.text).run(...query.values).changes,
    transaction: <Result>(body: () => Result) => inTransaction.immediate(body) as Result,
    exec: (script) => void db.exec(script),
    pragma: (text) => db.pragma(text, { simple: true }),
    close: () => {
      statements.clear();
      db.close();
    },
  };
}
