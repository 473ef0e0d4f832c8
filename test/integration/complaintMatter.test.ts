// Several complaints of one matter, and terms that are judged when something is recorded. Would catch: a joined case measured by
// the first one's terms, its deadline missing from the desk, an answer in time that new facts turn late, a missed term revived by
// an earlier day, complainants who cannot withdraw or ask for a re-examination of their own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaining, type Complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

const DAY = 86_400_000;

let run: TestConsole;
let here: Complaining;
let agentId: string;
let branchId: string;

beforeEach(async () => {
  run = testConsole({ startsAt: '2026-03-02T09:00:00+08:00' });
  branchId = (await run.setUp()).branchId;
  const person = { number: 'A0012', name: '李四', gender: null, licence: null, engagement: 'agency', status: 'active' };
  agentId = (
    await run.client.agents.add({
      ...(person as { gender: null; licence: null } & typeof person & { engagement: 'agency'; status: 'active' }),
      ...{ phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01', branchId, team: '一组' },
    })
  ).id;
  here = await complaining(run, agentId);
});
afterEach(() => run[Symbol.dispose]());

const WANG = { people: [{ name: '王五', contact: '13800001111' }] };
const get = (id: string) => run.client.complaint.get({ id });
const now = () => new Date(run.now()).toISOString();
const later = async (days: number) => {
  run.advance(days * DAY);
  await here.asHandler();
};
const term = async (id: string) => (await get(id)).clocks.statutory.at(-1)!;
const lastDay = async (id: string) => {
  const { count } = await term(id);
  return count?.unit === 'natural' ? count.last : null;
};
const fails = (promise: Promise<unknown>, reason: string) =>
  expect(promise).rejects.toMatchObject({ data: { reason } });
const newFacts = async (id: string, at = now()) =>
  run.client.complaint.newFacts({ ...(await here.seen(id)), at, reason: '补交录音编号' });
const tell = async (id: string, complaintId = id) =>
  run.client.complaint.addNotice({
    ...(await here.seen(id)),
    ...{ kind: 'answer', complaintId, way: 'courier', at: now(), proof: '单 1', fileId: null },
  });
const withdraw = async (id: string, over: object = {}) =>
  run.client.complaint.withdraw({
    ...(await here.seen(id)),
    ...{ way: 'courier' as const, at: now(), proof: '撤诉书', fileId: null },
    ...over,
  });
const complex = async (id: string) => {
  await here.asManager();
  await run.client.complaint.markComplex({ ...(await here.seen(id)), reason: '多方' });
  await here.asHandler();
};

describe("a joined case's term of the law", () => {
  it('runs from its own receipt, whatever restarted the first one before', async () => {
    const id = await here.register();
    await here.until(id, 'classified');
    await later(8);
    await newFacts(id);
    await later(10);
    const joined = await here.register(WANG, id);
    expect(await lastDay(joined)).toBe('2026-04-04');
    expect((await get(joined)).clocks.statutory).toHaveLength(1);
    await later(3);
    await newFacts(id);
    expect(await lastDay(joined)).toBe('2026-04-07');
  });

  it('is complex with the first one, and keeps what was its own: complex mark, pause, new facts', async () => {
    const id = await here.register();
    await here.until(id, 'classified');
    await complex(id);
    await later(3);
    expect(await term(await here.register(WANG, id))).toMatchObject({ days: 30, count: { last: '2026-04-04' } });
    const [own, paused, plain] = [
      await here.register({ people: [{ name: '甲', contact: '13800002222' }] }),
      await here.register({ people: [{ name: '乙', contact: '13800003333' }] }),
      await here.register({ people: [{ name: '丙', contact: '13800004444' }] }),
    ];
    await here.until(own, 'classified');
    await complex(own);
    await here.until(paused, 'classified');
    await run.client.complaint.pause({
      ...(await here.seen(paused)),
      kind: 'appraisal',
      from: '2026-03-05',
      reason: '鉴定',
    });
    await later(2);
    await newFacts(paused);
    await run.client.complaint.resume({ ...(await here.seen(paused)), until: '2026-03-07' });
    const before = [await lastDay(own), await lastDay(paused)];
    for (const one of [own, paused])
      await run.client.complaint.join({ ...(await here.seen(one)), toId: plain, reason: '同一件事' });
    expect([await lastDay(own), await lastDay(paused)]).toEqual(before);
    expect((await get(own)).clocks.statutory[0]!.days).toBe(30);
    await later(20);
    expect((await term(own)).state).not.toBe('missed');
    await run.client.complaint.separate({ ...(await here.seen(own)), reason: '不是一件事' });
    expect(await lastDay(own)).toBe(before[0]);
  });

  it('reaches desk, board and list where it is the earliest, with its number', async () => {
    await later(18);
    const received = (day: string) => ({ receivedAt: `${day}T10:00:00+08:00` });
    const early = await here.register({ ...received('2026-03-05'), ...WANG });
    const late = await here.register(received('2026-03-19'));
    await here.until(late, 'classified');
    await run.client.complaint.join({ ...(await here.seen(early)), toId: late, reason: '同一件事' });
    const { number } = await get(early);
    const [row] = (await run.client.complaint.list({ text: number })).rows;
    expect(row).toMatchObject({ id: late, binding: { caseNumber: number, state: 'missed' } });
    expect(row!.answerDue!.endsAt).toBe(Date.parse('2026-03-17T00:00:00+08:00'));
    await here.asManager();
    const clocks = (await run.client.home.get()).clocks.filter((clock) => clock.record?.id === late);
    expect(clocks).toMatchObject([{ complaint: { joinedNumber: number } }]);
  });

  it('has feedback from the joining on where the answer was decided before', async () => {
    const id = await here.register();
    await here.until(id, 'answered');
    await tell(id);
    await later(10);
    const joined = await here.register(WANG, id);
    expect((await get(joined)).clocks.internal.map(({ limit, state }) => [limit, state])).toContainEqual([
      'feedback',
      'green',
    ]);
    expect((await get(id)).binding).toMatchObject({ caseNumber: (await get(joined)).number });
  });
});

describe('what is recorded late', () => {
  it('leaves an answer that was told in time in time, whatever new facts come later', async () => {
    const id = await here.register();
    await later(5);
    await here.until(id, 'answered');
    await tell(id);
    await later(15);
    await newFacts(id);
    expect((await get(id)).clocks.statutory.map(({ state }) => state)).toEqual(['met', 'green']);
    await here.until(id, 'answered');
    await tell(id);
    const { whole } = await run.client.complaint.statistics({ from: '2026-03-01', to: '2026-03-31', branchId: null });
    expect(whole.onTime.decision).toMatchObject({ met: 1, decided: 1 });
  });

  it('does not revive a term that had run out: neither new facts nor a withdrawal of an earlier day', async () => {
    const [facts, gone] = [await here.register(), await here.register(WANG)];
    await here.until(facts, 'classified');
    await later(20);
    await newFacts(facts, '2026-03-14T10:00:00+08:00');
    expect((await get(facts)).clocks.statutory.map(({ state }) => state)).toEqual(['missed', 'green']);
    await withdraw(gone, { at: '2026-03-03T08:00:00+08:00' });
    expect(await get(gone)).toMatchObject({ state: 'archived', end: 'withdrawn', withdrawal: { late: true } });
    expect((await get(gone)).clocks.statutory.map(({ state }) => state)).toEqual(['missed']);
  });

  it('lengthens the term that new facts began', async () => {
    const id = await here.register();
    await here.until(id, 'classified');
    await complex(id);
    await later(2);
    await newFacts(id);
    expect(await get(id)).toMatchObject({ complex: null });
    await complex(id);
    expect(await get(id)).toMatchObject({ complex: { reason: '多方' } });
    expect((await get(id)).clocks.statutory.map(({ days }) => days)).toEqual([30, 30]);
  });
});

describe('a withdrawal', () => {
  it('of a joined complainant takes proof of its own, and of the first one leaves the case to the others', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    const [second, third] = [
      await here.register(WANG, id),
      await here.register({ people: [{ name: '赵女士', contact: '' }] }, id),
    ];
    await here.until(id, 'reviewed');
    const { file } = await complaint.addReference({ ...(await here.seen(second)), caption: '撤诉书' });
    await withdraw(second, { proof: '', fileId: file.id });
    expect(await get(second)).toMatchObject({ state: 'archived', end: 'withdrawn', withdrawal: { fileId: file.id } });
    await withdraw(id);
    const left = await get(id);
    expect(left).toMatchObject({ state: 'reviewed', end: null, withdrawal: { late: false } });
    await fails(withdraw(id), 'complaintStepClosed');
    await complaint.addNotice({
      ...(await here.seen(id)),
      ...{ kind: 'review', complaintId: third, way: 'courier', at: now(), proof: '单 2', fileId: null },
    });
    await complaint.archive(await here.seen(id));
    const closed = await get(id);
    expect(closed).toMatchObject({ state: 'archived', end: 'closed', binding: null });
    expect(closed.archiveNumber! > left.withdrawal!.archiveNumber).toBe(true);
  });

  it('of everybody ends the case', async () => {
    const id = await here.register();
    const joined = await here.register(WANG, id);
    await withdraw(id);
    await withdraw(joined);
    expect(await get(id)).toMatchObject({ state: 'archived', end: 'withdrawn', binding: null });
  });

  it('ends the request for re-examination: nothing is changed after it, and the purge may take the case', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'reviewed', 'minor');
    await complaint.askReexamination({ ...(await here.seen(id)), askedOn: '2026-03-02', way: 'mail', grounds: '过低' });
    await withdraw(id);
    const [asked] = (await get(id)).reexaminations;
    expect(asked).toMatchObject({ answeredOn: null, withdrawnAt: now() });
    await here.asManager();
    const answer = { words: '改', answeredOn: '2026-03-02', noticeWay: 'courier' as const, proof: '单' };
    await fails(
      complaint.answerReexamination({
        ...(await here.seen(id)),
        ...{ ...answer, reexaminationId: asked!.id, outcome: 'changed', conclusion: 'serious' },
      }),
      'complaintReexaminationEnded',
    );
    run.advance(40 * 365 * DAY);
    await here.asManager();
    expect((await run.client.retention.due({ table: 'complaint' })).total).toBe(1);
  });
});

it('a joined complainant asks for a re-examination within thirty days of their own notice', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  const joined = await here.register(WANG, id);
  await here.until(id, 'answered');
  await tell(id);
  await later(9);
  await tell(id, joined);
  await here.until(id, 'reviewed');
  await later(26);
  expect([(await get(id)).reexaminationUntil, (await get(joined)).reexaminationUntil]).toEqual([
    '2026-04-01',
    '2026-04-10',
  ]);
  const ask = async (of: string) =>
    complaint.askReexamination({ ...(await here.seen(of)), askedOn: '2026-04-05', way: 'mail', grounds: '未核对' });
  await fails(ask(id), 'complaintReexaminationLate');
  await ask(joined);
  expect((await get(id)).reexaminations).toMatchObject([{ complaintId: joined, dueOn: '2026-05-05' }]);
  expect((await get(id)).binding).toMatchObject({ limits: ['reexamination'] });
  await here.asManager();
  await complaint.answerReexamination({
    ...(await here.seen(id)),
    ...{
      reexaminationId: (await get(id)).reexaminations[0]!.id,
      outcome: 'changed',
      conclusion: 'serious',
      words: '成立',
    },
    ...{ answeredOn: '2026-04-05', noticeWay: 'courier', proof: '单 3' },
  });
  expect([(await get(id)).conclusion, (await get(joined)).conclusion]).toEqual(['serious', 'serious']);
});

it('a joined case shows its evidence, inquiries and people in the matter, where they count, and is found by its contact', async () => {
  const { complaint } = run.client;
  const [id, joined] = [
    await here.register({ content: '保全变更两周没有结果' }),
    await here.register({ content: '态度生硬' }),
  ];
  const asked = { contacts: [], agentId: null, content: '态度生硬', receivedAt: now(), exceptId: joined };
  expect((await complaint.candidates(asked)).map(({ row }) => row.id)).toEqual([id]);
  await here.until(joined, 'classified');
  const { file, ...seen } = await complaint.addReference({ ...(await here.seen(joined)), caption: '录音编号 9' });
  await complaint.addInquiry({
    ...seen,
    ...{ department: 'internalAudit', method: 'documents', at: now(), by: '许岚', finding: '属实', fileIds: [file.id] },
  });
  await here.until(id, 'classified');
  await complaint.join({ ...(await here.seen(joined)), toId: id, reason: '同一件事' });
  const { number } = await get(joined);
  const record = await get(id);
  expect(record.files).toMatchObject([{ id: file.id, complaintNumber: number }]);
  expect(record.inquiries).toMatchObject([{ department: 'internalAudit', round: 1, complaintNumber: number }]);
  expect(record.handlers.map((one) => one.complaintNumber)).toContain(number);
  const demands = record.next.find(({ step }) => step === 'investigate')!.demands;
  expect(demands).toContainEqual({ demand: 'inquiryEvidence', met: true });
});

it('shares the services of a month over its days', async () => {
  await later(40);
  const figures = { services: 310, policies: 100, clients: 100, retained: null, repurchased: null, churned: null };
  await run.client.responses.saveFigure({
    ...{ id: null, revision: null, reason: null },
    fields: { agentId, month: '2026-03', ...figures, cost: null, benefit: null },
  });
  await here.register({ receivedAt: '2026-03-10T09:00:00+08:00' });
  const day = await run.client.complaint.statistics({ from: '2026-03-10', to: '2026-03-10', branchId: null });
  expect(day.whole.perServices).toMatchObject({ base: 10, rate: 100 });
});
