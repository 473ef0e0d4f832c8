// Assessing a branch of 2,000 agents with 1,000,000 answers, intervals and ranking, as it is done on the database file: read,
// scored, written and committed, against one SQL pass over the same file that only groups the answers (goal: at most 3 times).
// Then the dashboard of that branch and the rows behind its most frequent failing criterion, on the same file against the same pass.
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { connect, type Connection } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { openStore } from '../../electron/db/store.ts';
import { sql } from '../../electron/db/sql.ts';
import { setUpConsole } from '../../electron/features/account/firstRun.ts';
import { computeAssessment } from '../../electron/features/assessment/compute.ts';
import { openAssessment } from '../../electron/features/assessment/known.ts';
import { branchDashboard } from '../../electron/features/dashboard/branch.ts';
import { dashboardRows } from '../../electron/features/dashboard/rows.ts';
import { standardInForce, type PinnedStandard } from '../../electron/features/observation/standardOf.ts';
import { periodOf } from '../../shared/domain/time.ts';
import { FIRST_RUN } from '../support/console.ts';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';
import { median } from './median.ts';

const AGENTS = 2_000;
const SESSIONS = 10;
const ANSWERS = 50;
const ROUNDS = 3;
const TIME_ZONE = 'Asia/Shanghai';
const QUARTER = { kind: 'quarter' as const, start: '2026-07-01' };
const NOW = Date.parse('2026-10-08T09:00:00+08:00');

interface Place {
  readonly branchId: string;
  readonly userId: string;
}

/** Rows as the console leaves them: submitted revisions, 50 answers each, a tenth of them not applicable. */
function fill(db: Connection, standard: PinnedStandard, { branchId, userId }: Place): void {
  const criteria = standard.criteria.slice(0, ANSWERS);
  if (criteria.length < ANSWERS) throw new Error(`the standard has only ${criteria.length} criteria`);
  const at = (agent: number, session: number): string =>
    new Date(Date.parse('2026-07-02T02:00:00Z') + session * 8 * 86_400_000 + agent * 1000).toISOString();
  db.transaction(() => {
    for (let agent = 0; agent < AGENTS; agent += 1) {
      const id = randomUUID();
      db.run(sql`INSERT INTO agent (id, number, name, pinyin, initials, engagement, status, created_at, updated_at)
        VALUES (${id}, ${`A${agent + 10_000}`}, '人员', 'renyuan', 'ry', 'agency', 'active', '2026', '2026')`);
      db.run(sql`INSERT INTO agent_assignment (id, agent_id, branch_id, team, from_day)
        VALUES (${randomUUID()}, ${id}, ${branchId}, ${`${agent % 40} 组`}, '2020-01-01')`);
      for (let session = 0; session < SESSIONS; session += 1) {
        const [observation, revision, when] = [randomUUID(), randomUUID(), at(agent, session)];
        db.run(sql`INSERT INTO observation (id, agent_id, branch_id, team, assessor_id, state, day, service_at,
            standard_version_id, created_at, created_by, started_at)
          VALUES (${observation}, ${id}, ${branchId}, '', ${userId}, 'inProgress', ${when.slice(0, 10)}, ${when},
            ${standard.versionId}, ${when}, ${userId}, ${when})`);
        db.run(sql`INSERT INTO observation_revision (id, observation_id, number, state, created_at, created_by, kind, occasion,
            setting, place, client, saved_at)
          VALUES (${revision}, ${observation}, 1, 'open', ${when}, ${userId}, 'sale', 'reception', 'meetingRoom', '', '', ${when})`);
        for (const [index, { code }] of criteria.entries()) {
          const mixed = (agent * 7919 + session * 104_729 + index * 1_299_709) % 1000;
          const missing = mixed % 10 === 0;
          const value = missing ? null : [0, 0.5, 1, 1, 1][mixed % 5]!;
          db.run(sql`INSERT INTO answer (revision_id, criterion, value, not_applicable, words, answered_at)
            VALUES (${revision}, ${code}, ${value}, ${missing ? 'otherService' : null}, '', ${when})`);
        }
        db.run(sql`UPDATE observation_revision SET state = 'submitted', submitted_at = ${when},
          digest = ${revision.replaceAll('-', '').padEnd(64, '0')}, introduction_minutes = ${5 + ((agent + session) % 12)}
          WHERE id = ${revision}`);
        db.run(
          sql`UPDATE observation SET state = 'submitted', submitted_revision_id = ${revision} WHERE id = ${observation}`,
        );
      }
    }
  });
  db.exec('ANALYZE');
}

const GROUPING = sql`SELECT o.agent_id, c.indicator, sum(c.weight * a.value) AS points, sum(c.weight) AS weight
  FROM observation o JOIN answer a ON a.revision_id = o.submitted_revision_id
    JOIN criterion c ON c.version_id = o.standard_version_id AND c.code = a.criterion
  WHERE o.state = 'submitted' AND o.day >= '2026-07-01' AND o.day < '2026-10-01' AND a.value IS NOT NULL
  GROUP BY o.agent_id, c.indicator`;

const CONTEXT = { signal: new AbortController().signal, onProgress: () => undefined };

/**
 * The dashboard's queries as the worker runs them, in turn with the pass that groups. They score every agent by the engine and
 * then count each answer by its criterion, so up to five times the pass.
 */
async function benchDashboard(db: Connection, file: string, { branchId }: Place): Promise<BenchLine[]> {
  const period = { kind: QUARTER.kind, ...periodOf(QUARTER.kind, QUARTER.start) };
  const input = { file, branchId, period, timeZone: TIME_ZONE, now: NOW };
  const [grouped, whole, behind]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    let from = performance.now();
    db.all(GROUPING);
    grouped.push(performance.now() - from);
    from = performance.now();
    const { agents, failing, control } = await branchDashboard(input, CONTEXT);
    whole.push(performance.now() - from);
    const [most] = failing;
    if (agents.length < AGENTS || !most || control.points.at(-1)!.checked !== (AGENTS * SESSIONS * ANSWERS * 9) / 10)
      throw new Error('the dashboard lost answers');
    from = performance.now();
    const rows = await dashboardRows({ ...input, what: 'failing', bar: `${most.source} ${most.criterion}` }, CONTEXT);
    behind.push(performance.now() - from);
    if (rows.total !== most.failed) throw new Error('the rows are not those of the bar');
  }
  const floor = median(grouped);
  const line = (name: string, times: readonly number[]): BenchLine => ({
    ...{ name, ratio: median(times) / floor, goal: { max: 5 }, unit: '×' },
    detail: `${median(times).toFixed(0)} ms against ${floor.toFixed(0)} ms, medians of ${ROUNDS} rounds`,
  });
  return [
    line('Reading the dashboard of the same branch, its trend, Pareto and p-chart, against the same pass', whole),
    line('Reading the rows behind its most frequent failing criterion against the same pass', behind),
  ];
}

/** Rounds of both in turn, so that a busy machine slows both alike; the medians are compared. */
export async function benchAssessment(): Promise<BenchLine[]> {
  using dir = tempDir('bench-assessment-');
  const store = openStore({ folder: dir.path, clock: () => NOW });
  const place = store.change(null, (tx) => setUpConsole(tx, FIRST_RUN, { password: 'none', recovery: 'none' }));
  const actor = { userId: place.userId, login: '', name: '', roles: ['manager' as const] };
  const { id: assessmentId } = openAssessment(store, actor, { branchId: place.branchId, ...QUARTER });
  const db = connect(store.file);
  migrate(db);
  fill(db, standardInForce(db), place);
  const grouped: number[] = [];
  const assessed: number[] = [];
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let from = performance.now();
    const groups = db.all(GROUPING).length;
    grouped.push(performance.now() - from);
    from = performance.now();
    await computeAssessment(
      {
        ...{ file: store.file, assessmentId, reason: 'bench', actorId: place.userId },
        ...{ timeZone: TIME_ZONE, now: NOW + round },
      },
      {
        signal: new AbortController().signal,
        onProgress: () => (most = Math.max(most, process.memoryUsage.rss())),
      },
    );
    assessed.push(performance.now() - from);
    const lines = db.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM assessment_agent WHERE low IS NOT NULL AND ranking_value IS NOT NULL`,
    );
    if (groups < AGENTS * 4 || lines?.n !== AGENTS * (round + 1)) throw new Error('the bench lost agents');
  }
  const dashboard = await benchDashboard(db, store.file, place);
  db.close();
  store.close();
  const [floor, time] = [median(grouped), median(assessed)];
  return [
    {
      name: 'Assessing a branch of 2,000 agents and 1,000,000 answers with intervals and ranking, read, scored and stored, against one SQL pass that groups them',
      ratio: time / floor,
      goal: { max: 3 },
      unit: '×',
      detail: `${time.toFixed(0)} ms against ${floor.toFixed(0)} ms, medians of ${ROUNDS} rounds; at most ${(most / 2 ** 20).toFixed(0)} MB in the process`,
    },
    ...dashboard,
  ];
}
