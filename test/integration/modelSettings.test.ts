// The model's settings through the contract: a draft, its comparison in the worker, its publication as a fixed version.
import { expect, test } from 'vitest';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, observing, refusal } from '../support/observing.ts';

const JULY = { kind: 'month', start: '2026-07-01' } as const;

const inForce = async (run: TestConsole) => (await run.client.model.read()).versions[0]!;

// Would catch: a draft that scores before it is published, a published version that changes, a result that loses its model.
test('a draft is compared, published with a reason, and the older version stays', async () => {
  using run = testConsole();
  const { branchId, agentId, submitted } = await observing(run);
  await submitted(['3.4-1']);
  await expect(run.client.model.begin()).rejects.toEqual(refusal('notPermitted'));
  await asAdmin(run);
  const first = await inForce(run);
  expect(first).toMatchObject({ version: 1, publishedBy: null });
  const draft = await run.client.model.begin();
  expect(draft).toMatchObject({ basedOn: 1, problems: [], values: first.values });
  await expect(run.client.model.begin()).rejects.toEqual(refusal('modelDraftThere'));
  await expect(run.client.model.publish({ reason: '同样' })).rejects.toEqual(refusal('modelUnchanged'));

  const same = await drain(await run.client.model.compare({ branchId, ...JULY }));
  expect(same.result).toMatchObject({ gradeChanges: 0, rankChanges: 0 });
  expect(same.steps.length).toBeGreaterThan(0);

  const before = await run.client.score.agent({ agentId, ...JULY });
  await run.client.model.save({
    values: { ...draft.values, 'grade.excellent': 100, 'grade.good': 99.99, 'minimum.coverage': 0.1 },
  });
  // The comparison of the draft as it was says nothing about what it is now.
  await expect(run.client.model.publish({ reason: '评审会决定' })).rejects.toEqual(refusal('modelNotCompared'));
  const { result } = await drain(await run.client.model.compare({ branchId, ...JULY }));
  expect((await run.client.model.read()).draft!.comparison).toBe('made');
  expect(result.rows).toMatchObject([
    { agentId, before: { grade: before.result.grade }, difference: 0, gradeChanged: true },
  ]);
  expect(result.gradeChanges).toBe(1);
  expect((await run.client.score.agent({ agentId, ...JULY })).model).toEqual(before.model);

  const { version } = await run.client.model.publish({ reason: '评审会决定' });
  expect(version).toBe(2);
  const { versions, draft: none } = await run.client.model.read();
  expect(none).toBeNull();
  expect(versions.map((one) => [one.version, one.reason, one.publishedBy])).toEqual([
    [2, '评审会决定', '林经理'],
    [1, 'default', null],
  ]);
  expect(versions[1]).toEqual(first);
  expect(versions[0]!.values['grade.good']).toBe(99.99);
  const after = await run.client.score.agent({ agentId, ...JULY });
  expect(after.model).toEqual({ version: 2, digest: versions[0]!.digest });
  expect(after.result.grade).toBe(result.rows[0]!.after.grade);
  expect((await run.client.report.preview({ branchId, ...JULY })).modelVersion).toBe(2);
});

// Would catch: an invalid draft that reaches the engine.
test('an invalid draft is kept with its problems and neither compared nor published', async () => {
  using run = testConsole();
  const { branchId } = await observing(run);
  await asAdmin(run);
  await expect(run.client.model.save({ values: {} })).rejects.toEqual(refusal('modelNoDraft'));
  const { values } = await run.client.model.begin();
  await expect(run.client.model.save({ values: { ...values, 'indicator.sales': 50 } })).rejects.toEqual(
    refusal('modelFieldUnknown', { field: 'indicator.sales' }),
  );
  const saved = await run.client.model.save({ values: { ...values, 'grade.good': 95, 'indicator.content': null } });
  expect(saved.problems).toEqual([
    { field: 'indicator.content', reason: 'missing' },
    { field: 'grade.good', reason: 'falling' },
  ]);
  const refused = refusal('modelHasProblems', { count: 2 });
  await expect(run.client.model.publish({ reason: '发布' })).rejects.toEqual(refused);
  await expect(drain(await run.client.model.compare({ branchId, ...JULY }))).rejects.toEqual(refused);
  await run.client.model.discard();
  await expect(run.client.model.discard()).rejects.toEqual(refusal('modelNoDraft'));
  expect((await inForce(run)).version).toBe(1);
});

// Would catch: a comparison on an old or empty period that stands for the last one, and a new console that can publish nothing.
test('a draft is compared on the last period with observations, unless there is none', async () => {
  using run = testConsole();
  const { branchId, submitted } = await observing(run);
  await asAdmin(run);
  const { values, comparison } = await run.client.model.begin();
  expect(comparison).toBe('nothing');
  expect((await run.client.model.save({ values: { ...values, 'grade.good': 82 } })).comparison).toBe('nothing');
  await run.client.model.publish({ reason: '启用前调整' });
  await run.client.model.begin();
  await run.client.model.save({ values: { ...values, 'grade.good': 84 } });
  const state = async () => (await run.client.model.read()).draft!.comparison;
  await run.signInAs('zhao', ['supervisor']);
  await submitted();
  run.advance(40 * 86_400_000);
  await run.signInAs('zhao', ['supervisor']);
  await submitted();
  run.advance(31 * 86_400_000);
  await asAdmin(run);
  // July and August have ended; September, which runs, has nothing to show.
  for (const start of ['2026-07-01', '2026-09-01']) {
    await drain(await run.client.model.compare({ branchId, kind: 'month', start }));
    expect(await state()).toBe('missing');
  }
  await expect(run.client.model.publish({ reason: '评审会决定' })).rejects.toEqual(refusal('modelNotCompared'));
  await drain(await run.client.model.compare({ branchId, kind: 'month', start: '2026-08-01' }));
  expect(await state()).toBe('made');
  expect((await run.client.model.publish({ reason: '评审会决定' })).version).toBe(3);
});
