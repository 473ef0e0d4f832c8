// Owns the tables `user` and `user_role`: who may sign in, and in which roles.
import type { Actor, User } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Role } from '../../../shared/contract/vocabulary.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { hashSecret } from './passwords.ts';

export interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly must_change: number;
  readonly status: 'active' | 'disabled';
  readonly failures: number;
  readonly locked_until: string | null;
  readonly last_sign_in: string | null;
  readonly created_at: string;
}

export const rolesOf = (db: ReadDb, userId: string): Role[] =>
  db.all<{ role: Role }>(sql`SELECT role FROM user_role WHERE user_id = ${userId} ORDER BY role`).map((r) => r.role);

const asUser = (db: ReadDb, row: UserRow): User => ({
  id: row.id,
  login: row.login,
  name: row.name,
  roles: rolesOf(db, row.id),
  status: row.status,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in,
  lockedUntil: row.locked_until,
  mustChangePassword: row.must_change === 1,
});

export const findUserByLogin = (db: ReadDb, login: string): UserRow | undefined =>
  db.get<UserRow>(sql`SELECT * FROM user WHERE login = ${login.trim()}`);

/** @throws AppError NOT_FOUND userMissing */
export function userById(db: ReadDb, id: string): UserRow {
  const row = db.get<UserRow>(sql`SELECT * FROM user WHERE id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'userMissing');
  return row;
}

export const anyUser = (db: ReadDb): boolean => db.get(sql`SELECT 1 FROM user LIMIT 1`) !== undefined;

export const listUsers = (db: ReadDb): User[] =>
  db.all<UserRow>(sql`SELECT * FROM user ORDER BY login`).map((row) => asUser(db, row));

function setRoles(tx: Change, userId: string, roles: readonly Role[]): void {
  tx.run(sql`DELETE FROM user_role WHERE user_id = ${userId}`);
  for (const role of new Set(roles)) tx.run(sql`INSERT INTO user_role (user_id, role) VALUES (${userId}, ${role})`);
}

/** The console always keeps one active administrator. @throws AppError CONFLICT lastAdministrator */
function keepAdministrator(tx: Change): void {
  const left = tx.get(sql`SELECT 1 FROM user JOIN user_role ON user_role.user_id = user.id
    WHERE status = 'active' AND role = 'administrator' LIMIT 1`);
  if (!left) throw new AppError('CONFLICT', 'lastAdministrator');
}

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
  readonly mustChange: boolean;
}

/** Adds a user inside a change and returns the id. @throws AppError CONFLICT loginTaken */
export function insertUser(tx: Change, user: NewUser): string {
  if (findUserByLogin(tx, user.login)) throw new AppError('CONFLICT', 'loginTaken', { login: user.login });
  const id = tx.newId();
  tx.run(sql`INSERT INTO user (id, login, name, password, must_change, status, created_at) VALUES
    (${id}, ${user.login.trim()}, ${user.name}, ${user.passwordHash}, ${user.mustChange ? 1 : 0}, 'active', ${tx.at})`);
  setRoles(tx, id, user.roles);
  tx.note({
    action: 'user.added',
    entity: 'user',
    entityId: id,
    facts: { roles: [...user.roles].sort().join(' ') },
    fields: { login: user.login, name: user.name },
  });
  return id;
}

type UserFields = { readonly name: string; readonly roles: readonly Role[] };

/** Adds a person, who changes the given password at the first sign-in. */
export async function addUser(
  store: Store,
  actor: Actor,
  input: UserFields & { readonly login: string; readonly password: string },
): Promise<User> {
  const passwordHash = await hashSecret(input.password);
  return store.change(actor.userId, (tx) =>
    asUser(tx, userById(tx, insertUser(tx, { ...input, passwordHash, mustChange: true }))),
  );
}

/** Changes name and roles. @throws AppError NOT_FOUND, CONFLICT lastAdministrator */
export const updateUser = (store: Store, actor: Actor, input: UserFields & { readonly id: string }): User =>
  store.change(actor.userId, (tx) => {
    const before = rolesOf(tx, userById(tx, input.id).id);
    tx.run(sql`UPDATE user SET name = ${input.name} WHERE id = ${input.id}`);
    setRoles(tx, input.id, input.roles);
    keepAdministrator(tx);
    tx.note({
      action: 'user.changed',
      entity: 'user',
      entityId: input.id,
      facts: { rolesBefore: before.join(' '), roles: [...input.roles].sort().join(' ') },
      fields: { name: input.name },
    });
    return asUser(tx, userById(tx, input.id));
  });

/** Disables or enables a person; nobody is deleted, since their observations stay signed. */
export const setUserStatus = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly status: User['status'] },
): User =>
  store.change(actor.userId, (tx) => {
    userById(tx, input.id);
    if (input.id === actor.userId) throw new AppError('CONFLICT', 'notYourself');
    tx.run(sql`UPDATE user SET status = ${input.status} WHERE id = ${input.id}`);
    keepAdministrator(tx);
    tx.note({ action: `user.${input.status}`, entity: 'user', entityId: input.id });
    return asUser(tx, userById(tx, input.id));
  });

/** Sets a password inside a change; ends any lock. */
export function setPassword(
  tx: Change,
  userId: string,
  passwordHash: string,
  how: { readonly action: string; readonly mustChange: boolean },
): void {
  tx.run(sql`UPDATE user SET password = ${passwordHash}, must_change = ${how.mustChange ? 1 : 0},
    failures = 0, locked_until = NULL WHERE id = ${userId}`);
  tx.note({ action: how.action, entity: 'user', entityId: userId });
}

/** An administrator gives a person a new password, to be changed at the next sign-in. */
export async function resetPassword(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly password: string },
): Promise<User> {
  const passwordHash = await hashSecret(input.password);
  return store.change(actor.userId, (tx) => {
    userById(tx, input.id);
    setPassword(tx, input.id, passwordHash, { action: 'user.passwordReset', mustChange: true });
    return asUser(tx, userById(tx, input.id));
  });
}

/** Counts a wrong password. @param lockedUntil the end of the lock it brings, or null */
export function recordFailure(tx: Change, userId: string, failures: number, lockedUntil: string | null): void {
  tx.run(sql`UPDATE user SET failures = ${failures}, locked_until = ${lockedUntil} WHERE id = ${userId}`);
  tx.note({
    action: 'user.passwordWrong',
    entity: 'user',
    entityId: userId,
    facts: { failures, locked: lockedUntil !== null },
  });
}

/** Notes a successful sign-in or unlock and forgets the failures. */
export function recordSuccess(tx: Change, userId: string, action: 'user.signedIn' | 'user.unlocked'): void {
  tx.run(sql`UPDATE user SET failures = 0, locked_until = NULL, last_sign_in = ${tx.at} WHERE id = ${userId}`);
  tx.note({ action, entity: 'user', entityId: userId });
}
