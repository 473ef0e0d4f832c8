// The closed loop in the report's dataset, read from the real tables. Would catch: a complainant's name in the workbook, an overdue
// rectification or an upheld complaint that the ledger counts and the score does not, hours or months that the two take differently,
// a figure of 投诉统计 or 监督工作 that the screens give differently.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLoop } from '../../electron/features/report/loop.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { assess } from '../../shared/domain/scoring/score.ts';
import type { ComplaintFigures, PerRate } from '../../shared/contract/complaintStatistics.ts';
import { TOLD } from '../../shared/contract/rectification.ts';
import { wilson } from '../../shared/domain/scoring/wilson.ts';
import { writeReport } from '../../electron/excel/report/write.ts';
import { reportDataset } from '../../electron/features/report/dataset.ts';
import { complaining } from '../support/complaining.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { finding, submittedRectification } from '../support/rectifying.ts';
import { cellsOf } from '../support/recalculated.ts';
import { seedTraining } from '../support/seedTraining.ts';
import { tempDir } from '../support/tempDir.ts';

const DAY = 86_400_000;
const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;

let run: TestConsole;
beforeEach(() => void (run = testConsole()));
afterEach(() => run[Symbol.dispose]());

it('says what the score counts, without the complainant', async () => {
  const { agentId, branchId } = await observing(run);
  const { id: findingId } = await run.client.findings.record(finding(agentId));
  await submittedRectification(run, [findingId], { deadline: '2026-07-20' });
  await seedTraining(run, agentId);
  const here = await complaining(run, agentId);
  const upheld = await here.register({ content: '孙女士说回访一直没有进行，可打 139-1234-5678 核对。' });
  await here.register({ people: [{ name: '陈先生', contact: '' }] });
  const named = { content: '我和孙女士同去，13912345678 与 021 6234 5678 都没有人回。' };
  await here.register({ ...named, people: [{ name: '冯晓梅', contact: 'fx@example.com' }] }, upheld);
  const about = { source: 'complaint' as const, sourceId: upheld, description: '孙女士等了两周' };
  const { id: fromCase } = await run.client.findings.record(finding(agentId, about));
  await submittedRectification(run, [fromCase], {
    ...{ deadline: '2026-08-20', title: '回访孙女士', measures: '致电冯晓梅 139 1234 5678 说明' },
    cause: { categories: ['training'], whys: ['没有回访'], root: '冯女士的号码 fx@example.com 没有登记' },
  });
  await here.until(upheld, 'archived', 'serious');
  run.advance(45 * DAY);
  const db = run.console.store.read;
  const window = windowOf(JULY, run.now());
  const loop = readLoop(db, new Map([[agentId, 'A0012']]), { branchId, period: JULY, window, language: 'zh-CN' });

  const { score } = assess(evidenceOfAgent(db, agentId, window), window, MODEL_1);
  const pointsOf = (kind: 'complaints' | 'rectifications' | 'training') => score.adjustments[kind].points;
  expect([pointsOf('complaints'), pointsOf('rectifications')]).toEqual([-5, -1]);
  expect(loop.complaints).toHaveLength(3);
  expect(loop.complaints.filter(({ counts }) => counts)).toMatchObject([
    { employeeNumber: 'A0012', conclusion: 'serious', received: true, kept: { acceptance: true, decision: true } },
  ]);
  // The joined one was received too, and is the same matter.
  expect(loop.complaints.map(({ received }) => received)).toEqual([true, true, true]);
  expect(loop.complaints.filter(({ joinedTo }) => joinedTo !== '')).toMatchObject([
    {
      joinedTo: loop.complaints.find(({ counts }) => counts)!.number,
      content: expect.stringContaining('孙**同去') as string,
    },
  ]);
  // The open one is past all its limits.
  expect(
    loop.complaints.find(({ conclusion, joinedTo }) => conclusion === null && joinedTo === '')?.kept,
  ).toMatchObject({
    ...{ acceptance: false, decision: false },
  });
  for (const secret of ['孙女士', '陈先生', '冯晓梅', '冯女士', '1234', '6234', 'example.com'])
    expect(JSON.stringify(loop)).not.toContain(secret);
  expect(loop.rectifications).toHaveLength(2);
  expect(loop.rectifications.filter(({ deadline }) => deadline < '2026-08-01')).toMatchObject([
    { employeeNumber: 'A0012', deadline: '2026-07-20', verifiedAt: null, owes: true, state: '待验证' },
  ]);
  expect(loop.moment).toBe('2026-08-01T00:00:00.000');
  const hours = loop.trainings.reduce((sum, one) => sum + one.hours, 0);
  const months = loop.trainingMonths.get('A0012')!;
  const required = (20 * months) / 12;
  expect(pointsOf('training')).toBeCloseTo(hours >= required ? 0 : -5 * (1 - hours / required), 9);
});

const task = { signal: new AbortController().signal, onProgress: () => undefined };

it('says of each department what its people did, found, saw closed and verified, and of all the coverage', async () => {
  const { agentId, branchId, assessorId, submitted } = await observing(run);
  const managerId = await run.signInAs(ADMIN, ['administrator', 'manager']);
  const { supervision, findings, rectification } = run.client;
  await supervision.setDepartment({ userId: assessorId, department: 'customerService', fromDay: '2026-06-01' });
  await supervision.setDepartment({ userId: managerId, department: 'compliance', fromDay: '2026-06-01' });
  await run.signInAs('zhao', ['supervisor']);
  // Found before the period, and verified in it.
  const june = await findings.record(finding(agentId, { occurredAt: '2026-06-30T00:00:00.000Z' }));
  const early = await submittedRectification(run, [june.id]);
  await submitted(['3.4-1', '3.5-1']);
  const july = await findings.record(finding(agentId));
  const late = await submittedRectification(run, [july.id]);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  const proof = { fact: '旁听一次，做法正确', reference: '旁听记录 7 号' };
  await rectification.verify({ id: early, ...proof });
  run.advance(31 * DAY);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  await rectification.verify({ id: late, ...proof });
  run.advance(31 * DAY);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  await rectification.confirmEffect({ id: late, effect: 'solved', reason: '没有再发现' });
  for (const to of TOLD) await rectification.tell({ id: late, to, told: { kind: 'notTold', why: '无须告知' } });
  await rectification.close({ id: late, nextSteps: '无' });
  const window = windowOf(JULY, run.now());
  const numbers = new Map([[agentId, 'A0012']]);
  const { departments, coverage } = readLoop(run.console.store.read, numbers, {
    ...{ branchId, period: JULY, window, language: 'zh-CN' },
  });
  const none = { people: 0, observations: 0, records: 0, patrols: 0, found: 0, closed: 0, verified: 0 };
  expect(departments).toEqual([
    // Three found in July, one of them verified and closed since, which is nobody's verification in July.
    { ...none, department: '客户服务', target: 0.75, people: 1, observations: 1, found: 3, closed: 1 },
    { ...none, department: '合规与风险控制', target: 0.08, verified: 1 },
    { ...none, department: '人力资源', target: expect.any(Number) as number },
    { ...none, department: '业务部门', target: expect.any(Number) as number },
  ]);
  expect(coverage).toEqual({ agents: 1, observed: 1, goal: 0.92 });
});

it('works out the statistics of complaints as their screen does', async () => {
  using dir = tempDir();
  const { agentId, branchId } = await observing(run);
  const here = await complaining(run, agentId);
  const upheld = await here.register();
  await here.register({ people: [{ name: '冯女士', contact: '' }] }, upheld);
  await here.until(upheld, 'archived', 'serious');
  const refused = await here.register({
    category: 'attitude',
    subclass: null,
    people: [{ name: '陈先生', contact: '' }],
  });
  await here.until(refused, 'archived', 'notUpheld');
  const many = Array.from({ length: 21 }, (_, n) => ({ name: `联名${n}`, contact: '' }));
  await here.register({ agentId: null, branchId, people: many });
  const gone = await here.register({ people: [{ name: '卫先生', contact: '' }] });
  await here.until(gone, 'accepted');
  await run.client.complaint.withdraw({
    ...{ ...(await here.seen(gone)), way: 'inPerson', at: new Date(run.now()).toISOString() },
    ...{ proof: '撤诉书', fileId: null },
  });
  await run.client.responses.saveFigure({
    ...{ id: null, revision: null, reason: null },
    fields: {
      ...{ agentId, month: '2026-07', services: 40, policies: 200, clients: 150, retained: null, repurchased: null },
      ...{ churned: null, cost: null, benefit: null },
    },
  });
  run.advance(45 * DAY);
  await run.signInAs('zhao', ['supervisor']);
  const found = await run.client.complaint.statistics({ from: JULY.start, to: '2026-07-31', branchId });
  const db = run.console.store.read;
  const choice = {
    branchId,
    period: { kind: JULY.kind, start: JULY.start, end: JULY.end },
    language: 'zh-CN',
  } as const;
  const rest = { timeZone: JULY.timeZone, now: run.now(), exportedBy: 'zhao', masking: { masked: true } } as const;
  await writeReport(reportDataset(db, { ...choice, ...rest }, task), dir.file('r.xlsx'));
  const cells = await cellsOf(dir.file('r.xlsx'));
  const cell = (row: number, letter: string) => cells.get(`投诉统计!${letter}${row}`)?.value ?? null;
  const lines = new Map<
    string,
    { count: unknown; of: unknown; rate: unknown; low: unknown; high: unknown; cumulative: unknown }
  >();
  for (let row = 4; cell(row, 'A') !== null; row++)
    lines.set(['A', 'B', 'C'].map((letter) => cell(row, letter)).join('|'), {
      ...{ count: cell(row, 'D'), of: cell(row, 'E'), rate: cell(row, 'G'), low: cell(row, 'H'), high: cell(row, 'I') },
      cumulative: cell(row, 'J'),
    });
  const near = (value: number | null) => (value === null ? '' : (expect.closeTo(value, 9) as number));
  const per = ({ count, base, rate, low, high }: PerRate) => ({
    ...{ count, of: base, rate: near(rate), low: near(low), high: near(high), cumulative: null },
  });
  const share = (count: number, of: number) => {
    const ends = wilson(count, of);
    return {
      ...{ count, of, cumulative: null, rate: near(of === 0 ? null : (count / of) * 100) },
      ...{ low: near(ends && ends.low * 100), high: near(ends && ends.high * 100) },
    };
  };
  const figures = (scope: string, one: ComplaintFigures) => {
    const line = (item: string) => lines.get(`${scope}|${item}`);
    expect(line('每 1,000 次服务')).toEqual(per(one.perServices));
    expect(line('每 10,000 份保单')).toEqual(per(one.perPolicies));
    expect(line('每 10,000 名客户')).toEqual(per(one.perClients));
    const { met, decided } = one.onTime.handling;
    expect(line('按时：处理并告知（7 个工作日）')).toEqual(share(met, decided));
    expect(line('一年内再次投诉')).toEqual(share(one.repeat.met, one.repeat.decided));
    expect(line('重大投诉')).toEqual(share(one.major, one.complaints));
    expect(line('撤诉')).toEqual(share(one.withdrawn, one.complaints));
    expect(line('不成立')).toEqual(share(one.conclusions.notUpheld, one.complaints));
    expect(line('成立，严重')).toEqual(share(one.conclusions.serious, one.complaints));
  };
  expect(found.whole).toMatchObject({
    complaints: 4,
    major: 1,
    withdrawn: 1,
    conclusions: { notUpheld: 1, serious: 1 },
  });
  figures('总体|全部', found.whole);
  figures('按月|2026-07', found.months[0]!);
  figures('按团队|一组', found.teams[0]!);
  figures('按人员|A0012 李四', found.agents[0]!);
  const parts = (group: string) =>
    [...lines]
      .filter(([key]) => key.startsWith(`${group}|`))
      .map(([, { count, cumulative }]) => ({ count, cumulative }));
  const shares = (some: readonly { count: number; cumulative: number }[]) =>
    some.map(({ count, cumulative }) => ({ count, cumulative: near(cumulative) }));
  expect(parts('类别')).toEqual(shares(found.categories));
  expect(parts('小类')).toEqual(shares(found.subclasses));
  expect(parts('原因')).toEqual(shares(found.causes));
  expect([...lines.keys()].filter((key) => key.startsWith('小类|'))).toContain('小类|全部|服务态度 · 未分小类');
});
