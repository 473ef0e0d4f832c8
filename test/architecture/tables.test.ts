// Would catch: a feature that writes another's table past its rules and its audit entries.
import { expect, test } from 'vitest';
import { code, source } from '../support/sources.ts';
import { sharedTables, unknownTables, writers } from './rules/tables.ts';

const example = [
  source('electron/db/migrations/0010-a.ts', '`CREATE TABLE agent (id TEXT) STRICT`'),
  source(
    'electron/features/people/agents.ts',
    'sql`INSERT INTO agent (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 2`',
  ),
  source('electron/features/home.ts', '// UPDATE nothing\nsql`UPDATE agent SET id = 1`; sql`DELETE FROM agnet`'),
];

test('every table is written by one feature', () => {
  expect(sharedTables(example)).toEqual(['agent is written by home, people']);
  expect(writers(code).size).toBeGreaterThan(10); // the pattern still finds our statements
  expect(sharedTables(code)).toEqual([]);
});

test('every written table is made by a migration', () => {
  expect(unknownTables(example)).toEqual(['agnet']);
  expect(unknownTables(code)).toEqual([]);
});
