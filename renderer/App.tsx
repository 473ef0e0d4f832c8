// Decides what stands on the screen: first set-up, sign-in, a new password, or the console with its idle lock.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { AccountState } from '../shared/contract/account.ts';
import { may as holds } from '../shared/domain/permissions.ts';
import { AccountContext, useAccount, type Account } from './account.ts';
import { Appearance } from './Appearance.tsx';
import { api, queryClient } from './client.ts';
import { ErrorState, LoadingState } from './components/states.tsx';
import { FirstRun } from './features/firstRun/FirstRun.tsx';
import { Lock } from './features/lock/Lock.tsx';
import { useIdleLock } from './features/lock/useIdleLock.ts';
import { makeRouter } from './features/shell/router.tsx';
import { MustChangePassword } from './features/signIn/MustChangePassword.tsx';
import { SignIn } from './features/signIn/SignIn.tsx';

const ClientMode = lazy(() =>
  import('./features/survey/client/ClientMode.tsx').then((m) => ({ default: m.ClientMode })),
);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Entry />
    </QueryClientProvider>
  );
}

function Entry() {
  const account = useQuery({ ...api.account.state.queryOptions(), staleTime: Infinity });
  return (
    <Appearance account={account.data}>
      {account.data && <Gate state={account.data} />}
      {account.isError && !account.data && <ErrorState error={account.error} onRetry={account.refetch} />}
    </Appearance>
  );
}

function Gate({ state }: { readonly state: AccountState }) {
  // The set-up stays until its recovery code was confirmed, though the console is already set up then.
  const [settingUp, setSettingUp] = useState(state.firstRun);
  if (settingUp) return <FirstRun onDone={() => setSettingUp(false)} />;
  if (!state.actor) return <SignIn />;
  return <SignedIn key={state.actor.userId} state={state} />;
}

function SignedIn({ state }: { readonly state: AccountState }) {
  const actor = state.actor!;
  const roles = actor.roles.join();
  const account = useMemo<Account>(
    () => ({ state, actor, may: (permission) => holds(actor.roles, permission) }),
    [state, actor],
  );
  useIdleLock(state);
  // A page opened while locked has nothing to keep yet: its screens wait for the password.
  const [opened, setOpened] = useState(!state.locked);
  if (!opened && !state.locked) setOpened(true);
  // In place of the screens, not above them: while clients have the window there is no console in it.
  if (state.handedOver)
    return (
      <Suspense fallback={<LoadingState />}>
        <ClientMode actor={actor} />
      </Suspense>
    );
  return (
    <AccountContext value={account}>
      {opened && (state.mustChangePassword ? <MustChangePassword /> : <Screens key={roles} />)}
      {state.locked && <Lock name={actor.name} />}
    </AccountContext>
  );
}

function Screens() {
  const { may } = useAccount();
  const [router] = useState(() => makeRouter(may));
  return <RouterProvider router={router} />;
}
