// The moves of a rectification that ask for one text, each with its question.
import { useTranslation } from 'react-i18next';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { client } from '../../client.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useWork } from '../findings/useWork.ts';

const LONG = 4000;
const MIDDLE = 2000;
const SHORT = 1000;

export function useMoves({ id }: Pick<RectificationRecord, 'id'>) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const work = useWork();
  const done = t('rectification.record.done');
  const label = t('rectification.ask.reason');
  return {
    start: () => work(() => client.rectification.start({ id }), t('rectification.plan.started')),
    submit: async () => {
      const [title, text] = [t('rectification.ask.submitTitle'), t('rectification.ask.submitText')];
      const words = await ask.reason({
        ...{ title, text, ok: t('rectification.move.submit'), maxLength: LONG },
        label: t('rectification.ask.submitLabel'),
      });
      if (words !== null) await work(() => client.rectification.submit({ id, done: words }), done);
    },
    sendBack: async () => {
      const [title, text] = [t('rectification.ask.sendBackTitle'), t('rectification.ask.sendBackText')];
      const reason = await ask.reason({ title, text, ok: t('rectification.move.sendBack'), label, maxLength: SHORT });
      if (reason !== null) await work(() => client.rectification.sendBack({ id, reason }), done);
    },
    withdraw: async () => {
      const [title, text] = [t('rectification.ask.withdrawTitle'), t('rectification.ask.withdrawText')];
      const reason = await ask.reason({ title, text, ok: t('rectification.move.withdraw'), label, maxLength: SHORT });
      if (reason !== null) await work(() => client.rectification.withdraw({ id, reason }), done);
    },
    close: async () => {
      const [title, text] = [t('rectification.ask.closeTitle'), t('rectification.ask.closeText')];
      const nextSteps = await ask.reason({
        ...{ title, text, ok: t('rectification.move.close'), maxLength: MIDDLE },
        label: t('rectification.ask.closeLabel'),
      });
      if (nextSteps !== null) await work(() => client.rectification.close({ id, nextSteps }), done);
    },
    decide: async (day: string, granted: boolean) => {
      const title = granted ? t('rectification.ask.grantTitle', { day }) : t('rectification.ask.refuseTitle', { day });
      const ok = t(granted ? 'rectification.ask.grant' : 'rectification.ask.refuse');
      const reason = await ask.reason({ title, ok, label, maxLength: SHORT });
      if (reason !== null) await work(() => client.rectification.decideExtension({ id, granted, reason }), done);
    },
  };
}
