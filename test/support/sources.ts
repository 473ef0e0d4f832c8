// The project's own files as text with their imports, for the architecture tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const notOurs = new Set(['node_modules', '.git', 'out', 'dist', 'demo', 'test-results', 'package-lock.json']);

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** A relative import's file, from the root; a package's name (node:fs, zod, @orpc/server) otherwise. */
  readonly target: string;
  readonly relative: boolean;
}

export interface Source {
  /** From the root, with forward slashes: electron/db/store.ts. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const packageOf = (specifier: string) => {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
};

/** Static, re-exported, type-only and dynamic imports of a TypeScript file. */
function importsOf(path: string, text: string): readonly Import[] {
  if (!/\.(ts|tsx|mjs|js)$/.test(path)) return [];
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier }) => {
    const relative = specifier.startsWith('.');
    const target = relative ? posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')) : packageOf(specifier);
    return { specifier, target, relative };
  });
}

/** Makes a source from its text, as if it lay at `path`: the rules are tried on such examples. */
export const source = (path: string, text: string): Source => ({ path, text, imports: importsOf(path, text) });

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (notOurs.has(entry.name)) continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const TEXT =
  /(\.(ts|tsx|mjs|js|cjs|json|css|html|md|yml|yaml|py|svg)|(^|\/)(run|electron|\.gitignore|\.prettierignore))$/;

/** Every text file of the project. */
export const sources: readonly Source[] = [...walk('.')]
  .filter((path) => TEXT.test(path))
  .map((path) => source(path, readFileSync(join(root, path), 'utf8')));

/** The TypeScript of the program and its tests. */
export const code: readonly Source[] = sources.filter(({ path }) =>
  /^(electron|renderer|shared|test)\/.*\.tsx?$/.test(path),
);
