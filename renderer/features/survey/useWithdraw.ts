// Withdraws a survey after asking why; true when it was done.
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, queryClient } from '../../client.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';

export function useWithdraw(): (id: string) => Promise<boolean> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  return useCallback(
    async (id) => {
      const reason = await ask.reason({
        title: t('survey.withdraw.title'),
        text: t('survey.withdraw.text'),
        label: t('survey.withdraw.label'),
        ok: t('survey.withdraw.ok'),
        danger: true,
      });
      if (reason === null) return false;
      try {
        await client.survey.withdraw({ id, reason });
      } catch (error) {
        void message.error(failureText(t, error));
        return false;
      }
      void message.success(t('survey.withdraw.done'));
      await queryClient.invalidateQueries({ queryKey: api.survey.key() });
      return true;
    },
    [ask, message, t],
  );
}
