// Owns the table `running_observation`: what each person has open in the runner. It stands in the database because the
// page's own storage reaches the disk seconds late, and a console that was killed reopens there.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { openFor } from './rows.ts';

interface RunningRow {
  readonly observation_id: string;
}

const rowOf = (db: ReadDb, userId: string): RunningRow | undefined =>
  db.get<RunningRow>(sql`SELECT observation_id FROM running_observation WHERE user_id = ${userId}`);

function clear(tx: Change, userId: string): void {
  const row = rowOf(tx, userId);
  if (!row) return;
  tx.run(sql`DELETE FROM running_observation WHERE user_id = ${userId}`);
  tx.note({
    action: 'user.runnerLeft',
    entity: 'user',
    entityId: userId,
    facts: { observation: row.observation_id },
  });
}

/** Remembers what the actor opened in the runner, or with null that they left it. @throws as `openFor` */
export function setRunning(store: Store, actor: Actor, { id }: { readonly id: string | null }): void {
  if ((rowOf(store.read, actor.userId)?.observation_id ?? null) === id) return;
  store.change(actor.userId, (tx) => {
    if (id === null) {
      clear(tx, actor.userId);
      return;
    }
    openFor(tx, actor, id);
    tx.run(sql`INSERT INTO running_observation (user_id, observation_id, opened_at)
      VALUES (${actor.userId}, ${id}, ${tx.at})
      ON CONFLICT (user_id) DO UPDATE SET observation_id = excluded.observation_id, opened_at = excluded.opened_at`);
    tx.note({ action: 'user.runnerOpened', entity: 'user', entityId: actor.userId, facts: { observation: id } });
  });
}

/** What the actor had open in the runner; forgotten where it is no longer theirs to write. */
export function runningOf(store: Store, actor: Actor): string | null {
  const row = rowOf(store.read, actor.userId);
  if (!row) return null;
  try {
    return openFor(store.read, actor, row.observation_id).id;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    store.change(actor.userId, (tx) => clear(tx, actor.userId));
    return null;
  }
}
