// Ways out of an observation that want a reason: withdraw, cancel a plan, amend.
import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, queryClient } from '../../client.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';

export interface Ending {
  /** True when it was done. */
  readonly withdraw: (id: string) => Promise<boolean>;
  readonly cancelPlan: (id: string) => Promise<boolean>;
  readonly amend: (id: string) => Promise<boolean>;
  readonly discardAmendment: (id: string) => Promise<boolean>;
}

export function useEnding(): Ending {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  return useMemo(() => {
    const done = async (run: () => Promise<unknown>, words: string): Promise<boolean> => {
      try {
        await run();
      } catch (error) {
        void message.error(failureText(t, error));
        return false;
      }
      void message.success(words);
      void queryClient.invalidateQueries({ queryKey: api.home.key() });
      await queryClient.invalidateQueries({ queryKey: api.observation.key() });
      return true;
    };
    const withReason = async (
      kind: 'withdraw' | 'cancelPlan' | 'amend',
      run: (reason: string) => Promise<unknown>,
    ): Promise<boolean> => {
      const reason = await ask.reason({
        title: t(`observation.end.${kind}.title`),
        text: t(`observation.end.${kind}.text`),
        label: t('observation.end.reason'),
        ok: t(`observation.end.${kind}.ok`),
        danger: kind === 'withdraw',
      });
      return reason === null ? false : done(() => run(reason), t(`observation.end.${kind}.done`));
    };
    return {
      withdraw: (id) => withReason('withdraw', (reason) => client.observation.withdraw({ id, reason })),
      cancelPlan: (id) => withReason('cancelPlan', (reason) => client.observation.cancelPlan({ id, reason })),
      amend: (id) => withReason('amend', (reason) => client.observation.amend({ id, reason })),
      discardAmendment: async (id) => {
        const sure = await ask.confirm({
          title: t('observation.end.discard.title'),
          text: t('observation.end.discard.text'),
          ok: t('observation.end.discard.ok'),
          danger: true,
        });
        return sure
          ? done(() => client.observation.discardAmendment({ id }), t('observation.end.discard.done'))
          : false;
      },
    };
  }, [ask, message, t]);
}
