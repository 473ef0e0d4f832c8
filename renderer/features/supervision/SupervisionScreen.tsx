// 监督工作: departments and their shares, what each found and closed, coverage, who belongs where, and the reports of a period (8.1).
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState } from '../../components/states.tsx';
import { periodName } from '../../periodName.ts';
import { useDashboardChoice } from '../dashboard/useDashboardChoice.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { MembersTab } from './MembersTab.tsx';
import { ReportsTab } from './ReportsTab.tsx';
import { SharesTab } from './SharesTab.tsx';
import { WorkTab } from './WorkTab.tsx';
import './supervision.css';

const TABS = ['work', 'shares', 'members', 'reports'] as const;
type Tab = (typeof TABS)[number];

export function SupervisionScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { branchId, kind, period, periods, choose } = useDashboardChoice(useToday());
  const tab: Tab = TABS.find((one) => one === search.get('tab')) ?? 'work';
  const body = () => {
    if (tab === 'shares') return <SharesTab />;
    if (tab === 'members') return <MembersTab />;
    if (branchId === null) return <EmptyState title={t('supervision.choose')} hint={t('supervision.chooseHint')} />;
    return tab === 'work' ? (
      <WorkTab branchId={branchId} period={period} />
    ) : (
      <ReportsTab branchId={branchId} period={period} />
    );
  };
  return (
    <Page fill>
      <PageHeader
        title={t('supervision.title')}
        detail={
          <Segmented<Tab>
            aria-label={t('frame.record.tabs')}
            value={tab}
            options={TABS.map((value) => ({ value, label: t(`supervision.tab.${value}`) }))}
            onChange={(value) => choose({ tab: value })}
          />
        }
        actions={
          <>
            {(tab === 'work' || tab === 'reports') && (
              <>
                <BranchSelect
                  value={branchId}
                  placeholder={t('supervision.choose')}
                  aria-label={t('supervision.branch')}
                  onChange={(id) => choose({ branch: id })}
                />
                <Segmented<PeriodKind>
                  aria-label={t('supervision.kind')}
                  value={kind}
                  options={PeriodKind.options.map((value) => ({ value, label: t(`supervision.kinds.${value}`) }))}
                  onChange={(value) => choose({ kind: value })}
                />
                <Select<string>
                  className="supervision-period"
                  aria-label={t('supervision.period')}
                  value={period.start}
                  options={periods.map((one) => ({ value: one.start, label: periodName(t, one) }))}
                  onChange={(start) => choose({ start })}
                />
              </>
            )}
            <Button onClick={() => void navigate('/improvement')}>{t('supervision.toImprovement')}</Button>
          </>
        }
      />
      {body()}
    </Page>
  );
}
