// The plan as a list: from the chosen row its observation is opened or entered from paper, moved, given to another assessor, or
// the agent is replaced.
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PlanDraw, PlanRecord } from '../../../shared/contract/plan.ts';
import { isMovable, isReplaceable, planAllows } from '../../../shared/domain/plan/states.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { AddAgent } from './AddAgent.tsx';
import { MoveDraw } from './MoveDraw.tsx';
import { useDrawColumns } from './useDrawColumns.tsx';
import { useRefresh } from './usePlanChange.ts';

const rowId = (row: PlanDraw): string => row.id;
const toneOf = ({ state }: PlanDraw): 'danger' | 'quiet' | undefined =>
  state === 'overdue' ? 'danger' : state === 'replaced' ? 'quiet' : undefined;

export function DrawsTab({ plan }: { readonly plan: PlanRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const columns = useDrawColumns();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const current = plan.all.find(({ id }) => id === currentId) ?? null;
  const observation = current?.observationId ?? null;
  const open = (draw: PlanDraw): void => {
    if (draw.observationId !== null) void navigate(`/observations/${draw.observationId}`);
    else void navigate(`/people/${draw.agentId}`);
  };
  const begins = may('observation.write') && (current?.state === 'planned' || current?.state === 'overdue');
  return (
    <>
      <DataGrid<PlanDraw>
        name="planDraws"
        title={t('plan.tabs.list')}
        query={{ data: plan.all, error: null }}
        columns={columns}
        rowId={rowId}
        rowTone={toneOf}
        height="max(280px, calc(100vh - 360px))"
        onCurrent={(row) => setCurrentId(row.id)}
        onOpen={open}
        before={
          <>
            <Button disabled={observation === null} onClick={() => current && open(current)}>
              {t('plan.list.open')}
            </Button>
            {may('observation.write') && plan.state === 'inForce' && (
              <Button
                disabled={!begins}
                onClick={() => void navigate(`/observations/start?planned=${observation}&mode=paper`)}
              >
                {t('plan.list.paper')}
              </Button>
            )}
            {may('plan.write') && planAllows(plan.state, 'change') && <Changes plan={plan} current={current} />}
          </>
        }
        empty={{ title: t('plan.list.empty'), hint: t('plan.list.emptyHint') }}
      />
      {plan.state === 'inForce' && (
        <p className="plan-quiet">
          {t('plan.list.hint')} <Link to="/observations/start?mode=paper">{t('plan.list.blank')}</Link>
        </p>
      )}
    </>
  );
}

function Changes({ plan, current }: { readonly plan: PlanRecord; readonly current: PlanDraw | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const refresh = useRefresh();
  const [moving, setMoving] = useState<PlanDraw | null>(null);
  const [adding, setAdding] = useState(false);
  const replace = useMutation(
    api.plan.replace.mutationOptions({
      onSuccess: ({ successor }) => {
        refresh();
        if (successor === null) void message.warning(t('plan.list.nobodyLeft'));
        else void message.success(t('plan.list.replaced', { name: successor }));
      },
      onError: (error) => void message.error(failureText(t, error)),
    }),
  );
  const replacing = async (draw: PlanDraw) => {
    const reason = await ask.reason({
      title: t('plan.list.replaceTitle', { name: draw.agentName }),
      text: <p>{t('plan.list.replaceText')}</p>,
      label: t('plan.list.replaceReason'),
      ok: t('plan.list.replace'),
    });
    if (reason !== null) replace.mutate({ drawId: draw.id, reason });
  };
  return (
    <>
      <Button disabled={!current || !isMovable(current.state)} onClick={() => setMoving(current)}>
        {t('plan.list.move')}
      </Button>
      <Button
        disabled={!current || !isReplaceable(current.state)}
        loading={replace.isPending}
        onClick={() => current && void replacing(current)}
      >
        {t('plan.list.replace')}
      </Button>
      <Button onClick={() => setAdding(true)}>{t('plan.add.open')}</Button>
      {adding && <AddAgent planId={plan.id} onClose={() => setAdding(false)} />}
      {moving && <MoveDraw plan={plan} draw={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
