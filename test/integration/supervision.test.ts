// Supervision by department and its reports through the contract on a real store. Would catch: work counted for the wrong
// department, shares that change the past, an issued report whose figures move.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shares } from '../../shared/contract/supervision.ts';
import { sql } from '../../electron/db/sql.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';
import { observing, refusal, type Observing } from '../support/observing.ts';

const DAY = 86_400_000;
const OTHERS: Shares = { customerService: 60, compliance: 20, humanResources: 10, business: 10 };

let at: TestConsole;
let desk: Observing;

// It is 2026-07-01.
beforeEach(async () => {
  at = testConsole();
  desk = await observing(at);
  await manager();
});
afterEach(() => at[Symbol.dispose]());

const manager = () => at.signInAs(ADMIN, ['administrator', 'manager']);
/** The idle lock has come meanwhile. */
const later = async (milliseconds: number) => {
  at.advance(milliseconds);
  await manager();
};
const figures = (start: string | null = null) =>
  at.client.supervision.figures({ branchId: desk.branchId, kind: 'month', start });
const row = async (department: string | null) =>
  (await figures()).departments.find((one) => one.department === department);
const observe = async (failing: readonly string[] = []) => {
  await at.signInAs('zhao', ['supervisor']);
  await desk.submitted(failing);
  await manager();
};

describe('work by department', () => {
  it('counts for the department of its day, and leaves work of no department in a row of its own', async () => {
    await observe(['3.4-1']);
    expect(await row(null)).toMatchObject({ observations: 1, found: 1, closed: 0, share: 1, target: null });
    const { setDepartment, members } = at.client.supervision;
    await setDepartment({ userId: desk.assessorId, department: 'customerService', fromDay: '2026-07-01' });
    expect(await row(null)).toBeUndefined();
    expect(await row('customerService')).toMatchObject({ people: 1, works: 1, found: 1, share: 1, target: 0.75 });
    await later(DAY);
    await setDepartment({ userId: desk.assessorId, department: 'compliance', fromDay: '2026-07-02' });
    await observe();
    expect(await row('customerService')).toMatchObject({ works: 1, share: 0.5 });
    expect(await row('compliance')).toMatchObject({ works: 1, found: 0, target: 0.08 });
    expect((await members()).find(({ userId }) => userId === desk.assessorId)).toMatchObject({
      ...{ department: 'compliance', fromDay: '2026-07-02', active: true },
    });
    const { coverage, problems } = await figures();
    expect(coverage).toMatchObject({ agents: 1, observed: 1, goal: 0.92 });
    expect(problems).toEqual([{ class: 'content', count: 1 }]);
    expect((await figures('2026-06-01')).departments.every(({ works }) => works === 0)).toBe(true);
  });

  // Would catch: work that leaves its branch with the agent who is transferred after it, so that an earlier report was wrong.
  it('stays in the branch where the agent was that day', async () => {
    await observe(['3.4-1']);
    const { id: elsewhere } = await at.client.branches.add({ code: '3102', name: '苏州分公司', parentId: null });
    await later(9 * DAY);
    const { id, revision } = await at.client.agents.get({ id: desk.agentId });
    await at.client.agents.assign({ id, revision, branchId: elsewhere, team: '二组', fromDay: '2026-07-08' });
    const found = await figures();
    expect(found.departments.at(-1)).toMatchObject({ observations: 1, found: 1 });
    expect(found.problems).toEqual([{ class: 'content', count: 1 }]);
    const there = await at.client.supervision.figures({ branchId: elsewhere, kind: 'month', start: null });
    expect(there.departments.every(({ works, found: problems }) => works === 0 && problems === 0)).toBe(true);
  });

  it('sets shares from a day on, with a reason, together 100', async () => {
    const { setShares, shares } = at.client.supervision;
    await expect(
      setShares({ values: { ...OTHERS, business: 11 }, fromDay: '2026-07-01', reason: '分工调整' }),
    ).rejects.toEqual(refusal('sharesNotWhole'));
    await setShares({ values: OTHERS, fromDay: '2026-08-01', reason: '分工调整' });
    expect((await figures()).shares.number).toBe(0);
    await setShares({ values: OTHERS, fromDay: '2026-07-01', reason: '提前执行' });
    expect((await figures()).shares).toMatchObject({ number: 2, reason: '提前执行', values: OTHERS });
    expect((await figures('2026-06-01')).shares.number).toBe(0);
    expect((await shares()).map(({ number }) => number)).toEqual([2, 1, 0]);
    await at.signInAs('zhao', ['supervisor']);
    await expect(setShares({ values: OTHERS, fromDay: '2026-07-01', reason: '试' })).rejects.toEqual(
      refusal('notPermitted'),
    );
    expect(() =>
      at.console.store.change(null, (tx) => tx.run(sql`UPDATE supervision_shares SET reason = 'x'`)),
    ).toThrow('never changed');
  });
});

describe('a report', () => {
  const open = async (start = '2026-07-01') =>
    (await at.client.supervision.openReport({ branchId: desk.branchId, kind: 'month', start })).id;
  const read = (id: string, number: number | null = null) => at.client.supervision.report({ id, number });
  const issue = (id: string, reason: string | null = null) => at.client.supervision.issue({ id, reason });
  const TEXTS = { summary: '本月观察一人', nextSteps: '下月复查问候语' };

  it('is issued after its period with words, frozen, and issued again with a reason', async () => {
    const id = await open();
    expect(await open()).toBe(id);
    await observe();
    expect((await read(id)).shown).toMatchObject({
      ...{ number: null, content: { figures: { coverage: { observed: 1 } }, texts: { summary: '' } } },
    });
    await expect(issue(id)).rejects.toEqual(refusal('supervisionPeriodRunning', { day: '2026-07-31' }));
    await later(31 * DAY);
    await expect(issue(id)).rejects.toEqual(refusal('supervisionTextsMissing'));
    await at.client.supervision.saveTexts({ id, texts: TEXTS });
    expect(await issue(id)).toEqual({ number: 1 });
    const first = await read(id, 1);
    expect(first.shown).toMatchObject({ number: 1, intact: true, content: { texts: TEXTS } });
    expect(first.issue?.digest).toMatch(/^[0-9a-f]{64}$/);

    await at.client.supervision.setDepartment({
      ...{ userId: desk.assessorId, department: 'business', fromDay: '2026-07-01' },
    });
    await at.client.supervision.saveTexts({ id, texts: { ...TEXTS, summary: '补充说明' } });
    await expect(issue(id)).rejects.toEqual(refusal('supervisionReasonMissing'));
    expect(await issue(id, '补登部门归属')).toEqual({ number: 2 });
    const both = [await read(id, 1), await read(id, 2)].map(({ shown }) => shown.content);
    expect(both.map(({ texts }) => texts.summary)).toEqual(['本月观察一人', '补充说明']);
    const business = both.map(({ figures: { departments } }) =>
      departments.find((one) => one.department === 'business'),
    );
    expect(business.map((one) => one?.works)).toEqual([0, 1]);
    expect((await read(id)).issues.map(({ number, reason }) => [number, reason])).toEqual([
      [2, '补登部门归属'],
      [1, null],
    ]);
    await expect(read(id, 3)).rejects.toEqual(refusal('supervisionIssueMissing', { number: 3 }));
    expect(() =>
      at.console.store.change(null, (tx) => tx.run(sql`UPDATE supervision_issue SET content = '{}'`)),
    ).toThrow('never changed');
  });

  // Would catch: a file written past the triggers that is still shown as what was issued.
  it('says when an issue is not what was written', async () => {
    const id = await open('2026-06-01');
    await at.client.supervision.saveTexts({ id, texts: TEXTS });
    await issue(id);
    at.console.store.change(null, (tx) => {
      const { content } = tx.get<{ content: string }>(sql`SELECT content FROM supervision_issue`)!;
      tx.run(sql`DROP TRIGGER supervision_issue_fixed`);
      tx.run(sql`UPDATE supervision_issue SET content = ${content.replace('本月', '上月')}`);
      tx.note({ action: 'test', entity: 'test', entityId: 'test' });
    });
    expect((await read(id, 1)).shown.intact).toBe(false);
  });

  it('lists the measures of its period', async () => {
    const { id: measure } = await at.client.improvement.propose({
      ...{ branchId: desk.branchId, title: '问候语示范', kind: 'process', problem: null, cause: '无', measure: '演练' },
      ...{ ownerId: desk.assessorId, deadline: '2026-07-31', figure: { kind: 'csi' }, target: 90, days: 30 },
    });
    const id = await open();
    expect((await read(id)).shown.content.improvements).toMatchObject([{ id: measure, state: 'proposed' }]);
  });

  it('is saved as PDF and logged', async () => {
    const id = await open();
    const path = join(at.folder, 'report.pdf');
    at.answers.save = path;
    expect(await at.client.supervision.savePdf({ id, number: null, title: '监督报告' })).toEqual({ path });
    expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/);
    const [logged] = await at.client.exports.list({ kind: 'supervisionReport' });
    expect(logged).toMatchObject({ path, facts: { kind: 'month', start: '2026-07-01', number: 0 } });
    at.answers.save = null;
    expect(await at.client.supervision.savePdf({ id, number: null, title: '监督报告' })).toEqual({ path: null });
  });
});
