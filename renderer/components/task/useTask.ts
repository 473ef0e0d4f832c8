// A long task of the main process (a route with an event iterator): start, progress, stop.
//   const task = useTask((signal, input: Input) => client.backup.run(undefined, { signal }));
//   const result = await task.start(input);      // undefined when stopped or failed; then task.state says which
//   <TaskProgress task={task} title="…" stage={(name) => …} />
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../shared/contract/vocabulary.ts';

export type TaskState<Result> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | undefined; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Task<Input, Result> {
  readonly state: TaskState<Result>;
  readonly start: (input: Input) => Promise<Result | undefined>;
  readonly stop: () => void;
  readonly reset: () => void;
}

/** The part of a route's event iterator that is used. */
interface Steps<Result> {
  readonly next: () => Promise<IteratorResult<Progress, Result>>;
}

type Run<Input, Result> = (signal: AbortSignal, input: Input) => Promise<Steps<Result>>;

/** Runs one task at a time; leaving the screen stops it. */
export function useTask<Result, Input = void>(run: Run<Input, Result>): Task<Input, Result> {
  const [state, setState] = useState<TaskState<Result>>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => abort.current?.abort(), []);

  const start = useCallback(async (input: Input): Promise<Result | undefined> => {
    if (abort.current) return undefined;
    const controller = new AbortController();
    abort.current = controller;
    setState({ kind: 'running', progress: undefined, stopping: false });
    try {
      const steps = await latest.current(controller.signal, input);
      for (;;) {
        const step = await steps.next();
        if (step.done) {
          setState({ kind: 'done', result: step.value });
          return step.value;
        }
        const progress = step.value;
        setState((now) => (now.kind === 'running' ? { ...now, progress } : now));
      }
    } catch (error) {
      // On its own stop the page sees an AbortError, not the route's CANCELLED.
      setState(controller.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
      return undefined;
    } finally {
      abort.current = null;
    }
  }, []);

  const stop = useCallback(() => {
    setState((now) => (now.kind === 'running' ? { ...now, stopping: true } : now));
    abort.current?.abort();
  }, []);
  const reset = useCallback(() => {
    if (!abort.current) setState({ kind: 'idle' });
  }, []);
  return { state, start, stop, reset };
}
