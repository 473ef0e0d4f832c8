// What lengthens, stops or follows a complaint's course. Would catch: a term lengthened by the wrong person or without notice, a pause
// that is no whole day, a re-examination out of its time, a recording that is kept, a letter that leaves without a log entry.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LETTER, complaining, type Complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let run: TestConsole;
let here: Complaining;
let agentId: string;

beforeEach(async () => {
  run = testConsole();
  const { branchId } = await run.setUp();
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

describe('the terms', () => {
  it('lengthen by a manager with notice, pause in whole days, and begin anew with new facts', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'classified');
    const term = async () => (await get(id)).clocks.statutory.at(-1)!;
    expect(await term()).toMatchObject({ days: 15, count: { last: '2026-07-16' } });
    await expect(complaint.markComplex({ ...(await here.seen(id)), reason: '多方' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await later(3 * DAY);
    await complaint.pause({ ...(await here.seen(id)), kind: 'appraisal', from: '2026-07-02', reason: '送鉴定' });
    await fails(
      complaint.pause({ ...(await here.seen(id)), kind: 'mediation', from: '2026-07-03', reason: '调解' }),
      'complaintPauseOpen',
    );
    await fails(complaint.resume({ ...(await here.seen(id)), until: '2026-07-02' }), 'complaintPauseShort');
    await complaint.resume({ ...(await here.seen(id)), until: '2026-07-04' });
    expect(await term()).toMatchObject({ count: { last: '2026-07-18' } });
    await here.asManager();
    const extension = {
      reason: '等待同业回函',
      way: 'email' as const,
      at: new Date(run.now()).toISOString(),
      proof: '邮件',
      fileId: null,
    };
    await fails(complaint.extend({ ...(await here.seen(id)), ...extension }), 'complaintNotComplex');
    await complaint.markComplex({ ...(await here.seen(id)), reason: '多方' });
    await fails(complaint.markComplex({ ...(await here.seen(id)), reason: '多方' }), 'complaintComplexAlready');
    expect(await term()).toMatchObject({ days: 30 });
    await fails(complaint.extend({ ...(await here.seen(id)), ...extension, proof: '' }), 'complaintProofMissing');
    await complaint.extend({ ...(await here.seen(id)), ...extension });
    expect(await term()).toMatchObject({ days: 60 });
    expect(await get(id)).toMatchObject({ extension: { by: '林经理' }, notices: [{ kind: 'extension' }] });
    await later(HOUR);
    await here.until(id, 'handled');
    const facts = { at: new Date(run.now()).toISOString(), reason: '客户补交录音编号' };
    await complaint.newFacts({ ...(await here.seen(id)), ...facts });
    expect(await get(id)).toMatchObject({ state: 'classified', round: 2, complex: null, extension: null });
    expect((await get(id)).terms.map(({ kind }) => kind)).toEqual(['complex', 'extension', 'newFacts']);
    expect(await term()).toMatchObject({ days: 15, count: { from: '2026-07-04', last: '2026-07-19' } });
    await fails(
      complaint.investigate({ ...(await here.seen(id)), findings: '旧', cause: 'process' }),
      'complaintInquiriesMissing',
    );
  });
});

it('counts a term of the law that was missed as late, whatever new facts came after', async () => {
  const id = await here.register();
  await here.until(id, 'classified');
  await later(20 * DAY);
  const facts = { at: new Date(run.now()).toISOString(), reason: '客户补交录音编号' };
  await run.client.complaint.newFacts({ ...(await here.seen(id)), ...facts });
  await here.until(id, 'archived');
  const { whole } = await run.client.complaint.statistics({ from: '2026-07-01', to: '2026-07-31', branchId: null });
  expect(whole.onTime.decision).toMatchObject({ met: 0, decided: 1 });
});

describe('the re-examination', () => {
  it('is asked within thirty days of the notice, answered by another person, and changes what counts', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'archived', 'notUpheld');
    const ask = async (askedOn: string) =>
      complaint.askReexamination({ ...(await here.seen(id)), askedOn, way: 'mail', grounds: '未核对录音' });
    await fails(ask('2026-06-30'), 'complaintReexaminationEarly');
    await later(31 * DAY);
    await fails(ask('2026-08-01'), 'complaintReexaminationLate');
    await ask('2026-07-31');
    await fails(ask('2026-07-31'), 'complaintReexaminationOpen');
    const { reexaminations } = await get(id);
    expect(reexaminations).toMatchObject([{ dueOn: '2026-08-30', answeredOn: null }]);
    await here.asManager();
    const waiting = async () => (await run.client.home.get()).clocks.filter((clock) => clock.record?.id === id);
    expect(await waiting()).toMatchObject([]);
    await later(25 * DAY);
    expect(await waiting()).toMatchObject([{ complaint: { limits: ['reexamination'] } }]);
    await here.asManager();
    const answer = async (over: object) =>
      complaint.answerReexamination({
        ...(await here.seen(id)),
        ...{ reexaminationId: reexaminations[0]!.id, outcome: 'changed', conclusion: 'minor', words: '成立' },
        ...{ answeredOn: '2026-08-01', noticeWay: 'courier', proof: '快递单 9' },
        ...over,
      });
    await fails(answer({ conclusion: 'notUpheld' }), 'complaintConclusionUnfit');
    await fails(answer({ outcome: 'kept' }), 'complaintConclusionUnfit');
    await answer({});
    expect(await get(id)).toMatchObject({ conclusion: 'minor', reexaminations: [{ outcome: 'changed' }] });
    expect(await waiting()).toEqual([]);
  });
});

describe('evidence and letter', () => {
  it('takes PDF and refuses recordings and other files', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    const add = async (bytes: Buffer) =>
      complaint.addFile({ ...(await here.seen(id)), caption: '凭证', base64: bytes.toString('base64') });
    await fails(add(Buffer.from('ID3 sound')), 'recordingRefused');
    await fails(add(Buffer.from('PK zip')), 'complaintFileKind');
    const { file } = await add(Buffer.from('%PDF-1.7 x'));
    expect(file).toMatchObject({ kind: 'document', bytes: 10, addedBy: 'zhao' });
    expect(await complaint.file({ id, fileId: file.id })).toMatchObject({ mime: 'application/pdf' });
    await run.signInAs('hq', ['headquarters']);
    await fails(complaint.file({ id, fileId: file.id }), 'notPermitted');
  });

  it('prints the letter of a round and logs the file', async () => {
    const { complaint } = run.client;
    const id = await here.register();
    await here.until(id, 'answered');
    const letter = await complaint.letter({ id, round: 1 });
    expect(letter).toMatchObject({ to: ['孙女士'], parts: LETTER, answeredOn: '2026-07-01', conclusion: 'ordinary' });
    expect(await complaint.printLetter({ id, round: 1, title: '投诉答复' })).toEqual({ path: null });
    run.answers.save = `${run.folder}/letter.pdf`;
    expect(await complaint.printLetter({ id, round: 1, title: '投诉答复' })).toEqual({ path: run.answers.save });
    await here.asManager();
    expect(await run.client.exports.list({ kind: 'complaintLetter' })).toMatchObject([{ masked: false, rows: 1 }]);
  });
});
