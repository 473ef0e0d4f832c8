// 问题与整改: findings of every source, those without a rectification first, and beside them 整改跟踪台账, overdue ones first.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAccount } from '../../account.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { LedgerTab } from './LedgerTab.tsx';

export function FindingsScreen() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const ledger = search.get('tab') === 'ledger';
  return (
    <Page fill>
      <PageHeader
        title={t('findings.title')}
        detail={
          <Segmented
            aria-label={t('findings.title')}
            value={ledger ? 'ledger' : 'findings'}
            options={(['findings', 'ledger'] as const).map((value) => ({ value, label: t(`findings.tab.${value}`) }))}
            onChange={(tab) => setSearch(tab === 'findings' ? {} : { tab }, { replace: true })}
          />
        }
        actions={
          may('findings.write') && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/findings/new')}>
              {t('findings.record')}
            </Button>
          )
        }
      />
      {ledger ? <LedgerTab /> : <FindingsTab />}
    </Page>
  );
}
