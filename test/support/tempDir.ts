// Temporary folders that are gone when the test ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TempDir extends Disposable {
  readonly path: string;
  /** A path inside the folder. */
  readonly file: (name: string) => string;
}

/** Makes a folder; `using dir = tempDir()` removes it at the end of the block. */
export function tempDir(prefix = 'dudaotai-'): TempDir {
  const path = mkdtempSync(join(tmpdir(), prefix));
  return {
    path,
    file: (name) => join(path, name),
    // A process that has just ended may hold a file open for a moment on Windows.
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
