// 评估员一致性: agreement in calibrations, severity and not-applicable rates of a branch and a period. Shown with counts and
// intervals, never applied to a score.
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Consistency } from '../../../shared/contract/calibration.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, Loaded } from '../../components/states.tsx';
import { PlaceBar } from '../report/PlaceBar.tsx';
import { useReportChoice } from '../report/useReportChoice.ts';
import { OverturnOf } from '../appeal/OverturnTab.tsx';
import { CalibrationTabs } from './CalibrationTabs.tsx';
import { DisagreementTab } from './DisagreementTab.tsx';
import { NotApplicableTab, type Place } from './NotApplicableTab.tsx';
import { PooledTab } from './PooledTab.tsx';
import { SeverityTab } from './SeverityTab.tsx';
import './calibration.css';

export function ConsistencyScreen() {
  const { t } = useTranslation();
  const chosen = useReportChoice();
  const { branch, kind, period } = chosen;
  const place = { branchId: branch?.id ?? '', kind, start: period?.start ?? '' };
  const found = useQuery({
    ...api.calibration.consistency.queryOptions({ input: place }),
    enabled: branch !== undefined && period !== undefined,
    staleTime: 0,
  });
  return (
    <Page>
      <PageHeader title={t('calibration.title')} detail={<CalibrationTabs open="consistency" />} />
      <PlaceBar place={chosen} />
      {chosen.error === null ? (
        <Loaded query={found}>{(data) => <Found found={data} place={place} />}</Loaded>
      ) : (
        <ErrorState error={chosen.error} onRetry={chosen.retry} />
      )}
    </Page>
  );
}

function Found({ found, place }: { readonly found: Consistency; readonly place: Place }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  return (
    <Tabs
      items={[
        {
          key: 'agreement',
          label: t('calibration.consistency.agreement'),
          children: <PooledTab found={found} place={place} />,
        },
        {
          key: 'disagreement',
          label: t('calibration.consistency.disagreement'),
          children: <DisagreementTab found={found} place={place} />,
        },
        {
          key: 'severity',
          label: t('calibration.consistency.severity'),
          children: <SeverityTab rows={found.severity} />,
        },
        {
          key: 'notApplicable',
          label: t('calibration.consistency.notApplicable'),
          children: <NotApplicableTab found={found} place={place} />,
        },
        ...(may('appeal.read')
          ? [{ key: 'overturn', label: t('appeal.tab.rates'), children: <OverturnOf place={place} /> }]
          : []),
      ]}
    />
  );
}
