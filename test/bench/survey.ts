// A client's answers kept in client mode against the same rows, audit entry and all, written bare into the same tables of a copy:
// the same file system, the same settings (WAL, synchronous FULL), in turn. Goal: p50 at most three times as long, since the
// answers are checked, placed and digested besides.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from '../../electron/db/sql.ts';
import { SignIn } from '../../electron/features/account/signIn.ts';
import { beginClientMode, clientPage, submitAsClient } from '../../electron/features/survey/clientMode.ts';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';
import { oneAgent, quantile, timed } from './oneAgent.ts';

/** What a survey writes; the newest of each. */
const NEWEST = '(SELECT id FROM survey ORDER BY rowid DESC LIMIT 1)';
const TABLES = [
  { table: 'survey', where: `id = ${NEWEST}` },
  { table: 'survey_answer', where: `survey_id = ${NEWEST}` },
  { table: 'audit_entry', where: 'seq = (SELECT max(seq) FROM audit_entry)' },
] as const;

const LIKERTS = [1, 2, 3, 4, 5] as const;
const ROUNDS = 500;
const WARM_UP = 100;

/** p50, each round one of either, so that a busy disk slows both alike. */
export function benchSurvey(): Promise<BenchLine[]> {
  using dir = tempDir('bench-survey-');
  const { store, actor, agentId } = oneAgent(join(dir.path, 'console'));
  const signIn = new SignIn();
  signIn.begin(actor, false, store.clock());
  beginClientMode(store, signIn, actor, { agentId });
  const { items } = clientPage(store, signIn);
  const file = join(dir.path, 'bare.db');
  const reader = new Database(store.file, { readonly: true });
  reader.exec(`VACUUM INTO '${file}'`);
  const bare = new Database(file);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) bare.pragma(setting);
  const copies = TABLES.map(({ table, where }) => {
    const read = reader.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${where}`);
    const columns = read.columns().map(({ name }) => name);
    return {
      read,
      insert: bare.prepare(
        `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`,
      ),
    };
  });
  const insertAll = bare.transaction((rows: readonly (readonly Record<string, unknown>[])[]) => {
    for (const [at, { insert }] of copies.entries()) for (const row of rows[at]!) insert.run(row);
  });
  const floor: number[] = [];
  const kept: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const answers = Object.fromEntries(items.map(({ code }, at) => [code, LIKERTS[(round + at) % LIKERTS.length]!]));
    const survey = timed(() => submitAsClient(store, signIn, actor, { answers, comment: '', client: '' }));
    const rows = copies.map(({ read }) => read.all());
    const plain = timed(() => insertAll(rows));
    if (round < WARM_UP) continue;
    floor.push(plain);
    kept.push(survey);
  }
  const stored = store.read.get<{ n: number }>(sql`SELECT count(*) AS n FROM survey_answer`);
  reader.close();
  bare.close();
  store.close();
  if (stored?.n !== (ROUNDS + WARM_UP) * items.length) throw new Error('the bench lost answers');
  const [least, time] = [quantile(floor, 0.5), quantile(kept, 0.5)];
  return Promise.resolve([
    {
      name: `Keeping a survey of ${items.length} answers in client mode against the same rows inserted bare into the same tables, p50`,
      ratio: time / least,
      goal: { max: 3 },
      unit: '×',
      detail: `${time.toFixed(3)} ms against ${least.toFixed(3)} ms, ${ROUNDS} of each in turn`,
    },
  ]);
}
