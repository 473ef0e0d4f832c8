// Saving one answer against a bare durable insert (goal: p50 at most twice as long): the same file system, the same
// settings (WAL, synchronous FULL), in turn. The answer comes with its audit entry, its place and its counts.
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { openStore } from '../../electron/db/store.ts';
import { setUpConsole } from '../../electron/features/account/firstRun.ts';
import { saveAnswer } from '../../electron/features/observation/answers.ts';
import { startObservation } from '../../electron/features/observation/start.ts';
import type { Actor } from '../../shared/contract/account.ts';
import { CHOICES } from '../../shared/domain/observation/scale.ts';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';

const ROUNDS = 3000;
const WARM_UP = 200;

const FIRST_RUN = {
  branch: { code: '01', name: '一支公司' },
  user: { login: 'bench', name: '评估员', password: 'not used here' },
  language: 'zh-CN' as const,
};

/** A store with one agent and a session in progress. */
function session(folder: string) {
  const store = openStore({ folder });
  const { userId, branchId } = store.change(null, (tx) =>
    setUpConsole(tx, FIRST_RUN, { password: 'none', recovery: 'none' }),
  );
  const actor: Actor = { userId, login: 'bench', name: '评估员', roles: ['supervisor'] };
  const agentId = store.change(userId, (tx) => {
    const id = tx.newId();
    tx.run(sql`INSERT INTO agent (id, number, name, pinyin, initials, engagement, status, created_at, updated_at)
      VALUES (${id}, '1', '李四', 'lisi', 'ls', 'agency', 'active', ${tx.at}, ${tx.at})`);
    tx.run(sql`INSERT INTO agent_assignment (id, agent_id, branch_id, team, from_day)
      VALUES (${tx.newId()}, ${id}, ${branchId}, '一组', '2020-01-01')`);
    tx.note({ action: 'agent.added', entity: 'agent', entityId: id });
    return id;
  });
  const record = startObservation(store, actor, {
    agentId,
    context: { kind: 'sale', occasion: 'negotiation', setting: 'office', place: '', client: '' },
    noticeConfirmed: true,
    serviceAt: null,
  });
  return { store, actor, id: record.id, criteria: record.standard?.criteria ?? [] };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const at = (sorted: readonly number[], part: number): number => sorted[Math.floor((sorted.length - 1) * part)]!;
const text = (ms: number): string => `${ms.toFixed(3)} ms`;

/** p50 and p99 of both, each round one of either, so that a busy disk slows both alike. */
export function benchAnswer(): Promise<BenchLine[]> {
  using dir = tempDir('bench-answer-');
  const { store, actor, id, criteria } = session(join(dir.path, 'console'));
  const bare = connect(join(dir.path, 'bare.db'));
  bare.exec(
    'CREATE TABLE answer (id INTEGER PRIMARY KEY, criterion TEXT NOT NULL, value REAL, at TEXT NOT NULL) STRICT',
  );
  const floor: number[] = [];
  const saved: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const { code, scale } = criteria[round % criteria.length]!;
    const next = criteria[(round + 1) % criteria.length]!.code;
    const choices = CHOICES[scale];
    // Never failing: a red line would be recorded only once and is no part of what is measured.
    const value = choices[scale === 'likert' ? choices.length - 1 - (round % 2) : 0]!.value;
    const insert = timed(() =>
      bare.run(sql`INSERT INTO answer (criterion, value, at) VALUES (${code}, ${value}, ${new Date().toISOString()})`),
    );
    const answer = timed(() =>
      saveAnswer(store, actor, {
        id,
        criterion: code,
        answer: { kind: 'scored', value, redLineConfirmed: false },
        position: next,
      }),
    );
    if (round < WARM_UP) continue;
    floor.push(insert);
    saved.push(answer);
  }
  bare.close();
  store.close();
  const [a, b] = [floor, saved].map((values) => values.toSorted((x, y) => x - y)) as [number[], number[]];
  const line = (name: string, part: number, max: number): BenchLine => ({
    name,
    ratio: at(b, part) / at(a, part),
    goal: { max },
    unit: '×',
    detail: `${text(at(b, part))} against ${text(at(a, part))}, ${ROUNDS} of each in turn`,
  });
  return Promise.resolve([
    line('Saving one answer against a bare durable insert, p50', 0.5, 2),
    // No goal is set for the slowest hundredth; the disk decides it.
    line('Saving one answer against a bare durable insert, p99', 0.99, 10),
  ]);
}
