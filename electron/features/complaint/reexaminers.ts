// Who may answer a re-examination (Art. 20): those who decide, took no part in what is examined again, and are not recused.
import type { Role } from '../../../shared/contract/vocabulary.ts';
import { recusalOf } from '../../../shared/domain/complaint/recusal.ts';
import { samePerson } from '../../../shared/domain/complaint/reviewers.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { caseById } from './known.ts';
import { matterOf, tookPart } from './matter.ts';

/** Active people who decide, by name, each with why they may not answer one of this case, or null. @throws AppError NOT_FOUND complaintMissing */
export function possibleReexaminers(db: ReadDb, id: string): { id: string; name: string; refused: string | null }[] {
  caseById(db, id);
  const [matter, part] = [matterOf(db, id), tookPart(db, id)];
  const roles = Map.groupBy(
    db.all<{ userId: string; role: Role }>(sql`SELECT user_id AS userId, role FROM user_role`),
    ({ userId }) => userId,
  );
  return db
    .all<{ id: string; login: string; name: string }>(
      sql`SELECT id, login, name FROM user WHERE status = 'active' ORDER BY name, id`,
    )
    .filter((one) =>
      may(
        (roles.get(one.id) ?? []).map(({ role }) => role),
        'complaints.decide',
      ),
    )
    .map((one) => {
      const person = { userId: one.id, login: one.login, name: one.name };
      const own = part.some((other) => samePerson(other, person)) ? 'complaintOwnHandling' : null;
      return { id: one.id, name: one.name, refused: recusalOf(one, matter) ?? own };
    });
}
