// Trainings, by their day: recorded one by one, or imported from a ledger.
import { ImportOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TrainingRow } from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { useToday } from '../people/useToday.ts';
import { ListBefore } from '../responses/ListBefore.tsx';
import { TrainingForm } from './TrainingForm.tsx';
import { TrainingHeader } from './TrainingHeader.tsx';
import { useRecordColumns } from './useRecordColumns.tsx';

export function RecordsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const today = useToday();
  const [days, setDays] = useState({ from: `${today.slice(0, 4)}-01-01`, to: today });
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const columns = useRecordColumns('all');
  const list = useQuery(
    api.training.records.queryOptions({ input: { ...days, withdrawn, agentId: null, courseId: null } }),
  );
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  return (
    <Page fill>
      <TrainingHeader
        open="records"
        actions={
          may('training.write') && (
            <>
              <Button icon={<ImportOutlined />} onClick={() => void navigate('/training/import')}>
                {t('training.list.import')}
              </Button>
              <Button icon={<TeamOutlined />} onClick={() => void navigate('/training/class')}>
                {t('training.class.open')}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t('training.list.add')}
              </Button>
            </>
          )
        }
      />
      <DataGrid<TrainingRow>
        name="trainings"
        title={t('training.tabs.records')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/training/records/${row.id}`)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={<ListBefore days={days} onChange={setDays} withdrawn={withdrawn} onWithdrawn={setWithdrawn} />}
        empty={{ title: t('training.list.empty'), hint: t('training.list.emptyHint') }}
        foot={rows && rows.length < total && <span>{t('training.list.cut', { shown: rows.length, total })}</span>}
      />
      {adding && <TrainingForm row={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
