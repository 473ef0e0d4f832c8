// The main process is killed while answers are being saved. Would catch: an answer acknowledged before it is on disk,
// a write in two transactions, a database that does not open again, a session that reopens elsewhere.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { DATABASE } from '../../electron/db/store.ts';
import { positionOf } from '../../electron/features/observation/answers.ts';
import type { RevisionRow } from '../../electron/features/observation/rows.ts';
import { PASSWORD, testConsole } from '../support/console.ts';
import type { CrashLine } from '../support/crashPage.ts';
import { hostFolder, root } from '../support/launch.ts';
import { observing } from '../support/observing.ts';
import { tempDir } from '../support/tempDir.ts';

const KILLS = 100;
const AT_ONCE = 2;
/** Longest time, in milliseconds, from the first acknowledged answer to the kill. */
const LATEST = 250;

type Try = Extract<CrashLine, { position: string }>;

interface Told {
  /** In the order of saving. */
  readonly tries: Try[];
  /** When the try of that number was acknowledged. */
  readonly saved: Map<number, string>;
  reopenedAt: string | null | undefined;
}

/** Starts the built main process without a window, lets the page answer, kills it; returns what the page was told. */
async function answerUntilKilled(userData: string, observation: string, after: number): Promise<Told> {
  const app = process.env['CONSOLE_APP'] ?? root;
  const child = spawn(join(hostFolder, 'electron'), [app, `--user-data-dir=${userData}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      HOST_PAGE: join(root, 'test/support/crashPage.ts'),
      CRASH_LOGIN: 'zhao',
      CRASH_PASSWORD: PASSWORD,
      CRASH_OBSERVATION: observation,
    },
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const told: Told = { tries: [], saved: new Map(), reopenedAt: undefined };
  const first = Promise.withResolvers<true>();
  const lines = createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as CrashLine;
    if ('reopenedAt' in line) told.reopenedAt = line.reopenedAt;
    else if ('position' in line) told.tries.push(line);
    else {
      told.saved.set(line.number, line.savedAt);
      first.resolve(true);
    }
  });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  await Promise.race([first.promise, ended]);
  if (told.saved.size === 0) throw new Error(`The main process saved nothing:\n${complaint}`);
  await wait(after);
  child.kill('SIGKILL');
  await ended;
  return told;
}

interface Expected {
  /** By criterion: the last acknowledged answer. */
  readonly answers: Map<string, Try & { savedAt: string }>;
  position: string | null;
}

/** Looks at a copy, so that the next start of the console finds the files as the kill left them. */
function compare(userData: string, copies: string, told: Told, expected: Expected): void {
  mkdirSync(copies, { recursive: true });
  for (const suffix of ['', '-wal']) {
    const from = join(userData, 'data', DATABASE + suffix);
    if (existsSync(from)) copyFileSync(from, join(copies, DATABASE + suffix));
  }
  const db = connect(join(copies, DATABASE));
  try {
    expect(db.pragma('integrity_check')).toBe('ok');
    expect(verifyAudit(db)).toMatchObject({ intact: true });
    const rows = db.all<{ criterion: string; value: number; answered_at: string }>(
      sql`SELECT criterion, value, answered_at FROM answer`,
    );
    const stored = new Map(rows.map((row) => [row.criterion, row]));
    for (const one of told.tries) {
      const savedAt = told.saved.get(one.number);
      if (savedAt !== undefined) expected.answers.set(one.criterion, { ...one, savedAt });
    }
    // Only the very last try may have been saved without the page having heard of it.
    const last = told.tries.at(-1)!;
    const unheard = told.saved.has(last.number) ? undefined : last;
    for (const [criterion, { value, savedAt }] of expected.answers) {
      const row = stored.get(criterion);
      expect(row, `the answer to ${criterion} of ${savedAt} is missing`).toBeDefined();
      const heard = row!.value === value && row!.answered_at === savedAt;
      const later = unheard?.criterion === criterion && row!.value === unheard.value && row!.answered_at >= savedAt;
      expect(heard || later, `${criterion}: ${JSON.stringify(row)} instead of ${value} of ${savedAt}`).toBe(true);
    }
    const saved = unheard && stored.get(unheard.criterion);
    if (saved) expected.answers.set(unheard.criterion, { ...unheard, value: saved.value, savedAt: saved.answered_at });
    const position = positionOf(db, db.get<RevisionRow>(sql`SELECT * FROM observation_revision`)!);
    const acknowledged = told.tries.findLast(({ number }) => told.saved.has(number))!;
    expect([acknowledged.position, unheard?.position]).toContain(position);
    expected.position = position;
  } finally {
    db.close();
  }
}

async function killAgainAndAgain(moments: readonly number[]): Promise<number> {
  using dir = tempDir('crash-');
  const userData = dir.file('user-data');
  let observation: string;
  {
    using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date().toISOString() });
    const { start } = await observing(run);
    observation = (await start()).id;
  }
  const expected: Expected = { answers: new Map(), position: null };
  let acknowledged = 0;
  for (const [index, after] of moments.entries()) {
    const told = await answerUntilKilled(userData, observation, after);
    if (index > 0) expect(told.reopenedAt).toBe(expected.position);
    compare(userData, dir.file(`copy-${index}`), told, expected);
    acknowledged += told.saved.size;
  }
  return acknowledged;
}

test(`no ticked answer is lost when the main process is killed ${KILLS} times`, { timeout: 900_000 }, async () => {
  const seed = fc.readConfigureGlobal()?.seed;
  const moments = fc.sample(fc.integer({ min: 0, max: LATEST }), {
    numRuns: KILLS,
    ...(seed === undefined ? {} : { seed }),
  });
  const share = KILLS / AT_ONCE;
  const parts = Array.from({ length: AT_ONCE }, (_, part) => moments.slice(part * share, (part + 1) * share));
  const counts = await Promise.all(parts.map(killAgainAndAgain));
  console.log(`${KILLS} kills, ${counts.reduce((a, b) => a + b, 0)} acknowledged answers, all found`);
});
