// An observation through the contract on a real database: start, answers, lists and what they read.
import { describe, expect, test } from 'vitest';
import { listQuery } from '../../electron/features/observation/list.ts';
import { connect } from '../../electron/db/connection.ts';
import { sql, type Sql } from '../../electron/db/sql.ts';
import { ObservationFilter } from '../../shared/contract/observation.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, CONTEXT, observing, refusal } from '../support/observing.ts';

const plan = (run: TestConsole, query: Sql): string =>
  run.console.store.read
    .all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${query.text}`, values: query.values })
    .map(({ detail }) => detail)
    .join('\n');

describe('the runner', () => {
  test('what is open in it is forgotten by a killed console, seen by another, or kept after its end', async () => {
    using run = testConsole();
    const { start, submitted } = await observing(run);
    const { observation } = run.client;
    const { id } = await start();
    expect(await observation.running()).toEqual({ id: null });
    await observation.setRunning({ id });
    await observation.setRunning({ id });
    const killed = connect(run.console.store.file, { readonly: true });
    expect(killed.all(sql`SELECT observation_id FROM running_observation`)).toEqual([{ observation_id: id }]);
    killed.close();
    expect(await observation.running()).toEqual({ id });
    await run.signInAs('third', ['assessor']);
    expect(await observation.running()).toEqual({ id: null });
    await expect(observation.setRunning({ id })).rejects.toEqual(refusal('observationMissing'));
    await run.signInAs('zhao', ['supervisor']);
    await observation.setRunning({ id: null });
    expect(await observation.running()).toEqual({ id: null });
    await observation.setRunning({ id });
    await observation.withdraw({ id, reason: '客户中止' });
    expect(await observation.running()).toEqual({ id: null });
    expect(run.console.store.read.all(sql`SELECT * FROM running_observation`)).toEqual([]);
    const done = await submitted();
    await expect(observation.setRunning({ id: done.id })).rejects.toEqual(refusal('observationLocked'));
  });
});

describe('start', () => {
  test('the client leaves the store readable, stands in the audit log, or is overwritten by its masked form', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const record = await start();
    const { observation } = run.client;
    await observation.setContext({ id: record.id, context: { ...CONTEXT, client: '赵客户 13900001111' } });
    const { context } = await observation.open({ id: record.id });
    expect(context.client).toBe('赵** 139****1111');
    await observation.setContext({ id: record.id, context: { ...context, place: '二楼' } });
    const db = connect(run.console.store.file, { readonly: true });
    expect(db.get(sql`SELECT client FROM observation_revision`)).toEqual({ client: '赵客户 13900001111' });
    const log = JSON.stringify(db.all(sql`SELECT * FROM audit_entry`));
    db.close();
    const shown = JSON.stringify([
      await observation.list(ObservationFilter.parse({})),
      await observation.open({ id: record.id }),
    ]);
    for (const secret of ['王小明', '13812345678', '赵客户', '13900001111']) expect(log + shown).not.toContain(secret);
  });

  test('branch, team and standard follow the agent or the library after the start', async () => {
    using run = testConsole();
    const { start, agentId } = await observing(run);
    const record = await start();
    expect(record).toMatchObject({
      state: 'inProgress',
      lateEntry: false,
      serviceDay: '2026-07-01',
      agent: { team: '一组' },
    });
    expect(record.position).toBe(record.standard?.criteria[0]?.code);
    await asAdmin(run);
    const other = await run.client.branches.add({ code: '3102', name: '苏州支公司', parentId: null });
    const agent = await run.client.agents.get({ id: agentId });
    await run.client.agents.assign({
      id: agentId,
      revision: agent.revision,
      branchId: other.id,
      team: '九组',
      fromDay: '2026-07-01',
    });
    expect((await run.client.observation.open({ id: record.id })).agent).toMatchObject({
      team: '一组',
      branchName: '上海分公司',
    });
  });

  test('a service of yesterday is not marked 补录, takes today’s branch, or the future is taken', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const late = await start({ serviceAt: '2026-06-30T15:00:00+08:00' });
    expect(late).toMatchObject({ lateEntry: true, serviceDay: '2026-06-30', serviceAt: '2026-06-30T07:00:00.000Z' });
    await expect(start({ serviceAt: '2026-07-01T09:00:01+08:00' })).rejects.toEqual(refusal('serviceInFuture'));
    expect(await start({ serviceAt: '2026-07-01T08:00:00+08:00' })).toMatchObject({ lateEntry: false });
  });

  test('a plan cannot be started, or a cancelled or begun one can be started again', async () => {
    using run = testConsole();
    const { agentId, assessorId } = await observing(run);
    const { observation } = run.client;
    const input = { agentId, context: CONTEXT, day: '2026-07-03', assessorId: null };
    await expect(observation.plan({ ...input, day: '2026-06-30' })).rejects.toEqual(refusal('planInPast'));
    const { id } = await observation.plan(input);
    expect(await observation.open({ id })).toMatchObject({
      state: 'planned',
      plannedOn: '2026-07-03',
      revision: null,
      standard: null,
    });
    const begin = { id, context: CONTEXT, noticeConfirmed: true, serviceAt: null };
    expect(await observation.startPlanned(begin)).toMatchObject({
      state: 'inProgress',
      serviceDay: '2026-07-01',
      assessor: { id: assessorId },
    });
    await expect(observation.startPlanned(begin)).rejects.toEqual(refusal('observationNotPlanned'));
    await expect(observation.cancelPlan({ id, reason: '改期' })).rejects.toEqual(refusal('observationNotPlanned'));
    const second = await observation.plan(input);
    await observation.cancelPlan({ id: second.id, reason: '改期' });
    await expect(observation.startPlanned({ ...begin, id: second.id })).rejects.toEqual(
      refusal('observationNotPlanned'),
    );
  });
});

test('a third-party assessor plans for another, someone plans for one who may not observe, or starts another’s plan unseen', async () => {
  using run = testConsole();
  const { agentId, assessorId } = await observing(run);
  const { observation } = run.client;
  const plan = (to: string | null) =>
    observation.plan({ agentId, context: CONTEXT, day: '2026-07-03', assessorId: to });
  const office = await run.signInAs('hq', ['headquarters']);
  const third = await run.signInAs('third', ['assessor']);
  await expect(plan(assessorId)).rejects.toEqual(refusal('notPermitted'));
  const own = await plan(null);
  await asAdmin(run);
  await expect(plan(office)).rejects.toEqual(refusal('notPermitted'));
  const given = await plan(assessorId);
  const begin = { context: CONTEXT, noticeConfirmed: true, serviceAt: null };
  await run.signInAs('third', ['assessor']);
  await expect(observation.startPlanned({ ...begin, id: given.id })).rejects.toEqual(refusal('observationMissing'));
  expect((await observation.startPlanned({ ...begin, id: own.id })).assessor.id).toBe(third);
});

describe('answers', () => {
  test('an answer, a note, the place or the timer is gone after the console is closed', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const { observation } = run.client;
    const { id, standard } = await start();
    const [first, second] = standard!.criteria;
    const saved = await observation.answer({
      id,
      criterion: first!.code,
      answer: { kind: 'scored', value: 1 },
      position: second!.code,
    });
    expect(saved).toMatchObject({ savedAt: '2026-07-01T01:00:00.000Z', counts: { answered: 1 }, redLine: null });
    await observation.note({ id, criterion: second!.code, text: '客户有疑问' });
    await observation.introduction({ id, action: 'start' });
    run.advance(4 * 60_000);
    run.console.reopen();
    await run.signInAs('zhao', ['supervisor']);
    const back = await observation.open({ id });
    expect(back).toMatchObject({
      position: second!.code,
      answers: [{ criterion: first!.code, value: 1 }],
      notes: [{ criterion: second!.code, text: '客户有疑问' }],
      introduction: { runningSince: '2026-07-01T01:00:00.000Z', minutes: null },
      writable: true,
    });
    expect((await observation.introduction({ id, action: 'stop' })).introduction.minutes).toBe(4);
  });

  test('a session reopens at an item left behind, whatever the assessor did last', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const { observation } = run.client;
    const { id, standard } = await start();
    const [a, b, c] = standard!.criteria.map(({ code }) => code) as [string, string, string];
    const met = { kind: 'scored' as const, value: 1 };
    const place = async () => (await observation.open({ id })).position;
    await observation.answer({ id, criterion: a, answer: met, position: b });
    expect(await place()).toBe(b);
    await observation.position({ id, criterion: c });
    expect(await place()).toBe(c);
    await observation.answer({ id, criterion: c, answer: met, position: null });
    expect(await place()).toBe(c);
    await observation.answer({ id, criterion: a, answer: met, position: b });
    expect(await place()).toBe(b);
    expect(
      (await observation.answer({ id, criterion: a, answer: { kind: 'clear' }, position: a })).counts.answered,
    ).toBe(1);
    expect(await place()).toBe(a);
    await observation.answer({ id, criterion: b, answer: met, position: c });
    await observation.note({ id, criterion: a, text: '后补' });
    expect(await place()).toBe(c);
  });

  test('a value off the scale, a forbidden not-applicable or a reason without words is kept', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const { observation } = run.client;
    const { id, standard } = await start();
    const { criteria } = standard!;
    const passFail = criteria.find(({ scale }) => scale === 'passFail')!.code;
    const strict = criteria.find(({ notApplicableAllowed }) => !notApplicableAllowed)!.code;
    const lenient = criteria.find(({ notApplicableAllowed }) => notApplicableAllowed)!.code;
    const put = (criterion: string, answer: Parameters<typeof observation.answer>[0]['answer']) =>
      observation.answer({ id, criterion, answer, position: null });
    await expect(put(passFail, { kind: 'scored', value: 0.5 })).rejects.toEqual(refusal('valueOffScale'));
    await expect(put(strict, { kind: 'notApplicable', reason: 'notReached' })).rejects.toEqual(
      refusal('notApplicableRefused'),
    );
    await expect(put(lenient, { kind: 'notApplicable', reason: 'other' })).rejects.toEqual(
      refusal('notApplicableWords'),
    );
    await expect(put('9.9-9', { kind: 'scored', value: 1 })).rejects.toEqual(refusal('criterionUnknown'));
    await put(lenient, { kind: 'notApplicable', reason: 'other', words: '客户听力不便' });
    expect((await put(lenient, { kind: 'scored', value: 1 })).counts.answered).toBe(1);
    expect((await put(lenient, { kind: 'clear' })).counts.answered).toBe(0);
  });

  test('someone else writes in it, or a third-party assessor reads another’s', async () => {
    using run = testConsole();
    const { start } = await observing(run);
    const { observation } = run.client;
    const { id, standard } = await start();
    const input = {
      id,
      criterion: standard!.criteria[0]!.code,
      answer: { kind: 'scored' as const, value: 1 },
      position: null,
    };
    await asAdmin(run);
    await expect(observation.answer(input)).rejects.toEqual(refusal('notYourObservation'));
    expect((await observation.open({ id })).writable).toBe(false);
    await run.signInAs('third', ['assessor']);
    for (const call of [
      observation.answer(input),
      observation.open({ id }),
      observation.review({ id }),
      observation.background({ id }),
      observation.history({ id }),
    ])
      await expect(call).rejects.toEqual(refusal('observationMissing'));
    expect((await observation.list({})).rows).toEqual([]);
    expect(await observation.assessors()).toEqual([{ id: expect.any(String) as unknown, name: 'third' }]);
  });
});

describe('lists', () => {
  test('a filter is ignored, or a row lacks what the grid shows', async () => {
    using run = testConsole();
    const { start, submitted, agentId, branchId, assessorId } = await observing(run);
    const { observation } = run.client;
    const done = await submitted(['3.4-1']);
    const late = await start({ serviceAt: '2026-06-20T10:00:00+08:00' });
    await observation.plan({ agentId, context: { ...CONTEXT, kind: 'claim' }, day: '2026-07-09', assessorId: null });
    const ids = async (filter: Parameters<typeof observation.list>[0]) =>
      (await observation.list(filter)).rows.map(({ id }) => id);
    expect(await ids({})).toHaveLength(3);
    expect(await ids({ states: ['submitted'] })).toEqual([done.id]);
    expect(await ids({ lateEntry: true })).toEqual([late.id]);
    expect(await ids({ from: '2026-06-20', to: '2026-06-20' })).toEqual([late.id]);
    expect(await ids({ kinds: ['claim'], branchId })).toHaveLength(1);
    expect(await ids({ text: 'a0012', agentId, assessorId, to: '2026-06-30' })).toEqual([late.id]);
    expect(await ids({ text: '%' })).toEqual([]);
    expect(await observation.list({ limit: 1 })).toMatchObject({ total: 3, rows: [{ state: 'planned' }] });
    expect(await observation.background({ id: late.id })).toEqual({
      ...{ last: null, repeated: [] },
      ...{ findings: [], rectifications: [] },
    });
    const next = await start();
    expect(await observation.background({ id: next.id })).toMatchObject({
      last: { id: done.id },
      repeated: [{ criterion: '3.4-1', times: 1 }],
      findings: [{ criterion: '3.4-1', class: 'content' }],
    });
    expect((await observation.paper({ versionId: null })).criteria).toEqual(done.standard?.criteria);
  });

  test('the list or the answers of a session are found by reading the whole table', async () => {
    using run = testConsole();
    const { agentId, branchId } = await observing(run);
    const actor = run.console.signIn.actor!;
    const of = (filter: Partial<ObservationFilter>) =>
      plan(run, listQuery(run.console.store.read, actor, ObservationFilter.parse(filter)));
    expect(of({})).toMatch(/SCAN o USING INDEX observation_day/);
    expect(of({})).not.toContain('USE TEMP B-TREE');
    expect(of({ from: '2026-07-01' })).toMatch(/SEARCH o USING INDEX observation_day/);
    expect(of({ agentId })).toMatch(/SEARCH o USING INDEX observation_agent/);
    expect(of({ branchId, from: '2026-07-01' })).toMatch(/SEARCH o USING INDEX observation_(branch|day)/);
    expect(of({ states: ['inProgress'] })).toMatch(/SEARCH o USING INDEX observation_state/);
    for (const filter of [{}, { agentId }, { states: ['inProgress' as const] }])
      expect(of(filter)).not.toMatch(/SCAN (answer|finding|red_line|r|s|a|b|u)\b/);
    expect(plan(run, sql`SELECT criterion FROM answer WHERE revision_id = ${''}`)).toMatch(
      /SEARCH answer USING PRIMARY KEY \(revision_id=\?\)/,
    );
  });
});

// Would catch: the report's cover warning of drafts for sessions that are only planned, so that it is never quiet.
test('the report counts a begun session as a draft, an only planned one not', async () => {
  using run = testConsole();
  const { agentId, assessorId, branchId, start } = await observing(run);
  await run.client.observation.plan({ agentId, context: CONTEXT, day: '2026-07-02', assessorId });
  const drafts = async () => {
    await asAdmin(run);
    return (await run.client.report.preview({ branchId, kind: 'month', start: '2026-07-01' })).missing.drafts;
  };
  expect(await drafts()).toBe(0);
  await run.signInAs('zhao', ['supervisor']);
  await start();
  expect(await drafts()).toBe(1);
});
