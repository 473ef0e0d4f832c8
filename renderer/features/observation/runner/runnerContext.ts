// What every part of the runner reaches: the store, and the one place that opens dialogs. Its value never changes while
// the runner is open, so that no row is drawn again because of it.
import { createContext, use, useSyncExternalStore } from 'react';
import type { AnswerValue } from './itemState.ts';
import type { RunnerState } from './runnerState.ts';
import type { RunnerStore } from './runnerStore.ts';

/** `next`: where an answer given in the dialog leads, null to stay. */
export type RunnerDialog =
  | { readonly kind: 'notApplicable'; readonly code: string; readonly next: boolean }
  | { readonly kind: 'redLine'; readonly code: string; readonly answer: AnswerValue; readonly next: boolean }
  | { readonly kind: 'redLineInfo'; readonly code: string }
  | { readonly kind: 'context' }
  | { readonly kind: 'keys' };

export interface Runner {
  readonly store: RunnerStore;
  readonly open: (dialog: RunnerDialog) => void;
  /** Gives an answer, asking first where the clause of a red line must be quoted. `moveOn` goes to the next unanswered. */
  readonly give: (code: string, answer: AnswerValue, moveOn: boolean) => void;
  /** Opens a row's note and evidence, and puts the hands there. */
  readonly detail: (code: string, focus: 'note' | 'photo') => void;
}

export const RunnerContext = createContext<Runner | null>(null);

export function useRunner(): Runner {
  const runner = use(RunnerContext);
  if (!runner) throw new Error('useRunner outside the runner');
  return runner;
}

/** A part of the state; `select` must return the same value for the same state. */
export function useRunnerState<T>(select: (state: RunnerState) => T): T {
  const { store } = useRunner();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}
