// One plan: who is observed by whom and when, as a list and as a calendar, coverage by team, and what the draw rests on.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PlanRecord } from '../../../shared/contract/plan.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { actionWords } from '../audit/auditWords.ts';
import { periodName } from '../../periodName.ts';
import { periodDays } from '../report/periodWords.ts';
import { BasisTab } from './BasisTab.tsx';
import { CalendarTab } from './CalendarTab.tsx';
import { CoverageGauge } from './CoverageGauge.tsx';
import { CoverageTab } from './CoverageTab.tsx';
import { DrawsTab } from './DrawsTab.tsx';
import { PLAN_TONES } from './planTones.ts';
import { useRefresh } from './usePlanChange.ts';
import './plan.css';

const OPEN: readonly string[] = ['planned', 'overdue', 'unavailable'];

export function PlanScreen() {
  const { id = '' } = useParams();
  const plan = useQuery({ ...api.plan.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={plan}>{(data) => <Plan plan={data} />}</Loaded>;
}

function Plan({ plan }: { readonly plan: PlanRecord }) {
  const { t, i18n } = useTranslation();
  return (
    <RecordFrame
      title={t('plan.record.title', { branch: plan.branchName, period: periodName(t, plan.period) })}
      tag={<StateTag tone={PLAN_TONES[plan.state]}>{t(`plan.state.${plan.state}`)}</StateTag>}
      meta={[
        periodDays(t, plan.period),
        t('plan.record.by', { who: plan.createdBy }),
        plan.assessors.map(({ name }) => name).join(i18n.language === 'en' ? ', ' : '、'),
        t('plan.record.capacity', { count: plan.capacity }),
        t('plan.record.sessions', { count: plan.sessions }),
      ]}
      actions={<Actions plan={plan} />}
      notice={<Notice plan={plan} />}
      tabs={[
        { key: 'list', label: t('plan.tabs.list'), children: <DrawsTab plan={plan} /> },
        { key: 'calendar', label: t('plan.tabs.calendar'), children: <CalendarTab plan={plan} /> },
        { key: 'coverage', label: t('plan.tabs.coverage'), children: <CoverageTab coverage={plan.coverage} /> },
        { key: 'basis', label: t('plan.tabs.basis'), children: <BasisTab plan={plan} /> },
      ]}
      history={plan.history.map(({ seq, action, actor, at }) => ({
        ...{ key: seq, what: actionWords(t, action), who: actor ?? t('audit.system'), at },
      }))}
    />
  );
}

function Notice({ plan }: { readonly plan: PlanRecord }) {
  const { t } = useTranslation();
  const { coverage, missing, short, unknownYears, state } = plan;
  return (
    <>
      <CoverageGauge coverage={coverage} goal={coverage.goal} label={t('plan.coverage.label')} />
      {missing > 0 && state !== 'closed' && (
        <Alert type="warning" showIcon title={t('plan.record.missing', { count: missing })} />
      )}
      {short > 0 && state !== 'closed' && (
        <Alert type="warning" showIcon title={t('plan.record.short', { count: short })} />
      )}
      {unknownYears.length > 0 && (
        <Alert type="warning" showIcon title={t('plan.record.unknownYear', { years: unknownYears.join(', ') })} />
      )}
    </>
  );
}

function Actions({ plan }: { readonly plan: PlanRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const { message } = App.useApp();
  const ask = useConfirm();
  const refresh = useRefresh();
  const { id, state, all } = plan;
  const after = (words?: string) => ({
    onSuccess: () => {
      refresh();
      if (words !== undefined) void message.success(words);
    },
    onError: (error: unknown) => void message.error(failureText(t, error)),
  });
  const enforce = useMutation(api.plan.enforce.mutationOptions(after(t('plan.record.enforced'))));
  const discard = useMutation(api.plan.discard.mutationOptions(after()));
  const close = useMutation(api.plan.close.mutationOptions(after(t('plan.record.closed'))));
  if (!may('plan.manage')) return null;
  if (state === 'draft')
    return (
      <>
        <Button
          onClick={() =>
            void ask
              .reason({
                ...{ title: t('plan.record.discardTitle'), text: <p>{t('plan.record.discardText')}</p> },
                ...{ label: t('plan.record.reason'), ok: t('plan.record.discard'), danger: true },
              })
              .then((reason) => reason !== null && discard.mutate({ id, reason }))
          }
        >
          {t('plan.record.discard')}
        </Button>
        <Button
          type="primary"
          loading={enforce.isPending}
          onClick={() =>
            void ask
              .confirm({
                title: t('plan.record.enforceTitle'),
                text: t('plan.record.enforceText', { count: plan.draws }),
                ok: t('plan.record.enforce'),
              })
              .then((yes) => yes && enforce.mutate({ id }))
          }
        >
          {t('plan.record.enforce')}
        </Button>
      </>
    );
  if (state !== 'inForce') return null;
  const open = all.filter((draw) => OPEN.includes(draw.state)).length;
  const closing = async () => {
    const title = t('plan.record.closeTitle');
    const ok = t('plan.record.close');
    if (open === 0) {
      if (await ask.confirm({ title, text: t('plan.record.closeText'), ok })) close.mutate({ id, reason: null });
      return;
    }
    const text = <p>{t('plan.record.closeOpen', { count: open })}</p>;
    const reason = await ask.reason({ title, text, label: t('plan.record.reason'), ok, danger: true });
    if (reason !== null) close.mutate({ id, reason });
  };
  return (
    <Button loading={close.isPending} onClick={() => void closing()}>
      {t('plan.record.close')}
    </Button>
  );
}
