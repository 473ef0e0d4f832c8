// npm run bench [-- --json FILE] [--only NAME[,NAME]]: every measured goal as a ratio within one run.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { calledFrom } from '../../electron/cli/calledFrom.ts';
import type { BenchLine } from './benchLine.ts';

const BENCHES = {
  answer: async () => (await import('./answer.ts')).benchAnswer(),
  survey: async () => (await import('./survey.ts')).benchSurvey(),
  assessment: async () => (await import('./assessment.ts')).benchAssessment(),
  scoring: async () => (await import('./scoring.ts')).benchScoring(),
  intervals: async () => (await import('./intervals.ts')).benchIntervals(),
  workbook: async () => (await import('./workbook.ts')).benchWorkbook(),
  roster: async () => (await import('./roster.ts')).benchRosterRead(),
  startup: async () => (await import('./startup.ts')).benchStartup(),
} as const satisfies Record<string, () => Promise<BenchLine[]>>;
type Name = keyof typeof BENCHES;

/** From the least to the most that is wanted. */
const boundsOf = ({ goal }: BenchLine): readonly [number, number] => [
  goal.min ?? -Infinity,
  'max' in goal ? goal.max : Infinity,
];

function met(line: BenchLine): boolean | null {
  const [least, most] = boundsOf(line);
  return line.ratio === null ? null : least <= line.ratio && line.ratio <= most;
}

function wantedOf(line: BenchLine): string {
  const [least, most] = boundsOf(line);
  if (most === Infinity) return `≥ ${least}`;
  return least === -Infinity ? `≤ ${most}` : `${least} to ${most}`;
}

function print(line: BenchLine): void {
  const { name, ratio, unit, detail } = line;
  const verdict = { true: 'met', false: 'MISSED', null: 'not measured' }[
    String(met(line)) as 'true' | 'false' | 'null'
  ];
  const value = ratio === null ? '–' : ratio.toFixed(2);
  console.log(
    `${verdict.padEnd(12)} ${value.padStart(7)} ${unit.padEnd(2)} (goal ${wantedOf(line)}) ${name} — ${detail}`,
  );
}

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const names = Object.keys(BENCHES) as Name[];
const chosen = values.only === undefined ? names : names.filter((name) => values.only!.split(',').includes(name));
const unknown = values.only?.split(',').filter((name) => !names.includes(name as Name)) ?? [];
if (unknown.length > 0) {
  console.error(`--only ${unknown.join()}: not one of ${names.join(', ')}`);
  process.exit(2);
}
if (chosen.includes('startup')) {
  const root = resolve(import.meta.dirname, '../..');
  const built = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  );
  if (built.status !== 0) process.exit(1);
}
const lines: BenchLine[] = [];
for (const name of chosen) {
  for (const line of await BENCHES[name]()) {
    print(line);
    lines.push(line);
  }
}
if (values.json !== undefined)
  writeFileSync(
    calledFrom(values.json),
    `${JSON.stringify(
      lines.map((line) => ({ ...line, met: met(line) })),
      null,
      2,
    )}\n`,
  );
const missed = lines.filter((line) => met(line) === false).length;
console.log(`${lines.length} measured, ${missed} missed`);
