// npm test: every gate of the project, those that only read the sources first and two at a time, then the tests one kind
// after another. Ends with the line "N passed, N failed".
//   --only NAME[,NAME]  just these: types, lint, format, unused, build, unit, architecture, integration, e2e
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that passed at a second try only. */
  readonly retried?: readonly string[];
}

const CHECKS: Readonly<Record<string, readonly string[]>> = {
  types: ['typescript/bin/tsc', '-b'],
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  unused: ['knip/bin/knip.js'],
  build: ['electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
};
const PROJECTS = ['unit', 'architecture', 'integration', 'e2e'] as const;

interface Ran {
  readonly ok: boolean;
  /** What it printed, where it was kept back. */
  readonly output: string;
}

/** `keepBack`: what it prints is handed over whole, so that two at a time do not mix their lines. */
function run([script, ...args]: readonly string[], keepBack: boolean, env = process.env): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'node_modules', script!), ...args], {
    ...{ cwd: root, env },
    stdio: ['ignore', keepBack ? 'pipe' : 'inherit', keepBack ? 'pipe' : 'inherit'],
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  return new Promise((done) => {
    child.on('error', (error) => done({ ok: false, output: String(error) }));
    child.on('close', (code) => done({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') }));
  });
}

async function check(name: string): Promise<Count & Pick<Ran, 'output'>> {
  const { ok, output } = await run(CHECKS[name]!, true);
  return { passed: Number(ok), failed: Number(!ok), skipped: 0, output };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
      /** Written by test/support/seed.ts. */
      readonly meta: { readonly retries?: number };
    }[];
  }[];
}

/** A file that could not be loaded, or an error outside any test, has no failed test of its own: it counts as one. */
async function project(name: string, seed: string): Promise<Count> {
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const options = ['--config', 'test/vitest.config.ts', '--project', name, '--passWithNoTests', ...reporters];
  const { ok } = await run(['vitest/vitest.mjs', 'run', ...options], false, { ...process.env, FAST_CHECK_SEED: seed });
  const none: Report = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const report = read(file) ?? none;
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, Number(!ok)),
    skipped: report.numPendingTests + report.numTodoTests,
    retried: retried(report),
  };
}

/** Each test that passed only after a retry, with the first line of what went wrong before. */
const retried = ({ testResults }: Report): string[] =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, meta }) => status === 'passed' && (meta.retries ?? 0) > 0)
      .map(({ fullName, failureMessages }) => {
        const [why = ''] = (failureMessages[0] ?? '').split('\n');
        return `Passed only after a retry: ${relative(root, name)}: ${fullName.trim()}${why && ` (${why})`}`;
      }),
  );

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined; // vitest itself ended badly
  }
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const all = [...Object.keys(CHECKS), ...PROJECTS];
const chosen = values.only?.split(',') ?? all;
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`--only ${unknown.join()}: not one of ${all.join(', ')}`);
  process.exit(2);
}
const seed = process.env['FAST_CHECK_SEED'] ?? String(Date.now() | 0);
console.log(`Random seed: FAST_CHECK_SEED=${seed}`);
mkdirSync(results, { recursive: true });

const lines: string[] = [];
const flakes: string[] = [];
const total = { passed: 0, failed: 0, skipped: 0 };

function record(name: string, begun: number, count: Count): void {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
  flakes.push(...(count.retried ?? []));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(7);
  lines.push(
    `${name.padEnd(12)} ${seconds} s  ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  );
}

/** Two at a time: each takes the next that nobody has taken, the longest first. */
const waiting = ['lint', 'types', 'format', 'unused', 'build'].filter((name) => chosen.includes(name));
async function takeNext(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const begun = performance.now();
    const { output, ...count } = await check(name);
    console.log(`\n== ${name}\n${output}`);
    record(name, begun, count);
  }
}
await Promise.all([takeNext(), takeNext()]);

for (const name of PROJECTS.filter((one) => chosen.includes(one))) {
  console.log(`\n== ${name}`);
  const begun = performance.now();
  record(name, begun, await project(name, seed));
}
console.log(`\n${lines.join('\n')}\n`);
for (const flake of flakes) console.log(flake);
if (total.failed > 0) console.log(`To repeat with the same random values: FAST_CHECK_SEED=${seed} npm test`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
