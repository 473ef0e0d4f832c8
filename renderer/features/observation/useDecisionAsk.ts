// Asks before a red line is decided (1.2.1, 2.4.1, 2.5.1): confirming vetoes and neither decision can be undone, so the
// dialog says what follows, with the cap of the scoring model in force.
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../components/useConfirm.tsx';
import { api, queryClient } from '../../client.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';

/** True when the decision was meant. */
export type DecisionAsk = (confirmed: boolean, clause: string) => Promise<boolean>;

export function useDecisionAsk(): DecisionAsk {
  const { t } = useTranslation();
  const ask = useConfirm();
  return async (confirmed, clause) => {
    const decision = confirmed ? 'confirmed' : 'rejected';
    return ask.confirm({
      title: t(`observation.redLine.askDecide.${decision}.title`, {
        clause: t('observation.redLine.onClause', { clause }),
      }),
      text: confirmed
        ? t('observation.redLine.askDecide.confirmed.text', { cap: await capInForce(), grade: t('words.grade.fail') })
        : t('observation.redLine.askDecide.rejected.text'),
      ok: t(confirmed ? 'observation.redLine.decideConfirm' : 'observation.redLine.decideReject'),
      danger: confirmed,
    });
  };
}

/** Points; the built-in cap where the model cannot be read: asking must not fail. */
async function capInForce(): Promise<number> {
  const models = await queryClient.query(api.model.read.queryOptions()).catch(() => null);
  return models?.versions[0]?.values['redLineCap'] ?? MODEL_1.redLineCap;
}
