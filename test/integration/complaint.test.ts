// Complaints through the contract. Would catch: a step skipped, a law's part left out, a recused person let in, a handler who
// reviews, a duplicate that scores twice, a send-back that loses a round, contacts shown plain.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { LETTER, complaining, type Complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let run: TestConsole;
let here: Complaining;
let agentId: string;
let branchId: string;

beforeEach(async () => {
  run = testConsole();
  ({ branchId } = await run.setUp());
  const agent = (number: string, name: string) => ({
    ...{
      number,
      name,
      gender: 'female' as const,
      licence: null,
      engagement: 'agency' as const,
      branchId,
      team: '一组',
    },
    ...{ status: 'active' as const, phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01' },
  });
  agentId = (await run.client.agents.add(agent('A0012', '李四'))).id;
  here = await complaining(run, agentId);
});
afterEach(() => run[Symbol.dispose]());

const get = (id: string) => run.client.complaint.get({ id });
const fails = (promise: Promise<unknown>, reason: string) =>
  expect(promise).rejects.toMatchObject({ data: { reason } });
const later = async (milliseconds: number) => {
  run.advance(milliseconds);
  await here.asHandler();
};

describe('the course', () => {
  it('goes through the seven states and keeps who, when and round of every move', async () => {
    const id = await here.register();
    expect(await get(id)).toMatchObject({
      ...{ number: '2026-0001', state: 'received', round: 1, team: '一组', complainant: '孙**', complainants: 1 },
      binding: { limits: ['acceptance'], endsAt: run.now() + 24 * HOUR, state: 'green' },
    });
    await later(HOUR);
    await here.until(id, 'archived');
    const record = await get(id);
    expect(record).toMatchObject({
      state: 'archived',
      end: 'closed',
      archiveNumber: 'A2026-0001',
      conclusion: 'ordinary',
    });
    expect(record.moves.map(({ step, by, round }) => [step, by, round])).toEqual([
      ['accept', 'zhao', 1],
      ['classify', 'zhao', 1],
      ['investigate', 'zhao', 1],
      ['handle', 'zhao', 1],
      ['answer', 'zhao', 1],
      ['review', '林经理', 1],
      ['archive', 'zhao', 1],
    ]);
    expect(record.clocks.internal.map(({ limit, state }) => [limit, state])).toEqual([
      ['acceptance', 'met'],
      ['investigation', 'met'],
      ['handling', 'met'],
      ['feedback', 'met'],
    ]);
    expect(record).toMatchObject({ cause: 'process', binding: null, next: [], reexaminationUntil: '2026-07-31' });
    expect(record.history.map(({ action }) => action)).toContain('complaint.reviewed');
  });

  it('keeps both rounds of a case that the joint review sent back, and starts the clock again', async () => {
    const id = await here.register();
    await here.until(id, 'answered', 'notUpheld');
    await here.sendBack(id);
    const back = await get(id);
    expect(back).toMatchObject({ state: 'investigated', round: 2, conclusion: null, handlerId: here.handlerId });
    expect(back.clocks.internal.find(({ limit }) => limit === 'handling')).toMatchObject({ doneAt: null });
    expect(back.rounds).toMatchObject([
      {
        round: 1,
        conclusion: 'notUpheld',
        outcome: 'sentBack',
        letter: LETTER,
        verdicts: [{}, {}, { reasonable: false }],
      },
      { round: 2, conclusion: null, outcome: null, findings: '业务员没有按期回访。', verdicts: [] },
    ]);
    await here.until(id, 'archived', 'serious');
    expect(await get(id)).toMatchObject({ conclusion: 'serious', round: 2, end: 'closed' });
  });

  it('ends on a withdrawal with proof, from any open state, and in no other way without the law’s parts', async () => {
    for (const state of ['received', 'classified', 'answered'] as const) {
      const id = await here.register();
      await here.until(id, state);
      const proof = { way: 'inPerson' as const, at: new Date(run.now()).toISOString(), fileId: null };
      await fails(
        run.client.complaint.withdraw({ ...(await here.seen(id)), ...proof, proof: '' }),
        'complaintProofMissing',
      );
      await fails(run.client.complaint.archive(await here.seen(id)), 'complaintStepClosed');
      await run.client.complaint.withdraw({ ...(await here.seen(id)), ...proof, proof: '签字的撤诉书' });
      expect(await get(id)).toMatchObject({
        state: 'archived',
        end: 'withdrawn',
        withdrawal: { proof: '签字的撤诉书' },
      });
    }
    // Not even past the program.
    const id = await here.register();
    await here.until(id, 'answered');
    const db = connect(run.console.store.file);
    const close = sql`UPDATE complaint SET state = 'archived', ended = 'closed', archived_at = 'x', archive_number = 'x'
      WHERE id = ${id}`;
    expect(() => db.run(close)).toThrow('was not reviewed');
    db.close();
  });

  it('archives in the order of time', async () => {
    const [first, second] = [await here.register(), await here.register()];
    await here.until(second, 'archived');
    await later(HOUR);
    await here.until(first, 'archived');
    expect([await get(second), await get(first)].map(({ archiveNumber }) => archiveNumber)).toEqual([
      'A2026-0001',
      'A2026-0002',
    ]);
  });

  it('refuses a revision that is not the one on record, and an unknown sub-class', async () => {
    const id = await here.register();
    await fails(
      run.client.complaint.accept({ id, revision: 1, handlerId: here.handlerId, noInterest: true }),
      'changedMeanwhile',
    );
    await fails(here.register({ category: 'attitude' }), 'complaintSubclassUnfit');
    await fails(here.register({ receivedAt: new Date(run.now() + 1).toISOString() }), 'instantInFuture');
    await fails(here.register({ agentId: null }), 'complaintBranchMissing');
  });
});

describe('each step demands', () => {
  it('the three departments and evidence, a measure of the category, every part of the letter', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'classified');
    const found = { findings: '属实', cause: 'process' as const };
    await fails(complaint.investigate({ ...(await here.seen(id)), ...found }), 'complaintInquiriesMissing');
    await here.until(id, 'investigated');
    const seen = await here.seen(id);
    const measure = { words: '培训', owner: '周敏', dueOn: '2026-07-09' };
    const handling = { conclusion: 'minor' as const, basis: '标准 2.3.1' };
    await fails(complaint.handle({ ...seen, ...handling, measures: [] }), 'complaintMeasuresUnfit');
    const wrong = [{ ...measure, kind: 'training' as const }];
    await fails(complaint.handle({ ...seen, ...handling, measures: wrong }), 'complaintMeasuresUnfit');
    await fails(complaint.handle({ ...seen, ...handling, basis: '', measures: [] }), 'complaintBasisMissing');
    await here.until(id, 'handled');
    for (const [part, reason] of [
      ['verified', 'complaintPartVerifiedMissing'],
      ['basis', 'complaintPartBasisMissing'],
      ['remedies', 'complaintPartRemediesMissing'],
      ['reexamination', 'complaintPartReexaminationMissing'],
      ['followUp', 'complaintPartFollowUpMissing'],
    ] as const) {
      await complaint.saveLetter({ ...(await here.seen(id)), letter: { ...LETTER, [part]: ' ' } });
      await fails(complaint.answer(await here.seen(id)), reason);
    }
    expect((await get(id)).next.find(({ step }) => step === 'answer')?.demands).toContainEqual({
      demand: 'partFollowUp',
      met: false,
    });
  });

  it('written notice with proof before the review, and the review told before the archive', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'answered');
    await here.asManager();
    await fails(complaint.review({ ...(await here.seen(id)), remark: '合理' }), 'complaintNoticeMissing');
    const notice = { kind: 'answer' as const, complaintId: id, at: new Date(run.now()).toISOString(), fileId: null };
    const add = async (over: object) =>
      complaint.addNotice({ ...(await here.seen(id)), ...notice, way: 'courier', proof: '快递单 1', ...over });
    await fails(add({ way: 'phone' }), 'complaintAnswerNotWritten');
    await fails(add({ proof: '' }), 'complaintProofMissing');
    await fails(add({ at: new Date(run.now() - 1).toISOString() }), 'complaintProofTime');
    await add({});
    await fails(complaint.review({ ...(await here.seen(id)), remark: '合理' }), 'complaintVerdictsMissing');
    await here.until(id, 'reviewed');
    await fails(complaint.archive(await here.seen(id)), 'complaintReviewUntold');
  });
});

describe('回避', () => {
  it('refuses the person complained of, the agent in person and who declared an interest, as handler and in every step', async () => {
    const { complaint } = run.client;
    const other = await run.signInAs('A0012', ['supervisor']);
    await here.asHandler();
    const id = await here.register({ subjectIds: [here.managerId] });
    const accept = async (handlerId: string) =>
      complaint.accept({ ...(await here.seen(id)), handlerId, noInterest: true });
    await fails(accept(here.managerId), 'complaintPersonIsSubject');
    await fails(accept(other), 'complaintPersonIsAgent');
    await fails(
      accept(await run.signInAs('third', ['assessor']).then(async (third) => (await here.asHandler(), third))),
      'complaintHandlerUnfit',
    );
    await accept(here.handlerId);
    expect(await complaint.handlers({ id })).toEqual([
      { id: other, name: 'A0012', refused: 'complaintPersonIsAgent' },
      { id: here.handlerId, name: 'zhao', refused: null },
      { id: here.managerId, name: '林经理', refused: 'complaintPersonIsSubject' },
    ]);
    await here.asManager();
    await fails(complaint.markComplex({ ...(await here.seen(id)), reason: '多方' }), 'complaintPersonIsSubject');
    await here.asHandler();
    const interest = { userId: here.handlerId, reason: '与投诉人是亲属' };
    await complaint.declareInterest({ ...(await here.seen(id)), ...interest });
    expect(await get(id)).toMatchObject({ handlerId: null, interests: [{ name: 'zhao', reason: '与投诉人是亲属' }] });
    const next = { category: 'quality' as const, subclass: 'efficiency' as const, agentId, branchId: null };
    await fails(
      complaint.classify({ ...(await here.seen(id)), ...next, element: 'service' }),
      'complaintPersonInterested',
    );
  });

  it('lets nobody review what they handled, and nobody but the handler decide', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'answered');
    const verdict = {
      department: 'audit' as const,
      by: '审计',
      reasonable: true,
      byRules: true,
      rightsKept: true,
      remark: '',
    };
    await fails(complaint.giveVerdict({ ...(await here.seen(id)), ...verdict }), 'complaintOwnHandling');
    // Not even after handing it on.
    await complaint.assign({ ...(await here.seen(id)), handlerId: here.managerId, noInterest: true, reason: '休假' });
    await fails(complaint.giveVerdict({ ...(await here.seen(id)), ...verdict }), 'complaintOwnHandling');
    const second = await here.register();
    await here.until(second, 'investigated');
    await here.asManager();
    const handling = { conclusion: 'notUpheld' as const, basis: '无', measures: [] };
    await fails(complaint.handle({ ...(await here.seen(second)), ...handling }), 'complaintNotHandler');
  });
});

describe('people', () => {
  it('are masked in every read and shown plain to the handler alone, with a log entry', async () => {
    const { complaint } = run.client;
    const id = await here.register({ people: [{ name: '欧阳明', contact: 'ming@example.com 13912345678' }] });
    await here.until(id, 'accepted');
    const text = JSON.stringify([await get(id), await complaint.list({})]);
    expect(text).not.toContain('欧阳明');
    expect(text).not.toContain('13912345678');
    expect(text).not.toContain('ming@example.com');
    await run.signInAs('qian', ['supervisor']);
    expect((await get(id)).mayReveal).toBe(false);
    await fails(complaint.reveal({ id, reason: '核对' }), 'complaintContactHidden');
    await fails(complaint.letter({ id, round: 1 }), 'complaintContactHidden');
    await here.asHandler();
    expect(await complaint.reveal({ id, reason: '电话核实' })).toMatchObject([{ name: '欧阳明' }]);
    expect((await get(id)).history[0]).toMatchObject({ action: 'complaint.contactShown', actor: 'zhao' });
    await run.signInAs('hq', ['headquarters']);
    expect((await get(id)).people).toMatchObject([{ name: '欧**' }]);
    await expect(complaint.reveal({ id, reason: '看看' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await run.signInAs('third', ['assessor']);
    await expect(get(id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('twenty together are a major complaint, those of joined cases included', async () => {
    const people = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `客户${at}`, contact: '' }));
    const id = await here.register({ people: people(19) });
    expect(await get(id)).toMatchObject({ major: false, complainants: 19 });
    const second = await here.register({}, id);
    expect(await get(id)).toMatchObject({ major: true, complainants: 20, joined: 1 });
    await run.client.complaint.separate({ ...(await here.seen(second)), reason: '另一件事' });
    expect(await get(id)).toMatchObject({ major: false, joined: 0 });
  });
});

describe('one matter', () => {
  it('is recognised by contact, agent and words within ninety days', async () => {
    const id = await here.register();
    const asked = {
      contacts: [] as string[],
      agentId: null,
      content: '保单利率的问题',
      receivedAt: new Date(run.now()).toISOString(),
    };
    const find = (over: object) => run.client.complaint.candidates({ ...asked, ...over });
    expect(await find({})).toEqual([]);
    expect(await find({ contacts: ['+86 139-1234-5678'] })).toMatchObject([{ row: { id }, signs: ['contact'] }]);
    const words = { content: '业务员答应的回访一直没做，我等了两周', agentId };
    expect(await find(words)).toMatchObject([{ row: { id }, signs: ['agent', 'content'] }]);
    expect(await find({ ...words, exceptId: id })).toEqual([]);
    await later(91 * DAY);
    expect(await find({ ...words, receivedAt: new Date(run.now()).toISOString() })).toEqual([]);
  });

  it('is handled once: a joined case follows the first, is told on its own, and may withdraw alone', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'classified');
    await later(HOUR);
    const second = await here.register({ people: [{ name: '周先生', contact: '13800001111' }] }, id);
    const third = await here.register({ channel: 'mail', people: [{ name: '吴女士', contact: '' }] });
    await complaint.join({ ...(await here.seen(third)), toId: second, reason: '同一次服务' });
    expect(await get(third)).toMatchObject({
      state: 'classified',
      joinedToId: id,
      next: [],
      handlerId: here.handlerId,
    });
    const handling = { conclusion: 'minor' as const, basis: '依据', measures: [] };
    await fails(complaint.handle({ ...(await here.seen(second)), ...handling }), 'complaintJoined');
    expect((await complaint.list({})).rows.map((row) => row.id)).toEqual([id]);
    expect((await complaint.list({ joined: true })).rows).toHaveLength(3);
    await complaint.withdraw({
      ...(await here.seen(third)),
      ...{ at: new Date(run.now()).toISOString(), proof: '撤诉信', fileId: null },
      way: 'registeredMail',
    });
    expect(await get(third)).toMatchObject({ state: 'archived', end: 'withdrawn' });
    await here.until(id, 'answered');
    const notice = {
      kind: 'answer' as const,
      way: 'courier' as const,
      at: new Date(run.now()).toISOString(),
      proof: '单 1',
      fileId: null,
    };
    await complaint.addNotice({ ...(await here.seen(id)), ...notice, complaintId: id });
    await here.asManager();
    await fails(complaint.review({ ...(await here.seen(id)), remark: '合理' }), 'complaintNoticeMissing');
    expect((await get(second)).clocks.internal.find(({ limit }) => limit === 'handling')?.doneAt).toBeNull();
    await here.until(id, 'archived');
    expect(await get(second)).toMatchObject({ state: 'archived', end: 'closed', archiveNumber: 'A2026-0002' });
  });
});

it('a registration is corrected with a reason until it is classified, and a handler who is complained of gives the case away', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  await here.until(id, 'accepted');
  const fields = {
    ...{ channel: 'mail' as const, receivedAt: new Date(run.now()).toISOString(), content: '信中另述一事' },
    people: [{ name: '孙女士', contact: '' }],
    ...{ category: 'process' as const, subclass: null, agentId: null, branchId, subjectIds: [here.handlerId] },
  };
  const seen = await here.seen(id);
  await here.asManager();
  await complaint.amend({ ...seen, reason: '听错了', fields });
  expect(await get(id)).toMatchObject({
    category: 'process',
    agentId: null,
    team: '',
    handlerId: null,
    channel: 'mail',
  });
  await here.asHandler();
  await fails(complaint.amend({ ...(await here.seen(id)), reason: '再改', fields }), 'complaintPersonIsSubject');
  const other = await here.register();
  await here.until(other, 'classified');
  await fails(complaint.amend({ ...(await here.seen(other)), reason: '晚了', fields }), 'complaintStepClosed');
});
