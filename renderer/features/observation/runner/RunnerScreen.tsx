// The observation runner (4.2): the full window, reopened at the item where the assessor was.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { api } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { useRunning } from '../running.ts';
import { Runner } from './Runner.tsx';
import '../fullWindow.css';
import '../fields.css';
import './runner.css';

export function RunnerScreen() {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { readonly id: string }) {
  const [search] = useSearchParams();
  // The record is the starting point of everything typed here, so an older copy is never taken.
  const query = useQuery({
    ...api.observation.open.queryOptions({ input: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  // Taken once: reading the record again must never take the runner with its unsaved words off the screen.
  const [taken, setTaken] = useState<ObservationRecord | null>(null);
  if (taken === null && query.data !== undefined && !query.isFetching) setTaken(query.data);
  const live = taken?.writable === true && taken.standard !== null;
  useRunning(id, live);
  if (taken === null) return <Loaded query={{ ...query, data: undefined } as typeof query}>{() => null}</Loaded>;
  if (!live) return <Navigate to={`/observations/${id}`} replace />;
  return <Runner record={taken} at={search.get('at')} askNotice={search.get('ask') === 'notice'} />;
}
