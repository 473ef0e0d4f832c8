// Training through the contract. Each title names the fault that would turn it red.
import { describe, expect, test } from 'vitest';
import { trainingOfPeriod } from '../../electron/features/training/rows.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import type { TrainingRow } from '../../shared/contract/trainingRows.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { assessing } from '../support/assessing.ts';
import { drain, testConsole } from '../support/console.ts';
import { asAdmin, observing, refusal } from '../support/observing.ts';
import { tempDir } from '../support/tempDir.ts';
import { ALL, COURSE, lecture, newCourse, plan, save } from '../support/trainings.ts';

const DAY = 86_400_000;
const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;

describe('a training', () => {
  test('is overwritten by a correction, counted twice, dated ahead, or keeps a mark that cannot be', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { id } = await save(run, lecture(agentId));
    await expect(save(run, lecture(agentId))).rejects.toEqual(refusal('trainingTwice'));
    await expect(save(run, lecture(agentId, { day: '2026-07-02' }))).rejects.toEqual(refusal('dayInFuture'));
    for (const theory of ['101%', '51/50'])
      await expect(save(run, lecture(agentId, { title: '另一门', theory }))).rejects.toEqual(refusal('markInvalid'));
    await expect(save(run, lecture(agentId, { title: '另一门', hours: 25 }))).rejects.toThrow();

    // The examination was held later: the same row.
    const filled = lecture(agentId, { theory: '86%', practical: 'good', conduct: '41/50' });
    expect(await save(run, filled, { id, revision: 1 })).toEqual({ id });
    const first = await run.client.training.record({ id });
    expect(first).toMatchObject({ theory: '86%', revision: 2, state: 'standing', team: '一组' });

    const changed = { ...filled, hours: 5 };
    await expect(save(run, changed, { id, revision: 2 })).rejects.toEqual(refusal('correctionReasonMissing'));
    await expect(save(run, changed, { id, revision: 1, reason: '漏记' })).rejects.toEqual(refusal('changedMeanwhile'));
    const next = await save(run, changed, { id, revision: 2, reason: '漏记一小时' });
    expect(next.id).not.toBe(id);
    expect(await run.client.training.record({ id })).toMatchObject({
      ...{ state: 'withdrawn', withdrawnReason: '漏记一小时', replacedById: next.id, hours: 4 },
    });
    await expect(save(run, changed, { id, revision: 3 })).rejects.toEqual(refusal('rowWithdrawn'));
    const { rows } = await run.client.training.records({ ...ALL, withdrawn: false });
    expect(rows.map((row: TrainingRow) => row.id)).toEqual([next.id]);
    const book = trainingOfPeriod(run.console.store.read, [agentId], { start: '2026-06-01', end: '2026-07-01' });
    expect(book).toMatchObject([{ id: next.id, hours: 5, hoursSoFar: 5, planId: null }]);
    // Whatever the code above does, the store keeps the hours of a row.
    expect(() =>
      run.console.store.change(null, (tx) => {
        tx.run({ text: 'UPDATE training_record SET hours = 20 WHERE id = ?', values: [next.id] });
        tx.note({ action: 'trainingRecord.test', entity: 'trainingRecord', entityId: next.id, facts: {} });
      }),
    ).toThrow('a training is corrected by another');
  });

  test('moves no score, or scores those whose branch keeps no trainings', async () => {
    using run = testConsole();
    const { agentIds, observe } = await assessing(run, 2);
    const [one, other] = agentIds as [string, string];
    await observe(0);
    await observe(1);
    const score = async (agentId: string) => {
      const { result } = await run.client.score.agent({ agentId, kind: 'month', start: '2026-07-01' });
      return result.composite!;
    };
    const before = [await score(one), await score(other)];
    const window = windowOf(JULY, run.now());
    const trainingOf = (agentId: string) => evidenceOfAgent(run.console.store.read, agentId, window).training;
    expect(trainingOf(one)).toBeNull();

    const { id } = await save(run, lecture(one, { hours: 7 }));
    // 20 × 7 / 12 = 11.67 are asked for by the end of July; 7 are there: −5 × (1 − 7 / 11.67) = −2.
    expect(trainingOf(one)).toEqual({ hours: 7, months: 7 });
    expect(await score(one)).toBeCloseTo(before[0]! - 2, 6);
    // The branch keeps trainings now: none is no hours.
    expect(trainingOf(other)).toEqual({ hours: 0, months: 7 });
    expect(await score(other)).toBeCloseTo(before[1]! - 5, 6);

    await save(run, lecture(one, { hours: 8, title: '二', day: '2026-01-01' }));
    // Of the year before: nothing.
    await save(run, lecture(other, { hours: 20, day: '2025-12-31' }));
    expect(await score(one)).toBeCloseTo(before[0]!, 6);
    expect(trainingOf(other)).toEqual({ hours: 0, months: 7 });
    await run.client.training.withdrawRecord({ id, revision: 1, reason: '误录' });
    expect(trainingOf(one)).toEqual({ hours: 8, months: 7 });
  });

  // The day's hours, by the form, a correction and a class.
  test('makes a day of an agent longer than 24 hours, or counts what was withdrawn against it', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { id } = await save(run, lecture(agentId, { hours: 16 }));
    const full = (existing: number, hours: number) =>
      refusal('trainingDayFull', { agent: '李四 A0012', day: '2026-06-10', existing, hours });
    await expect(save(run, lecture(agentId, { title: '二', hours: 8.01 }))).rejects.toEqual(full(16, 8.01));
    await save(run, lecture(agentId, { title: '二', hours: 8 }));
    await save(run, lecture(agentId, { title: '二', hours: 8, day: '2026-06-11' }));
    const more = lecture(agentId, { hours: 17 });
    await expect(save(run, more, { id, revision: 1, reason: '更正' })).rejects.toEqual(full(8, 17));
    await run.client.training.withdrawRecord({ id, revision: 1, reason: '误录' });
    await save(run, lecture(agentId, { hours: 16 }));
  });

  test('of a class is recorded for some of its agents only, or leaves the plans it does open', async () => {
    using run = testConsole();
    const { agentIds } = await assessing(run, 3);
    const [one, other, third] = agentIds as [string, string, string];
    const { id: courseId } = await newCourse(run);
    await plan(run, [one, other], { content: 'communication', hours: 3 });
    const planOf = async (agentId: string) => (await run.client.training.plans({ agentId }))[0]!;
    const course = { courseId, title: COURSE.title, content: COURSE.content, form: COURSE.form };
    const rowOf = (agentId: string, over: object = {}) => ({
      ...{ agentId, day: '2026-06-10', hours: 3, trainer: '陈讲师', note: '', planId: null },
      ...{ theory: null, practical: null, conduct: null, satisfaction: null },
      ...over,
    });
    const record = (...rows: ReturnType<typeof rowOf>[]) => run.client.training.saveClass({ course, rows });
    await expect(record(rowOf(one), rowOf(one))).rejects.toMatchObject({ data: { reason: 'trainingClassMany' } });
    await expect(record(rowOf(one), rowOf(other, { day: '2026-07-02' }))).rejects.toEqual(refusal('dayInFuture'));
    await expect(record(rowOf(one), rowOf(other, { theory: '101%' }))).rejects.toEqual(refusal('markInvalid'));
    await save(run, lecture(third, { hours: 22 }));
    await expect(record(rowOf(one), rowOf(third))).rejects.toMatchObject({ data: { reason: 'trainingDayFull' } });
    expect(await run.client.training.records(ALL)).toMatchObject({ total: 1 });

    const { id: planId } = await planOf(other);
    const marks = { theory: '86.5%', practical: 'good', conduct: '41/50' };
    expect(
      await record(rowOf(one, marks), rowOf(other, { planId, day: '2026-06-11', hours: 2, trainer: '王讲师' })),
    ).toEqual({ recorded: 2 });
    const { rows } = await run.client.training.records({ ...ALL, courseId });
    expect(rows).toMatchObject([
      { agentId: other, day: '2026-06-11', hours: 2, trainer: '王讲师', courseVersion: 1 },
      { agentId: one, day: '2026-06-10', hours: 3, ...marks },
    ]);
    expect([(await planOf(one)).state, (await planOf(other)).state]).toEqual(['done', 'done']);
    await expect(record(rowOf(third, { day: '2026-06-12' }), rowOf(one))).rejects.toMatchObject({
      data: { reason: 'trainingClassAgent' },
    });
    await expect(record(rowOf(other, { day: '2026-06-13', planId }))).rejects.toMatchObject({
      data: { reason: 'trainingClassPlan' },
    });
  });

  test('planned from a record leads back to none, or is not found from it', async () => {
    using run = testConsole();
    const { agentId, branchId, assessorId } = await observing(run);
    await asAdmin(run);
    const { id: sourceId } = await run.client.improvement.propose({
      ...{ branchId, title: '问候语示范', kind: 'training', problem: null, cause: '新人', measure: '演练' },
      ...{ ownerId: assessorId, deadline: '2026-09-30', figure: { kind: 'csi' }, target: 90, days: 30 },
    });
    const why = { reason: 'improvement' as const, criteria: [], words: '', sourceId };
    for (const reason of ['improvement', 'complaint', 'rectification'] as const)
      await expect(plan(run, [agentId], { why: { ...why, reason, sourceId: agentId } })).rejects.toEqual(
        refusal('trainingSourceMissing'),
      );
    await expect(plan(run, [agentId], { why: { ...why, reason: 'finding', sourceId: agentId } })).rejects.toThrow();
    await plan(run, [agentId], { why });
    expect(await run.client.training.plansOf({ sourceId })).toMatchObject([{ state: 'planned', content: 'product' }]);
    expect(await run.client.training.plans({ agentId })).toMatchObject([{ reason: 'improvement', sourceId }]);
    expect(await run.client.training.plansOf({ sourceId: agentId })).toEqual([]);
  });

  test('leaves its plan open, does one of another content, or keeps it done after its withdrawal', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    await expect(plan(run, [agentId], { dueOn: '2026-06-30' })).rejects.toEqual(refusal('trainingPlanPast'));
    expect(await plan(run, [agentId, agentId])).toEqual({ made: 1, passedOver: 0 });
    expect(await plan(run, [agentId])).toEqual({ made: 0, passedOver: 1 });
    const plans = () => run.client.training.plans({ agentId });
    await save(run, lecture(agentId, { content: 'risk', title: '风险' }));
    await save(run, lecture(agentId, { hours: 1, title: '一小时' }));
    expect(await plans()).toMatchObject([{ state: 'planned', recordId: null }]);
    const { id } = await save(run, lecture(agentId));
    expect(await plans()).toMatchObject([{ state: 'done', recordId: id }]);
    // Would catch: a plan that counts as done by a training that a correction made shorter, or of another content.
    const short = await save(run, lecture(agentId, { hours: 0.5 }), { id, revision: 1, reason: '更正' });
    expect(await plans()).toMatchObject([{ state: 'planned', recordId: null }]);
    await run.client.training.withdrawRecord({ id: short.id, revision: 1, reason: '误录' });
    const full = await save(run, lecture(agentId));
    expect(await plans()).toMatchObject([{ state: 'done', recordId: full.id }]);
    const off = await save(run, lecture(agentId, { content: 'risk' }), { id: full.id, revision: 1, reason: '更正' });
    expect(await plans()).toMatchObject([{ state: 'planned', recordId: null }]);
    await run.client.training.withdrawRecord({ id: off.id, revision: 1, reason: '误录' });
    // Somebody chose a training of another content for it: that one stays as long as its hours do.
    const [waiting] = await plans();
    const chosen = await save(run, lecture(agentId, { content: 'risk' }), { planId: waiting!.id });
    const longer = lecture(agentId, { content: 'risk', hours: 3 });
    const next = await save(run, longer, { id: chosen.id, revision: 1, reason: '更正' });
    expect(await plans()).toMatchObject([{ state: 'done', recordId: next.id }]);
    await run.client.training.withdrawRecord({ id: next.id, revision: 1, reason: '误录' });
    const [open] = await plans();
    expect(open).toMatchObject({ state: 'planned', recordId: null });
    run.advance(31 * DAY);
    await run.signInAs('zhao', ['supervisor']);
    expect(await plans()).toMatchObject([{ state: 'overdue' }]);
    expect((await run.client.training.reminder()).overdue).toBe(1);
    await run.client.training.cancelPlan({ id: open!.id, revision: open!.revision, reason: '离岗' });
    expect(await plans()).toMatchObject([{ state: 'cancelled', endedReason: '离岗' }]);
    const other = lecture(agentId, { title: '三' });
    await expect(save(run, other, { planId: open!.id })).rejects.toEqual(refusal('trainingPlanEnded'));
  });
});

test('a course loses its old version, its feedback is averaged over withdrawn answers, a retired one is still taught', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { training } = run.client;
  const { id } = await newCourse(run);
  await expect(newCourse(run)).rejects.toEqual(refusal('courseTitleTaken'));
  const { id: recordId } = await save(run, lecture(agentId, { ...COURSE, courseId: id, note: '' }));
  const update = { id, version: 1, fields: { ...COURSE, material: 'JC-013' } };
  await expect(training.saveCourse({ ...update, reason: null })).rejects.toEqual(refusal('versionReasonMissing'));
  await training.saveCourse({ ...update, reason: '按反馈补充案例' });
  await expect(training.saveCourse({ ...update, reason: '再改' })).rejects.toEqual(refusal('changedMeanwhile'));
  expect(await training.record({ id: recordId })).toMatchObject({ courseVersion: 1 });

  const answer = {
    courseId: id,
    version: 1,
    day: '2026-06-11',
    agentId,
    useful: 5,
    clear: 4,
    applicable: 3,
    comment: '',
  };
  const first = await training.addFeedback(answer);
  await expect(training.addFeedback(answer)).rejects.toEqual(refusal('courseFeedbackTwice'));
  await training.addFeedback({ ...answer, agentId: null, useful: 2, comment: '例子太少' });
  expect((await training.course({ id })).feedback).toEqual({ count: 2, useful: 3.5, clear: 4, applicable: 3 });
  await training.withdrawFeedback({ ...first, reason: '代填' });
  const course = await training.course({ id });
  expect(course).toMatchObject({ version: 2, records: 1, feedback: { count: 1, useful: 2 } });
  expect(course.versions.map(({ number, material, reason }) => ({ number, material, reason }))).toEqual([
    { number: 2, material: 'JC-013', reason: '按反馈补充案例' },
    { number: 1, material: 'JC-012', reason: '' },
  ]);
  await training.retireCourse({ id, retired: true, reason: '改版' });
  const later = lecture(agentId, { courseId: id, title: '再来' });
  await expect(save(run, later)).rejects.toEqual(refusal('courseRetired'));
});

test('progress asks too much of one hired this year, or the reminder counts branches without trainings', async () => {
  using run = testConsole();
  const { agentId, branchId } = await observing(run);
  await asAdmin(run);
  const fresh = await run.client.agents.add({
    ...{ number: 'A0013', name: '新人', gender: null, licence: null, engagement: 'agency', hiredOn: '2026-05-20' },
    ...{ status: 'active', phone: null, branchId, team: '一组', fromDay: '2026-05-20' },
  } as const);
  const { training } = run.client;
  expect(await training.reminder()).toEqual({ short: 0, overdue: 0 });
  await save(run, lecture(fresh.id, { hours: 5 }));
  const rows = await training.progress({ branchId: null, year: 2026 });
  const of = (id: string) => rows.find((row) => row.agentId === id)!;
  expect(of(fresh.id)).toMatchObject({ hours: 5, required: 5, standing: 'onTrack', missing: 0, contents: 1 });
  expect(of(fresh.id).whole).toBeCloseTo((20 * 8) / 12, 9);
  expect(of(agentId)).toMatchObject({ hours: 0, whole: 20, standing: 'short', lastOn: null });
  expect(of(agentId).required).toBeCloseTo((20 * 7) / 12, 9);
  expect(await training.reminder()).toEqual({ short: 1, overdue: 0 });
  expect(await training.progress({ branchId, year: 2025 })).toHaveLength(1);
});

test('needs name a criterion of too few answers, miss a weak one, or propose the wrong content; effect compares strangers', async () => {
  using run = testConsole();
  const { agentIds, observe } = await assessing(run, 3);
  const [weak, few] = agentIds as [string, string, string];
  for (let at = 0; at < 3; at += 1) await observe(0, ['3.2-1', '2.2.1-3']);
  await observe(0);
  for (let at = 0; at < 2; at += 1) await observe(1, ['3.2-1']);
  for (let at = 0; at < 3; at += 1) await observe(2);
  const { training } = run.client;
  const { result } = await drain(await training.needs({ branchId: null, team: null, days: 90 }));
  expect(result.agents.map(({ agentId }) => agentId)).toEqual([weak]);
  const [needy] = result.agents;
  expect(needy!.criteria.map(({ code, mean, answers, content }) => ({ code, mean, answers, content }))).toEqual([
    { code: '2.2.1-3', mean: 0.25, answers: 4, content: 'product' },
    { code: '3.2-1', mean: 0.25, answers: 4, content: 'communication' },
  ]);
  expect(needy!.contents).toEqual([
    { content: 'product', planned: false, awaiting: null },
    { content: 'communication', planned: false, awaiting: null },
  ]);
  // Known of the agents with three answers or more: not of the one with two.
  expect(result.criteria.find(({ code }) => code === '3.2-1')).toMatchObject({ agents: 1, known: 2 });
  expect((await drain(await training.needs({ branchId: null, team: '没有的组', days: 90 }))).result.agents).toEqual([]);

  const { id: courseId } = await newCourse(run, { title: '表达', hours: 2 });
  await plan(run, [weak, few], {
    ...{ courseId, content: 'communication', hours: 2 },
    why: { reason: 'criteria', criteria: ['3.2-1'], sourceId: null, words: '' },
  });
  const again = await drain(await training.needs({ branchId: null, team: null, days: 90 }));
  expect(again.result.agents[0]!.contents[1]).toEqual({ content: 'communication', planned: true, awaiting: null });

  run.advance(DAY);
  await run.signInAs('zhao', ['supervisor']);
  const taught = { courseId, content: 'communication', hours: 2, title: '表达' } as const;
  const { id } = await save(run, lecture(weak, { ...taught, day: '2026-07-02' }));
  await save(run, lecture(few, { ...taught, day: '2026-07-02' }));
  // Would catch: what was just taught is proposed again on evidence from before it.
  const awaiting = async () => {
    const { result: read } = await drain(await training.needs({ branchId: null, team: null, days: 90 }));
    return read.agents[0]?.contents;
  };
  expect(await awaiting()).toEqual([
    { content: 'product', planned: false, awaiting: null },
    { content: 'communication', planned: false, awaiting: { trainedOn: '2026-07-02', until: '2026-09-30' } },
  ]);
  run.advance(DAY);
  for (let at = 0; at < 3; at += 1) await observe(0);
  const { result: effect } = await drain(await training.effect({ of: { kind: 'course', id: courseId }, days: 30 }));
  expect(effect).toMatchObject({ trained: 2, compared: 1 });
  // The plan named one criterion: 0, 0, 0, 100 before, 100 three times after. The agent without values after is left out.
  expect(effect.criteria.map(({ code }) => code)).toEqual(['3.2-1']);
  expect(effect.whole).toMatchObject({
    before: { count: 4, mean: 25 },
    after: { count: 3, mean: 100 },
    difference: 75,
  });
  // Welch with 3 degrees of freedom: 75 ± 3.182 × 25.
  expect(effect.whole).toMatchObject({ change: 'unclear', high: expect.closeTo(154.56, 1) as number });
  const one = await drain(await training.effect({ of: { kind: 'record', id }, days: 30 }));
  expect(one.result.rows).toMatchObject([{ before: 25, after: 100, beforeCount: 4, afterCount: 3 }]);
});

test('the training file leaves out a year or counts what was withdrawn; its PDF is not logged', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  await save(run, lecture(agentId, { day: '2025-03-01', hours: 20 }));
  const { id } = await save(run, lecture(agentId));
  await save(run, lecture(agentId, { title: '二', hours: 2.5, content: 'risk' }));
  const before = await run.client.training.file({ agentId });
  await run.client.training.withdrawRecord({ id, revision: 1, reason: '误录' });
  const file = await run.client.training.file({ agentId });
  expect(file.digest).not.toBe(before.digest);
  expect(file.years).toMatchObject([
    { year: 2026, hours: 2.5, records: 1 },
    { year: 2025, hours: 20, required: 20, records: 1 },
  ]);
  expect(file).toMatchObject({ withdrawn: 1, records: [{ day: '2025-03-01' }, { title: '二' }] });
  expect(file.contents.find(({ content }) => content === 'risk')).toEqual({ content: 'risk', hours: 2.5 });
  const dir = tempDir('training-');
  run.answers.save = `${dir.path}/file.pdf`;
  expect(await run.client.training.saveFile({ agentId, title: '培训档案' })).toEqual({ path: run.answers.save });
  await asAdmin(run);
  expect((await run.client.exports.list({ kind: 'trainingFile' }))[0]).toMatchObject({ rows: 2, masked: false });
  dir[Symbol.dispose]();
});

test('a third-party assessor reads trainings, or headquarters writes them', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  await run.signInAs('party', ['assessor']);
  await expect(run.client.training.records(ALL)).rejects.toEqual(refusal('notPermitted'));
  await run.signInAs('head', ['headquarters']);
  expect((await run.client.training.records(ALL)).total).toBe(0);
  await expect(save(run, lecture(agentId))).rejects.toEqual(refusal('notPermitted'));
});
