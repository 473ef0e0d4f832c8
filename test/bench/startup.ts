// From the start of the process to the first window, and to a page that can be used, against a bare app in the same host;
// and the sizes of what is shipped.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { hostFolder, launch, root } from '../support/launch.ts';
import type { BenchLine } from './benchLine.ts';
import { median } from './median.ts';

const ROUNDS = 5;

interface Start {
  readonly window: number;
  readonly usable: number;
}

async function start(app: string | undefined, ready: string): Promise<Start> {
  const begun = performance.now();
  await using run = await launch(app === undefined ? {} : { app });
  const window = performance.now() - begun;
  await run.page.locator(ready).first().waitFor();
  return { window, usable: performance.now() - begun };
}

function sizes(folder: string): { files: number; bytes: number; gzip: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
  };
}

const kilo = (bytes: number): string => `${Math.round(bytes / 1024)} kB`;

/** Needs a build in out/. */
export async function benchStartup(): Promise<BenchLine[]> {
  const bare: Start[] = [];
  const console: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await start(join(hostFolder, 'fixture'), 'body'));
    console.push(await start(undefined, 'form'));
  }
  const line = (name: string, of: (one: Start) => number): BenchLine => {
    const [ours, floor] = [median(console.map(of)), median(bare.map(of))];
    return {
      name,
      ratio: ours / floor,
      goal: { max: 3 },
      unit: '×',
      detail: `${Math.round(ours)} ms against ${Math.round(floor)} ms of a bare app in the same host`,
    };
  };
  return [
    line('start of main to first window', ({ window }) => window),
    line('start to a page that can be used', ({ usable }) => usable),
    ...['main', 'preload', 'renderer'].map((part): BenchLine => {
      const { files, bytes, gzip } = sizes(join(root, 'out', part));
      const limit = { main: 3, preload: 0.05, renderer: 6 }[part]!;
      return {
        name: `size of ${part}`,
        ratio: bytes / 1024 / 1024,
        goal: { max: limit },
        unit: 'MB',
        detail: `${files} files, ${kilo(bytes)}, ${kilo(gzip)} compressed`,
      };
    }),
  ];
}
