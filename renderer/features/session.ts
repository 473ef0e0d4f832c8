// What a person does to the session itself: lock, unlock, sign out. The answer of each is the new account state.
import { hashKey, useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AccountState } from '../../shared/contract/account.ts';
import { api, queryClient } from '../client.ts';
import { leaveThen } from './leaving.ts';

/** Takes over an account state that a route answered. */
export const takeState = (state: AccountState): void => {
  queryClient.setQueryData(api.account.state.queryKey(), state);
};

export interface Session {
  readonly lock: () => void;
  readonly signOut: () => void;
}

export function useSession(): Session {
  const { mutate: lock } = useMutation(api.account.lock.mutationOptions({ onSuccess: takeState }));
  const { mutate: signOut } = useMutation(
    api.account.signOut.mutationOptions({
      onSuccess: (state) => {
        takeState(state);
        // The next person must not see what the last one had read.
        const own = hashKey(api.account.state.queryKey());
        queryClient.removeQueries({ predicate: (query) => query.queryHash !== own });
        location.replace('#/');
      },
    }),
  );
  return useMemo(
    () => ({ lock: () => lock(undefined), signOut: () => leaveThen(() => signOut(undefined)) }),
    [lock, signOut],
  );
}
