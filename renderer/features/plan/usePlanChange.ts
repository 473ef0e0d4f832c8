// After any change of a plan, plans, observations and the desk are read again.
import { useCallback } from 'react';
import { api, queryClient } from '../../client.ts';

export const useRefresh = (): (() => void) =>
  useCallback(() => {
    for (const queryKey of [api.plan.key(), api.observation.key(), api.home.key()])
      void queryClient.invalidateQueries({ queryKey });
  }, []);
