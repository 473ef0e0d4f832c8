// Owns the table `export`: every file that leaves the console is logged with who, when, what and whether it was masked.
import type { Actor } from '../../shared/contract/account.ts';
import type { ExportRecord } from '../../shared/contract/exports.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { Store } from '../db/store.ts';

export type NewExport = Omit<ExportRecord, 'id' | 'at' | 'userName'>;

interface ExportRow {
  readonly id: string;
  readonly at: string;
  readonly user_name: string;
  readonly kind: ExportRecord['kind'];
  readonly title: string;
  readonly path: string;
  readonly rows: number;
  readonly masked: number;
  readonly reason: string | null;
  readonly digest: string | null;
  readonly facts: string;
}

/** Logs one finished export. The path and title stay out of the audit chain, since a file's name may hold a person's. */
export const recordExport = (store: Store, actor: Actor, done: NewExport): ExportRecord =>
  store.change(actor.userId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO export (id, at, user_id, kind, title, path, rows, masked, reason, digest, facts) VALUES
      (${id}, ${tx.at}, ${actor.userId}, ${done.kind}, ${done.title}, ${done.path}, ${done.rows}, ${done.masked ? 1 : 0},
       ${done.reason}, ${done.digest}, ${JSON.stringify(done.facts)})`);
    tx.note({
      action: 'export.written',
      entity: 'export',
      entityId: id,
      facts: { kind: done.kind, rows: done.rows, masked: done.masked, digest: done.digest },
      fields: { path: done.path, title: done.title, reason: done.reason },
    });
    return { ...done, id, at: tx.at, userName: actor.name };
  });

/** Rows of a list at most: more than a branch writes in decades. One file is found by its id whatever its age. */
const MOST = 20_000;

/** The newest exports first; all kinds, or one. */
export const listExports = (db: ReadDb, kind: ExportRecord['kind'] | null): ExportRecord[] =>
  exportsWhere(db, sql`${kind} IS NULL OR kind = ${kind}`);

/** @throws AppError NOT_FOUND exportMissing */
export function exportById(db: ReadDb, id: string, kind: ExportRecord['kind'] | null = null): ExportRecord {
  const [found] = exportsWhere(db, sql`export.id = ${id} AND (${kind} IS NULL OR kind = ${kind})`);
  if (!found) throw new AppError('NOT_FOUND', 'exportMissing');
  return found;
}

const exportsWhere = (db: ReadDb, condition: Sql): ExportRecord[] =>
  db
    .all<ExportRow>(
      sql`SELECT export.*, user.name AS user_name FROM export JOIN user ON user.id = export.user_id
        WHERE ${condition} ORDER BY at DESC LIMIT ${MOST}`,
    )
    .map(({ user_name, masked, facts, ...row }) => ({
      ...row,
      userName: user_name,
      masked: masked === 1,
      facts: JSON.parse(facts) as ExportRecord['facts'],
    }));
