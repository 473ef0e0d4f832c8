// The moves of a rectification that ask for one text, each with its question, and the start, which asks for none.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { client } from '../../client.ts';
import { useWork } from '../findings/useWork.ts';
import { focusBack } from './focus.ts';
import { WordsDialog } from './MoveDialogs.tsx';

const LONG = 4000;
const MIDDLE = 2000;
const SHORT = 1000;

type Worded = 'submit' | 'sendBack' | 'withdraw' | 'close' | 'grant' | 'refuse';

/** `dialog` is to be shown where the moves are offered; `waiting` is the day that an extension asks for. */
export function useMoves({ id }: Pick<RectificationRecord, 'id'>, waiting = '') {
  const { t } = useTranslation();
  const work = useWork();
  const [asked, setAsked] = useState<Worded | null>(null);
  const because = { label: t('rectification.ask.reason'), most: SHORT };
  const decide = (granted: boolean) => (reason: string) =>
    client.rectification.decideExtension({ id, granted, reason });
  const question = (move: Worded) => {
    switch (move) {
      case 'submit':
        return {
          ...{ title: t('rectification.ask.submitTitle'), text: t('rectification.ask.submitText') },
          ...{ ok: t('rectification.move.submit'), label: t('rectification.ask.submitLabel'), most: LONG },
          run: (done: string) => client.rectification.submit({ id, done }),
        };
      case 'sendBack':
        return {
          ...{ title: t('rectification.ask.sendBackTitle'), text: t('rectification.ask.sendBackText'), ...because },
          ok: t('rectification.move.sendBack'),
          run: (reason: string) => client.rectification.sendBack({ id, reason }),
        };
      case 'withdraw':
        return {
          ...{ title: t('rectification.ask.withdrawTitle'), text: t('rectification.ask.withdrawText'), ...because },
          ok: t('rectification.move.withdraw'),
          run: (reason: string) => client.rectification.withdraw({ id, reason }),
        };
      case 'close':
        return {
          ...{ title: t('rectification.ask.closeTitle'), text: t('rectification.ask.closeText') },
          ...{ ok: t('rectification.move.close'), label: t('rectification.ask.closeLabel'), most: MIDDLE },
          run: (nextSteps: string) => client.rectification.close({ id, nextSteps }),
        };
      case 'grant':
        return {
          ...{ title: t('rectification.ask.grantTitle', { day: waiting }), ...because },
          ...{ ok: t('rectification.ask.grant'), run: decide(true) },
        };
      case 'refuse':
        return {
          ...{ title: t('rectification.ask.refuseTitle', { day: waiting }), ...because },
          ...{ ok: t('rectification.ask.refuse'), run: decide(false) },
        };
    }
  };
  const dialog: ReactNode =
    asked === null ? null : (
      <WordsDialog key={`ask-${asked}`} keep={`${id}.${asked}`} onClose={() => setAsked(null)} {...question(asked)} />
    );
  return {
    dialog,
    ask: (move: Worded) => () => setAsked(move),
    start: async () => {
      if (await work(() => client.rectification.start({ id }), t('rectification.plan.started'))) focusBack();
    },
  };
}
