// Plans and coverage through the contract on a real store. Would catch: a draw without its planned observation, a replaced draw
// that leaves no trace, somebody drawn into a plan they may not make, coverage that counts what is no observation.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coverageOf } from '../../electron/features/plan/coverage.ts';
import type { NewPlan, PlanRecord } from '../../shared/contract/plan.ts';
import { ADMIN, drain, testConsole, type TestConsole } from '../support/console.ts';
import { CONTEXT, observing, refusal, type Observing } from '../support/observing.ts';

const DAY = 86_400_000;
const SERVICE = { kind: 'enquiry', occasion: 'reception', setting: 'office' } as const;

let at: TestConsole;
let desk: Observing;
let other: string;

// It is Wednesday, 2026-07-01; the first working days are 07-01, 02, 03, 06.
beforeEach(async () => {
  at = testConsole();
  desk = await observing(at);
  other = await at.signInAs('qian', ['supervisor']);
  await manager();
});
afterEach(() => at[Symbol.dispose]());

const manager = () => at.signInAs(ADMIN, ['administrator', 'manager']);
const add = (number: string, team: string, hiredOn: string | null = null) =>
  at.client.agents.add({
    ...{ number, name: `人员${number}`, gender: null, licence: null, engagement: 'agency', hiredOn, status: 'active' },
    ...{ phone: null, branchId: desk.branchId, team, fromDay: '2026-01-01' },
  });
const addMany = async (many: number) => {
  const ids: string[] = [];
  for (let n = 1; n <= many; n += 1) ids.push((await add(`B${n}`, n % 2 === 0 ? '一组' : '二组')).id);
  return ids;
};
const wish = (more: Partial<NewPlan> = {}): NewPlan => ({
  ...{ branchId: desk.branchId, kind: 'month', start: '2026-07-01', goal: 0.92, capacity: 1 },
  ...{ assessorIds: [desk.assessorId, other], seed: 'seed', context: SERVICE, ...more },
});
const draw = async (more: Partial<NewPlan> = {}): Promise<PlanRecord> => {
  const { result } = await drain(await at.client.plan.draw(wish(more)));
  return at.client.plan.get(result);
};

describe('a draft', () => {
  it('covers the goal, within everybody’s room, on working days', async () => {
    await addMany(24);
    const plan = await draw();
    expect(plan).toMatchObject({
      state: 'draft',
      missing: 0,
      draws: 23,
      coverage: { agents: 25, observed: 0, planned: 23 },
    });
    expect(plan.basis).toMatchObject({ seed: 'seed', rule: 2, frame: 25, needed: 23, workingDays: 23 });
    expect(plan.all.every((one) => plan.workingDays.includes(one.day) && one.state === 'drafted')).toBe(true);
    expect(plan.all.every((one) => one.result === 'none' && one.recency === 'never')).toBe(true);
    for (const own of Map.groupBy(plan.all, (one) => one.day + one.assessorId).values()) expect(own).toHaveLength(1);
    expect(plan.unknownYears).toEqual([]);
    expect((await at.client.home.get()).planned).toEqual([]);
    expect((await at.client.plan.list())[0]).toMatchObject({ id: plan.id, draws: 23, done: 0, overdue: 0 });
  });

  it('says how many are missing where there is no room', async () => {
    await addMany(60);
    const plan = await draw({ capacity: 1, assessorIds: [other] });
    expect(plan).toMatchObject({ draws: 23, missing: 34 });
  });

  it('plans nobody before the day of hire, nor whom an observation covers already', async () => {
    const late = await add('L', '一组', '2026-07-30');
    const { id: planned } = await at.client.observation.plan({
      ...{ agentId: desk.agentId, context: CONTEXT, day: '2026-07-10', assessorId: other },
    });
    const plan = await draw({ goal: 1 });
    expect(plan.all.map(({ agentId }) => agentId)).toEqual([late.id]);
    expect(plan.all[0]!.day >= '2026-07-30').toBe(true);
    expect(plan.coverage).toMatchObject({ agents: 2, observed: 0, planned: 2 });
    expect((await at.client.observation.open({ id: planned })).state).toBe('planned');
  });

  it('of a quarter observes everybody twice, as a grade needs, and says beforehand whether that is possible', async () => {
    await addMany(5);
    const asked = { branchId: desk.branchId, kind: 'quarter', start: '2026-07-01', goal: 1 } as const;
    const assessorIds = [desk.assessorId, other];
    expect(await at.client.plan.estimate({ ...asked, capacity: 1, assessorIds })).toMatchObject({
      ...{ agents: 6, needed: 6, missing: 0, sessions: 2, short: 0 },
    });
    const plan = await draw({ kind: 'quarter', goal: 1 });
    expect(plan).toMatchObject({ draws: 12, missing: 0, sessions: 2, short: 0, coverage: { planned: 6 } });
    for (const own of Map.groupBy(plan.all, ({ agentId }) => agentId).values()) {
      expect(own).toHaveLength(2);
      expect(own[0]!.day < '2026-08-16' && own[1]!.day >= '2026-08-14').toBe(true);
    }
    await at.client.plan.enforce({ id: plan.id });
    expect(await at.client.plan.verify({ id: plan.id })).toEqual({ intact: true, same: true });

    // Whoever joins afterwards is added with a reason, and the draw can still be made again.
    const joined = await add('N', '三组', '2026-07-15');
    const { days } = await at.client.plan.add({ id: plan.id, agentId: joined.id, reason: '七月入职' });
    expect(days).toHaveLength(2);
    expect(days.every((day) => day >= '2026-07-15')).toBe(true);
    const after = await at.client.plan.get({ id: plan.id });
    expect(after.all.filter(({ agentId }) => agentId === joined.id)).toMatchObject([
      { added: '七月入职', team: '三组', state: 'planned' },
      { added: '七月入职', team: '三组', state: 'planned' },
    ]);
    expect(after.coverage).toMatchObject({ agents: 7, planned: 7 });
    expect(await at.client.plan.verify({ id: plan.id })).toEqual({ intact: true, same: true });
    await expect(at.client.plan.add({ id: plan.id, agentId: joined.id, reason: '再次' })).rejects.toEqual(
      refusal('planAgentEnough', { count: 2 }),
    );
  });

  it('of a quarter replaces who leaves in both observations by one agent', async () => {
    await addMany(13);
    const plan = await draw({ kind: 'quarter' });
    const spare = plan.basis.strata.find(({ size, drawn }) => drawn < size);
    const leaving = plan.all.find(({ team }) => team === spare?.team);
    const [first, second] = plan.all.filter(({ agentId }) => agentId === leaving?.agentId);
    const { successor } = await at.client.plan.replace({ drawId: first!.id, reason: '长期病假' });
    expect(successor).not.toBeNull();
    expect(await at.client.plan.replace({ drawId: second!.id, reason: '长期病假' })).toEqual({ successor });
    const own = (await at.client.plan.get({ id: plan.id })).all.filter(({ agentName }) => agentName === successor);
    expect(own.map(({ day }) => day)).toEqual([first!.day, second!.day]);
  });

  it('warns before the draw of a goal out of reach', async () => {
    await addMany(60);
    const asked = { branchId: desk.branchId, kind: 'month', start: '2026-07-01', goal: 0.92 } as const;
    const estimate = await at.client.plan.estimate({ ...asked, capacity: 1, assessorIds: [other] });
    expect(estimate).toEqual({ agents: 61, needed: 57, missing: 34, sessions: 1, short: 0, days: 23, places: 23 });
  });

  it('can be drawn again from its basis, and a discarded one stays listed', async () => {
    await addMany(6);
    const first = await draw();
    expect(await at.client.plan.verify({ id: first.id })).toEqual({ intact: true, same: true });
    await expect(draw()).rejects.toEqual(refusal('planExists'));
    await at.client.plan.discard({ id: first.id, reason: '人手有变' });
    const again = await draw();
    const plain = ({ all }: PlanRecord) => all.map(({ agentId, day, assessorId }) => [agentId, day, assessorId]);
    expect(plain(again)).toEqual(plain(first));
    expect((await at.client.plan.list()).map(({ state }) => state).sort()).toEqual(['discarded', 'draft']);
    await at.client.plan.discard({ id: again.id, reason: '换一份' });
    expect((await draw({ seed: null })).basis.seed).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is refused for a period that is over, one that begins elsewhere, and people who do not observe', async () => {
    const hq = await at.signInAs('hq', ['headquarters']);
    await manager();
    await expect(draw({ start: '2026-06-01' })).rejects.toEqual(refusal('planPeriodOver'));
    await expect(draw({ start: '2026-07-02' })).rejects.toEqual(refusal('periodStart'));
    await expect(draw({ assessorIds: [hq] })).rejects.toEqual(refusal('planCannotObserve'));
  });
});

describe('in force', () => {
  it('every draw is a planned observation, done when it is submitted, overdue when its day went by', async () => {
    await addMany(3);
    const { id } = await draw({ goal: 1, assessorIds: [desk.assessorId], capacity: 2 });
    await at.client.plan.enforce({ id });
    await expect(at.client.plan.enforce({ id })).rejects.toEqual(refusal('planStateWrong'));
    const plan = await at.client.plan.get({ id });
    expect(plan.all.map(({ state, observationId }) => [state, observationId !== null])).toEqual(
      plan.all.map(() => ['planned', true]),
    );
    const mine = plan.all.find(({ agentId }) => agentId === desk.agentId)!;
    at.advance(Date.parse(mine.day) - Date.parse('2026-07-01'));
    await at.signInAs('zhao', ['supervisor']);
    const { planned } = await at.client.home.get();
    expect(planned.map((one) => one.id)).toContain(mine.observationId);
    const record = await at.client.observation.startPlanned({
      ...{ id: mine.observationId!, context: CONTEXT, noticeConfirmed: true, serviceAt: null },
    });
    const stateOf = async () => (await at.client.plan.get({ id })).all.find((one) => one.id === mine.id)!.state;
    expect(await stateOf()).toBe('inProgress');
    await desk.answerAll(record);
    await desk.sign(record.id);
    await at.client.observation.submit({ id: record.id });
    expect(await stateOf()).toBe('done');
    at.advance(40 * DAY);
    await manager();
    const [row] = await at.client.plan.list();
    expect(row).toMatchObject({ draws: 4, done: 1, overdue: 3, coverage: { agents: 4, observed: 1, planned: 4 } });
  });

  it('a replaced draw stays with its reason, and the next of its stratum takes day and assessor', async () => {
    await addMany(24);
    const { id } = await draw();
    await at.client.plan.enforce({ id });
    const plan = await at.client.plan.get({ id });
    const away = plan.all.find(({ team }) => team === '二组')!;
    const { successor } = await at.client.plan.replace({ drawId: away.id, reason: '长期病假' });
    const after = await at.client.plan.get({ id });
    const gone = after.all.find((one) => one.id === away.id)!;
    const came = after.all.find((one) => one.insteadOf === away.agentName)!;
    expect(gone).toMatchObject({ state: 'replaced', replaced: { by: '林经理', reason: '长期病假', successor } });
    expect(came).toMatchObject({ agentName: successor, state: 'planned', day: away.day, assessorId: away.assessorId });
    expect([came.team, came.result, came.recency]).toEqual([away.team, away.result, away.recency]);
    expect((await at.client.observation.open({ id: away.observationId! })).state).toBe('cancelled');
    expect(after).toMatchObject({ draws: 23, coverage: { planned: 23 } });
    await expect(at.client.plan.replace({ drawId: away.id, reason: '再换' })).rejects.toEqual(refusal('planDrawBegun'));
    expect(await at.client.plan.verify({ id })).toEqual({ intact: true, same: true });
    expect(after.history.map(({ action }) => action)).toEqual(['plan.replaced', 'plan.enforced', 'plan.drawn']);
    // 25 agents, 23 drawn, 2 in reserve: once they are in, a stratum has nobody left.
    const rest = after.all.filter(({ state }) => state === 'planned');
    const came2: (string | null)[] = [];
    for (const one of rest.slice(0, 3))
      came2.push((await at.client.plan.replace({ drawId: one.id, reason: '外出' })).successor);
    expect(came2).toContain(null);
  });

  it('moves to a working day with room in the period, and nowhere else', async () => {
    await addMany(3);
    const { id } = await draw({ goal: 1, assessorIds: [desk.assessorId] });
    await at.client.plan.enforce({ id });
    const [one, two] = (await at.client.plan.get({ id })).all;
    const move = (day: string, assessorId = desk.assessorId) =>
      at.client.plan.move({ drawId: one!.id, day, assessorId });
    await expect(move('2026-07-04')).rejects.toEqual(refusal('planDayFree'));
    await expect(move('2026-08-03')).rejects.toEqual(refusal('planDayOutside'));
    await expect(move('2026-06-30')).rejects.toEqual(refusal('planDayOutside'));
    await expect(move(two!.day)).rejects.toEqual(refusal('planDayFull'));
    await move(two!.day, other);
    const moved = (await at.client.plan.get({ id })).all.find((draw) => draw.id === one!.id)!;
    expect(moved).toMatchObject({ day: two!.day, assessorId: other });
    expect(await at.client.observation.open({ id: one!.observationId! })).toMatchObject({ plannedOn: two!.day });
    expect(await at.client.plan.verify({ id })).toEqual({ intact: true, same: true });
  });

  it('shows who left or was cancelled outside the plan, so that they are replaced', async () => {
    await addMany(3);
    const { id } = await draw({ goal: 1 });
    await at.client.plan.enforce({ id });
    const [one, two] = (await at.client.plan.get({ id })).all;
    const agent = await at.client.agents.get({ id: one!.agentId });
    await at.client.agents.update({ ...agent, status: 'left' });
    await at.client.observation.cancelPlan({ id: two!.observationId!, reason: '客户改期' });
    const states = new Map((await at.client.plan.get({ id })).all.map((draw) => [draw.id, draw.state]));
    expect([states.get(one!.id), states.get(two!.id)]).toEqual(['unavailable', 'lost']);
    await at.client.plan.replace({ drawId: one!.id, reason: '离职' });
    await at.client.plan.replace({ drawId: two!.id, reason: '取消' });
    expect((await at.client.plan.get({ id })).coverage).toMatchObject({ agents: 3, planned: 2 });
  });

  it('ends with a reason where observations are given up', async () => {
    await addMany(2);
    const { id } = await draw({ goal: 1 });
    await at.client.plan.enforce({ id });
    await expect(at.client.plan.close({ id, reason: null })).rejects.toEqual(
      refusal('planReasonMissing', { count: 3 }),
    );
    await at.client.plan.close({ id, reason: '改为专项检查' });
    const plan = await at.client.plan.get({ id });
    expect(plan.state).toBe('closed');
    expect(plan.all.map(({ state }) => state)).toEqual(['lost', 'lost', 'lost']);
    await expect(at.client.plan.replace({ drawId: plan.all[0]!.id, reason: '晚了' })).rejects.toEqual(
      refusal('planStateWrong'),
    );
  });

  it('begun late, gives draws whose day went by another day', async () => {
    await addMany(5);
    const { id } = await draw({ goal: 1 });
    at.advance(20 * DAY);
    await manager();
    await at.client.plan.enforce({ id });
    const plan = await at.client.plan.get({ id });
    expect(plan.all.every(({ day, state }) => day >= '2026-07-21' && state === 'planned')).toBe(true);
  });
});

it('is made by a manager, changed by a supervisor too, read by headquarters, and closed to a third-party assessor', async () => {
  await addMany(3);
  const { id } = await draw();
  const forbidden = expect.objectContaining({ code: 'FORBIDDEN' }) as unknown;
  await at.signInAs('zhao', ['supervisor']);
  await expect(draw()).rejects.toEqual(forbidden);
  await expect(at.client.plan.enforce({ id })).rejects.toEqual(forbidden);
  const [one] = (await at.client.plan.get({ id })).all;
  await at.client.plan.move({ drawId: one!.id, day: '2026-07-31', assessorId: other });
  await at.signInAs('hq', ['headquarters']);
  expect(await at.client.plan.list()).toHaveLength(1);
  await expect(at.client.plan.replace({ drawId: one!.id, reason: '无' })).rejects.toEqual(forbidden);
  await at.signInAs('third', ['assessor']);
  await expect(at.client.plan.list()).rejects.toEqual(forbidden);
});

it('coverage counts active agents by team and submitted sessions only, calibration and those who left aside', async () => {
  await addMany(3);
  const left = await at.client.agents.get({ id: (await add('Z', '二组')).id });
  await at.client.agents.update({ ...left, status: 'left' });
  await at.signInAs('zhao', ['supervisor']);
  await desk.submitted();
  await desk.start();
  const { start, end } = { start: '2026-07-01', end: '2026-08-01' };
  const read = (from: string, until: string) =>
    coverageOf(at.console.store.read, desk.branchId, { kind: 'month', start: from, end: until }, '2026-07-01');
  expect(read(start, end)).toMatchObject({
    ...{ agents: 4, observed: 1, planned: 1, goal: 0.92 },
    teams: [
      { team: '二组', agents: 2, observed: 0, planned: 0 },
      { team: '一组', agents: 2, observed: 1, planned: 1 },
    ],
  });
  expect(read('2026-06-01', start)).toMatchObject({ agents: 4, observed: 0 });
});
