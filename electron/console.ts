// The console without its window: store, sign-in, tasks, log and desktop in one value, as main, the demo and the tests
// that run without a window open it.
import { join } from 'node:path';
import { AppError } from '../shared/contract/errors.ts';
import type { Desktop } from './desktop.ts';
import { openStore, type Clock, type Store } from './db/store.ts';
import { SignIn } from './features/account/signIn.ts';
import { backupBeforeMigration } from './features/backup/beforeMigration.ts';
import { openRestored, type Opened } from './features/backup/openRestored.ts';
import { openLog, type Log } from './log.ts';
import { taskRunner, type RunTask } from './tasks/run.ts';

export interface Console {
  /**
   * The open store; another one after a restore, so never keep it beyond one request.
   * @throws AppError FILE databaseDamaged when a restore left nothing that opens
   */
  readonly store: Store;
  readonly signIn: SignIn;
  readonly run: RunTask;
  readonly desktop: Desktop;
  readonly log: Log;
  /**
   * Closes the store, puts a staged restore in its place, opens it again and signs out.
   * @throws AppError FILE restoreFailed when the restored data does not open; the store is then the one from before
   */
  readonly reopen: () => void;
  readonly close: () => void;
}

export interface ConsoleOptions {
  readonly folder: string;
  readonly workerFile: URL;
  readonly desktop: Desktop;
  readonly clock?: Clock;
  readonly random?: (size: number) => Uint8Array;
}

/** Opens the console on a data folder, finishing an interrupted restore first. @throws AppError FILE as openStore */
export function openConsole(options: ConsoleOptions): Console {
  // Asked for by name at each call, so that a spec can put a running console into another time.
  const clock = options.clock ?? (() => Date.now());
  const log = openLog(join(options.folder, 'logs'), clock);
  const open = (): Opened =>
    openRestored(
      options.folder,
      () =>
        openStore({
          folder: options.folder,
          clock,
          ...(options.random ? { random: options.random } : {}),
          beforeMigration: backupBeforeMigration,
        }),
      log,
    );
  let store: Store | null = open().store;
  const signIn = new SignIn();
  return {
    get store() {
      if (!store) throw new AppError('FILE', 'databaseDamaged');
      return store;
    },
    signIn,
    run: taskRunner(options.workerFile),
    desktop: options.desktop,
    log,
    reopen: () => {
      signIn.end();
      store?.close();
      store = null;
      const opened = open();
      store = opened.store;
      if (opened.restore === 'refused') throw new AppError('FILE', 'restoreFailed');
    },
    close: () => store?.close(),
  };
}
