// An agent's observations, and the way to start one with this agent.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../../account.ts';
import { api } from '../../../client.ts';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { addressToOpen } from './opening.ts';
import { useObservationColumns } from './useObservationColumns.tsx';

export function AgentObservations({ agentId }: { readonly agentId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actor, may } = useAccount();
  const columns = useObservationColumns();
  const list = useQuery({
    ...api.observation.list.queryOptions({ input: { agentId } }),
    staleTime: 0,
    select: (page) => page.rows,
  });
  const start = may('observation.write') ? (
    <Button type="primary" onClick={() => void navigate(`/observations/start?agent=${agentId}`)}>
      {t('observation.list.start')}
    </Button>
  ) : undefined;
  return (
    <DataGrid
      name="agentObservations"
      title={t('observation.list.title')}
      query={list}
      columns={columns}
      rowId={(row) => row.id}
      height="480px"
      before={start}
      onOpen={(row) => void navigate(addressToOpen(row, actor.userId))}
      empty={{ title: t('observation.list.empty'), hint: t('observation.list.emptyHint'), action: start }}
    />
  );
}
