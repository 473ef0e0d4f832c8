// The first run: one branch, one person who is administrator and manager, the built-in standard, a recovery code.
import type { FirstRun } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Change, Store } from '../../db/store.ts';
import { insertBranch } from '../people/branches.ts';
import { installModel } from '../score/models.ts';
import { setFirstLanguage } from '../settings.ts';
import { installBuiltInStandard } from '../standard/install.ts';
import { installQuestionnaire } from '../survey/questionnaires.ts';
import { hashSecret } from './passwords.ts';
import { keepRecoveryCode, makeRecoveryCode } from './recovery.ts';
import { anyUser, insertUser } from './users.ts';

/** Everything the first run writes, inside one change. @throws AppError CONFLICT alreadySetUp */
export function setUpConsole(
  tx: Change,
  input: FirstRun,
  hashes: { readonly password: string; readonly recovery: string },
): { userId: string; branchId: string } {
  if (anyUser(tx)) throw new AppError('CONFLICT', 'alreadySetUp');
  const userId = insertUser(tx, {
    ...input.user,
    roles: ['administrator', 'manager'],
    passwordHash: hashes.password,
    mustChange: false,
  });
  const branchId = insertBranch(tx, { ...input.branch, parentId: null });
  installBuiltInStandard(tx);
  installQuestionnaire(tx);
  installModel(tx);
  keepRecoveryCode(tx, hashes.recovery);
  setFirstLanguage(tx, input.language);
  return { userId, branchId };
}

/** Sets the console up and returns the recovery code to print. @throws as setUpConsole */
export async function runFirst(store: Store, input: FirstRun): Promise<{ recoveryCode: string }> {
  const [recovery, password] = await Promise.all([makeRecoveryCode(), hashSecret(input.user.password)]);
  store.change(null, (tx) => setUpConsole(tx, input, { password, recovery: recovery.hash }));
  return { recoveryCode: recovery.code };
}
