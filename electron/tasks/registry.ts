// Every task that may run in the worker, by name. Tasks are loaded when they are first asked for.
import { writeGrid } from '../excel/gridExport.ts';
import { writeBackup } from '../features/backup/write.ts';
import { stageRestore } from '../features/backup/restore.ts';
import type { Task } from './task.ts';

export const tasks = {
  'backup.write': writeBackup,
  'backup.stage': stageRestore,
  'grid.write': writeGrid,
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

/** A task by its name, for the worker, which knows the types of neither side. */
export const taskNamed = (name: TaskName): Task<unknown, unknown> => tasks[name] as Task<unknown, unknown>;
