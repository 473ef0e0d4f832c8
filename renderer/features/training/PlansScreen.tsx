// Plans of trainings, the overdue first; the one selected is recorded as done or cancelled below.
import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PLAN_ROWS, type PlanRow } from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { ofOneClass, personOf, type ClassStart } from './class/classPeople.ts';
import { PlanForm } from './PlanForm.tsx';
import { sourceAddress } from './sourceAddress.ts';
import { TrainingForm } from './TrainingForm.tsx';
import { TrainingHeader } from './TrainingHeader.tsx';
import { usePlanColumns } from './usePlanColumns.tsx';
import { useSaved } from './useSaved.ts';
import { PLAN_TONES } from './words.ts';
import './training.css';

export function PlansScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [adding, setAdding] = useState(false);
  const [search] = useSearchParams();
  const [current, setCurrent] = useState<string | null>(search.get('plan'));
  const [chosen, setChosen] = useState<readonly PlanRow[]>([]);
  const [doing, setDoing] = useState<PlanRow | null>(null);
  const columns = usePlanColumns('all');
  const list = useQuery({ ...api.training.plans.queryOptions({ input: { agentId: null } }), staleTime: 0 });
  const plan = list.data?.find(({ id }) => id === current);
  const writes = may('training.write');
  const record = ([first, ...rest]: readonly PlanRow[]) => {
    if (!first) return;
    const { courseId, content, hours } = first;
    const state: ClassStart = { people: [first, ...rest].map(personOf), courseId, content, hours };
    void navigate('/training/class', { state });
  };
  return (
    <Page fill>
      <TrainingHeader
        open="plans"
        actions={
          writes && (
            <>
              {chosen.length > 0 && (
                <Button
                  icon={<TeamOutlined />}
                  disabled={!ofOneClass(chosen)}
                  title={ofOneClass(chosen) ? undefined : t('training.class.fromPlansHint')}
                  onClick={() => record(chosen)}
                >
                  {t('training.class.fromPlans', { count: chosen.length })}
                </Button>
              )}
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t('training.plan.add')}
              </Button>
            </>
          )
        }
      />
      <DataGrid<PlanRow>
        name="training.plans"
        title={t('training.tabs.plans')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        onCurrent={(row) => setCurrent(row.id)}
        {...(writes ? { onSelection: setChosen } : {})}
        foot={
          chosen.length > 0 && !ofOneClass(chosen) ? (
            <span>{t('training.class.fromPlansHint')}</span>
          ) : (
            list.data?.length === PLAN_ROWS && <span>{t('training.plan.cut', { shown: PLAN_ROWS })}</span>
          )
        }
        rowTone={(row) => (row.state === 'overdue' ? 'danger' : row.state === 'cancelled' ? 'quiet' : undefined)}
        empty={{ title: t('training.plan.empty'), hint: t('training.plan.emptyHint') }}
      />
      {(list.data?.length ?? 0) > 0 && <PlanPane plan={plan ?? null} writes={writes} onDo={setDoing} />}
      {adding && <PlanForm onClose={() => setAdding(false)} />}
      {doing && <TrainingForm row={null} plan={doing} onClose={() => setDoing(null)} />}
    </Page>
  );
}

interface PlanPaneProps {
  readonly plan: PlanRow | null;
  readonly writes: boolean;
  readonly onDo: (plan: PlanRow) => void;
}

function PlanPane({ plan, writes, onDo }: PlanPaneProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const ask = useConfirm();
  const cancel = useMutation(api.training.cancelPlan.mutationOptions({ onSuccess: useSaved(() => undefined) }));
  if (!plan) return <section className="training-pane training-hint">{t('training.plan.selected')}</section>;
  const { id, revision, state, recordId } = plan;
  const from = sourceAddress(plan);
  const askReason = async () => {
    const reason = await ask.reason({
      title: t('training.plan.cancelTitle'),
      label: t('training.plan.cancelReason'),
      ok: t('training.plan.cancel'),
      danger: true,
    });
    if (reason !== null) cancel.mutate({ id, revision, reason });
  };
  return (
    <section className="training-pane" aria-label={t('training.record.plan')}>
      <StateTag tone={PLAN_TONES[state]}>{t(`training.plan.states.${state}`)}</StateTag>
      <strong>
        {plan.agentName} {plan.employeeNumber} · {plan.courseTitle ?? t(`training.content.${plan.content}`)}
      </strong>
      <span>
        {[plan.words, plan.endedReason && t('training.plan.cancelled', { reason: plan.endedReason })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {from !== null && (
        <Link to={from}>{t('training.source.from', { reason: t(`training.plan.reason.${plan.reason}`) })}</Link>
      )}
      <FailureAlert error={cancel.error} />
      {recordId !== null && (
        <Button onClick={() => void navigate(`/training/records/${recordId}`)}>{t('training.plan.open')}</Button>
      )}
      {writes && (state === 'planned' || state === 'overdue') && (
        <>
          <Button type="primary" onClick={() => onDo(plan)}>
            {t('training.plan.do')}
          </Button>
          <Button danger loading={cancel.isPending} onClick={() => void askReason()}>
            {t('training.plan.cancel')}
          </Button>
        </>
      )}
    </section>
  );
}
