import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../electron/features/plan/coverage.ts';
import { reportDataset } from '../../electron/features/report/dataset.ts';
import { drain, PASSWORD, testConsole } from '../support/console.ts';
import { answerItems, CONTEXT, observing } from '../support/observing.ts';

describe("an agent's score", () => {
  test('rests on submitted sessions of the period alone, and its derivation ends at the single answers', async () => {
    using run = testConsole();
    const { agentId, start, submitted } = await observing(run);
    await start(); // a draft is no evidence
    const session = await submitted(['3.4-1']);
    const { score } = run.client;
    const found = await score.agent({ agentId, kind: 'quarter', start: null });
    expect(found.result).toMatchObject({
      period: { start: '2026-07-01', end: '2026-10-01' },
      sessions: 1,
      sufficient: false,
    });
    expect(found.sessions).toEqual([
      expect.objectContaining({ observationId: session.id, score: expect.any(Number) as number }),
    ]);
    expect(found.sessions[0]!.score).toBeLessThan(100);
    expect(found.result.composite).toBeCloseTo(found.sessions[0]!.score!, 2);
    expect(found.branch).toMatchObject({ name: '上海分公司', agents: 1, composite: found.result.composite });
    const levels = new Set<string>();
    const answers: string[] = [];
    const walk = (node: typeof found.derivation): void => {
      levels.add(node.level);
      if (node.level === 'answer') answers.push(node.key);
      node.terms.forEach((term) => walk(term.node));
    };
    walk(found.derivation);
    expect([...levels]).toEqual(expect.arrayContaining(['composite', 'indicator', 'measure', 'unit', 'answer']));
    expect(answers).toContain('3.4-1');
    expect(found.history).toHaveLength(8);
    expect(found.history.at(-1)).toEqual(found.result);
    expect(found.history.slice(0, -1).every(({ composite }) => composite === null)).toBe(true);
  });

  test('an answer loses its words once a later version of the standard drops the criterion', async () => {
    using run = testConsole();
    const { agentId, submitted } = await observing(run);
    const { standard, score } = run.client;
    const session = await submitted(['3.4-1']);
    const pinned = session.standard!;
    await run.signInAs('shen', ['manager']);
    const draft = await standard.createDraft({ from: pinned.versionId, title: '下一版' });
    await standard.removeCriterion({ id: draft.id, code: '3.4-1' });
    await standard.publish({ id: draft.id });
    const found = await score.agent({ agentId, kind: 'quarter', start: null });
    expect(found.sessions[0]!.standardVersion).toBe(pinned.versionId);
    expect(Object.keys(found.criteria)).toEqual([pinned.versionId]);
    expect(found.criteria[pinned.versionId]!['3.4-1']).toEqual(
      pinned.criteria.find(({ code }) => code === '3.4-1')!.text,
    );
  });

  test('a confirmed red line vetoes it and the composite before stays visible', async () => {
    using run = testConsole();
    const { agentId, submitted } = await observing(run);
    const record = await submitted();
    const code = record.standard!.criteria.find(({ redLine }) => redLine)!.code;
    const failed = await submitted([code]);
    const [line] = failed.redLines;
    const before = await run.client.score.agent({ agentId, kind: 'quarter', start: '2026-07-01' });
    expect(before.result.vetoed).toBe(false);
    await run.signInAs('shen', ['manager']);
    await run.client.observation.redLineStatement({ id: failed.id, redLineId: line!.id, statement: '无异议' });
    await run.client.observation.decideRedLine({ id: failed.id, redLineId: line!.id, confirmed: true, reason: '属实' });
    const { result } = await run.client.score.agent({ agentId, kind: 'quarter', start: '2026-07-01' });
    expect(result).toMatchObject({ vetoed: true, grade: 'fail', graded: 59, composite: before.result.composite });
  });
});

describe('the home screen', () => {
  test('lists drafts, red lines to decide and agents without evidence, each for those who may see them', async () => {
    using run = testConsole();
    const { start, submitted } = await observing(run);
    const draft = await start();
    const home = await run.client.home.get();
    expect(home).toMatchObject({ today: '2026-07-01', period: { agents: 1, observed: 0, sessions: 0, goal: 0.92 } });
    expect(home.drafts.map(({ id }) => id)).toEqual([draft.id]);
    expect(home.unobserved.map(({ employeeNumber }) => employeeNumber)).toEqual(['A0012']);
    const code = draft.standard!.criteria.find(({ redLine }) => redLine)!.code;
    await submitted([code]);
    await run.signInAs('shen', ['manager']);
    const later = await run.client.home.get();
    expect(later.period).toMatchObject({ observed: 1, sessions: 1 });
    expect(later.unobserved).toEqual([]);
    expect(later.redLines).toEqual([expect.objectContaining({ criterion: code, decidable: true })]);
    await run.signInAs('third', ['assessor']);
    const foreign = await run.client.home.get();
    expect(foreign).toMatchObject({ drafts: [], redLines: [], unobserved: [], period: null });
  });
});

describe('an agent whose first assignment begins after the service of a late entry', () => {
  const Q2 = { kind: 'quarter' as const, start: '2026-04-01' };

  test('is on the agent page but missing from the report, the assessment or the coverage of that period', async () => {
    using run = testConsole();
    const { branchId } = await observing(run);
    const add = (number: string, hiredOn: string | null) =>
      run.client.agents.add({
        ...{ number, name: '王五', gender: null, licence: null, engagement: 'agency', hiredOn, status: 'active' },
        ...{ phone: null, branchId, team: '二组', fromDay: '2026-07-01' },
      });
    const { id: agentId } = await add('C1', null);
    await add('C2', '2026-07-01');
    const { observation, report, score, assessment } = run.client;
    const late = await observation.start({
      ...{ agentId, context: CONTEXT, noticeConfirmed: true, serviceAt: '2026-06-20T10:00:00+08:00' },
    });
    await answerItems(run, late);
    await observation.signAssessor({ id: late.id, password: PASSWORD });
    const signature = { means: 'typed' as const, attitude: 'agree' as const, words: '' };
    await observation.signAgent({ id: late.id, signature: { ...signature, name: '王五', employeeNumber: 'C1' } });
    await observation.submit({ id: late.id });

    const page = await score.agent({ agentId, ...Q2 });
    expect(page.result).toMatchObject({ composite: 100, sessions: 1 });
    expect(page.branch).toMatchObject({ agents: 1, composite: 100 });
    // Someone hired later, about whom nothing is known, is not listed.
    const preview = await report.preview({ branchId, ...Q2 });
    expect(preview).toMatchObject({ agents: 2, observed: 1, sessions: 1 });
    const listed = { employeeNumber: 'C1', team: '二组' };
    expect(preview.rows).toMatchObject([{ employeeNumber: 'A0012' }, { ...listed, sessions: 1, composite: 100 }]);
    const data = reportDataset(
      run.console.store.read,
      {
        ...{ branchId, language: 'zh-CN', timeZone: 'Asia/Shanghai', now: run.now(), exportedBy: '林经理' },
        ...{ period: { ...Q2, end: '2026-07-01' }, masking: { masked: true } },
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    expect(data.agents).toMatchObject([{ employeeNumber: 'A0012' }, { ...listed, score: { composite: 100 } }]);
    expect(data.sessions).toMatchObject([{ employeeNumber: 'C1' }]);
    expect(data.trend.at(-1)).toMatchObject({ agents: 1, composite: 100 });
    const { id } = await assessment.open({ branchId, ...Q2 });
    const { result } = await drain(await assessment.compute({ id, reason: null }));
    const rows = await assessment.rows({ resultId: result.resultId });
    expect(rows.map(({ employeeNumber, sessions }) => [employeeNumber, sessions])).toEqual([
      ['A0012', 0],
      ['C1', 1],
    ]);
    const period = { ...Q2, end: '2026-07-01' };
    expect(coverageOf(run.console.store.read, branchId, period, '2026-07-01')).toMatchObject({
      agents: 2,
      observed: 1,
    });
  });
});
