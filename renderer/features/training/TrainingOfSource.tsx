// Trainings planned from a finding, a rectification, a complaint or an improvement measure: what there is, and a button for another.
//   <TrainingOfSource reason="finding" sourceId={id} agentIds={[agentId]} />
import { ReadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlanInput } from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PLAN_TONES } from './words.ts';
import './training.css';

export interface TrainingOfSourceProps {
  readonly reason: 'finding' | 'rectification' | 'complaint' | 'improvement';
  readonly sourceId: string;
  /** Whom it is for; without them they are chosen in the form. */
  readonly agentIds?: readonly string[];
  readonly content?: PlanInput['content'];
  readonly criteria?: readonly string[];
}

export function TrainingOfSource({ reason, sourceId, agentIds, content, criteria = [] }: TrainingOfSourceProps) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const [planning, setPlanning] = useState(false);
  const reads = may('training.read');
  const plans = useQuery({
    ...api.training.plansOf.queryOptions({ input: { sourceId } }),
    ...{ enabled: reads, staleTime: 0 },
  });
  if (!reads) return null;
  return (
    <div className="training-source">
      {(plans.data ?? []).map((plan) => (
        <span key={plan.id}>
          <StateTag tone={PLAN_TONES[plan.state]}>{t(`training.plan.states.${plan.state}`)}</StateTag>{' '}
          <Link to={`/training/plans?plan=${plan.id}`}>
            {t('training.source.line', {
              agent: `${plan.agentName} ${plan.employeeNumber}`,
              ...{ what: plan.courseTitle ?? t(`training.content.${plan.content}`), day: plan.dueOn },
            })}
          </Link>
        </span>
      ))}
      {plans.data?.length === 0 && <span className="training-hint">{t('training.source.none')}</span>}
      {may('training.write') && (
        <Button icon={<ReadOutlined />} onClick={() => setPlanning(true)}>
          {t('training.source.plan')}
        </Button>
      )}
      {planning && (
        <PlanForm
          {...(agentIds ? { agentIds } : {})}
          {...(content ? { initial: { content } } : {})}
          why={{ reason, sourceId, criteria: [...criteria] }}
          onClose={() => setPlanning(false)}
        />
      )}
    </div>
  );
}
