// Feedback through the contract. Would catch: praise that scores before a manager confirmed it, or confirmed by who recorded
// it; a late answer counted as in time; a withdrawn row in the analysis; a due day moved by a time zone.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeedbackFields } from '../../shared/contract/feedback.ts';
import { ANSWER_DAYS } from '../../shared/domain/feedback/limits.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { feedbackDue, feedbackOfPeriod } from '../../electron/features/feedback/rows.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';

let run: TestConsole;
let agentId: string;
let ownerId: string;

beforeEach(async () => {
  run = testConsole();
  const { branchId } = await run.setUp();
  const agent = {
    ...({ number: 'A0012', name: '李四', gender: 'female', licence: null, engagement: 'agency' } as const),
    ...({ status: 'active', phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01' } as const),
    ...{ branchId, team: '一组' },
  };
  agentId = (await run.client.agents.add(agent)).id;
  ownerId = await run.signInAs('zhao', ['supervisor']);
});
afterEach(() => run[Symbol.dispose]());

const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;
const commendations = () => evidenceOfAgent(run.console.store.read, agentId, windowOf(JULY, run.now())).commendations;
const fields = (over: Partial<FeedbackFields> = {}): FeedbackFields => ({
  ...{ agentId, day: '2026-07-01', kind: 'praise', class: 'attitude', channel: 'phone', client: '王小明 13812345678' },
  ...{ content: '讲解耐心', ownerId, dueOn: null },
  ...over,
});
const added = async (over: Partial<FeedbackFields> = {}) => (await run.client.feedback.add(fields(over))).id;
const get = (id: string) => run.client.feedback.get({ id });
/** The idle lock is on by then. */
const later = async (milliseconds: number) => {
  run.advance(milliseconds);
  await run.signInAs('zhao', ['supervisor']);
};
const DAYS = { from: '2026-07-01', to: '2026-07-31' };

it('praise scores only once a manager who did not record it has confirmed it', async () => {
  const id = await added();
  expect(await get(id)).toMatchObject({ client: '王** 138****5678', state: 'open', dueOn: '2026-07-06', team: '一组' });
  await expect(run.client.feedback.confirm({ id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  expect(commendations()).toMatchObject([{ id, confirmed: false, at: Date.parse('2026-07-01T00:00:00+08:00') }]);
  const unconfirmed = commendations()[0]!.digest;
  await run.client.feedback.confirm({ id, revision: 1 });
  expect(commendations()).toMatchObject([{ id, confirmed: true }]);
  // A frozen result tells by the digest that its evidence changed.
  expect(commendations()[0]!.digest).not.toBe(unconfirmed);
  await expect(run.client.feedback.confirm({ id, revision: 2 })).rejects.toMatchObject({
    data: { reason: 'feedbackStepClosed' },
  });
  const own = await added();
  await expect(run.client.feedback.confirm({ id: own, revision: 1 })).rejects.toMatchObject({
    data: { reason: 'feedbackOwn' },
  });
  const complaint = await added({ kind: 'complaint' });
  await expect(run.client.feedback.confirm({ id: complaint, revision: 1 })).rejects.toMatchObject({
    data: { reason: 'feedbackStepClosed' },
  });
  await run.client.feedback.withdraw({ id, revision: 2, reason: '与他人混淆' });
  expect(commendations().map((one) => one.id)).toEqual([own]);
});

it('is answered, closed, corrected and withdrawn in its order', async () => {
  const id = await added({ kind: 'suggestion', class: 'process' });
  const seen = { id, revision: 1 };
  await expect(run.client.feedback.close(seen)).rejects.toMatchObject({ data: { reason: 'feedbackStepClosed' } });
  const answer = { ...seen, answer: '已调整柜面排队', answeredAt: '2026-07-01T09:30:00+08:00' };
  await expect(run.client.feedback.answer(answer)).rejects.toMatchObject({ data: { reason: 'instantInFuture' } });
  await later(3_600_000);
  await run.client.feedback.answer(answer);
  await expect(run.client.feedback.answer(answer)).rejects.toMatchObject({ data: { reason: 'changedMeanwhile' } });
  const corrected = await run.client.feedback.correct({
    ...{ id, revision: 2, reason: '类别填错' },
    fields: fields({ kind: 'suggestion', class: 'quality' }),
  });
  expect(await get(id)).toMatchObject({ state: 'withdrawn', withdrawnReason: '类别填错', replacedById: corrected.id });
  const now = await get(corrected.id);
  expect(now).toMatchObject({ state: 'answered', answer: '已调整柜面排队', class: 'quality', replacesId: id });
  await run.client.feedback.close({ id: now.id, revision: now.revision });
  expect((await get(now.id)).history.map(({ action }) => action)).toEqual(['feedback.closed', 'feedback.corrected']);
});

it('an answer is late from the midnight that ends its day in the branch, and overdue is listed', async () => {
  const days = ANSWER_DAYS.review.attitude;
  const inTime = await added({ kind: 'review' });
  const late = await added({ kind: 'review' });
  const open = await added({ kind: 'review', day: '2026-06-30', class: 'content' });
  expect(feedbackDue(run.console.store.read, '2026-07-02', 9)).toEqual([]);
  await later(20 * 86_400_000);
  const midnight = Date.parse('2026-07-02T00:00:00+08:00') + days * 86_400_000;
  const answered = (id: string, at: number) =>
    run.client.feedback.answer({ id, revision: 1, answer: '已电话说明', answeredAt: new Date(at).toISOString() });
  await answered(inTime, midnight - 1);
  await answered(late, midnight);
  expect(feedbackDue(run.console.store.read, '2026-07-21', 9).map(({ id }) => id)).toEqual([open]);
  expect(await run.client.feedback.analysis({ from: '2026-06-01', to: '2026-07-31' })).toMatchObject({
    ...{ total: 3, overdue: 1, onTime: { met: 1, decided: 3 } },
  });
});

it('the analysis counts by kind, class with Pareto, month, agent and team, without what was withdrawn', async () => {
  await added();
  await added({ kind: 'complaint', class: 'process' });
  await added({ kind: 'complaint', class: 'process' });
  await added({ kind: 'review', class: 'attitude', day: '2026-06-30' });
  const gone = await added({ kind: 'suggestion' });
  await run.client.feedback.withdraw({ id: gone, revision: 1, reason: '重复' });
  const found = await run.client.feedback.analysis({ from: '2026-06-01', to: '2026-07-31' });
  expect(found.kinds.map(({ key, count }) => [key, count])).toEqual([
    ...[
      ['praise', 1],
      ['suggestion', 0],
      ['complaint', 2],
      ['review', 1],
    ],
  ]);
  expect(found.classes.map(({ key, count, cumulative }) => [key, count, cumulative])).toEqual([
    ['process', 2, 2 / 3],
    ['attitude', 1, 1],
  ]);
  expect(found.months).toEqual([
    { month: '2026-06', counts: [0, 0, 0, 1] },
    { month: '2026-07', counts: [1, 0, 2, 0] },
  ]);
  expect(found.agents).toMatchObject([{ name: '李四', count: 4 }]);
  expect(feedbackOfPeriod(run.console.store.read, [agentId], JULY)).toHaveLength(3);
});

it('is refused from the future, with a person in charge who may not, and to a third-party assessor', async () => {
  await expect(added({ day: '2026-07-02' })).rejects.toMatchObject({ data: { reason: 'dayInFuture' } });
  const third = await run.signInAs('third', ['assessor']);
  await expect(run.client.feedback.list(DAYS)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await run.signInAs('zhao', ['supervisor']);
  await expect(added({ ownerId: third })).rejects.toMatchObject({ data: { reason: 'feedbackOwnerUnfit' } });
  expect(await run.client.feedback.people()).toContainEqual({ id: ownerId, name: 'zhao' });
});
