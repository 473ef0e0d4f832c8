// What the console does by itself in the background: the daily backup, and the sweep of evidence files that no row names.
import type { Console } from '../console.ts';
import { finish } from '../tasks/run.ts';
import { dailyBackupDue, makeBackup } from './backup/backups.ts';

const FIRST = 2 * 60_000;
const EVERY = 30 * 60_000;

/** Starts looking; the returned function stops it. What fails is logged and tried again at the next look. */
export function startUpkeep(console: Console): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const attempt = (what: string, work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => {
      if (!signal.aborted) console.log.write('error', `${what}: ${String(error)}`);
    });
  };
  const backUp = async (): Promise<void> => {
    if (!dailyBackupDue(console.store)) return;
    const { missing } = await finish(makeBackup(console.store, console.run, null, 'daily', signal));
    if (missing > 0) console.log.write('warn', `daily backup: ${missing} evidence files are missing`);
  };
  const sweep = (): Promise<unknown> =>
    finish(console.run('evidence.sweep', { folder: console.store.folder, now: console.store.clock() }, signal));
  const first = setTimeout(() => {
    attempt('daily backup', backUp);
    attempt('evidence sweep', sweep);
  }, FIRST);
  const every = setInterval(() => attempt('daily backup', backUp), EVERY);
  return () => {
    stopped.abort();
    clearTimeout(first);
    clearInterval(every);
  };
}
