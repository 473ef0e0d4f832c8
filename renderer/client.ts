// The page's only way to the main process: the contract's client over a MessagePort, and its query options.
//   await client.users.list()                                     one call
//   useQuery(api.users.list.queryOptions())                       cached read
//   useMutation(api.users.add.mutationOptions())                  write; then api.users.key() to invalidate
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Contract } from '../shared/contract/contract.ts';
import { failureCode } from './failure.ts';

const { port1, port2 } = new MessageChannel();
window.postMessage('console:port', location.origin, [port2]);
port1.start();

type Client = ContractRouterClient<Contract>;

export const client: Client = createORPCClient(new RPCLink({ port: port1 }));
/** Its type is named: written out, it is larger than the compiler takes. */
export const api: RouterUtils<Client> = createTanstackQueryUtils(client);

/** Main may lock or end the session by itself: then the account's state is read again and the frame follows it. */
const followSession = (error: unknown): void => {
  const code = failureCode(error);
  if (code === 'UNAUTHENTICATED' || code === 'LOCKED')
    void queryClient.invalidateQueries({ queryKey: api.account.state.key() });
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: followSession }),
  mutationCache: new MutationCache({ onError: followSession }),
  defaultOptions: {
    // Everything is on this machine: a failed call fails again, and "online" means nothing.
    queries: { retry: false, networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});
