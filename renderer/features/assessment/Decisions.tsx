// The decisions about an agent in a result: what, why, by whom; a withdrawn one stays with its reason.
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../../shared/contract/assessment.ts';
import { isReward } from '../../../shared/domain/assessment/decisions.ts';
import { api, client, queryClient } from '../../client.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';

export interface DecisionsProps {
  readonly decisions: readonly Decision[];
  /** Whether anything can be decided about the agent. */
  readonly offered: boolean;
  /** Left out where the result is closed or the reader may not decide. */
  readonly onDecide: (() => void) | undefined;
}

export function Decisions({ decisions, offered, onDecide }: DecisionsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const ask = useConfirm();
  const withdraw = async (decisionId: string) => {
    const reason = await ask.reason({
      title: t('assessment.decision.withdrawTitle'),
      label: t('assessment.decision.reason'),
      ok: t('assessment.decision.withdraw'),
      danger: true,
    });
    if (reason === null) return;
    try {
      await client.assessment.withdrawDecision({ decisionId, reason });
      void message.success(t('assessment.decision.withdrawDone'));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await queryClient.invalidateQueries({ queryKey: api.assessment.key() });
  };
  return (
    <>
      {decisions.length === 0 && <p className="assessment-quiet">{t('assessment.pane.noDecisions')}</p>}
      <ul className="assessment-decisions">
        {decisions.map((one) => (
          <li key={one.id} className={one.withdrawnAt === null ? undefined : 'assessment-withdrawn'}>
            <div>
              <StateTag tone={one.withdrawnAt !== null ? 'neutral' : isReward(one.kind) ? 'met' : 'warn'}>
                {t(`assessment.decision.kinds.${one.kind}`)}
              </StateTag>{' '}
              <strong>{one.name}</strong>
              {onDecide && one.withdrawnAt === null && (
                <Button type="link" size="small" onClick={() => void withdraw(one.id)}>
                  {t('assessment.decision.withdraw')}
                </Button>
              )}
            </div>
            <div>{one.reason}</div>
            <div className="assessment-quiet">
              {t('assessment.decision.by', { who: one.decidedBy, time: format.instant(one.decidedAt) })}
            </div>
            {one.withdrawnAt !== null && (
              <div className="assessment-quiet">
                {t('assessment.decision.withdrawn', {
                  who: one.withdrawnBy ?? '',
                  time: format.instant(one.withdrawnAt),
                  reason: one.withdrawalReason ?? '',
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {!offered && <p className="assessment-quiet">{t('assessment.pane.notOffered')}</p>}
      {offered && onDecide && <Button onClick={onDecide}>{t('assessment.pane.decide')}</Button>}
    </>
  );
}
