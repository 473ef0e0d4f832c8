// What a long task is: it runs in a worker thread, reports progress, and ends early when its signal fires.
import type { Progress } from '../../shared/contract/vocabulary.ts';

export interface TaskContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Task<Input, Output> = (input: Input, context: TaskContext) => Promise<Output>;
