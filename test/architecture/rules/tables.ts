// Each table is written by one feature: a folder or a file of electron/features, or the store itself.
import type { Source } from '../../support/sources.ts';

const WRITES =
  /\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"?([a-z_]\w*)"?/g;
const CREATES = /\bCREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?([a-z_]\w*)"?/g;
const MIGRATION = /^electron\/db\/migrations\//;

/** `electron/features/people/agents.ts` belongs to people, `electron/features/settings.ts` to settings, the rest to its layer. */
function owner(path: string): string {
  const [, layer, feature] = path.split('/');
  return layer === 'features' ? feature!.replace(/\.ts$/, '') : layer!;
}

const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** Which owners write each table. Comments are left out; `UPDATE SET` of an upsert names no table. */
export function writers(files: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    if (!path.startsWith('electron/') || MIGRATION.test(path)) continue;
    const statements = text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    for (const table of found(WRITES, statements)) {
      const owners = tables.get(table) ?? new Set();
      tables.set(table, owners.add(owner(path)));
    }
  }
  return tables;
}

export const sharedTables = (files: readonly Source[]): readonly string[] =>
  [...writers(files)]
    .filter(([, owners]) => owners.size > 1)
    .map(([table, owners]) => `${table} is written by ${[...owners].sort().join(', ')}`);

/** Statements on a table that no migration makes: a misspelt name, or a table made outside the migrations. */
export function unknownTables(files: readonly Source[]): readonly string[] {
  const made = new Set(files.filter(({ path }) => MIGRATION.test(path)).flatMap(({ text }) => found(CREATES, text)));
  return [...writers(files).keys()].filter((table) => !made.has(table));
}
