// The evidence store: files named by their SHA-256 beside the database, written and synced before the row that names them.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Blobs {
  readonly folder: string;
  /** Writes the bytes durably and returns their SHA-256; bytes already there are not written again. */
  put(bytes: Uint8Array): string;
  /** @throws when the file is missing or no longer matches its name */
  read(sha256: string): Buffer;
  has(sha256: string): boolean;
  list(): string[];
  /** Deletes one file; nothing where it is gone. */
  remove(sha256: string): void;
  /** Deletes files that no row names and that are older than `olderThan` (epoch ms); returns how many. */
  sweep(named: ReadonlySet<string>, olderThan: number): number;
}

const NAME = /^[0-9a-f]{64}$/;

/** The store in `folder`, which is made when absent. */
export function openBlobs(folder: string): Blobs {
  mkdirSync(folder, { recursive: true });
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const list = (): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readdirSync(join(folder, entry.name)))
      .filter((name) => NAME.test(name));
  return {
    folder,
    list,
    remove: (sha256) => rmSync(pathOf(sha256), { force: true }),
    has: (sha256) => existsSync(pathOf(sha256)),
    put: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const target = pathOf(sha256);
      if (existsSync(target)) {
        // Used again: its row comes a moment later, and a sweep that has read the rows already must leave it.
        const now = new Date();
        utimesSync(target, now, now);
        return sha256;
      }
      mkdirSync(join(folder, sha256.slice(0, 2)), { recursive: true });
      const part = `${target}.part`;
      const file = openSync(part, 'w');
      try {
        writeFileSync(file, bytes); // to the last byte: writeSync may stop short
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(part, target);
      return sha256;
    },
    read: (sha256) => {
      const bytes = readFileSync(pathOf(sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new Error(`evidence ${sha256} does not match its name`);
      return bytes;
    },
    sweep: (named, olderThan) => {
      const orphans = list().filter((name) => !named.has(name) && statSync(pathOf(name)).mtimeMs < olderThan);
      for (const name of orphans) rmSync(pathOf(name));
      return orphans.length;
    },
  };
}
