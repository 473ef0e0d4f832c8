// Puts a staged backup in the live data's place, and takes it back out if it does not open. Every step is one rename or
// one deletion, and from the state after any of them the next call goes on: a restore survives a crash anywhere.
// What was live is kept in before-restore; the one kept before goes only when the new one is whole.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATABASE, EVIDENCE } from '../../db/store.ts';

export const STAGING = 'restore-staging';
/** Written last into the staging folder; without it staging is rubbish from a cancelled restore. */
export const READY = 'ready';
/** What `ready` is renamed to: once the restored data has opened, or in this order while it is taken back. */
const DONE = 'done';
const UNDO = 'undo';
const BACK = 'back';
/** What was live before the last restore, in the data folder. */
export const BEFORE_RESTORE = 'before-restore';
/** The live data of the restore under way: never an older one's, so nothing in it is ever deleted here. */
const ASIDE = 'before-restore.part';
const OLD = 'before-restore.old';

const DATABASE_FILES = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`] as const;
/** What moves together: the staged entry that stands for it, and the live ones that it replaces. */
const PARTS = [
  { staged: EVIDENCE, live: [EVIDENCE] },
  { staged: DATABASE, live: DATABASE_FILES },
] as const;

/** What a staged restore is: the backup's instant, and who asked for it (null when nobody was signed in). */
const Restore = z.object({ at: z.iso.datetime(), by: z.string().nullable() });
export type Restore = z.infer<typeof Restore>;

/** Called after every step that changed the disk; tests stop there as a power failure would. */
export type AfterStep = (step: string) => void;

interface Steps {
  readonly has: (path: string) => boolean;
  readonly move: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly make: (path: string) => void;
}

function stepsIn(folder: string, after: AfterStep): Steps {
  const at = (path: string): string => join(folder, path);
  const has = (path: string): boolean => existsSync(at(path));
  return {
    has,
    move: (from, to) => {
      renameSync(at(from), at(to));
      after(`${from} → ${to}`);
    },
    remove: (path) => {
      if (!has(path)) return;
      rmSync(at(path), { recursive: true, force: true });
      after(`− ${path}`);
    },
    make: (path) => {
      if (has(path)) return;
      mkdirSync(at(path), { recursive: true });
      after(`+ ${path}`);
    },
  };
}

/** Moves an entry into a folder under its name, or the next free one: nothing there is overwritten. */
function moveInto(steps: Steps, name: string, folder: string): void {
  if (!steps.has(name)) return;
  steps.make(folder);
  let target = `${folder}/${name}`;
  for (let n = 1; steps.has(target); n += 1) target = `${folder}/${name}.${n}`;
  steps.move(name, target);
}

const staging = (name: string): string => `${STAGING}/${name}`;

function takeBack(steps: Steps, folder: string): void {
  if (steps.has(staging(UNDO))) {
    // Only what was swapped in goes; where the staged entry never moved, the live one is still the old one.
    for (const { staged, live } of PARTS)
      if (!steps.has(staging(staged))) for (const name of live) moveInto(steps, name, staging('refused'));
    steps.move(staging(UNDO), staging(BACK));
  }
  if (steps.has(ASIDE)) {
    for (const name of readdirSync(join(folder, ASIDE))) if (!steps.has(name)) steps.move(`${ASIDE}/${name}`, name);
    if (readdirSync(join(folder, ASIDE)).length === 0) steps.remove(ASIDE);
  }
  clearStaging(steps);
}

/** The marker goes last: a staging folder that is half deleted still says what it was. */
function clearStaging(steps: Steps): void {
  for (const name of [EVIDENCE, DATABASE, 'refused']) steps.remove(staging(name));
  steps.remove(STAGING);
}

function keepAside(steps: Steps): void {
  if (steps.has(ASIDE)) {
    if (steps.has(BEFORE_RESTORE)) {
      steps.remove(OLD);
      steps.move(BEFORE_RESTORE, OLD);
    }
    steps.move(ASIDE, BEFORE_RESTORE);
  }
  steps.remove(OLD);
  clearStaging(steps);
}

/** The marker was made by a rename, so it is whole or the disk has lost it. */
function readRestore(folder: string): Restore | null {
  const text = readFileSync(join(folder, STAGING, READY), 'utf8');
  try {
    return Restore.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Puts a staged backup in the live data's place, or goes on where it stopped. Called with no connection open. Until
 * `settleRestore` or `undoRestore` the same answer comes again; null when nothing is staged.
 */
export function applyStagedRestore(folder: string, after: AfterStep = () => undefined): Restore | null {
  const steps = stepsIn(folder, after);
  if (steps.has(staging(READY))) {
    const restore = readRestore(folder);
    if (restore !== null) {
      for (const { staged, live } of PARTS) {
        if (!steps.has(staging(staged))) continue;
        for (const name of live) moveInto(steps, name, ASIDE);
        steps.move(staging(staged), staged);
      }
      return restore;
    }
    undoRestore(folder, after);
  } else if (steps.has(staging(UNDO)) || steps.has(staging(BACK))) takeBack(steps, folder);
  else if (steps.has(staging(DONE))) keepAside(steps);
  else steps.remove(STAGING);
  return null;
}

/** Whether a restore may still have to be taken back: staged or applied, and not yet settled. */
export const restoreUnderWay = (folder: string): boolean =>
  [READY, UNDO, BACK].some((marker) => existsSync(join(folder, STAGING, marker)));

/** Ends a restore whose database has opened: what was live becomes the kept copy, and only then the older one goes. */
export function settleRestore(folder: string, after: AfterStep = () => undefined): void {
  const steps = stepsIn(folder, after);
  // From here on nothing is taken back.
  if (steps.has(staging(READY))) steps.move(staging(READY), staging(DONE));
  if (steps.has(staging(DONE))) keepAside(steps);
}

/** Puts back what was live before the restore that is under way. Called with no connection open. */
export function undoRestore(folder: string, after: AfterStep = () => undefined): void {
  const steps = stepsIn(folder, after);
  if (steps.has(staging(READY))) steps.move(staging(READY), staging(UNDO));
  if (steps.has(staging(UNDO)) || steps.has(staging(BACK))) takeBack(steps, folder);
}
