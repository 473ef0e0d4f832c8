// The one log file, console.log, with four older ones kept. It holds routes, codes and stacks, never what was typed.
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes after which a new file is begun, and how many old ones are kept. */
const LIMIT = 1_000_000;
const KEPT = 4;

export interface Log {
  readonly file: string;
  readonly write: (level: 'info' | 'warn' | 'error', text: string) => void;
}

function rotate(file: string): void {
  rmSync(`${file}.${KEPT}`, { force: true });
  for (let n = KEPT - 1; n >= 1; n -= 1) if (existsSync(`${file}.${n}`)) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  renameSync(file, `${file}.1`);
}

/** Opens the log in a folder. Writing never throws: a full disk must not stop an observation. */
export function openLog(folder: string, clock: () => number, limit = LIMIT): Log {
  const file = join(folder, 'console.log');
  mkdirSync(folder, { recursive: true });
  return {
    file,
    write: (level, text) => {
      try {
        if (existsSync(file) && statSync(file).size > limit) rotate(file);
        appendFileSync(file, `${new Date(clock()).toISOString()} ${level} ${text}\n`);
      } catch {
        process.stderr.write(`${text}\n`);
      }
    },
  };
}
