// What is answered and what is left of the running observation, for every place that says it.
import { useMemo } from 'react';
import type { Counts } from '../../../../shared/contract/observationRecord.ts';
import { countsOf } from '../../../../shared/domain/observation/progress.ts';
import { countLeft, type Left } from '../../../../shared/domain/observation/submission.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { answeredOf, blockersOf } from './runnerState.ts';

export interface RunnerProgress {
  readonly counts: Counts;
  readonly left: Left;
}

export function useProgress(): RunnerProgress {
  const { store } = useRunner();
  const items = useRunnerState((state) => state.items);
  const noticeConfirmedAt = useRunnerState((state) => state.noticeConfirmedAt);
  const introduction = useRunnerState((state) => state.introduction);
  return useMemo(
    () => ({
      counts: countsOf(store.criteria, answeredOf(items)),
      left: countLeft(blockersOf(store.criteria, { items, noticeConfirmedAt, introduction })),
    }),
    [store, items, noticeConfirmedAt, introduction],
  );
}
