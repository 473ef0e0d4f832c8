// The worker thread's entry: runs the one task that it was started for.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../shared/contract/errors.ts';
import { taskNamed, type TaskName } from './tasks/registry.ts';
import type { FromWorker } from './tasks/run.ts';

const { name, input } = workerData as { name: TaskName; input: unknown };
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread');

const cancelled = new AbortController();
port.on('message', () => cancelled.abort());
const tell = (message: FromWorker): void => port.postMessage(message);

try {
  const task = await taskNamed(name);
  const output = await task(input, {
    signal: cancelled.signal,
    onProgress: (progress) => tell({ type: 'progress', progress }),
  });
  tell({ type: 'done', output });
} catch (error) {
  if (cancelled.signal.aborted) tell({ type: 'failed', code: 'CANCELLED', reason: 'cancelled', params: {} });
  else if (error instanceof AppError)
    tell({ type: 'failed', code: error.code, reason: error.reason, params: error.params });
  else tell({ type: 'crashed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
} finally {
  port.close();
}
