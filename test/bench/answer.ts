// Saving one answer against a bare durable insert (goal: p50 at most twice as long): the same file system, the same
// settings (WAL, synchronous FULL), in turn. The answer comes with its audit entry, its place and its counts.
import { join } from 'node:path';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { saveAnswer } from '../../electron/features/observation/answers.ts';
import { startObservation } from '../../electron/features/observation/start.ts';
import { CHOICES } from '../../shared/domain/observation/scale.ts';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';
import { oneAgent, quantile, timed } from './oneAgent.ts';

const ROUNDS = 3000;
const WARM_UP = 200;

/** A store with one agent and a session in progress. */
function session(folder: string) {
  const { store, actor, agentId } = oneAgent(folder);
  const record = startObservation(store, actor, {
    agentId,
    context: { kind: 'sale', occasion: 'negotiation', setting: 'office', place: '', client: '' },
    noticeConfirmed: true,
    serviceAt: null,
  });
  return { store, actor, id: record.id, criteria: record.standard?.criteria ?? [] };
}

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
  const line = (name: string, part: number, max: number): BenchLine => ({
    name,
    ratio: quantile(saved, part) / quantile(floor, part),
    goal: { max },
    unit: '×',
    detail: `${text(quantile(saved, part))} against ${text(quantile(floor, part))}, ${ROUNDS} of each in turn`,
  });
  return Promise.resolve([
    line('Saving one answer against a bare durable insert, p50', 0.5, 2),
    // No goal is set for the slowest hundredth; the disk decides it.
    line('Saving one answer against a bare durable insert, p99', 0.99, 10),
  ]);
}
