// Complaints in the score and in the statistics. Would catch: points before the joint review, a duplicate that counts twice, a
// decision after the finalised period that moves a frozen result, a case in the wrong month, a rate on a wrong base.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { complaintsOfPeriod } from '../../electron/features/complaint/rows.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { COMPLAINT_STATES } from '../../shared/contract/complaintWords.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { assessing } from '../support/assessing.ts';
import { complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { seedComplaints } from '../support/seedComplaints.ts';

const DAY = 86_400_000;
const [JULY, AUGUST] = [
  { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' },
  { kind: 'month', start: '2026-08-01', end: '2026-09-01', timeZone: 'Asia/Shanghai' },
] as const;

let run: TestConsole;
beforeEach(() => void (run = testConsole()));
afterEach(() => run[Symbol.dispose]());

const evidence = (agentId: string, period: typeof JULY | typeof AUGUST) =>
  evidenceOfAgent(run.console.store.read, agentId, windowOf(period, run.now())).complaints;

/** What falls into the window; the engine leaves out the rest. */
const counted = (agentId: string, period: typeof JULY | typeof AUGUST) => {
  const { startsAt, endsAt } = windowOf(period, run.now());
  return evidence(agentId, period)
    .filter(({ at, upheld }) => at >= startsAt && at < endsAt && upheld !== null)
    .map(({ upheld }) => upheld);
};

it('scores once a matter, from the joint review on, in the month of acceptance', async () => {
  const { agentIds } = await assessing(run, 2);
  const agentId = agentIds[0]!;
  const here = await complaining(run, agentId);
  const receivedAt = '2026-06-30T23:50:00+08:00';
  const id = await here.register({ receivedAt });
  expect(evidence(agentId, JULY)).toEqual([]);
  const twin = await here.register({ receivedAt }, id);
  await here.until(id, 'answered', 'ordinary');
  // Accepted, and not yet decided.
  expect(evidence(agentId, JULY)).toMatchObject([{ id, upheld: null }]);
  const undecided = evidence(agentId, JULY)[0]!.digest;
  await here.until(id, 'reviewed');
  expect(evidence(agentId, JULY)).toMatchObject([{ id, upheld: 'ordinary' }]);
  expect(evidence(agentId, JULY)[0]!.digest).not.toBe(undecided);
  await run.client.complaint.get({ id: twin });
  expect(counted(agentId, JULY)).toEqual(['ordinary']);
  const other = await here.register({ agentId: agentIds[1]! });
  await here.until(other, 'reviewed', 'notUpheld');
  expect(counted(agentIds[1]!, JULY)).toEqual([]);
});

it('keeps the points of a case that is withdrawn once it was decided', async () => {
  const { agentIds } = await assessing(run, 1);
  const agentId = agentIds[0]!;
  const here = await complaining(run, agentId);
  const [before, after] = [await here.register(), await here.register({ people: [{ name: '周先生', contact: '' }] })];
  const proof = { way: 'courier', proof: '撤诉书', fileId: null } as const;
  for (const [id, state] of [[before, 'answered'] as const, [after, 'reviewed'] as const]) {
    await here.until(id, state, 'serious');
    await run.client.complaint.withdraw({ ...(await here.seen(id)), ...proof, at: new Date(run.now()).toISOString() });
  }
  expect(counted(agentId, JULY)).toEqual(['serious']);
});

it('counts a decision taken after the finalised period when it was taken, and a re-examination in the same place', async () => {
  const { agentIds, observe, compute, rows } = await assessing(run, 1);
  const agentId = agentIds[0]!;
  await observe(0);
  const here = await complaining(run, agentId);
  const id = await here.register();
  await here.until(id, 'answered', 'serious');
  run.advance(33 * DAY);
  await here.asManager();
  const { resultId } = await compute();
  const everybody = (await rows(resultId)).map((row) => row.agentId);
  await run.client.assessment.review({ resultId, agentIds: everybody, remark: '' });
  await run.client.assessment.finalise({ resultId });
  run.advance(60_000);
  await here.asHandler();
  await here.until(id, 'archived');
  expect(counted(agentId, JULY)).toEqual([]);
  expect(counted(agentId, AUGUST)).toEqual(['serious']);
  const { reexaminationUntil } = await run.client.complaint.get({ id });
  const askedOn = new Date(run.now()).toISOString().slice(0, 10);
  expect(askedOn <= reexaminationUntil!).toBe(true);
  await run.client.complaint.askReexamination({ ...(await here.seen(id)), askedOn, way: 'mail', grounds: '补偿过低' });
  await here.asManager();
  const [asked] = (await run.client.complaint.get({ id })).reexaminations;
  const answer = {
    outcome: 'changed',
    conclusion: 'minor',
    words: '减轻',
    noticeWay: 'courier',
    proof: '单 2',
  } as const;
  run.advance(40 * DAY);
  await here.asManager();
  const answeredOn = new Date(run.now()).toISOString().slice(0, 10);
  await run.client.complaint.answerReexamination({
    ...(await here.seen(id)),
    ...{ reexaminationId: asked!.id, answeredOn },
    ...answer,
  });
  expect(counted(agentId, AUGUST)).toEqual(['minor']);
});

it('counts a level that a re-examination raises after the finalised period when it was raised', async () => {
  const { agentIds, observe, compute, rows } = await assessing(run, 1);
  const agentId = agentIds[0]!;
  await observe(0);
  const here = await complaining(run, agentId);
  const id = await here.register();
  await here.until(id, 'archived', 'minor');
  const { complaint } = run.client;
  await complaint.askReexamination({
    ...(await here.seen(id)),
    askedOn: '2026-07-01',
    way: 'mail',
    grounds: '补偿过低',
  });
  expect(counted(agentId, JULY)).toEqual(['minor']);
  run.advance(33 * DAY);
  await here.asManager();
  const { resultId } = await compute();
  const everybody = (await rows(resultId)).map((row) => row.agentId);
  await run.client.assessment.review({ resultId, agentIds: everybody, remark: '' });
  await run.client.assessment.finalise({ resultId });
  run.advance(60_000);
  await complaint.answerReexamination({
    ...(await here.seen(id)),
    ...{
      reexaminationId: (await complaint.get({ id })).reexaminations[0]!.id,
      outcome: 'changed',
      conclusion: 'serious',
    },
    ...{
      words: '加重',
      answeredOn: new Date(run.now()).toISOString().slice(0, 10),
      noticeWay: 'courier',
      proof: '单 4',
    },
  });
  expect(counted(agentId, AUGUST)).toEqual(['serious']);
});

it('seeds a case in every state, lists them for the workbook and counts them', async () => {
  const { agentIds, branchId } = await assessing(run, 1);
  const agentId = agentIds[0]!;
  run.advance(20 * DAY);
  const seeded = await seedComplaints(run, agentId);
  for (const state of COMPLAINT_STATES)
    expect((await run.client.complaint.get({ id: seeded.byState[state] })).state).toBe(state);
  const figures = { month: '2026-07', services: 240, policies: 60, clients: 90 };
  const none = { retained: null, repurchased: null, churned: null, cost: null, benefit: null };
  await run.client.responses.saveFigure({
    ...{ id: null, revision: null, reason: null },
    fields: { agentId, ...figures, ...none },
  });
  const rows = complaintsOfPeriod(run.console.store.read, { agentIds: [agentId] }, JULY, run.now());
  expect(rows).toHaveLength(12);
  expect(rows.map(({ row }) => row.receivedAt)).toEqual(rows.map(({ row }) => row.receivedAt).toSorted());
  const found = await run.client.complaint.statistics({ from: '2026-07-01', to: '2026-07-31', branchId });
  expect(found.whole).toMatchObject({
    ...{ complaints: 11, open: 9, withdrawn: 1, major: 1 },
    conclusions: { minor: 1, notUpheld: 1, ordinary: 0, serious: 0 },
    perServices: { count: 11, base: 240, per: 1000 },
    sentBack: { met: 1, decided: 3 },
  });
  expect(found.whole.perServices.rate).toBeCloseTo((11 / 240) * 1000, 9);
  expect(found.months).toHaveLength(1);
  expect(found.categories.map(({ key, count }) => [key, count])).toEqual([
    ['quality', 9],
    ['attitude', 1],
    ['content', 1],
  ]);
  expect(found.causes[0]).toMatchObject({ key: 'process', cumulative: 1 });
  expect(found.agents).toMatchObject([{ key: agentId, complaints: 11 }]);
});
