// Who a complaint is about and who may take part in it (Art. 17), and who investigated, handled or answered it and so does not
// review it (6.4). A colleague of another department may have no account: then the name alone says who it is.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import { recusalOf, sameName, type Matter, type Recusal } from '../../../shared/domain/complaint/recusal.ts';
import type { Named } from '../../../shared/domain/complaint/reviewers.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Ids of the case and of those joined to it. */
export const casesOf = (id: string): Sql => sql`(SELECT id FROM complaint WHERE id = ${id} OR joined_to_id = ${id})`;

/** Who is complained of and who has an interest, in the case and in those joined to it. */
export function matterOf(db: ReadDb, id: string): Matter {
  const cases = casesOf(id);
  const users = (rows: readonly { readonly userId: string }[]): string[] => rows.map(({ userId }) => userId);
  return {
    subjectIds: users(db.all(sql`SELECT user_id AS userId FROM complaint_subject WHERE complaint_id IN ${cases}`)),
    interestedIds: users(db.all(sql`SELECT user_id AS userId FROM complaint_interest WHERE complaint_id IN ${cases}`)),
    agents: db.all(sql`SELECT DISTINCT number, name FROM agent WHERE id IN
      (SELECT agent_id FROM complaint WHERE id IN ${cases})`),
  };
}

interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly status: 'active' | 'disabled';
}

/** Why an account may not handle the case, or null. */
export function handlingRefusal(db: ReadDb, matter: Matter, userId: string): Recusal | 'complaintHandlerUnfit' | null {
  const account = db.get<Account>(sql`SELECT id, login, name, status FROM user WHERE id = ${userId}`);
  const roles = db.all<{ role: Role }>(sql`SELECT role FROM user_role WHERE user_id = ${userId}`).map((r) => r.role);
  if (account?.status !== 'active' || !may(roles, 'complaints.write')) return 'complaintHandlerUnfit';
  return recusalOf(account, matter);
}

/** Why the reader may take no part, or null. */
export const actorRecusal = (db: ReadDb, actor: Actor, caseId: string): Recusal | null =>
  recusalOf({ id: actor.userId, login: actor.login, name: actor.name }, matterOf(db, caseId));

/** A person as a form names one: an account that was chosen, or a typed name. */
export interface GivenName {
  readonly byId: string | null;
  readonly by: string;
}

/**
 * Who is meant. A typed name that an account has is that account, so that nobody comes in twice.
 * @throws AppError NOT_FOUND userMissing; INVALID complaintPersonUnnamed, complaintPersonAmbiguous
 */
export function personNamed(db: ReadDb, { byId, by }: GivenName): Named {
  const accounts = db.all<Account>(sql`SELECT id, login, name, status FROM user`);
  if (byId !== null) {
    const chosen = accounts.find(({ id, status }) => id === byId && status === 'active');
    if (!chosen) throw new AppError('NOT_FOUND', 'userMissing');
    return { userId: chosen.id, login: chosen.login, name: chosen.name };
  }
  if (by === '') throw new AppError('INVALID', 'complaintPersonUnnamed');
  const [same, second] = accounts.filter(({ name }) => sameName(name, by));
  if (second) throw new AppError('INVALID', 'complaintPersonAmbiguous');
  return same ? { userId: same.id, login: same.login, name: same.name } : { userId: null, login: '', name: by };
}

/** Who investigated, handled or answered the case in any round, its present handler, and who made inquiries for it. */
export function tookPart(db: ReadDb, caseId: string): Named[] {
  const accounts = db.all<Named>(sql`SELECT id AS userId, login, name FROM user WHERE id IN (
      SELECT handler_id FROM complaint WHERE id = ${caseId}
      UNION SELECT investigated_by FROM complaint_round WHERE complaint_id IN ${casesOf(caseId)}
      UNION SELECT handled_by FROM complaint_round WHERE complaint_id IN ${casesOf(caseId)}
      UNION SELECT answered_by FROM complaint_round WHERE complaint_id IN ${casesOf(caseId)})`);
  const inquirers = db.all<Named>(sql`SELECT DISTINCT i.made_by_id AS userId, coalesce(u.login, '') AS login,
      coalesce(u.name, i.made_by) AS name FROM complaint_inquiry i LEFT JOIN user u ON u.id = i.made_by_id
    WHERE i.complaint_id IN ${casesOf(caseId)}`);
  return [...accounts, ...inquirers];
}
