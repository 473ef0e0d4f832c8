// Owns the table `recovery_code`: the one printed code with which an administrator gets back in.
import { AppError } from '../../../shared/contract/errors.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { hashSecret, matchesSecret, newRecoveryCode, plainRecoveryCode } from './passwords.ts';
import { countFailure, minutesLeft, NOBODY } from './signIn.ts';
import { findUserByLogin, rolesOf, setPassword } from './users.ts';

/** Keeps the hash of a new recovery code inside a change. */
export function keepRecoveryCode(tx: Change, hash: string): void {
  tx.run(sql`INSERT INTO recovery_code (id, hash, created_at) VALUES (1, ${hash}, ${tx.at})
    ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at`);
}

/** A new recovery code with the hash to keep. */
export async function makeRecoveryCode(): Promise<{ code: string; hash: string }> {
  const code = newRecoveryCode();
  return { code, hash: await hashSecret(plainRecoveryCode(code)) };
}

/**
 * Sets an administrator's password with the printed recovery code, which is then replaced.
 * Wrong codes count as wrong passwords of that administrator.
 */
export async function recover(
  store: Store,
  input: { readonly login: string; readonly recoveryCode: string; readonly password: string },
): Promise<{ recoveryCode: string }> {
  const user = findUserByLogin(store.read, input.login);
  const administrator = user && user.status === 'active' && rolesOf(store.read, user.id).includes('administrator');
  if (user && minutesLeft(store, user) > 0)
    throw new AppError('LOCKED', 'accountLocked', { minutes: minutesLeft(store, user) });
  const kept = store.read.get<{ hash: string }>(sql`SELECT hash FROM recovery_code WHERE id = 1`);
  const right = await matchesSecret(plainRecoveryCode(input.recoveryCode), kept?.hash ?? NOBODY);
  if (!user || !administrator || !right) {
    if (user) countFailure(store, user.id);
    throw new AppError('UNAUTHENTICATED', 'recoveryWrong');
  }
  const [next, password] = await Promise.all([makeRecoveryCode(), hashSecret(input.password)]);
  store.change(user.id, (tx) => {
    setPassword(tx, user.id, password, { action: 'user.recovered', mustChange: false });
    keepRecoveryCode(tx, next.hash);
  });
  return { recoveryCode: next.code };
}
