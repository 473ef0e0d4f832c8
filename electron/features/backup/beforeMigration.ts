// Keeps a copy of the database as it was before its schema changes (the newest three), beside the data.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../db/connection.ts';
import { schemaNumber } from '../../db/migrate.ts';
import { sql } from '../../db/sql.ts';
import { DATABASE } from '../../db/store.ts';

/** The folder of these copies, in the data folder. */
export const BEFORE_MIGRATION = 'before-migration';
const KEPT = 3;

export function backupBeforeMigration(db: Connection, folder: string): void {
  const into = join(folder, BEFORE_MIGRATION);
  mkdirSync(into, { recursive: true });
  const target = join(into, `${String(schemaNumber(db)).padStart(5, '0')}-${DATABASE}`);
  rmSync(target, { force: true });
  db.run(sql`VACUUM INTO ${target}`);
  for (const old of readdirSync(into).sort().slice(0, -KEPT)) rmSync(join(into, old));
}
