// Owns the table `recovery_code`: the one printed code with which an administrator gets back in.
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { hashSecret, matchesSecret, newRecoveryCode, plainRecoveryCode } from './passwords.ts';
import { guess, NOBODY } from './signIn.ts';
import { rolesOf, setPassword } from './users.ts';

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
 * @throws AppError as `guess`: wrong codes count as wrong passwords of that login
 */
export const recover = (
  store: Store,
  input: { readonly login: string; readonly recoveryCode: string; readonly password: string },
): Promise<{ recoveryCode: string }> =>
  guess(
    store,
    input.login,
    'recoveryWrong',
    async (user) => {
      const kept = store.read.get<{ hash: string }>(sql`SELECT hash FROM recovery_code WHERE id = 1`);
      const right = await matchesSecret(plainRecoveryCode(input.recoveryCode), kept?.hash ?? NOBODY);
      return right && user?.status === 'active' && rolesOf(store.read, user.id).includes('administrator');
    },
    async (user) => {
      const [next, password] = await Promise.all([makeRecoveryCode(), hashSecret(input.password)]);
      store.change(user.id, (tx) => {
        setPassword(tx, user.id, password, { action: 'user.recovered', mustChange: false });
        keepRecoveryCode(tx, next.hash);
      });
      return { recoveryCode: next.code };
    },
  );
