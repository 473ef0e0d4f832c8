// 看板: a branch's figures over time, where it fails, and scores before and after a day. Every chart opens its rows.
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeriodKind } from '../../../shared/contract/score.ts';
import type { BranchDashboard } from '../../../shared/contract/dashboard.ts';
import { client } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState } from '../../components/states.tsx';
import { periodName } from '../../periodName.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { BeforeAfterTab } from './BeforeAfterTab.tsx';
import { FailingTab } from './FailingTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { RowsDrawer, type Opened } from './RowsDrawer.tsx';
import { DASHBOARD_TABS, useDashboardChoice, type DashboardChoice, type DashboardTab } from './useDashboardChoice.ts';
import { ReadingState } from './ReadingState.tsx';
import { useReading } from './useReading.ts';
import './dashboard.css';

export function DashboardsScreen() {
  const { t } = useTranslation();
  const choice = useDashboardChoice(useToday());
  const { tab, branchId } = choice;
  return (
    <Page fill>
      <PageHeader
        title={t('dashboard.title')}
        detail={
          <Segmented<DashboardTab>
            aria-label={t('frame.record.tabs')}
            value={tab}
            options={DASHBOARD_TABS.map((value) => ({ value, label: t(`dashboard.tabs.${value}`) }))}
            onChange={(value) => choice.choose({ tab: value })}
          />
        }
        actions={<Choice choice={choice} />}
      />
      {branchId === null ? (
        <EmptyState title={t('dashboard.choose')} hint={t('dashboard.chooseHint')} />
      ) : tab === 'compare' ? (
        <BeforeAfterTab choice={choice} branchId={branchId} />
      ) : (
        <Figures choice={choice} branchId={branchId} />
      )}
    </Page>
  );
}

function Choice({ choice }: { readonly choice: DashboardChoice }) {
  const { t } = useTranslation();
  const { tab, branchId, kind, period, periods, choose } = choice;
  return (
    <>
      <BranchSelect
        value={branchId}
        placeholder={t('dashboard.choose')}
        aria-label={t('dashboard.branch')}
        onChange={(id) => choose({ branch: id })}
      />
      {tab !== 'compare' && (
        <>
          <Segmented<PeriodKind>
            aria-label={t('dashboard.kind')}
            value={kind}
            options={PeriodKind.options.map((value) => ({ value, label: t(`dashboard.kinds.${value}`) }))}
            onChange={(value) => choose({ kind: value })}
          />
          <Select<string>
            className="dashboard-period"
            aria-label={t('dashboard.period')}
            value={period.start}
            options={periods.map((one) => ({ value: one.start, label: periodName(t, one) }))}
            onChange={(start) => choose({ start })}
          />
        </>
      )}
    </>
  );
}

function Figures({ choice, branchId }: { readonly choice: DashboardChoice; readonly branchId: string }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { kind, start } = choice.period;
  const reading = useReading<BranchDashboard>(['branch', branchId, kind, start], (how) =>
    client.dashboard.branch({ branchId, kind, start }, how),
  );
  const data = reading.query.data;
  if (data === undefined) return <ReadingState reading={reading} />;
  return (
    <>
      {choice.tab === 'overview' ? (
        <OverviewTab data={data} onRows={setOpened} />
      ) : (
        <FailingTab data={data} onRows={setOpened} />
      )}
      <RowsDrawer data={data} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

/** What every tab of figures gets. */
export interface TabProps {
  readonly data: BranchDashboard;
  readonly onRows: (opened: Opened) => void;
}
