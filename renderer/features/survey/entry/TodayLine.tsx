// How many papers were entered today, the last of them, and the way to take it back.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client.ts';
import { score } from '../../../format.ts';
import { useWithdraw } from '../useWithdraw.ts';

export function TodayLine() {
  const { t } = useTranslation();
  const withdraw = useWithdraw();
  const { data } = useQuery({ ...api.survey.today.queryOptions(), staleTime: 0 });
  const last = data?.last;
  return (
    <div className="entry-today">
      <strong role="status">{t('survey.entry.today', { count: data?.count ?? 0 })}</strong>
      {last && (
        <>
          <span>
            {t('survey.entry.last', { agent: last.agentName, answered: last.answered, csi: score(last.csi) })}
          </span>
          <Button size="small" onClick={() => void withdraw(last.id)}>
            {t('survey.entry.undo')}
          </Button>
        </>
      )}
    </div>
  );
}
