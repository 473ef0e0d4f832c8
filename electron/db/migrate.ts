// Brings a database file to the newest schema, one transaction a step, and refuses one from a newer console.
import { AppError } from '../../shared/contract/errors.ts';
import { APPLICATION_ID, type Connection } from './connection.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export const NEWEST = (migrations: readonly Migration[] = MIGRATIONS): number => migrations.at(-1)?.number ?? 0;

export const schemaNumber = (db: Connection): number => Number(db.pragma('user_version'));

/**
 * Refuses what this console cannot open: another program's file, or a schema from a newer console.
 * @throws AppError FILE databaseForeign or databaseNewer
 */
export function refuseForeign(db: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  const id = Number(db.pragma('application_id'));
  const schema = schemaNumber(db);
  if (id !== APPLICATION_ID && !(id === 0 && schema === 0)) throw new AppError('FILE', 'databaseForeign');
  if (schema > NEWEST(migrations)) throw new AppError('FILE', 'databaseNewer', { schema, known: NEWEST(migrations) });
}

/** Runs the missing migrations. Foreign keys are off around each (a switch inside a transaction does nothing) and checked after it. */
export function migrate(db: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  refuseForeign(db, migrations);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  for (const step of migrations.filter((m) => m.number > schemaNumber(db))) {
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        step.up(db);
        const broken = db.all<{ table: string }>({ text: 'PRAGMA foreign_key_check', values: [] });
        if (broken.length > 0) throw new AppError('INTERNAL', 'migrationBroken', { number: step.number });
        db.pragma(`user_version = ${step.number}`);
      });
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}
