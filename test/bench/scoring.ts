// Scoring 1,000,000 answers of 2,000 agents against one SQL pass that only groups them (goal: at most twice as long).
// Both sides start from data that is ready: rows in a warm in-memory database, evidence as plain values in memory.
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { INDICATORS } from '../../shared/contract/vocabulary.ts';
import type { Indicator } from '../../shared/contract/vocabulary.ts';
import { NO_EVIDENCE, windowOf } from '../../shared/domain/scoring/evidence.ts';
import type { Answer, Evidence } from '../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../shared/domain/scoring/score.ts';
import type { BenchLine } from './benchLine.ts';
import { median } from './median.ts';

const AGENTS = 2_000;
const SESSIONS = 10;
const ANSWERS = 50;
const ROUNDS = 7;

const OBSERVED: readonly Indicator[] = INDICATORS.slice(0, 4);
const WINDOW = windowOf(
  { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' },
  Date.UTC(2026, 9, 8),
);

/** Answers that differ but are the same in every run: three-step values, a tenth of them not applicable. */
function answerOf(agent: number, session: number, index: number): Answer {
  const mixed = (agent * 7919 + session * 104_729 + index * 1_299_709) % 1000;
  const notApplicable = mixed % 10 === 0;
  return {
    criterion: `3.${index % 5}-${index}`,
    indicator: OBSERVED[index % OBSERVED.length]!,
    weight: 1 + (index % 5),
    value: notApplicable ? null : [0, 0.5, 1, 1, 1][mixed % 5]!,
    notApplicable,
  };
}

function evidenceOf(agent: number): Evidence {
  return {
    ...NO_EVIDENCE,
    sessions: Array.from({ length: SESSIONS }, (_, session) => ({
      id: `${agent}-${session}`,
      at: WINDOW.startsAt + session * 86_400_000,
      status: 'submitted' as const,
      introductionMinutes: 5 + ((agent + session) % 12),
      answers: Array.from({ length: ANSWERS }, (__, index) => answerOf(agent, session, index)),
    })),
  };
}

function tableOf(branch: readonly Evidence[]): Database.Database {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE answer (agent INTEGER, session TEXT, indicator TEXT, weight REAL, value REAL) STRICT');
  const insert = db.prepare('INSERT INTO answer VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    branch.forEach(({ sessions }, agent) => {
      for (const { id, answers } of sessions) {
        for (const { indicator, weight, value } of answers) insert.run(agent, id, indicator, weight, value);
      }
    });
  })();
  return db;
}

function timed(work: () => number): { readonly ms: number; readonly result: number } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** Rounds of both in turn, so that a busy machine slows both alike; the medians are compared. */
export function benchScoring(): Promise<BenchLine[]> {
  const branch = Array.from({ length: AGENTS }, (_, agent) => evidenceOf(agent));
  const db = tableOf(branch);
  const grouping = db.prepare(
    'SELECT agent, indicator, sum(weight * value), sum(weight) FROM answer WHERE value IS NOT NULL GROUP BY agent, indicator',
  );
  const sql: number[] = [];
  const engine: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const grouped = timed(() => grouping.raw().all().length);
    const scored = timed(
      () => branch.filter((evidence) => scorePeriod(evidence, WINDOW, MODEL_1).base !== null).length,
    );
    if (grouped.result !== AGENTS * OBSERVED.length || scored.result !== AGENTS)
      throw new Error('the bench lost agents');
    sql.push(grouped.ms);
    engine.push(scored.ms);
  }
  db.close();
  const [floor, time] = [median(sql), median(engine)];
  return Promise.resolve([
    {
      name: 'Scoring 1,000,000 answers of 2,000 agents against one SQL pass that groups them',
      ratio: time / floor,
      goal: { max: 2 },
      unit: '×',
      detail: `${time.toFixed(0)} ms against ${floor.toFixed(0)} ms, medians of ${ROUNDS} rounds`,
    },
  ]);
}
