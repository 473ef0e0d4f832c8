// The first run: one branch, one person who is administrator and manager, the built-in standard, a recovery code.
import type { FirstRun } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Store } from '../../db/store.ts';
import { insertBranch } from '../people/branches.ts';
import { setFirstLanguage } from '../settings.ts';
import { installBuiltInStandard } from '../standard/install.ts';
import { hashSecret } from './passwords.ts';
import { keepRecoveryCode, makeRecoveryCode } from './recovery.ts';
import { anyUser, insertUser } from './users.ts';

/** Sets the console up, in one transaction. @throws AppError CONFLICT alreadySetUp */
export async function runFirst(store: Store, input: FirstRun): Promise<{ recoveryCode: string }> {
  const [recovery, passwordHash] = await Promise.all([makeRecoveryCode(), hashSecret(input.user.password)]);
  store.change(null, (tx) => {
    if (anyUser(tx)) throw new AppError('CONFLICT', 'alreadySetUp');
    insertUser(tx, { ...input.user, roles: ['administrator', 'manager'], passwordHash, mustChange: false });
    insertBranch(tx, { ...input.branch, parentId: null });
    installBuiltInStandard(tx);
    keepRecoveryCode(tx, recovery.hash);
    setFirstLanguage(tx, input.language);
  });
  return { recoveryCode: recovery.code };
}
