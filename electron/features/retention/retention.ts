// Owns the tables `retention_rule` and `purge_run` (个人信息保护法: the shortest time that the purpose needs): how long personal data
// is kept by table, what is over it, and its removal by a person who has seen the list.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import {
  DUE_ROWS,
  RETENTION_TABLES,
  type DueRow,
  type PurgeRun,
  type RetentionRule,
  type RetentionTable,
} from '../../../shared/contract/retention.ts';
import { addMonths, dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { PERSONAL } from './tables.ts';

/** Three years, until a person sets another time. */
const DEFAULT_MONTHS = 36;

const monthsOf = (db: ReadDb, table: RetentionTable): number =>
  db.get<{ months: number }>(sql`SELECT months FROM retention_rule WHERE subject = ${table}`)?.months ?? DEFAULT_MONTHS;

/** The day before which a row must have been used last to go today. */
function beforeDay(db: ReadDb, table: RetentionTable, now: number): string {
  return addMonths(dayOf(now, readSettings(db).timeZone), -monthsOf(db, table));
}

export const retentionRules = (store: Store): RetentionRule[] =>
  RETENTION_TABLES.map((table) => {
    const before = beforeDay(store.read, table, store.clock());
    return {
      table,
      months: monthsOf(store.read, table),
      due: PERSONAL[table].due(store.read, before).length,
      kept: PERSONAL[table].kept(store.read, before),
    };
  });

export function setRetention(
  store: Store,
  actor: Actor,
  { table, months }: { readonly table: RetentionTable; readonly months: number },
): RetentionRule[] {
  store.change(actor.userId, (tx) => {
    const before = monthsOf(tx, table);
    tx.run(sql`INSERT INTO retention_rule (subject, months) VALUES (${table}, ${months})
      ON CONFLICT (subject) DO UPDATE SET months = excluded.months`);
    tx.note({
      action: 'retention.set',
      entity: 'retention',
      entityId: table,
      facts: { monthsBefore: before, months },
    });
  });
  return retentionRules(store);
}

const digestOf = (table: RetentionTable, before: string, rows: readonly DueRow[]): string =>
  sha256(JSON.stringify([table, before, rows.map(({ id, names, texts, files }) => [id, names, texts, files])]));

/** What a run would remove now, at most DUE_ROWS of it listed; the digest stands for all. */
export function dueForPurge(
  store: Store,
  { table }: { readonly table: RetentionTable },
): { rows: DueRow[]; total: number; before: string; digest: string } {
  const before = beforeDay(store.read, table, store.clock());
  const rows = PERSONAL[table].due(store.read, before);
  return { rows: rows.slice(0, DUE_ROWS), total: rows.length, before, digest: digestOf(table, before, rows) };
}

const sum = (rows: readonly DueRow[], of: (row: DueRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const runsWhere = (db: ReadDb, condition: Sql): PurgeRun[] =>
  db.all<PurgeRun>(sql`SELECT p.id, p.at, u.name AS "by", p.subject AS "table", p.months, p.before, p.rows, p.names, p.texts,
      p.files FROM purge_run p JOIN user u ON u.id = p.run_by WHERE ${condition} ORDER BY p.at DESC, p.rowid DESC`);

export const purgeRuns = (db: ReadDb): PurgeRun[] => runsWhere(db, sql`1`);

/**
 * Removes what was listed, for good, in one change.
 * @throws AppError CONFLICT retentionListChanged, retentionNothingDue
 */
export function runPurge(
  store: Store,
  actor: Actor,
  { table, digest }: { readonly table: RetentionTable; readonly digest: string },
): PurgeRun {
  return store.change(actor.userId, (tx) => {
    const before = beforeDay(tx, table, store.clock());
    const rows = PERSONAL[table].due(tx, before);
    if (digestOf(table, before, rows) !== digest) throw new AppError('CONFLICT', 'retentionListChanged');
    if (rows.length === 0) throw new AppError('CONFLICT', 'retentionNothingDue');
    const tally = {
      rows: rows.length,
      names: sum(rows, ({ names }) => names),
      texts: sum(rows, ({ texts }) => texts),
      files: sum(rows, ({ files }) => files),
    };
    PERSONAL[table].purge(
      tx,
      rows.map(({ id }) => id),
    );
    const id = tx.newId();
    tx.run(sql`INSERT INTO purge_run (id, at, run_by, subject, months, before, rows, names, texts, files)
      VALUES (${id}, ${tx.at}, ${actor.userId}, ${table}, ${monthsOf(tx, table)}, ${before}, ${tally.rows}, ${tally.names},
        ${tally.texts}, ${tally.files})`);
    tx.note({
      action: 'retention.purged',
      entity: 'retention',
      entityId: table,
      facts: { run: id, before, ...tally },
    });
    return runsWhere(tx, sql`p.id = ${id}`)[0]!;
  });
}
