// A patrol in the full window (8.2), reopened as it was left.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { PatrolRecord } from '../../../shared/contract/patrol.ts';
import { api } from '../../client.ts';
import { Loaded } from '../../components/states.tsx';
import { PatrolRun } from './PatrolRun.tsx';

export function PatrolRunScreen() {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { readonly id: string }) {
  // The record is the starting point of everything typed here, so an older copy is never taken.
  const query = useQuery({
    ...api.patrol.open.queryOptions({ input: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  // Taken once: reading the record again must never take unsaved words off the screen.
  const [taken, setTaken] = useState<PatrolRecord | null>(null);
  if (taken === null && query.data !== undefined && !query.isFetching) setTaken(query.data);
  if (taken === null) return <Loaded query={{ ...query, data: undefined } as typeof query}>{() => null}</Loaded>;
  if (!taken.writable) return <Navigate to={`/patrol/${id}`} replace />;
  return <PatrolRun record={taken} onAgents={setTaken} />;
}
