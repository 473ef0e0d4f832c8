// Runs entries of the Excel benches in turn, each in a fresh process, and gives the medians.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';

const script = fileURLToPath(new URL('./excelRun.ts', import.meta.url));

export interface Measured {
  /** ms of all threads. */
  readonly cpu: number;
  /** ms */
  readonly wall: number;
  /** MB by which the peak of memory grew. */
  readonly added: number;
}

/** Rounds are interleaved, so that a busy machine slows all entries alike. `files` names each entry's file. */
export function measureInTurn<Entry extends string>(
  files: Readonly<Record<Entry, string>>,
  rounds: number,
): Readonly<Record<Entry, Measured>> {
  const entries = Object.keys(files) as Entry[];
  const runs = new Map<Entry, Measured[]>(entries.map((entry) => [entry, []]));
  for (let round = 0; round < rounds; round++) {
    for (const entry of entries) {
      const printed = execFileSync(process.execPath, ['--expose-gc', script, entry, files[entry]], {
        encoding: 'utf8',
      });
      runs.get(entry)!.push(JSON.parse(printed) as Measured);
    }
  }
  const medianOf = (entry: Entry): Measured => {
    const own = runs.get(entry)!;
    const of = (key: keyof Measured) => median(own.map((run) => run[key]));
    return { cpu: of('cpu'), wall: of('wall'), added: of('added') };
  };
  return Object.fromEntries(entries.map((entry) => [entry, medianOf(entry)])) as Record<Entry, Measured>;
}
