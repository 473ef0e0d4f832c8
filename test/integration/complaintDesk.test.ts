// What a handler has typed and what the case's screen asks beside the record. Would catch: a draft lost on leaving, read by another
// person or shown in the next round, one that outlives the purge, a re-examination offered to someone who may not answer it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { complaining, type Complaining } from '../support/complaining.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';

let run: TestConsole;
let here: Complaining;

beforeEach(async () => {
  run = testConsole();
  const { branchId } = await run.setUp();
  const { id: agentId } = await run.client.agents.add({
    ...{ number: 'A0012', name: '李四', gender: 'female', licence: null, engagement: 'agency', branchId, team: '一组' },
    ...{ status: 'active', phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01' },
  });
  here = await complaining(run, agentId);
});
afterEach(() => run[Symbol.dispose]());

it('a draft of a step comes back to its person alone, of its round alone, until it is let go', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  await here.until(id, 'handled');
  const form = { id, round: 1, form: 'answer' };
  expect(await complaint.stepDraft(form)).toBeNull();
  await complaint.saveStepDraft({ ...form, fields: { verified: '属实' } });
  await complaint.saveStepDraft({ ...form, fields: { verified: '属实', basis: '服务承诺第四条' } });
  expect(await complaint.stepDraft(form)).toMatchObject({ fields: { verified: '属实', basis: '服务承诺第四条' } });
  expect(await complaint.stepDraft({ ...form, round: 2 })).toBeNull();
  await here.asManager();
  expect(await complaint.stepDraft(form)).toBeNull();
  await here.asHandler();
  await complaint.dropStepDraft(form);
  await complaint.dropStepDraft(form);
  expect(await complaint.stepDraft(form)).toBeNull();
  await expect(complaint.saveStepDraft({ ...form, fields: { verified: '长'.repeat(90_000) } })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('says who may answer a re-examination before anybody writes the answer', async () => {
  const { complaint } = run.client;
  const id = await here.register();
  await here.until(id, 'archived');
  const possible = async () =>
    Object.fromEntries((await complaint.reexaminers({ id })).map(({ name, refused }) => [name, refused]));
  expect(await possible()).toEqual({ 林经理: null });
  await run.signInAs('he', ['manager']);
  await here.asHandler();
  expect(Object.values(await possible())).toEqual([null, null]);
  const other = await here.register();
  await complaint.declareInterest({ ...(await here.seen(other)), userId: here.managerId, reason: '亲属' });
  expect(await complaint.reexaminers({ id: other })).toContainEqual(
    expect.objectContaining({ id: here.managerId, refused: 'complaintPersonInterested' }),
  );
  await run.signInAs(ADMIN, ['administrator', 'manager']);
});
