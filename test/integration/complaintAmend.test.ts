// Corrections of a registration, what is typed and not sent, joined cases and pauses. Would catch: a correction that leaves no trace or
// shows a name, people replaced by one who may not see them, a typed registration lost in a crash, an agent whose complaint is joined
// away, joined complainants who were not told of an extension, one caller counted twice, a pause that rescues a missed term, evidence
// opened without a log entry.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaining, type Complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

const DAY = 86_400_000;

let run: TestConsole;
let here: Complaining;
let agentId: string;
let otherId: string;
let branchId: string;

beforeEach(async () => {
  run = testConsole();
  ({ branchId } = await run.setUp());
  const add = async (number: string, name: string) =>
    (
      await run.client.agents.add({
        ...{ number, name, gender: null, licence: null, engagement: 'agency', status: 'active', branchId },
        ...{ phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01', team: '一组' },
      })
    ).id;
  agentId = await add('A0012', '李四');
  otherId = await add('A0013', '王五');
  here = await complaining(run, agentId);
});
afterEach(() => run[Symbol.dispose]());

const get = (id: string) => run.client.complaint.get({ id });
const fails = (promise: Promise<unknown>, reason: string) =>
  expect(promise).rejects.toMatchObject({ data: { reason } });
const iso = () => new Date(run.now()).toISOString();

describe('a corrected registration', () => {
  it('keeps what changed with its reason, people masked, and asks again who is recused and who was here before', async () => {
    const { complaint } = run.client;
    const before = await here.register({ people: [{ name: '周先生', contact: '13800001111' }] });
    await here.until(before, 'accepted');
    run.advance(DAY);
    await here.asHandler();
    const id = await here.register();
    await here.until(id, 'accepted');
    const fields = {
      ...{ channel: 'mail' as const, receivedAt: (await get(id)).receivedAt, category: 'attitude' as const },
      ...{ subclass: null, agentId, branchId: null, subjectIds: [], content: (await get(id)).content },
    };
    const people = [{ name: '周先生', contact: '138 0000 1111' }];
    const amend = async (over: object) =>
      complaint.amend({ ...(await here.seen(id)), reason: '听错了', fields: { ...fields, people: null, ...over } });
    await amend({ people });
    await fails(amend({}), 'complaintAmendNothing');
    const { amendments, repeat, history } = await get(id);
    expect(repeat).toBe(true);
    expect(amendments).toMatchObject([
      {
        by: 'zhao',
        reason: '听错了',
        changes: [
          { field: 'channel', from: 'phone', to: 'mail' },
          { field: 'people', from: '孙** 139****5678', to: '周** **** **** ****' },
          { field: 'category', from: 'quality', to: 'attitude' },
          { field: 'subclass', from: 'efficiency', to: '' },
        ],
      },
    ]);
    expect(history[0]).toMatchObject({ action: 'complaint.amended', at: amendments[0]!.at });
    expect(JSON.stringify(await get(id))).not.toContain('周先生');
    // One who may not see the people corrects the rest and leaves them.
    await run.signInAs('qian', ['supervisor']);
    await fails(amend({ people }), 'complaintContactHidden');
    await amend({ agentId: otherId });
    await here.asHandler();
    expect(await complaint.reveal({ id, reason: '核对' })).toMatchObject([{ name: '周先生' }]);
    expect((await get(id)).amendments[1]).toMatchObject({
      changes: [{ field: 'agent', from: '李四 A0012', to: '王五 A0013' }],
    });
  });
});

describe('what is typed and not sent', () => {
  it('is kept for its person alone, and goes with the registration', async () => {
    const { complaint } = run.client;
    const typed = {
      ...{ channel: 'phone' as const, receivedAt: null, people: [{ name: '孙女士', contact: '139' }] },
      ...{ content: '写到一半', category: null, subclass: null, agentId: null, branchId: null, subjectIds: [] },
    };
    expect(await complaint.draft()).toBeNull();
    await complaint.saveDraft(typed);
    await complaint.saveDraft({ ...typed, content: '写到一半，又' });
    await here.asManager();
    expect(await complaint.draft()).toBeNull();
    await here.asHandler();
    expect(await complaint.draft()).toEqual({ ...typed, content: '写到一半，又' });
    await here.register();
    expect(await complaint.draft()).toBeNull();
    await complaint.saveDraft(typed);
    await complaint.dropDraft();
    expect(await complaint.draft()).toBeNull();
  });
});

describe('joined cases', () => {
  it('stay about one agent, whom the first case names', async () => {
    const { complaint } = run.client;
    const nobody = { agentId: null, branchId };
    const head = await here.register(nobody);
    const second = await here.register({}, head);
    await fails(here.register({ agentId: otherId }, head), 'complaintOtherAgent');
    await here.until(head, 'accepted');
    const named = { category: 'quality' as const, subclass: 'efficiency' as const, element: 'service' as const };
    const classify = async (agent: string | null) =>
      complaint.classify({ ...(await here.seen(head)), ...named, agentId: agent, branchId });
    await fails(classify(null), 'complaintJoinedAgent');
    await fails(classify(otherId), 'complaintJoinedAgent');
    await complaint.separate({ ...(await here.seen(second)), reason: '另一件事' });
    await classify(null);
    await fails(
      complaint.join({ ...(await here.seen(second)), toId: head, reason: '同一事项' }),
      'complaintJoinedAgent',
    );
  });

  it('bar the agent of any of them from the whole matter', async () => {
    const { complaint } = run.client;
    const agentAccount = await run.signInAs('A0013', ['supervisor']);
    await here.asHandler();
    const head = await here.register({ agentId: null, branchId });
    await complaint.accept({ ...(await here.seen(head)), handlerId: agentAccount, noInterest: true });
    await here.register({ agentId: otherId }, head);
    expect((await get(head)).handlerId).toBeNull();
    await run.signInAs('A0013', ['supervisor']);
    expect(await get(head)).toMatchObject({ mayReveal: false });
    await fails(here.register({ agentId: otherId }, head), 'complaintPersonIsAgent');
  });

  it('are told of an extension too', async () => {
    const { complaint } = run.client;
    const head = await here.register();
    await here.until(head, 'classified');
    const second = await here.register({ people: [{ name: '周先生', contact: '13800001111' }] }, head);
    await here.asManager();
    await complaint.markComplex({ ...(await here.seen(head)), reason: '多方' });
    run.advance(1000);
    const proof = { way: 'email' as const, at: iso(), proof: '邮件', fileId: null };
    const extend = async (others: object[]) =>
      complaint.extend({ ...(await here.seen(head)), reason: '等待回函', ...proof, others: others as never });
    await fails(extend([]), 'complaintExtensionUntold');
    await fails(extend([{ ...proof, proof: '', complaintId: second }]), 'complaintProofMissing');
    await extend([{ ...proof, complaintId: second }]);
    expect((await get(head)).notices.map(({ kind, complaintId }) => [kind, complaintId])).toEqual([
      ['extension', head],
      ['extension', second],
    ]);
  });

  it('count one contact once towards a major complaint', async () => {
    const people = Array.from({ length: 19 }, (_, at) => ({ name: `客户${at}`, contact: '' }));
    const caller = { name: '孙女士', contact: '13912345678' };
    const head = await here.register({ people: [...people.slice(1), caller] });
    await here.register({ people: [{ ...caller, contact: '+86 139-1234-5678' }] }, head);
    expect(await get(head)).toMatchObject({ complainants: 19, major: false });
    await here.register({ people: [{ name: '周先生', contact: '13800001111' }] }, head);
    expect(await get(head)).toMatchObject({ complainants: 20, major: true });
  });
});

it('a pause begins neither before the last step nor after the term has run out', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  run.advance(3 * DAY);
  await here.asHandler();
  await here.until(id, 'classified');
  const pause = async (from: string) =>
    complaint.pause({ ...(await here.seen(id)), kind: 'appraisal', from, reason: '送鉴定' });
  await fails(pause('2026-07-03'), 'complaintPauseBeforeStep');
  run.advance(13 * DAY);
  await here.asHandler();
  await fails(pause('2026-07-10'), 'complaintPauseLate');
});

it('each opening of an evidence file is logged', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  const base64 = Buffer.from('%PDF-1.7 x').toString('base64');
  const { file } = await complaint.addFile({ ...(await here.seen(id)), caption: '凭证', base64 });
  await complaint.file({ id, fileId: file.id });
  expect((await get(id)).history[0]).toMatchObject({ action: 'complaint.fileOpened', actor: 'zhao' });
});

it('a list of many keeps the open ones first', async () => {
  const done = await here.register();
  await here.until(done, 'accepted');
  const old = await here.register();
  run.advance(DAY);
  await here.asHandler();
  const newest = await here.register();
  await run.client.complaint.withdraw({
    ...(await here.seen(newest)),
    ...{ way: 'phone', at: iso(), proof: '电话录音编号 2', fileId: null },
  });
  const { rows, total } = await run.client.complaint.list({ most: 2 });
  expect([rows.map((row) => row.id), total]).toEqual([[old, done], 3]);
});
