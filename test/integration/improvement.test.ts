// Improvement measures through the contract on a real store. Would catch: a figure that is measured on the wrong days, a baseline
// that moves with later evidence, an owner who judges their own measure, an end that can be undone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { improvementsOfPeriod } from '../../electron/features/improvement/rows.ts';
import type { Figure, NewImprovement } from '../../shared/contract/improvement.ts';
import { complaining } from '../support/complaining.ts';
import { ADMIN, drain, testConsole, type TestConsole } from '../support/console.ts';
import { observing, refusal, type Observing } from '../support/observing.ts';
import { finding } from '../support/rectifying.ts';

const DAY = 86_400_000;
const FAILING: Figure = { kind: 'failing', source: 'observation', criterion: '3.4-1' };

let at: TestConsole;
let desk: Observing;
let manager: string;

beforeEach(async () => {
  at = testConsole();
  desk = await observing(at);
  manager = await asManager();
});
afterEach(() => at[Symbol.dispose]());

const asManager = () => at.signInAs(ADMIN, ['administrator', 'manager']);
/** The idle lock has come meanwhile. */
const later = async (milliseconds: number) => {
  at.advance(milliseconds);
  await asManager();
};
const asSupervisor = () => at.signInAs('zhao', ['supervisor']);

const wish = (more: Partial<NewImprovement> = {}): NewImprovement => ({
  ...{ branchId: desk.branchId, title: '问候语示范', kind: 'training', problem: null, cause: '新人未受训' },
  ...{
    measure: '晨会演练一周',
    ownerId: desk.assessorId,
    deadline: '2026-09-30',
    figure: FAILING,
    target: 20,
    days: 30,
  },
  ...more,
});
const propose = async (more: Partial<NewImprovement> = {}) => (await at.client.improvement.propose(wish(more))).id;
const get = (id: string) => at.client.improvement.get({ id });
const start = async (id: string) => (await drain(await at.client.improvement.start({ id }))).result;
const review = async (id: string) => (await drain(await at.client.improvement.review({ id }))).result;
const evaluate = async (id: string, verdict: 'met' | 'partly' | 'not', seen: { value: number | null; count: number }) =>
  (await drain(await at.client.improvement.evaluate({ id, verdict, reason: '看过数值', seen }))).result;

/** Sessions of today, the first `failing` of which fail at 3.4-1. */
async function observe(many: number, failing: number) {
  await asSupervisor();
  for (let n = 0; n < many; n += 1) {
    await desk.submitted(n < failing ? ['3.4-1'] : []);
    at.advance(60_000);
  }
  await asManager();
}

describe('a measure from proposal to verdict', () => {
  it('freezes the figure before, measures it after, and keeps both with the verdict', async () => {
    await observe(2, 2);
    await later(DAY);
    const id = await propose({ target: 34 });
    expect(await get(id)).toMatchObject({ number: 1, state: 'proposed', before: null, moves: ['start', 'drop'] });
    expect((await get(id)).criterion?.text.zh).not.toBe('3.4-1');

    await asSupervisor();
    expect(await start(id)).toMatchObject({ start: '2026-06-02', end: '2026-07-02', value: 100, count: 2 });
    await asManager();
    // On the day of the start: before it no longer, after the end not yet.
    await observe(1, 0);
    await at.client.improvement.finish({ id, result: '演练五次' });
    await expect(review(id)).rejects.toEqual(refusal('improvementTooEarly', { day: '2026-07-03' }));

    await later(DAY);
    await observe(2, 1);
    const seen = await review(id);
    expect(seen).toMatchObject({ after: { start: '2026-07-03', value: 50, count: 2 }, suggested: 'partly' });
    expect(seen.change.difference).toBe(-50);
    expect((await get(id)).after).toBeNull();

    await observe(1, 0);
    await expect(evaluate(id, 'met', seen.after)).rejects.toEqual(refusal('improvementFigureChanged'));
    const again = await review(id);
    expect(again).toMatchObject({ after: { count: 3 }, suggested: 'met' });
    await evaluate(id, 'met', again.after);
    const ended = await get(id);
    expect(ended).toMatchObject({ state: 'evaluated', verdict: 'met', before: { value: 100 }, after: { count: 3 } });
    expect(ended.change?.difference).toBeCloseTo(-200 / 3, 9);
    expect(ended.moves).toEqual([]);
    expect(ended.history.map(({ action }) => action)).toEqual(
      ['evaluated', 'finished', 'started', 'proposed'].map((what) => `improvement.${what}`),
    );
    await expect(at.client.improvement.drop({ id, reason: '不再需要' })).rejects.toEqual(
      refusal('improvementMoveRefused'),
    );
  });

  // Would catch: a baseline of no data that is frozen before anybody could see it.
  it('shows what would be frozen before it starts', async () => {
    const id = await propose();
    const look = async () => (await drain(await at.client.improvement.baseline({ id }))).result;
    expect(await look()).toMatchObject({ start: '2026-06-01', end: '2026-07-01', value: null, count: 0 });
    expect(await get(id)).toMatchObject({ state: 'proposed', before: null, startedAt: null });
    await start(id);
    await expect(look()).rejects.toEqual(refusal('improvementMoveRefused'));
  });

  it('can be resumed, keeps its baseline, and starts only once', async () => {
    const id = await propose({ figure: { kind: 'composite' }, target: 90 });
    expect(await start(id)).toMatchObject({ value: null, count: 0 });
    await expect(start(id)).rejects.toEqual(refusal('improvementMoveRefused'));
    await observe(1, 0);
    await at.client.improvement.finish({ id, result: '完成' });
    await at.client.improvement.resume({ id, reason: '二组还没做' });
    expect(await get(id)).toMatchObject({ state: 'underway', doneAt: null, result: null, before: { count: 0 } });
    await at.client.improvement.reschedule({ id, ownerId: manager, deadline: '2026-10-31', reason: '换人负责' });
    expect(await get(id)).toMatchObject({ ownerId: manager, deadline: '2026-10-31' });
    await expect(at.client.improvement.change({ id, fields: wish({ target: 10 }) })).rejects.toEqual(
      refusal('improvementFixed'),
    );
    await at.client.improvement.drop({ id, reason: '机构调整' });
    expect(await get(id)).toMatchObject({ state: 'dropped', endReason: '机构调整', verdict: null });
  });
});

describe('who may do what', () => {
  it('a supervisor proposes and carries out; another person who is a manager judges', async () => {
    await asSupervisor();
    const id = await propose({ ownerId: manager });
    await start(id);
    expect((await get(id)).moves).toEqual(['finish']);
    await expect(at.client.improvement.drop({ id, reason: '不做了' })).rejects.toEqual(refusal('notPermitted'));
    await at.client.improvement.finish({ id, result: '完成' });
    at.advance(2 * DAY);
    await asSupervisor();
    await expect(evaluate(id, 'not', { value: null, count: 0 })).rejects.toEqual(refusal('notPermitted'));
    await asManager();
    expect((await get(id)).moves).toEqual(['resume', 'drop']);
    await expect(evaluate(id, 'not', { value: null, count: 0 })).rejects.toEqual(refusal('improvementOwnEvaluation'));
    await at.signInAs('qian.manager', ['manager']);
    await evaluate(id, 'not', { value: null, count: 0 });
    expect(await get(id)).toMatchObject({ state: 'evaluated', verdict: 'not', after: { value: null } });
  });

  // Would catch: an owner who hands a measure over to another and then judges it; a verdict by who chose the baseline.
  it('nobody judges what they ever owned under way, or measured at the start', async () => {
    const qian = await at.signInAs('qian.manager', ['manager']);
    const id = await propose({ ownerId: qian });
    await asManager();
    await at.client.improvement.change({ id, fields: wish({ ownerId: manager }) });
    await asSupervisor();
    await start(id);
    await asManager();
    const handOver = { id, ownerId: desk.assessorId, deadline: '2026-09-30', reason: '换人负责' };
    await at.client.improvement.reschedule(handOver);
    await at.client.improvement.finish({ id, result: '完成' });
    at.advance(2 * DAY);
    await asManager();
    expect(await get(id)).toMatchObject({ ownerId: desk.assessorId, moves: ['resume', 'drop'] });
    const judged = () => evaluate(id, 'not', { value: null, count: 0 });
    await expect(judged()).rejects.toEqual(refusal('improvementOwnEvaluation'));
    // Named as owner while it was only proposed is no part in it.
    await at.signInAs('qian.manager', ['manager']);
    await judged();

    const other = await propose({ ownerId: desk.assessorId });
    await start(other);
    await asSupervisor();
    await at.client.improvement.finish({ id: other, result: '完成' });
    at.advance(2 * DAY);
    await at.signInAs('qian.manager', ['manager']);
    await expect(evaluate(other, 'not', { value: null, count: 0 })).rejects.toEqual(
      refusal('improvementMeasuredEvaluation'),
    );
    await asManager();
    await evaluate(other, 'not', { value: null, count: 0 });
  });

  it('headquarters reads, a third-party assessor does not', async () => {
    const id = await propose();
    await at.signInAs('zong', ['headquarters']);
    expect((await get(id)).moves).toEqual([]);
    await expect(at.client.improvement.propose(wish())).rejects.toEqual(refusal('notPermitted'));
    await at.signInAs('wai', ['assessor']);
    await expect(get(id)).rejects.toEqual(refusal('notPermitted'));
  });

  it('refuses an owner, deadline, target or criterion that cannot be', async () => {
    const outsider = await at.signInAs('wai', ['assessor']);
    await asManager();
    await expect(propose({ ownerId: outsider })).rejects.toEqual(refusal('improvementOwner'));
    await expect(propose({ deadline: '2026-06-30' })).rejects.toEqual(
      refusal('improvementDeadlinePast', { day: '2026-07-01' }),
    );
    await expect(propose({ target: 101 })).rejects.toEqual(refusal('improvementTarget', { highest: 100 }));
    await expect(propose({ figure: { kind: 'complaintRate' }, target: 101 })).resolves.toBeTruthy();
    await expect(propose({ figure: { ...FAILING, criterion: '9.9-9' } })).rejects.toEqual(refusal('criterionUnknown'));
  });
});

// Would catch: complaints set against all services of a month of which a part is looked at, or counted twice when joined.
it('the complaint rate takes the services of the days looked at and one case a matter', async () => {
  const { register } = await complaining(at, desk.agentId);
  const figures = { policies: null, clients: null, retained: null, repurchased: null, churned: null };
  await at.client.responses.saveFigure({
    ...{ id: null, revision: null, reason: null },
    fields: { agentId: desk.agentId, month: '2026-06', services: 300, ...figures, cost: null, benefit: null },
  });
  const first = await register({ receivedAt: '2026-06-20T02:00:00.000Z' });
  await register({ receivedAt: '2026-06-21T02:00:00.000Z' }, first);
  await register({ receivedAt: '2026-05-31T02:00:00.000Z', content: '另一件事，时间更早，未在期内。' });
  const whole = await start(await propose({ figure: { kind: 'complaintRate' }, target: 2 }));
  expect(whole).toMatchObject({ start: '2026-06-01', count: 300 });
  expect(whole.value).toBeCloseTo(1000 / 300, 9);
  at.advance(15 * DAY);
  await asSupervisor();
  const part = await start(await propose({ figure: { kind: 'complaintRate' }, target: 2 }));
  expect(part).toMatchObject({ start: '2026-06-16', end: '2026-07-16', count: 150 });
  expect(part.value).toBeCloseTo(1000 / 150, 9);
});

// Would catch: a deadline nobody is told of; a verdict asked of who may not give it.
it('home names measures near or past their deadline, and those whose verdict is due to who may give it', async () => {
  const id = await propose({ deadline: '2026-07-03', title: '问候语示范' });
  await propose({ deadline: '2026-09-30' });
  const clocks = async () =>
    (await at.client.home.get()).clocks.map(({ id: one, kind, dueOn, measure }) => [one, kind, dueOn, measure?.title]);
  expect(await clocks()).toEqual([[id, 'improvement', '2026-07-03', '问候语示范']]);
  await asSupervisor();
  await start(id);
  await at.client.improvement.finish({ id, result: '完成' });
  expect(await clocks()).toEqual([]);
  await later(30 * DAY);
  expect(await clocks()).toEqual([[id, 'improvementVerdict', '2026-07-31', '问候语示范']]);
  await asSupervisor();
  expect(await clocks()).toEqual([]);
});

// Would catch: a link that leads to no record, or is set on what has ended.
it('links a draft of the standard until the measure ends', async () => {
  const id = await propose({ kind: 'standard' });
  const [current] = await at.client.standard.list();
  const draft = await at.client.standard.createDraft({ from: current!.id, title: '说明卡' });
  await asSupervisor();
  await expect(at.client.improvement.linkStandard({ id, standardId: desk.agentId })).rejects.toEqual(
    refusal('standardMissing'),
  );
  await at.client.improvement.linkStandard({ id, standardId: draft.id });
  expect((await get(id)).standard).toMatchObject({ id: draft.id, title: '说明卡', status: 'draft' });
  await asManager();
  await at.client.standard.deleteDraft({ id: draft.id });
  expect(await get(id)).toMatchObject({ standard: null, standardId: draft.id });
  await at.client.improvement.drop({ id, reason: '不做了' });
  await expect(at.client.improvement.linkStandard({ id, standardId: null })).rejects.toEqual(
    refusal('improvementFixed'),
  );
});

describe('frequent problems', () => {
  const problems = async () =>
    (await drain(await at.client.improvement.problems({ branchId: desk.branchId, kind: 'month', start: '2026-07-01' })))
      .result.problems;

  // Would catch: one agent's failings marked as a problem of the branch; a measure proposed twice unseen.
  it('count records by class and checks by criterion, and name the measures against them', async () => {
    await observe(3, 3);
    const [content, criterion] = await problems();
    expect(content).toMatchObject({ kind: 'class', code: 'content', records: 3, agents: 1, share: 1, frequent: false });
    expect(criterion).toMatchObject({ kind: 'criterion', code: '3.4-1', source: 'observation', records: 3, share: 1 });
    const { text, source, share, frequent, open, ...problem } = content!;
    expect([text, source, share, frequent, open]).toEqual([null, null, 1, false, []]);
    const id = await propose({ problem });
    const [after, byFigure] = await problems();
    expect([after!.open, byFigure!.open]).toEqual([
      [{ id, number: 1, title: '问候语示范' }],
      [{ id, number: 1, title: '问候语示范' }],
    ]);
    await at.client.improvement.drop({ id, reason: '合并到另一项' });
    expect((await problems())[0]!.open).toEqual([]);
  });

  // Would catch: a criterion that was named by hand is ignored, counted twice where it was observed, or counts after its withdrawal.
  it('count what was named by hand beside what was checked', async () => {
    await observe(2, 1);
    await asSupervisor();
    const byHand = (criterion: string | null) => at.client.findings.record(finding(desk.agentId, { criterion }));
    await byHand('3.4-1');
    await byHand(null);
    const gone = await byHand('2.5.1-1');
    await byHand('1.2.2-4');
    await at.client.findings.withdraw({ id: gone.id, reason: '记错了' });
    await asManager();
    const criteria = (await problems()).filter(({ kind }) => kind === 'criterion');
    const seen = criteria.map(({ code, source, records, agents, share }) => [code, source, records, agents, share]);
    expect(seen).toContainEqual(['3.4-1', 'observation', 2, 1, 2 / 3]);
    expect(seen).toContainEqual(['1.2.2-4', null, 1, 1, 1]);
    expect(criteria.find(({ code }) => code === '1.2.2-4')!.text?.zh).not.toBe('1.2.2-4');
    expect(seen.some(([code]) => code === '2.5.1-1')).toBe(false);
  });

  // Would catch: complaints that are not looked at (6.5), one that was not upheld, or a joined one counted as another matter.
  it('count upheld complaints by sub-class and by root cause', async () => {
    const desks = await complaining(at, desk.agentId);
    const upheld = await desks.register();
    await desks.register({ people: [{ name: '李先生', contact: '13912345670' }] }, upheld);
    await desks.until(upheld, 'reviewed');
    await desks.until(
      await desks.register({ people: [{ name: '钱先生', contact: '13912345679' }] }),
      'reviewed',
      'notUpheld',
    );
    await asManager();
    const found = (await problems()).filter(({ kind }) => kind === 'complaint' || kind === 'complaintCause');
    expect(found).toMatchObject([
      { kind: 'complaint', code: 'quality.efficiency', records: 1, agents: 1, share: 1, source: null, frequent: false },
      { kind: 'complaintCause', code: 'process', records: 1, agents: 1, share: 1, source: null, frequent: false },
    ]);
    const { kind, code, records, agents, period } = found[0]!;
    const problem = { kind, code, records, agents, period };
    const id = await propose({ problem, figure: { kind: 'complaintRate' }, target: 0.5 });
    expect((await get(id)).problem).toEqual(problem);
    const open = (await problems()).filter((one) => one.open.length > 0);
    expect(open.map((one) => [one.kind, one.code])).toEqual([['complaint', 'quality.efficiency']]);
  });
});

it('measures of a period are those open at any moment of it', async () => {
  const [first, second] = [await propose(), await propose()];
  await later(5 * DAY);
  await at.client.improvement.drop({ id: first, reason: '放弃' });
  const between = (from: string, to: string) =>
    improvementsOfPeriod(at.console.store.read, [desk.branchId], {
      startsAt: Date.parse(`${from}T00:00:00+08:00`),
      endsAt: Date.parse(`${to}T00:00:00+08:00`),
    }).map(({ id }) => id);
  expect(between('2026-06-01', '2026-07-01')).toEqual([]);
  expect(between('2026-07-01', '2026-08-01')).toEqual([second, first]);
  expect(between('2026-07-10', '2026-08-01')).toEqual([second]);
});
