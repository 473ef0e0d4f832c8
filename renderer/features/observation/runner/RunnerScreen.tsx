// The observation runner (4.2): the full window, reopened at the item where the assessor was.
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { useRunning } from '../running.ts';
import '../observation.css';
import { Runner } from './Runner.tsx';

export function RunnerScreen() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  // The record is the starting point of everything typed here, so an older copy is never taken.
  const query = useQuery({
    ...api.observation.open.queryOptions({ input: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const settled = query.isFetching ? undefined : query.data;
  const live = settled?.writable === true && settled.standard !== null;
  useRunning(id, live);
  return (
    <Loaded query={{ ...query, data: settled } as typeof query}>
      {(record) =>
        live ? (
          <Runner key={id} record={record} at={search.get('at')} />
        ) : (
          <Navigate to={`/observations/${id}`} replace />
        )
      }
    </Loaded>
  );
}
