// The daily backup: looked for some time after the start and then every half hour, in the background.
import type { Console } from '../../console.ts';
import { finish } from '../../tasks/run.ts';
import { dailyBackupDue, makeBackup } from './backups.ts';

const FIRST = 2 * 60_000;
const EVERY = 30 * 60_000;

/** Starts looking; the returned function stops it. A failed backup is logged and tried again at the next look. */
export function startDailyBackup(console: Console): () => void {
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    if (!dailyBackupDue(console.store)) return;
    await finish(makeBackup(console.store, console.run, null, 'daily', stopped.signal));
  };
  const tick = (): void => {
    look().catch((error: unknown) => console.log.write('error', `daily backup: ${String(error)}`));
  };
  const first = setTimeout(tick, FIRST);
  const every = setInterval(tick, EVERY);
  return () => {
    stopped.abort();
    clearTimeout(first);
    clearInterval(every);
  };
}
