// Runs a write of the records or the patrol: what failed is said, what is shown is read again.
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';
import { failureText } from '../../failure.ts';

/** Reads again what reviews, patrols and the home screen show. */
export const refreshInspections = async (): Promise<void> => {
  await Promise.all(
    [api.records.key(), api.patrol.key(), api.home.key()].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
};

/** What the write answered, or null where it failed. */
export function useAct(): <T>(run: () => Promise<T>) => Promise<T | null> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useCallback(
    async (run) => {
      try {
        const answer = await run();
        await refreshInspections();
        return answer;
      } catch (error) {
        void message.error(failureText(t, error));
        return null;
      }
    },
    [message, t],
  );
}
