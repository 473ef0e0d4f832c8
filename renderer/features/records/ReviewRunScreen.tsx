// The review of a service record (2.5.1, 2.5.3, 2.3.3) in the full window, reopened as it was left.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { ReviewRecord } from '../../../shared/contract/records.ts';
import { api } from '../../client.ts';
import { Loaded } from '../../components/states.tsx';
import { ReviewRun } from './ReviewRun.tsx';

export function ReviewRunScreen() {
  const { id = '' } = useParams();
  return <Opened key={id} id={id} />;
}

function Opened({ id }: { readonly id: string }) {
  // The record is the starting point of everything typed here, so an older copy is never taken.
  const query = useQuery({
    ...api.records.review.queryOptions({ input: { id } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  // Taken once: reading the record again must never take unsaved words off the screen.
  const [taken, setTaken] = useState<ReviewRecord | null>(null);
  if (taken === null && query.data !== undefined && !query.isFetching) setTaken(query.data);
  if (taken === null) return <Loaded query={{ ...query, data: undefined } as typeof query}>{() => null}</Loaded>;
  if (!taken.writable) return <Navigate to={`/records/reviews/${id}`} replace />;
  return <ReviewRun record={taken} />;
}
