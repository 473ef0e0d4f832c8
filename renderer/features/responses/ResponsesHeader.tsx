// The head of the four lists of 响应与回访: their switch, and what can be recorded.
import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResponseKind } from '../../../shared/contract/responses.ts';
import { useAccount } from '../../account.ts';
import { PageHeader } from '../../components/PageHeader.tsx';

const ADDRESS = {
  requests: '/responses',
  visits: '/responses/visits',
  figures: '/responses/figures',
  statistics: '/responses/statistics',
} as const;
type Tab = keyof typeof ADDRESS;

export interface ResponsesHeaderProps {
  readonly open: Tab;
  /** Where rows are recorded. */
  readonly adds?: { readonly kind: ResponseKind; readonly label: string; readonly start: () => void };
}

export function ResponsesHeader({ open, adds }: ResponsesHeaderProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  return (
    <PageHeader
      title={t('responses.title')}
      detail={
        <Segmented<Tab>
          aria-label={t('responses.title')}
          value={open}
          options={(Object.keys(ADDRESS) as Tab[]).map((value) => ({ value, label: t(`responses.tabs.${value}`) }))}
          onChange={(tab) => void navigate(ADDRESS[tab])}
        />
      }
      actions={
        adds &&
        may('responses.write') && (
          <>
            <Button icon={<ImportOutlined />} onClick={() => void navigate(`/responses/import/${adds.kind}`)}>
              {t('responses.list.import')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={adds.start}>
              {adds.label}
            </Button>
          </>
        )
      }
    />
  );
}
