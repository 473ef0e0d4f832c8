// A file appears under its name only when it is whole: it is written as NAME.part, forced to the disk, then renamed.
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError, throwIfCancelled } from '../fileError.ts';

/**
 * Runs `work` on NAME.part, open for reading and writing, and renames it to `target` when it is done. On failure and on
 * cancel the part is removed and a file that was there stays as it was. Throws FILE errors (diskFull, fileInUse,
 * fileUnwritable) and CANCELLED.
 */
export async function writeWholeFile<T>(
  target: string,
  signal: AbortSignal | undefined,
  work: (fd: number, part: string) => Promise<T>,
): Promise<T> {
  throwIfCancelled(signal);
  const part = `${target}.part`;
  let fd: number | undefined;
  try {
    refuseIfHeld(target);
    fd = openSync(part, 'w+');
    const result = await work(fd, part);
    fsyncSync(fd);
    closeSync(fd);
    fd = undefined;
    throwIfCancelled(signal);
    await rename(part, target);
    syncFolder(target);
    return result;
  } catch (error) {
    if (fd !== undefined) closeSync(fd);
    await rm(part, { force: true }).catch(() => undefined);
    throw fileError(error, target, 'write');
  }
}

/** A workbook open in Excel cannot be replaced on Windows: said before the work is done, not after. */
function refuseIfHeld(target: string): void {
  if (existsSync(target)) closeSync(openSync(target, 'r+'));
}

/** Makes the new name durable too. Windows has no such call for folders and needs none. */
function syncFolder(target: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(target), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
