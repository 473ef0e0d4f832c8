// A restore is stopped after every single step on the disk, and once more while it goes on. Would catch: a state from
// which the next start fails, restored data moved aside as if it were old, live or kept data that is gone.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStagedRestore, settleRestore, undoRestore } from '../../../electron/features/backup/swap.ts';
import { tempDir } from '../../support/tempDir.ts';

const RESTORE = { at: '2026-06-30T01:00:00.000Z', by: null };
const FILES = ['console.db', 'console.db-wal', 'console.db-shm'] as const;

/** A data folder by kind of data; which parts of the live data there are differs (a damaged or a moved console). */
interface Before {
  readonly live: readonly (keyof typeof PARTS)[];
  readonly kept: boolean;
  readonly leftOver: boolean;
}
const PARTS = { 'console.db': 0, 'console.db-wal': 0, 'console.db-shm': 0, evidence: 0 };
const ALL: Before = { live: [...FILES, 'evidence'], kept: true, leftOver: true };

const put = (folder: string, name: string, text: string): void => {
  if (name === 'evidence') mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, name === 'evidence' ? 'photo' : ''), text);
};
const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name in PARTS)
      .map((name) => [name, readFileSync(join(folder, name, name === 'evidence' ? 'photo' : ''), 'utf8')]),
  );

function prepare(folder: string, before: Before): void {
  const at = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  for (const name of before.live) put(folder, name, 'live');
  if (before.kept) for (const name of ['console.db', 'evidence']) put(at('before-restore'), name, 'older');
  if (before.leftOver) put(at('before-restore.old'), 'evidence', 'oldest');
  for (const name of ['console.db', 'evidence']) put(at('restore-staging'), name, 'backup');
  writeFileSync(join(folder, 'restore-staging', 'ready'), JSON.stringify(RESTORE));
}

class PowerFailure extends Error {}

/** Runs `work` and stops it after its step of that number; returns whether it came to its end. */
function stoppedAfter(step: number, work: (after: () => void) => void): boolean {
  let done = 0;
  try {
    work(() => {
      if (done === step) throw new PowerFailure();
      done += 1;
    });
    return true;
  } catch (error) {
    if (error instanceof PowerFailure) return false;
    throw error;
  }
}

/** What each start does; `opens` says whether the restored database opens, which writes a file beside it. */
function start(folder: string, opens: boolean, after: () => void = () => undefined): void {
  if (applyStagedRestore(folder, after) === null) return;
  expect(readFileSync(join(folder, 'console.db'), 'utf8')).toBe('backup');
  expect(textsIn(folder)['evidence']).toBe('backup');
  writeFileSync(join(folder, 'console.db-wal'), 'backup');
  if (opens) settleRestore(folder, after);
  else undoRestore(folder, after);
}

const STARTING_POINTS: readonly Before[] = [
  ALL,
  { ...ALL, kept: false, leftOver: false },
  { live: ['console.db', 'evidence'], kept: true, leftOver: false },
  { live: ['console.db'], kept: false, leftOver: true },
  { live: ['evidence'], kept: true, leftOver: false },
];

const textOf = (names: readonly string[], text: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, text]));

function check(folder: string, before: Before, opens: boolean): void {
  if (opens) {
    expect(textsIn(folder)).toMatchObject({ 'console.db': 'backup', evidence: 'backup' });
    expect(textsIn(join(folder, 'before-restore'))).toEqual(textOf(before.live, 'live'));
  } else {
    expect(textsIn(folder)).toEqual(textOf(before.live, 'live'));
    if (before.kept)
      expect(textsIn(join(folder, 'before-restore'))).toEqual(textOf(['console.db', 'evidence'], 'older'));
  }
  expect(readdirSync(folder)).not.toContain('restore-staging');
  expect(readdirSync(folder)).not.toContain('before-restore.part');
  expect(applyStagedRestore(folder)).toBeNull();
}

describe.each([
  { opens: true, what: 'ends with the backup, and keeps what was live' },
  { opens: false, what: 'ends with what was live when the backup does not open' },
])('a restore', ({ opens, what }) => {
  test.each(STARTING_POINTS)(`stopped after any step ${what} (%j)`, (before) => {
    for (let step = 0; ; step += 1) {
      using dir = tempDir('swap-');
      prepare(dir.path, before);
      const whole = stoppedAfter(step, (after) => start(dir.path, opens, after));
      // At no moment is a copy of the live data missing.
      const everywhere = ['', 'before-restore', 'before-restore.part'].map((name) => textsIn(join(dir.path, name)));
      for (const name of before.live) expect(everywhere.some((texts) => texts[name] === 'live')).toBe(true);
      start(dir.path, opens);
      check(dir.path, before, opens);
      if (whole) {
        expect(step).toBeGreaterThan(6);
        return;
      }
    }
  });

  test(`stopped again and again ${what}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STARTING_POINTS),
        fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 6 }),
        (before, stops) => {
          using dir = tempDir('swap-');
          prepare(dir.path, before);
          for (const step of stops) stoppedAfter(step, (after) => start(dir.path, opens, after));
          start(dir.path, opens);
          check(dir.path, before, opens);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a restore whose marker cannot be read is taken back', () => {
  using dir = tempDir('swap-');
  prepare(dir.path, ALL);
  stoppedAfter(2, (after) => start(dir.path, true, after));
  writeFileSync(join(dir.path, 'restore-staging', 'ready'), '');
  expect(applyStagedRestore(dir.path)).toBeNull();
  check(dir.path, ALL, false);
});
