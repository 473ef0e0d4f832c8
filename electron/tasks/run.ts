// Starts a task in a worker thread and hands its progress out as an async generator; leaving the generator, or the
// signal, cancels the task.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/contract/errors.ts';
import type { Progress } from '../../shared/contract/vocabulary.ts';
import type { TaskInput, TaskName, TaskOutput } from './registry.ts';

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly reason: string; readonly params: ErrorParams }
  | { readonly type: 'crashed'; readonly message: string };

export type RunTask = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  signal?: AbortSignal,
) => AsyncGenerator<Progress, TaskOutput<Name>, undefined>;

/** Milliseconds that a cancelled task gets to clean up before its thread is ended. */
const PATIENCE = 5_000;

async function stop(worker: Worker): Promise<void> {
  worker.postMessage('cancel');
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const timer = setTimeout(() => void worker.terminate(), PATIENCE);
  await ended;
  clearTimeout(timer);
}

/**
 * The runner for a worker file.
 * @throws AppError CANCELLED when the signal fires; whatever AppError the task throws
 */
export const taskRunner = (workerFile: URL): RunTask =>
  async function* run(name, input, signal) {
    if (signal?.aborted) throw new AppError('CANCELLED', 'cancelled');
    const worker = new Worker(workerFile, { workerData: { name, input } });
    let ended = false;
    worker.once('exit', () => (ended = true));
    const over = new AbortController();
    const cancel = (): void => over.abort();
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('error', (error) => worker.emit('message', { type: 'crashed', message: String(error) }));
    try {
      for await (const [message] of on(worker, 'message', { signal: over.signal }) as AsyncIterable<[FromWorker]>) {
        switch (message.type) {
          case 'progress':
            yield message.progress;
            break;
          case 'done':
            return message.output as never;
          case 'failed':
            throw new AppError(message.code, message.reason, message.params);
          case 'crashed':
            throw new Error(message.message);
        }
      }
      throw new Error('the worker ended without an answer');
    } catch (error) {
      if (over.signal.aborted) throw new AppError('CANCELLED', 'cancelled');
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
      if (!ended) await stop(worker);
    }
  };

/** Runs a task to its end without looking at its progress. */
export async function finish<Output>(running: AsyncGenerator<Progress, Output, undefined>): Promise<Output> {
  for (;;) {
    const step = await running.next();
    if (step.done) return step.value;
  }
}
