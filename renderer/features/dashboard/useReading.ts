// What a task of the worker reads for the dashboards, with its progress; another choice, or leaving, stops the reading.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Progress } from '../../../shared/contract/vocabulary.ts';

export interface Reading<Found> {
  readonly query: UseQueryResult<Found>;
  readonly progress: Progress | null;
}

type Steps<Found> = AsyncIterator<Progress, Found, void>;

/** @param key names what is read, whole; null reads nothing yet */
export function useReading<Found>(
  key: readonly unknown[] | null,
  start: (how: { readonly signal: AbortSignal }) => Promise<Steps<Found>>,
): Reading<Found> {
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery({
    queryKey: ['dashboard', ...(key ?? [])],
    enabled: key !== null,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      setProgress(null);
      const steps = await start({ signal });
      for (;;) {
        const step = await steps.next();
        if (step.done) return step.value;
        setProgress(step.value);
      }
    },
  });
  return { query, progress };
}
