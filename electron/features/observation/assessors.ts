// People who may observe (4.2: internal or third-party assessors), for filters and plans.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

interface Holder {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Whether an active user holds observation.write. */
export const mayObserve = (db: ReadDb, userId: string): boolean =>
  db
    .all<{ role: Role }>(
      sql`SELECT role FROM user_role JOIN user ON user.id = user_id
      WHERE user_id = ${userId} AND status = 'active'`,
    )
    .some(({ role }) => may([role], 'observation.write'));

/** Active holders of observation.write by name; a third-party assessor gets only themself. */
export function listAssessors(db: ReadDb, actor: Actor): { id: string; name: string }[] {
  const rows = db.all<Holder>(sql`SELECT user.id, name, role FROM user JOIN user_role ON user_id = user.id
    WHERE status = 'active' ORDER BY name, user.id`);
  const own = seesOnlyOwnObservations(actor.roles);
  const held = rows.filter(({ id, role }) => may([role], 'observation.write') && (!own || id === actor.userId));
  return [...new Map(held.map(({ id, name }) => [id, { id, name }])).values()];
}
