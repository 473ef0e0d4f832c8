// What the draw would reach, while its form is filled in: a warning where the goal is out of reach, before anything is drawn.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewPlan } from '../../../shared/contract/plan.ts';
import { api } from '../../client.ts';

type Asked = Pick<NewPlan, 'branchId' | 'kind' | 'start' | 'goal' | 'capacity' | 'assessorIds'>;

export function Estimate({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const estimate = useQuery({
    ...api.plan.estimate.queryOptions({ input: asked }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const { data } = estimate;
  if (!data) return null;
  const { needed, missing, sessions, short, days, places, agents } = data;
  const goal = `${Math.round(asked.goal * 100)}%`;
  const room = t('plan.estimate.room', { days, places, agents, needed });
  if (missing > 0)
    return (
      <Alert
        type="error"
        showIcon
        role="status"
        title={`${t('plan.estimate.missing', { goal, count: missing })} ${room} ${t('plan.estimate.mend')}`}
      />
    );
  if (short > 0)
    return (
      <Alert
        type="warning"
        showIcon
        role="status"
        title={`${t('plan.estimate.short', { goal, sessions, count: short })} ${room} ${t('plan.estimate.mend')}`}
      />
    );
  return (
    <Alert type="success" showIcon role="status" title={`${t('plan.estimate.reached', { goal, sessions })} ${room}`} />
  );
}
