// Opens the console; when its database is damaged, offers to restore a backup until one opens or the person gives up.
import { AppError } from '../shared/contract/errors.ts';
import { openConsole, type Console, type ConsoleOptions } from './console.ts';
import { PICK_BACKUP } from './features/backup/restorePicked.ts';
import { finish, taskRunner } from './tasks/run.ts';

/**
 * Asks whether to restore a backup. `problem` is why the one picked before was not used, or null.
 * Answers false when the person would rather quit.
 */
export type AskRestore = (problem: AppError | null) => Promise<boolean>;

async function stagePicked(options: ConsoleOptions): Promise<AppError | null> {
  const backup = await options.desktop.pickFolder({ title: PICK_BACKUP });
  if (backup === null) return null;
  try {
    await finish(taskRunner(options.workerFile)('backup.stage', { backup, target: options.folder, by: null }));
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/**
 * Null when the person quits. The damaged file is kept aside like any data that a restore replaces.
 * @throws AppError FILE databaseForeign, databaseNewer, which no backup mends; whatever else openConsole throws
 */
export async function openOrRestore(options: ConsoleOptions, ask: AskRestore): Promise<Console | null> {
  let problem: AppError | null = null;
  for (;;) {
    try {
      return openConsole(options);
    } catch (error) {
      if (!(error instanceof AppError) || error.reason !== 'databaseDamaged') throw error;
    }
    if (!(await ask(problem))) return null;
    problem = await stagePicked(options);
  }
}
