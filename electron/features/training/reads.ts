// The lists of 培训 read in the worker: ten years of a large branch are many thousand rows, over which main would stand still.
import type { CourseRow, PlanRow, TrainingRow } from '../../../shared/contract/trainingRows.ts';
import type { ProgressRow } from '../../../shared/contract/trainingInsight.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import { readSettings } from '../settings.ts';
import { listCourses } from './courses.ts';
import { listPlans } from './plans.ts';
import { trainingProgress, trainingReminder } from './progress.ts';
import { listTrainings, type TrainingFilter } from './rows.ts';

export interface Source {
  readonly file: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Reads through a connection of its own. */
function reading<Input extends Source, Output>(
  read: (db: ReadDb, input: Input, clock: () => number) => Output,
): Task<Input, Output> {
  return (input) => {
    const db = connect(input.file, { readonly: true });
    try {
      return Promise.resolve(read(db, input, () => input.now));
    } finally {
      db.close();
    }
  };
}

export const readTrainings = reading<Source & TrainingFilter, { rows: TrainingRow[]; total: number }>(
  (db, { from, to, agentId, courseId, withdrawn }) => listTrainings(db, { from, to, agentId, courseId, withdrawn }),
);

export const readPlans = reading<Source & { readonly agentId: string | null }, PlanRow[]>((db, { agentId, now }) =>
  listPlans(db, agentId, dayOf(now, readSettings(db).timeZone)),
);

export const readProgress = reading<
  Source & { readonly branchId: string | null; readonly year: number },
  ProgressRow[]
>((read, { branchId, year }, clock) => trainingProgress({ read, clock }, { branchId, year }));

export const readReminder = reading<Source, { short: number; overdue: number }>((read, _, clock) =>
  trainingReminder({ read, clock }),
);

export const readCourses = reading<Source, CourseRow[]>((db) => listCourses(db));
