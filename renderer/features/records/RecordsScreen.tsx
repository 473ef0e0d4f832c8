// Samples of service records as a grid; from here a new one is begun.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BeginSample } from './BeginSample.tsx';
import { useSampleColumns } from './useSampleColumns.tsx';

export function RecordsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [beginning, setBeginning] = useState(false);
  const list = useQuery({ ...api.records.list.queryOptions({ input: { agentId: null } }), staleTime: 0 });
  const columns = useSampleColumns();
  const begin = may('records.write') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setBeginning(true)}>
      {t('records.begin.open')}
    </Button>
  ) : undefined;
  return (
    <Page fill>
      <PageHeader title={t('records.title')} detail={t('records.detail')} actions={begin} />
      <DataGrid
        name="records"
        title={t('records.title')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        rowTone={(row) => (row.state === 'cancelled' ? 'quiet' : row.redLines > 0 ? 'danger' : undefined)}
        onOpen={(row) => void navigate(`/records/${row.id}`)}
        empty={{ title: t('records.empty'), hint: t('records.emptyHint'), action: begin }}
      />
      {beginning && <BeginSample onClose={() => setBeginning(false)} />}
    </Page>
  );
}
