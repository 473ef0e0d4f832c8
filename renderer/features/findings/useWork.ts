// Runs a write of the ledger or of a rectification: what failed is said, what is shown is read again.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';
import { failureText } from '../../failure.ts';

const refresh = async (): Promise<void> => {
  await Promise.all(
    [api.findings.key(), api.rectification.key(), api.home.key()].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
};

/** `done` is said after it worked. True where it did. */
export function useWork(): (run: () => Promise<unknown>, done: string) => Promise<boolean> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async (run, done) => {
    try {
      await run();
      void message.success(done);
      return true;
    } catch (error) {
      void message.error(failureText(t, error));
      return false;
    } finally {
      await refresh();
    }
  };
}
