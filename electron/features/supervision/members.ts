// Owns the table `supervision_membership`: which department a person's work belongs to from which day on (8.1). A manager sets it;
// work done before stays with the department of its day.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Department, Member } from '../../../shared/contract/supervision.ts';
import { departmentOn, type Membership } from '../../../shared/domain/supervision/shares.ts';
import type { Deed } from '../../../shared/domain/supervision/work.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { userById } from '../account/users.ts';
import { readSettings } from '../settings.ts';

/** By person, oldest first; of equal days the one set last comes last. */
function memberships(db: ReadDb): ReadonlyMap<string, readonly Membership[]> {
  const rows = db.all<Membership & { readonly userId: string }>(
    sql`SELECT user_id AS userId, department, from_day AS fromDay FROM supervision_membership ORDER BY from_day, id`,
  );
  return Map.groupBy(rows, ({ userId }) => userId);
}

/** The department that a deed counts for: its person's on its day. */
export function departmentOfDeed(db: ReadDb): (deed: Deed) => Department | null {
  const all = memberships(db);
  return ({ personId, day }) => departmentOn(all.get(personId) ?? [], day);
}

/** Everybody with their department of today, by name. */
export function listMembers(store: Store): Member[] {
  const db = store.read;
  const today = dayOf(store.clock(), readSettings(db).timeZone);
  const all = memberships(db);
  return db
    .all<{ userId: string; name: string; login: string; status: string }>(
      sql`SELECT id AS userId, name, login, status FROM user ORDER BY name, id`,
    )
    .map(({ status, ...user }) => {
      const own = all.get(user.userId) ?? [];
      const begun = own.filter(({ fromDay }) => fromDay <= today).at(-1) ?? own[0];
      return {
        ...user,
        active: status === 'active',
        department: departmentOn(own, today),
        fromDay: begun?.fromDay ?? null,
      };
    });
}

/** @throws AppError NOT_FOUND userMissing */
export const setDepartment = (
  store: Store,
  actor: Actor,
  { userId, department, fromDay }: { userId: string; department: Department | null; fromDay: string },
): void =>
  store.change(actor.userId, (tx) => {
    userById(tx, userId);
    const before = departmentOfDeed(tx)({ personId: userId, day: fromDay });
    tx.run(sql`INSERT INTO supervision_membership (id, user_id, department, from_day, set_at, set_by)
      VALUES (${tx.newId()}, ${userId}, ${department}, ${fromDay}, ${tx.at}, ${actor.userId})`);
    tx.note({
      ...{ action: 'supervisionMember.set', entity: 'supervisionMember', entityId: userId },
      facts: { before, department, from: fromDay },
    });
  });
