// Branches and agents through the contract on a real store: dated assignments, masked telephone numbers, search.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../electron/db/sql.ts';
import { agentAt, agentsOfBranchesAt, placedOn } from '../../electron/features/people/assignments.ts';
import { pinyinFull, pinyinInitials, pinyinOfName } from '../../electron/features/people/pinyin.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';

let at: TestConsole;
let top: string;

beforeEach(async () => {
  at = testConsole();
  ({ branchId: top } = await at.setUp());
});
afterEach(() => at[Symbol.dispose]());

const add = (number: string, name: string, more: { phone?: string; fromDay?: string; team?: string } = {}) =>
  at.client.agents.add({
    ...{ number, name, gender: null, licence: null, engagement: 'agency', hiredOn: null, status: 'active' },
    ...{ phone: more.phone ?? null, branchId: top, team: more.team ?? '一组', fromDay: more.fromDay ?? '2026-01-01' },
  });
const reason = (wanted: string) => ({ data: { reason: wanted } });

describe('branches', () => {
  it('form a tree with unique codes and without cycles', async () => {
    const { client } = at;
    const north = await client.branches.add({ code: 'N', name: '北', parentId: top });
    const far = await client.branches.add({ code: 'N1', name: '远', parentId: north.id });
    await expect(client.branches.add({ code: 'n1', name: '再', parentId: null })).rejects.toMatchObject(
      reason('branchCodeTaken'),
    );
    for (const parentId of [north.id, far.id])
      await expect(client.branches.update({ id: north.id, code: 'N', name: '北', parentId })).rejects.toMatchObject(
        reason('branchCycle'),
      );
    await client.branches.update({ id: far.id, code: 'N1', name: '更远', parentId: top });
    expect((await client.branches.list()).map(({ code, name, parentId }) => [code, name, parentId])).toEqual([
      ['3101', '上海分公司', null],
      ['N', '北', top],
      ['N1', '更远', top],
    ]);
  });

  it('count those who belong to them now and have not left', async () => {
    const one = await add('A1', '张三');
    await add('A2', '李四');
    await at.client.agents.update({ ...one, id: one.id, status: 'left' });
    expect((await at.client.branches.list())[0]!.agents).toBe(1);
  });

  it('are changed by those who may, and read by observers', async () => {
    await at.signInAs('third', ['assessor']);
    await expect(at.client.branches.add({ code: 'X', name: 'X', parentId: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await at.client.branches.list()).toHaveLength(1);
  });
});

describe('an assignment', () => {
  it('is dated: evidence counts where the agent was on its day', async () => {
    const other = await at.client.branches.add({ code: 'B', name: '乙', parentId: top });
    const agent = await add('A1', '张三', { fromDay: '2026-03-01' });
    const { id, revision } = agent;
    const moved = await at.client.agents.assign({
      id,
      revision,
      branchId: other.id,
      team: '二组',
      fromDay: '2026-05-01',
    });
    expect(moved.assignments.map(({ team, fromDay, untilDay }) => [team, fromDay, untilDay])).toEqual([
      ['二组', '2026-05-01', null],
      ['一组', '2026-03-01', '2026-05-01'],
    ]);
    const db = at.console.store.read;
    const [first, second] = [
      { branchId: top, team: '一组' },
      { branchId: other.id, team: '二组' },
    ];
    // Before the first known day the nearest that is known holds.
    expect(agentAt(db, id, '2025-12-31')).toEqual(first);
    expect(agentAt(db, id, '2026-04-30')).toEqual(first);
    expect(agentAt(db, id, '2026-05-01')).toEqual(second);
    expect(agentAt(db, id, '2030-01-01')).toEqual(second);
    expect(agentsOfBranchesAt(db, [top], '2025-12-31')).toEqual([id]);
    expect(agentsOfBranchesAt(db, [other.id], '2025-12-31')).toEqual([]);
    expect(agentsOfBranchesAt(db, [top], '2026-04-30')).toEqual([id]);
    expect(agentsOfBranchesAt(db, [top], '2026-05-01')).toEqual([]);
    expect(agentsOfBranchesAt(db, [other.id], '2026-05-01')).toEqual([id]);
  });

  it('is corrected on its own day, and refused before it, in the future, without change, and on stale sight', async () => {
    const agent = await add('A1', '张三', { fromDay: '2026-03-01' });
    const move = (team: string, fromDay: string, revision = agent.revision) =>
      at.client.agents.assign({ id: agent.id, revision, branchId: top, team, fromDay });
    await expect(move('二组', '2026-02-28')).rejects.toMatchObject(reason('assignmentBeforeOpen'));
    await expect(move('二组', '2026-07-02')).rejects.toMatchObject(reason('dayInFuture'));
    await expect(move('一组', '2026-06-01')).rejects.toMatchObject(reason('assignmentUnchanged'));
    const corrected = await move('二组', '2026-03-01');
    expect(corrected.assignments).toMatchObject([{ team: '二组', fromDay: '2026-03-01', untilDay: null }]);
    await expect(move('三组', '2026-04-01')).rejects.toMatchObject(reason('changedMeanwhile'));
  });
});

describe('an agent', () => {
  it('has a number of their own, whatever its case', async () => {
    const agent = await add('A1', '张三');
    await expect(add('a1', '李四')).rejects.toMatchObject(reason('agentNumberTaken'));
    const other = await add('A2', '李四');
    await expect(at.client.agents.update({ ...other, number: 'A1' })).rejects.toMatchObject(reason('agentNumberTaken'));
    const renumbered = await at.client.agents.update({ ...agent, number: 'a1' });
    expect(renumbered).toMatchObject({ number: 'a1', revision: 2 });
  });

  it('that is saved without a change leaves no trace', async () => {
    const agent = await add('A1', '张三', { phone: '13800138000' });
    const before = await at.client.audit.list({ before: null, limit: 1 });
    expect(await at.client.agents.update({ ...agent, phone: '138 0013 8000' })).toMatchObject({ revision: 1 });
    expect(await at.client.audit.list({ before: null, limit: 1 })).toEqual(before);
  });

  it('keeps the telephone number masked everywhere but in a reveal, which is logged with its purpose', async () => {
    const { id } = await add('A1', '张三', { phone: '+86 138-0013-8000' });
    const said = JSON.stringify([
      await at.client.agents.get({ id }),
      await at.client.agents.page({ after: null }),
      await at.client.agents.search({ text: 'A1', limit: 5 }),
      await at.client.audit.list({ before: null, limit: 100 }),
      at.console.store.read.all(sql`SELECT * FROM audit_entry`),
    ]);
    expect(said).not.toContain('13800138000');
    expect(said).toContain('138****8000');
    expect(await at.client.agents.revealPhone({ id, reason: 'contact' })).toEqual({ phone: '13800138000' });
    const [entry] = (await at.client.agents.get({ id })).history;
    expect(entry).toMatchObject({ action: 'agent.phoneRevealed', actor: '林经理' });
    expect(JSON.parse(entry!.details)).toEqual({ reason: 'contact' });
    await at.signInAs('third', ['assessor']);
    await expect(at.client.agents.revealPhone({ id, reason: 'contact' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps no personal value in the audit log', async () => {
    const agent = await add('A1', '欧阳娜娜', { phone: '13800138000', team: '晨曦组' });
    await at.client.agents.update({ ...agent, name: '欧阳锋', licence: 'ZY123456' });
    const log = JSON.stringify(at.console.store.read.all(sql`SELECT details FROM audit_entry`));
    for (const personal of ['欧阳', '13800138000', 'ZY123456', '晨曦']) expect(log).not.toContain(personal);
  });

  it('is found by part of the number, the name, pinyin and initials, whole matches first, those who left last', async () => {
    await add('S-100', '单雄信');
    await add('S-101', '张伟');
    const left = await add('S-102', '张三');
    await at.client.agents.update({ ...left, status: 'left' });
    await add('ZS', '李四');
    const find = async (text: string) => (await at.client.agents.search({ text, limit: 9 })).map((hit) => hit.name);
    expect(await find('shanxiongxin')).toEqual(['单雄信']);
    expect(await find('Shan Xiong')).toEqual(['单雄信']);
    expect(await find('sxx')).toEqual(['单雄信']);
    expect(await find('zs')).toEqual(['李四', '张三']);
    expect(await find('s-10')).toEqual(['单雄信', '张伟', '张三']);
    expect(await find('张')).toEqual(['张伟', '张三']);
    expect(await find('%')).toEqual([]);
    expect(await find("' OR 1=1 --")).toEqual([]);
  });
});

it('pinyin reads surnames as such, minorities, Latin names and ü', () => {
  expect(pinyinOfName('单雄信')).toEqual({ pinyin: 'shanxiongxin', initials: 'sxx' });
  expect(pinyinOfName('阿依古丽·买买提').initials).toBe('ayglmmt');
  expect(pinyinOfName('Li Lei')).toEqual({ pinyin: 'lilei', initials: 'll' });
  expect(pinyinOfName('吕布').pinyin).toBe('lvbu');
  expect(pinyinInitials('保险合同')).toBe('bxht');
  expect(pinyinFull('保险合同')).toBe('baoxianhetong');
});

it('hot reads use their index', async () => {
  await at.signInAs(ADMIN, ['manager']);
  const plan = (text: string): string =>
    JSON.stringify(at.console.store.read.all({ text: `EXPLAIN QUERY PLAN ${text}`, values: [] }));
  const { text, values } = placedOn('2026-01-01');
  const placed = JSON.stringify(
    at.console.store.read.all({
      text: `EXPLAIN QUERY PLAN SELECT 1 FROM agent_assignment a WHERE branch_id IN ('x', 'y') AND ${text}`,
      values,
    }),
  );
  expect(placed).toContain('agent_assignment_branch (branch_id=?)');
  expect(placed).toContain('agent_assignment_from (agent_id=? AND from_day<?)');
  expect(plan("SELECT 1 FROM agent_assignment WHERE agent_id = 'x' AND until_day IS NULL")).toContain(
    'agent_assignment_open',
  );
  expect(plan("SELECT number FROM agent WHERE number > 'x' ORDER BY number LIMIT 5")).not.toContain('TEMP B-TREE');
  expect(plan("SELECT 1 FROM agent_assignment WHERE branch_id = 'x' AND from_day <= 'y'")).toContain(
    'agent_assignment_branch',
  );
});
