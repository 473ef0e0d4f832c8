// A restore as a person asks for it: pick the backup's folder, stage it, put it in the live data's place.
import { AppError } from '../../../shared/contract/errors.ts';
import type { Progress } from '../../../shared/contract/vocabulary.ts';
import type { Console } from '../../console.ts';
import { anyUser } from '../account/users.ts';
import { undoRestore } from './swap.ts';

export const PICK_BACKUP = '选择备份文件夹 Choose a backup folder';

function refuseWithUsers(console: Console): void {
  if (anyUser(console.store.read)) throw new AppError('CONFLICT', 'alreadySetUp');
}

/**
 * `restored` is false when no folder was picked. Afterwards everyone is signed out.
 * @param by id of who asks, or null before the first run
 * @throws AppError FILE backupNotFound, backupDamaged, databaseNewer, diskFull, restoreFailed; CANCELLED
 */
export async function* restorePicked(
  console: Console,
  by: string | null,
  signal?: AbortSignal,
): AsyncGenerator<Progress, { restored: boolean }, undefined> {
  const backup = await console.desktop.pickFolder({ title: PICK_BACKUP });
  if (backup === null) return { restored: false };
  const target = console.store.folder;
  let wanted = false;
  try {
    yield* console.run('backup.stage', { backup, target, by }, signal);
    // Somebody may have set the console up meanwhile.
    if (by === null) refuseWithUsers(console);
    wanted = true;
  } finally {
    // Stopped in the moment it was ready: the next start must not restore it after all.
    if (!wanted) undoRestore(target);
  }
  console.reopen();
  return { restored: true };
}

/** The same on a console that nobody has set up, for a new computer. @throws AppError CONFLICT alreadySetUp; as restorePicked */
export async function* restoreBeforeFirstRun(
  console: Console,
  signal?: AbortSignal,
): AsyncGenerator<Progress, { restored: boolean }, undefined> {
  refuseWithUsers(console);
  return yield* restorePicked(console, null, signal);
}
