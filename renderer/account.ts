// Who sits here, for the screens below the sign-in.
//   const { actor, may } = useAccount(); may('agents.manage')
import { createContext, use } from 'react';
import type { AccountState, Actor } from '../shared/contract/account.ts';
import type { Permission } from '../shared/contract/permissions.ts';

export interface Account {
  readonly state: AccountState;
  readonly actor: Actor;
  /** Whether the person's roles hold the permission. Main checks it again on every call. */
  readonly may: (permission: Permission) => boolean;
}

export const AccountContext = createContext<Account | null>(null);

/** The signed-in person; only below the sign-in. */
export function useAccount(): Account {
  const account = use(AccountContext);
  if (!account) throw new Error('useAccount outside the signed-in part');
  return account;
}
