// Every task that may run in the worker, by name. Tasks are loaded when they are first asked for.
import { writeGrid } from '../excel/gridExport.ts';
import { readStandard } from '../excel/standard/read.ts';
import { writeStandard } from '../excel/standard/write.ts';
import { openRoster } from '../excel/roster/read.ts';
import { writeTemplate } from '../excel/roster/template.ts';
import { writeBackup } from '../features/backup/write.ts';
import { stageRestore } from '../features/backup/restore.ts';
import { applyRoster } from '../features/people/rosterApply.ts';
import { previewRoster } from '../features/people/rosterPreview.ts';
import type { Task } from './task.ts';

export const tasks = {
  'backup.write': writeBackup,
  'backup.stage': stageRestore,
  'grid.write': writeGrid,
  'roster.open': openRoster,
  'roster.preview': previewRoster,
  'roster.apply': applyRoster,
  'roster.template': writeTemplate,
  'standard.write': writeStandard,
  'standard.read': readStandard,
} as const;

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;

/** A task by its name, for the worker, which knows the types of neither side. */
export const taskNamed = (name: TaskName): Task<unknown, unknown> => tasks[name] as Task<unknown, unknown>;
