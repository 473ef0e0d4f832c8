// Owns the table `retention_rule` (个人信息保护法 Art. 19: the shortest time that the purpose needs): how long personal data is kept by
// table, and what is over it.
import type { Actor } from '../../../shared/contract/account.ts';
import {
  DUE_ROWS,
  RETENTION_TABLES,
  type DueRow,
  type RetentionRule,
  type RetentionTable,
} from '../../../shared/contract/retention.ts';
import { addMonths, dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { sha256 } from '../../db/digest.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { Task } from '../../tasks/task.ts';
import { readSettings } from '../settings.ts';
import { PERSONAL } from './tables.ts';

/** Three years, the term of limitation (民法典 Art. 188), until a person sets another time. */
const DEFAULT_MONTHS = 36;

/** A read of all tables takes a while on a large store, so both run in the worker. */
export interface RetentionInput {
  readonly database: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const ruleOf = (db: ReadDb, table: RetentionTable): { months: number; reason: string } =>
  db.get<{ months: number; reason: string }>(
    sql`SELECT months, reason FROM retention_rule WHERE subject = ${table}`,
  ) ?? {
    months: DEFAULT_MONTHS,
    reason: '',
  };

export const monthsOf = (db: ReadDb, table: RetentionTable): number => ruleOf(db, table).months;

/** The day before which a row must have been used last to go today. */
function beforeDay(db: ReadDb, table: RetentionTable, now: number): string {
  return addMonths(dayOf(now, readSettings(db).timeZone), -monthsOf(db, table));
}

/** Rows of the table that still hold personal data. */
const holding = (db: ReadDb, table: RetentionTable): Sql =>
  sql`(SELECT * FROM (${PERSONAL[table].rows(db)}) WHERE names + texts + files > 0)`;

const reading = <Input extends RetentionInput, Output>(
  read: (db: ReadDb, input: Input) => Output,
): Task<Input, Output> => {
  return (input) => {
    const db = connect(input.database, { readonly: true });
    try {
      return Promise.resolve(read(db, input));
    } finally {
      db.close();
    }
  };
};

export const retentionRules = reading((db, { now }: RetentionInput): RetentionRule[] =>
  RETENTION_TABLES.map((table) => {
    const before = beforeDay(db, table, now);
    const counted = db.get<Pick<RetentionRule, 'due' | 'kept' | 'held' | 'oldest'>>(
      sql`SELECT count(*) FILTER (WHERE usedOn < ${before} AND NOT inUse) AS due,
          count(*) FILTER (WHERE usedOn >= ${before}) AS kept,
          count(*) FILTER (WHERE usedOn < ${before} AND inUse) AS held, min(usedOn) AS oldest
        FROM ${holding(db, table)}`,
    );
    return { table, ...ruleOf(db, table), ...counted! };
  }),
);

export function setRetention(
  store: Store,
  actor: Actor,
  { table, months, reason }: { readonly table: RetentionTable; readonly months: number; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    const before = monthsOf(tx, table);
    tx.run(sql`INSERT INTO retention_rule (subject, months, reason) VALUES (${table}, ${months}, ${reason})
      ON CONFLICT (subject) DO UPDATE SET months = excluded.months, reason = excluded.reason`);
    tx.note({
      action: 'retention.set',
      entity: 'retention',
      entityId: table,
      facts: { monthsBefore: before, months },
      fields: { reason },
    });
  });
}

export interface DueList {
  readonly rows: DueRow[];
  readonly before: string;
  /** Stands for exactly these rows. */
  readonly digest: string;
}

/** All that a run would remove at `now`, the longest overdue first. */
export function dueList(db: ReadDb, table: RetentionTable, now: number): DueList {
  const before = beforeDay(db, table, now);
  const rows = db.all<DueRow>(sql`SELECT id, label, usedOn, names, texts, files FROM ${holding(db, table)}
    WHERE usedOn < ${before} AND NOT inUse ORDER BY usedOn, label, id`);
  const listed = rows.map(({ id, names, texts, files }) => [id, names, texts, files]);
  return { rows, before, digest: sha256(JSON.stringify([table, before, listed])) };
}

/** What a run would remove now, at most DUE_ROWS of it listed. */
export const dueForPurge = reading((db, { table, now }: RetentionInput & { readonly table: RetentionTable }) => {
  const { rows, before, digest } = dueList(db, table, now);
  return { rows: rows.slice(0, DUE_ROWS), total: rows.length, before, digest };
});
