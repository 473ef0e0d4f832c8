// The dashboard's figures, with the progress of their reading; another choice stops the reading of the one before.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { BranchDashboard } from '../../../shared/contract/dashboard.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import { client } from '../../client.ts';

export interface DashboardReading {
  readonly query: UseQueryResult<BranchDashboard>;
  readonly progress: Progress | null;
}

export function useBranchDashboard(branchId: string | null, { kind, start }: PeriodDays): DashboardReading {
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery({
    queryKey: ['dashboard', branchId, kind, start],
    enabled: branchId !== null,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      setProgress(null);
      const steps = await client.dashboard.branch({ branchId: branchId!, kind, start }, { signal });
      for (;;) {
        const step = await steps.next();
        if (step.done) return step.value;
        setProgress(step.value);
      }
    },
  });
  return { query, progress };
}
