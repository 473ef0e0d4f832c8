// An assessment through the contract: computed, reviewed, decided, frozen, and what comes afterwards. But for the first, each
// title names the fault that would turn it red.
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { agentResult } from '../../electron/features/assessment/agentResult.ts';
import { finalisedAt } from '../../electron/features/assessment/finalised.ts';
import { latestFinalised } from '../../electron/features/assessment/known.ts';
import type { Derivation } from '../../shared/contract/derivation.ts';
import { assessing, JULY, toAugust } from '../support/assessing.ts';
import { ADMIN, drain, testConsole, type TestConsole } from '../support/console.ts';
import { refusal } from '../support/observing.ts';

const RED_LINE = '1.2.1-1';

const asManager = (run: TestConsole) => run.signInAs(ADMIN, ['manager']);
const counts = (run: TestConsole, table: 'assessment_result' | 'assessment_agent'): number =>
  run.console.store.read.get<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] })!.n;

/** Three agents with two sessions each, one with none. */
async function observed(run: TestConsole) {
  const here = await assessing(run);
  const ids: string[] = [];
  for (const [agent, failing] of [
    [0, []],
    [0, ['3.4-1']],
    [1, ['3.4-1', '3.4-2']],
    [1, []],
    [2, ['3.4-1', '3.4-2', '3.5-1', '2.2.1-1']],
    [2, ['3.4-1', '3.5-1']],
  ] as const)
    ids.push((await here.observe(agent, failing)).id);
  return { ...here, sessions: ids };
}

const finalise = async (run: TestConsole, resultId: string) => {
  await asManager(run);
  const rows = await run.client.assessment.rows({ resultId });
  const agentIds = rows.map(({ agentId }) => agentId);
  await run.client.assessment.review({ resultId, agentIds, remark: '已核对' });
  return run.client.assessment.finalise({ resultId });
};

describe('a computed result', () => {
  test('ranks the sufficient, sets the others apart, and opens each number down to stored answers', async () => {
    using run = testConsole();
    const { compute, rows, agentIds, sessions } = await observed(run);
    await toAugust(run);
    const { id, resultId } = await compute();
    const lines = await rows(resultId);
    expect(lines.map(({ employeeNumber }) => employeeNumber)).toEqual(['A0012', 'B0000', 'B0001', 'B0002', 'B0003']);
    const [a, b, c] = agentIds.slice(0, 3).map((agentId) => lines.find((line) => line.agentId === agentId)!);
    expect([a, b, c].map((line) => line!.rank)).toEqual([1, 2, 3]);
    expect(a).toMatchObject({ sufficient: true, sessions: 2, counts: { session: 2 }, change: null, review: null });
    expect(a!.interval!.low).toBeLessThan(a!.composite!);
    expect(Math.abs(a!.rankingValue! - b!.rankingValue!)).toBeLessThan(Math.abs(a!.composite! - b!.composite!));
    expect(lines.filter(({ grade }) => grade === 'insufficient').map(({ rank }) => rank)).toEqual([null, null]);
    const detail = await run.client.assessment.agent({ resultId, agentId: agentIds[0]! });
    expect(detail).toMatchObject({ intact: true, evidence: [{ kind: 'session' }, { kind: 'session' }] });
    expect(detail.evidence.map(({ record }) => record)).toEqual(
      sessions.slice(0, 2).map((id) => ({ kind: 'session', id })),
    );
    const answers: string[] = [];
    const walk = ({ node }: { node: Derivation }): void => {
      if (node.level === 'answer') answers.push(node.key);
      node.terms.forEach(walk);
    };
    walk({ node: detail.derivation });
    expect(answers).toContain('3.4-1');
    expect(detail.derivation.value).toBe(a!.composite);
    expect(await run.client.assessment.get({ id })).toMatchObject({ state: 'computed', ended: true, results: 1 });
    expect(await run.client.assessment.list()).toMatchObject([{ id, agents: 5, reviewed: 0, state: 'computed' }]);
  });

  test('gives another composite than the one of the agent page, which reads live rows', async () => {
    using run = testConsole();
    const { compute, rows, agentIds } = await observed(run);
    await toAugust(run);
    const { resultId } = await compute();
    for (const line of await rows(resultId)) {
      const live = await run.client.score.agent({ agentId: line.agentId, ...JULY });
      expect(live.result).toMatchObject({ composite: line.composite, grade: line.grade, sessions: line.sessions });
    }
    expect(agentIds).toHaveLength(4);
  });

  test('shows live rows instead of the stored evidence once a session is withdrawn', async () => {
    using run = testConsole();
    const { compute, agentIds, sessions, observe } = await observed(run);
    await toAugust(run);
    const { resultId } = await compute();
    const before = await run.client.assessment.agent({ resultId, agentId: agentIds[0]! });
    await asManager(run);
    await run.client.observation.withdraw({ id: sessions[0]!, reason: '重复录入' });
    await observe(0);
    const after = await run.client.assessment.agent({ resultId, agentId: agentIds[0]! });
    expect(after).toEqual(before);
    expect(agentResult(run.console.store.read, resultId, agentIds[0]!).assessment.score.sessions).toBe(2);
  });

  test('leaves something behind when it is stopped', async () => {
    using run = testConsole();
    const { branchId, observe } = await assessing(run);
    await observe(0);
    await toAugust(run);
    const { id } = await run.client.assessment.open({ branchId, ...JULY });
    for (const stage of ['scores', 'writing']) {
      const stop = new AbortController();
      const stream = await run.client.assessment.compute({ id, reason: null }, { signal: stop.signal });
      await expect(
        (async () => {
          for await (const step of stream) if (step.stage === stage) stop.abort();
        })(),
      ).rejects.toBeDefined();
      expect([counts(run, 'assessment_result'), counts(run, 'assessment_agent')]).toEqual([0, 0]);
    }
    expect(await run.client.assessment.get({ id })).toMatchObject({ state: 'collecting', results: 0 });
    expect(verifyAudit(run.console.store.read).intact).toBe(true);
  });

  test('is replaced rather than numbered, or needs no reason, when computed again', async () => {
    using run = testConsole();
    const { compute, rows, observe, agentIds } = await observed(run);
    await toAugust(run);
    const first = await compute();
    await run.client.assessment.review({ resultId: first.resultId, agentIds: [agentIds[0]!], remark: '' });
    await expect(compute()).rejects.toEqual(refusal('assessmentReasonMissing'));
    await observe(0);
    const second = await compute('模型说明已补充');
    const record = await run.client.assessment.get({ id: first.id });
    expect(record.all.map(({ number, state, reason }) => ({ number, state, reason }))).toEqual([
      { number: 2, state: 'computed', reason: '模型说明已补充' },
      { number: 1, state: 'superseded', reason: null },
    ]);
    expect((await rows(second.resultId)).every(({ review }) => review === null)).toBe(true);
    const again = { resultId: first.resultId, agentIds: [agentIds[1]!], remark: '' };
    await expect(run.client.assessment.review(again)).rejects.toEqual(refusal('assessmentResultClosed'));
  });
});

describe('review and decisions', () => {
  test('reward the insufficient, reward after a veto, or honour premium', async () => {
    using run = testConsole();
    const { compute, observe, agentIds, confirm, rows } = await observed(run);
    const vetoed = await observe(2, [RED_LINE]);
    await confirm(vetoed.id, vetoed.redLineIds[0]!);
    await toAugust(run);
    const { resultId } = await compute();
    await asManager(run);
    const { assessment } = run.client;
    const about = (agent: number, kind: 'bonus' | 'title' | 'criticism', name = '') => ({
      ...{ resultId, agentIds: [agentIds[agent]!], kind, name, reason: '本月服务质量' },
    });
    expect((await rows(resultId)).find(({ agentId }) => agentId === agentIds[2])).toMatchObject({
      ...{ vetoed: true, grade: 'fail', graded: 59 },
    });
    for (const refused of [about(3, 'bonus'), about(3, 'criticism'), about(2, 'bonus')])
      await expect(assessment.decide(refused)).rejects.toMatchObject({ data: { reason: 'assessmentNotOffered' } });
    for (const name of ['销售冠军', '保费之星', 'Top Seller', 'Premium Club'])
      await expect(assessment.decide(about(0, 'title', name))).rejects.toMatchObject({
        data: { reason: 'assessmentTitlePremium' },
      });
    await expect(assessment.decide(about(0, 'title'))).rejects.toEqual(refusal('assessmentTitleMissing'));
    await assessment.decide(about(0, 'title', '服务之星'));
    await assessment.decide(about(2, 'criticism'));
    const { decisions } = await assessment.agent({ resultId, agentId: agentIds[0]! });
    expect(decisions).toMatchObject([{ kind: 'title', name: '服务之星', decidedBy: '林经理', withdrawnAt: null }]);
    await assessment.withdrawDecision({ decisionId: decisions[0]!.id, reason: '改为奖金' });
    expect((await rows(resultId)).map((row) => row.decisions.length)).toEqual([0, 0, 0, 1, 0]);
    expect((await assessment.agent({ resultId, agentId: agentIds[0]! })).decisions).toMatchObject([
      { withdrawnBy: '林经理', withdrawalReason: '改为奖金' },
    ]);
  });

  test('are open to roles that may not', async () => {
    using run = testConsole();
    const { compute, agentIds, branchId } = await observed(run);
    await toAugust(run);
    const { id, resultId } = await compute();
    const { assessment } = run.client;
    const denied = refusal('notPermitted');
    const bonus = { resultId, agentIds: [agentIds[0]!], kind: 'bonus' as const, name: '', reason: '优秀' };
    await expect(assessment.decide(bonus)).rejects.toEqual(denied);
    await expect(assessment.finalise({ resultId })).rejects.toEqual(denied);
    await run.signInAs('third', ['assessor']);
    await expect(assessment.list()).rejects.toEqual(denied);
    await expect(assessment.rows({ resultId })).rejects.toEqual(denied);
    await run.signInAs('hq', ['headquarters']);
    expect(await assessment.get({ id })).toMatchObject({ id });
    await expect(assessment.open({ branchId, ...JULY })).rejects.toEqual(denied);
    await expect(assessment.review({ resultId, agentIds: [...agentIds], remark: '' })).rejects.toEqual(denied);
  });
});

describe('a finalised result', () => {
  test('is frozen with an agent nobody reviewed, or while its period ran', async () => {
    using run = testConsole();
    const { compute, agentIds } = await observed(run);
    const early = await compute();
    await asManager(run);
    await expect(run.client.assessment.finalise({ resultId: early.resultId })).rejects.toEqual(
      refusal('assessmentPeriodRunning', { day: '2026-08-01' }),
    );
    await toAugust(run);
    const { resultId } = await compute('期间已结束');
    await run.client.assessment.review({ resultId, agentIds: agentIds.slice(0, 3), remark: '' });
    await asManager(run);
    await expect(run.client.assessment.finalise({ resultId })).rejects.toEqual(
      refusal('assessmentUnreviewed', { count: 2, names: '李四、人员3' }),
    );
    const head = await finalise(run, resultId);
    expect(head).toMatchObject({ state: 'finalised', finalisedBy: '林经理', reviewed: 5 });
    expect(head.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('moves with late evidence, or hides it', async () => {
    using run = testConsole();
    const { compute, rows, agentIds, sessions, branchId, observe } = await observed(run);
    const late = await observe(1, []);
    await toAugust(run);
    const { id, resultId } = await compute();
    await finalise(run, resultId);
    const frozen = await rows(resultId);
    expect(await run.client.assessment.differences({ resultId })).toEqual({ intact: true, rows: [] });
    await run.client.observation.withdraw({ id: sessions[0]!, reason: '重复录入' });
    await run.signInAs('zhao', ['supervisor']);
    await run.client.observation.amend({ id: late.id, reason: '补正' });
    await run.client.observation.note({ id: late.id, criterion: '3.4-1', text: '补充说明' });
    await run.client.observation.signAssessor({ id: late.id, password: 'correct horse battery' });
    const signature = { means: 'typed' as const, attitude: 'agree' as const, words: '' };
    await run.client.observation.signAgent({
      id: late.id,
      signature: { ...signature, name: '人员1', employeeNumber: 'B0001' },
    });
    await run.client.observation.submit({ id: late.id });
    const found = await run.client.assessment.differences({ resultId });
    expect(found.intact).toBe(true);
    expect(found.rows).toMatchObject([
      { kind: 'session', id: sessions[0], change: 'removed', agentId: agentIds[0], after: null },
      { kind: 'session', id: late.id, change: 'changed', agentId: agentIds[1], agentName: '人员1' },
    ]);
    expect(await rows(resultId)).toEqual(frozen);
    const again = await compute('撤回了一次重复录入');
    expect((await run.client.assessment.get({ id })).all.map(({ state }) => state)).toEqual(['computed', 'finalised']);
    expect((await rows(again.resultId)).find(({ agentId }) => agentId === agentIds[0])).toMatchObject({ sessions: 1 });
    expect(await rows(resultId)).toEqual(frozen);
    expect(latestFinalised(run.console.store.read, branchId, JULY)?.id).toBe(resultId);
  });

  test('can be changed by SQL', async () => {
    using run = testConsole();
    const { compute, agentIds } = await observed(run);
    await toAugust(run);
    const { resultId } = await compute();
    await asManager(run);
    const decision = { resultId, agentIds: [agentIds[0]!], kind: 'bonus' as const, name: '', reason: '优秀' };
    await run.client.assessment.decide(decision);
    await finalise(run, resultId);
    const db = connect(run.console.store.file);
    try {
      const agent = agentIds[0]!;
      for (const write of [
        sql`UPDATE assessment_agent SET composite = 100 WHERE agent_id = ${agent}`,
        sql`DELETE FROM assessment_agent WHERE agent_id = ${agent}`,
        sql`INSERT INTO assessment_agent SELECT result_id, 99, ${
          run.console.store.read.get<{ id: string }>(sql`SELECT id FROM agent LIMIT 1`)!.id
        }, branch_id, team, composite, graded, grade, vetoed, sufficient, sessions, coverage, low, high,
          ranking_value, band, pending, counts, score, evidence, digest FROM assessment_agent LIMIT 1`,
        sql`UPDATE assessment_result SET state = 'inReview'`,
        sql`UPDATE assessment_result SET digest = 'x'`,
        sql`UPDATE assessment_result SET as_of = '2026-01-01'`,
        sql`DELETE FROM assessment_result`,
        sql`UPDATE assessment_review SET remark = 'x'`,
        sql`DELETE FROM assessment_review`,
        sql`UPDATE assessment_decision SET withdrawn_at = '2026', withdrawn_by = decided_by, withdrawal_reason = 'x'`,
        sql`UPDATE assessment_decision SET reason = 'x'`,
        sql`DELETE FROM assessment_decision`,
        sql`UPDATE assessment SET start_day = '2026-06-01'`,
      ])
        expect(() => db.run(write), write.text).toThrow(/SQLITE_CONSTRAINT|kept|closed|never changed|withdrawn/);
    } finally {
      db.close();
    }
    const closed = refusal('assessmentResultClosed');
    await expect(run.client.assessment.decide(decision)).rejects.toEqual(closed);
    await expect(run.client.assessment.finalise({ resultId })).rejects.toEqual(closed);
  });

  test('is told intact after someone took the triggers away and changed a figure', async () => {
    using run = testConsole();
    const { compute } = await observed(run);
    await toAugust(run);
    const { resultId } = await compute();
    await finalise(run, resultId);
    const db = connect(run.console.store.file);
    db.exec('DROP TRIGGER assessment_agent_fixed; UPDATE assessment_agent SET graded = 99 WHERE position = 1');
    db.close();
    expect((await run.client.assessment.differences({ resultId })).intact).toBe(false);
  });

  test('vetoes twice, or never, for a red line confirmed after it', async () => {
    using run = testConsole();
    const { compute, rows, agentIds, branchId, observe, confirm } = await observed(run);
    const line = await observe(0, [RED_LINE]);
    await toAugust(run);
    const { id, resultId } = await compute();
    const mine = async (result: string) => (await rows(result)).find(({ agentId }) => agentId === agentIds[0]);
    expect(await mine(resultId)).toMatchObject({ vetoed: false, pendingRedLines: 1 });
    await finalise(run, resultId);
    run.advance(86_400_000);
    await confirm(line.id, line.redLineIds[0]!);
    const { read } = run.console.store;
    expect(finalisedAt(read, { agentId: agentIds[0]!, kind: 'month', day: '2026-07-02' })).not.toBeNull();
    expect(finalisedAt(read, { agentId: agentIds[0]!, kind: 'quarter', day: '2026-07-02' })).toBeNull();
    expect((await run.client.assessment.differences({ resultId })).rows).toMatchObject([
      { kind: 'redLine', id: line.redLineIds[0], change: 'moved', record: { kind: 'session', id: line.id } },
    ]);
    // July again: the veto stays out of it. August: it is there, with its reason.
    const again = await drain(await run.client.assessment.compute({ id, reason: '核对' }));
    expect(await mine(again.result.resultId)).toMatchObject({ vetoed: false, pendingRedLines: 0 });
    const august = await run.client.assessment.open({ branchId, kind: 'month', start: '2026-08-01' });
    const { result } = await drain(await run.client.assessment.compute({ id: august.id, reason: null }));
    expect(await mine(result.resultId)).toMatchObject({ vetoed: true, grade: 'fail', sessions: 0 });
    const { vetoes } = await run.client.assessment.agent({ resultId: result.resultId, agentId: agentIds[0]! });
    expect(vetoes).toMatchObject([{ reason: '属实', record: { kind: 'session', id: line.id } }]);
    // The quarter was never finalised: there it counts where it happened.
    const quarter = await run.client.assessment.open({ branchId, kind: 'quarter', start: '2026-07-01' });
    const whole = await drain(await run.client.assessment.compute({ id: quarter.id, reason: null }));
    expect(await mine(whole.result.resultId)).toMatchObject({ vetoed: true, sessions: 3 });
  });

  test('is compared with a period that was not finalised', async () => {
    using run = testConsole();
    const { compute, rows, agentIds, branchId, observe } = await observed(run);
    await toAugust(run);
    const july = await compute();
    const assessAugust = async (reason: string | null) => {
      const { id } = await run.client.assessment.open({ branchId, kind: 'month', start: '2026-08-01' });
      const { result } = await drain(await run.client.assessment.compute({ id, reason }));
      return (await rows(result.resultId)).find(({ agentId }) => agentId === agentIds[1])!;
    };
    await observe(1, []);
    await observe(1, []);
    expect((await assessAugust(null)).change).toBeNull();
    await finalise(run, july.resultId);
    const before = (await rows(july.resultId)).find(({ agentId }) => agentId === agentIds[1])!;
    const line = await assessAugust('七月已定稿');
    expect(line.change).toBeCloseTo(line.graded! - before.graded!, 9);
    expect(line.trend.slice(-2)).toEqual([before.graded, line.graded]);
  });
});
