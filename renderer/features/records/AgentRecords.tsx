// An agent's samples of service records.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useSampleColumns } from './useSampleColumns.tsx';

export function AgentRecords({ agentId }: { readonly agentId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useSampleColumns();
  const list = useQuery({ ...api.records.list.queryOptions({ input: { agentId } }), staleTime: 0 });
  return (
    <DataGrid
      name="agentRecords"
      title={t('records.title')}
      query={list}
      columns={columns}
      rowId={(row) => row.id}
      height="480px"
      onOpen={(row) => void navigate(`/records/${row.id}`)}
      empty={{ title: t('records.empty'), hint: t('records.emptyHint') }}
    />
  );
}
