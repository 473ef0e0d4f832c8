import { describe, expect, test } from 'vitest';
import { testConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';

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
