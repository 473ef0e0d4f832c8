// The desk through the contract: what runs out next, in which order and for whom, and what is unfinished.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../shared/domain/time.ts';
import { complaining } from '../support/complaining.ts';
import { ADMIN, PASSWORD, testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, CONTEXT, observing, type Observing } from '../support/observing.ts';
import { finding, submittedRectification } from '../support/rectifying.ts';
import { seedAppeal } from '../support/seedAppeal.ts';
import { seedInspections } from '../support/seedInspections.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const FRESH = { id: null, revision: null, reason: null } as const;

let run: TestConsole;
let seen: Observing;

beforeEach(async () => {
  run = testConsole();
  seen = await observing(run);
});
afterEach(() => run[Symbol.dispose]());

const day = (after: number) => addDays(dayOf(run.now(), ZONE), after);
const at = (hoursAgo: number) => new Date(run.now() - hoursAgo * HOUR).toISOString();
const clocks = async () => (await run.client.home.get()).clocks;
const kinds = async () => (await clocks()).map(({ kind }) => kind);

function request(asked: number, replied: number | null, known: { id: string; revision: number } | null = null) {
  const said = { number: '', channel: null, client: '', content: '', kind: 'enquiry' as const };
  return run.client.responses.saveRequest({
    ...{ id: known?.id ?? null, revision: known?.revision ?? null, reason: known ? '补记' : null },
    fields: {
      ...{ agentId: seen.agentId, ...said, askedAt: at(asked) },
      ...{ repliedAt: replied === null ? null : at(replied), solvedAt: null, outcome: null },
    },
  });
}

const visit = (due: number) =>
  run.client.responses.saveVisit({
    ...FRESH,
    fields: {
      ...{ agentId: seen.agentId, number: '', channel: null, client: '', note: '' },
      ...{ dueOn: day(due), madeOn: null },
    },
  });

describe('the clocks', () => {
  // Would catch: an order by kind instead of by deadline, what can still be met below what is long over, a reply shown where a
  // solution is due, what is far away shown.
  test('stand in the order in which they end, those that can still be met first, each with its limit', async () => {
    const said = { agentId: seen.agentId, channel: 'online' as const, client: '', ownerId: seen.assessorId };
    // The hours below end between the midnights of the days above.
    await request(30, null);
    await request(60, 59);
    await request(1, null);
    await visit(-6);
    await visit(40);
    await run.client.feedback.add({
      ...{ ...said, kind: 'suggestion', class: 'process', content: '希望增加窗口', day: day(0), dueOn: day(1) },
    });
    await run.client.feedback.add({
      ...{ ...said, kind: 'suggestion', class: 'process', content: '希望延长时间', day: day(0), dueOn: day(9) },
    });
    const found = await clocks();
    expect(found.map(({ kind }) => kind)).toEqual(['reply', 'feedback', 'visit', 'solve', 'reply']);
    expect(found[1]).toMatchObject({ dueOn: day(1), record: { kind: 'commendation' } });
    expect(found[2]).toMatchObject({ dueOn: day(-6), dueAt: null, employeeNumber: 'A0012' });
    expect(found[3]!.dueAt).toBe(new Date(Date.parse(at(60)) + 48 * HOUR).toISOString());
    expect(found[4]!.dueAt).toBe(new Date(Date.parse(at(30)) + 24 * HOUR).toISOString());
  });

  // Would catch: a clock that runs on after its work was done or its record withdrawn.
  test('end with what they wait for', async () => {
    const { id } = await request(3, null);
    expect(await kinds()).toEqual(['reply']);
    await request(3, 1, { id, revision: 1 });
    expect(await kinds()).toEqual(['solve']);
    const { id: visited } = await visit(-1);
    expect(await kinds()).toEqual(['solve', 'visit']);
    await run.client.responses.withdraw({ kind: 'visit', id: visited, revision: 1, reason: '重复登记' });
    expect(await kinds()).toEqual(['solve']);
  });

  // Would catch: appeals that nobody is reminded of, those of a colleague pressed on everybody, and clocks shown to outsiders.
  test('show appeals that wait for a handler, one’s own, and others near their last day', async () => {
    const id = await seedAppeal(run, seen);
    const [filed] = await clocks();
    expect(filed).toMatchObject({ id, kind: 'appealTake', record: null, dueAt: null });
    await run.signInAs(ADMIN, ['manager']);
    await run.client.appeal.take({ id });
    expect(await clocks()).toMatchObject([{ id, kind: 'appealDecide', dueOn: filed!.dueOn }]);
    await run.signInAs('zhao', ['supervisor']);
    expect(await clocks()).toEqual([]);
    const left = Date.parse(`${filed!.dueOn}T00:00:00+08:00`) - run.now();
    run.advance(left - 24 * HOUR);
    await run.signInAs('zhao', ['supervisor']);
    expect(await kinds()).toEqual(['appealDecide']);
    await run.signInAs('outside', ['assessor']);
    expect(await clocks()).toEqual([]);
    await run.signInAs(ADMIN, ['manager']);
    await run.client.appeal.keep({ id, reason: '现场照片与记录一致' });
    expect(await kinds()).toEqual([]);
  });
});

describe('the drafts', () => {
  const drafts = async () =>
    (await run.client.home.get()).drafts.map(({ kind, own, answered }) => ({ kind, own, answered }));

  // Would catch: a kind of work that is forgotten once its screen is left, and another's work offered as one's own.
  test('are all kinds of unfinished work, one’s own to go on with, others’ to read', async () => {
    await seen.submitted();
    expect(await drafts()).toEqual([]);
    await seen.start();
    await seedInspections(run, seen.agentId);
    expect(await drafts()).toEqual([
      { kind: 'observation', own: true, answered: 0 },
      { kind: 'record', own: true, answered: 2 },
      { kind: 'patrol', own: true, answered: 6 },
      { kind: 'sample', own: true, answered: 1 },
    ]);
    await run.signInAs('qian', ['supervisor']);
    expect((await drafts()).map(({ own }) => own)).toEqual([false, false, false]);
    await run.signInAs('outside', ['assessor']);
    expect(await drafts()).toEqual([]);
  });

  // Would catch: a calibration that is never scored because nobody is told, told too early, or told after it was scored.
  test('include calibrations that wait for the reader, from the hour of the service', async () => {
    const assessorIds = [];
    for (const login of ['qian', 'sun']) assessorIds.push(await run.signInAs(login, ['assessor']));
    await asAdmin(run);
    const serviceAt = new Date(run.now() + HOUR / 4).toISOString();
    const { agentId } = seen;
    const { id } = await run.client.calibration.create({ agentId, context: CONTEXT, serviceAt, assessorIds });
    await run.signInAs('qian', ['assessor']);
    expect(await drafts()).toEqual([]);
    run.advance(HOUR / 4);
    await run.signInAs('qian', ['assessor']);
    const [waiting] = (await run.client.home.get()).drafts;
    expect(waiting).toMatchObject({ id, kind: 'calibration', own: true, agentName: '李四', place: CONTEXT.place });
    const { observationId } = await run.client.calibration.begin({ id });
    expect((await drafts()).map(({ kind }) => kind)).toEqual(['observation']);
    await run.client.observation.confirmNotice({ id: observationId });
    await seen.answerAll(await run.client.observation.open({ id: observationId }));
    await run.client.observation.signAssessor({ id: observationId, password: PASSWORD });
    await run.client.observation.submit({ id: observationId });
    expect(await drafts()).toEqual([]);
    // The other one is still waited for; who takes no part is not told.
    await run.signInAs('sun', ['assessor']);
    expect((await drafts()).map(({ kind }) => kind)).toEqual(['calibration']);
    await asAdmin(run);
    expect((await drafts()).map(({ kind }) => kind)).not.toContain('calibration');
  });
});

describe('what waits for somebody', () => {
  const waiting = async () =>
    (await run.client.home.get()).waiting.map(({ kind, record, words }) => [kind, record.id, words]);

  // Would catch: work that stands still because whoever is next is never told, pressed on whoever may not do it, or told on.
  test('is a rectification to verify, then the one sent back, for whoever is next and nobody else', async () => {
    const { id: findingId } = await run.client.findings.record(finding(seen.agentId));
    const id = await submittedRectification(run, [findingId]);
    expect(await waiting()).toEqual([]);
    await run.signInAs('qian', ['supervisor']);
    expect(await waiting()).toEqual([['verify', id, null]]);
    await run.client.rectification.sendBack({ id, reason: '没有模拟记录' });
    expect(await waiting()).toEqual([]);
    await run.signInAs('zhao', ['supervisor']);
    expect(await waiting()).toEqual([['sentBack', id, '没有模拟记录']]);
    await run.client.rectification.submit({ id, done: '补了模拟记录' });
    expect(await waiting()).toEqual([]);
    await run.signInAs('hq', ['headquarters']);
    expect((await run.client.home.get()).waiting).toEqual([]);
  });

  test('is a complaint to review, then the one sent back, for whoever is next and nobody else', async () => {
    const at = await complaining(run, seen.agentId);
    const id = await at.register();
    await at.until(id, 'answered');
    expect(await waiting()).toEqual([]);
    await at.asManager();
    expect(await waiting()).toEqual([['review', id, null]]);
    await at.sendBack(id);
    await at.asManager();
    expect(await waiting()).toEqual([]);
    await at.asHandler();
    const [[kind, sentBack, words] = []] = await waiting();
    expect([kind, sentBack]).toEqual(['redo', id]);
    expect(words).not.toBe('');
  });
});
