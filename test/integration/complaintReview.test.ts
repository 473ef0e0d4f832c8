// The joint review through the contract (6.4). Would catch: one name for three departments, an investigator or the handler named as
// reviewer, the recorder's account lost, a review that passes after one of its reviewers was recused.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InquiryDepartment, ReviewDepartment } from '../../shared/contract/complaintWords.ts';
import { complaining, INQUIRERS, REVIEWERS, type Complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';

let run: TestConsole;
let here: Complaining;
let id: string;

beforeEach(async () => {
  run = testConsole();
  const { branchId } = await run.setUp();
  const { id: agentId } = await run.client.agents.add({
    ...{ number: 'A0012', name: '李四', gender: null, licence: null, engagement: 'agency', status: 'active' },
    ...{ phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01', branchId, team: '一组' },
  });
  here = await complaining(run, agentId);
  id = await here.register();
});
afterEach(() => run[Symbol.dispose]());

const fails = (promise: Promise<unknown>, reason: string) =>
  expect(promise).rejects.toMatchObject({ data: { reason } });
const judge = async (department: ReviewDepartment, by: string, byId: string | null = null) =>
  run.client.complaint.giveVerdict({
    ...(await here.seen(id)),
    ...{ department, by, byId, reasonable: true, byRules: true, rightsKept: true, remark: '' },
  });
const tell = async () =>
  run.client.complaint.addNotice({
    ...(await here.seen(id)),
    ...{ kind: 'answer', complaintId: id, way: 'courier', at: new Date(run.now()).toISOString() },
    ...{ proof: '快递单 1', fileId: null },
  });

it('three departments review by three people, none of whom took part or is complained of', async () => {
  await here.until(id, 'answered');
  await tell();
  const auditor = await run.signInAs('shao', ['headquarters']);
  await here.asManager();
  await fails(judge('audit', ''), 'complaintPersonUnnamed');
  await fails(judge('audit', '', '00000000-0000-7000-8000-000000000000'), 'userMissing');
  // The handler, by account, by name; an investigator; the agent.
  await fails(judge('audit', '', here.handlerId), 'complaintReviewerTookPart');
  await fails(judge('audit', ' ZHAO'), 'complaintReviewerTookPart');
  await fails(judge('audit', INQUIRERS.internalAudit), 'complaintReviewerTookPart');
  await fails(judge('audit', '李四'), 'complaintPersonIsAgent');
  await judge('customerService', REVIEWERS.customerService);
  await fails(judge('audit', REVIEWERS.customerService), 'complaintReviewerTwice');
  await judge('audit', '', auditor);
  // Typed, the name is that of the account.
  await fails(judge('businessManagement', 'shao'), 'complaintReviewerTwice');
  const choices = await run.client.complaint.colleagues({
    id,
    as: { part: 'review', department: 'businessManagement' },
  });
  expect(choices.map(({ name, refused }) => [name, refused])).toEqual([
    ['shao', 'complaintReviewerTwice'],
    ['zhao', 'complaintReviewerTookPart'],
    ['林经理', null],
  ]);
  await judge('businessManagement', REVIEWERS.businessManagement);
  const { rounds } = await run.client.complaint.get({ id });
  expect(rounds[0]!.verdicts.map(({ by, recordedBy }) => [by, recordedBy])).toEqual([
    ['孟洁', '林经理'],
    ['石岩', '林经理'],
    ['shao', '林经理'],
  ]);
  // A reviewer who turns out to have an interest cannot stand for the department any more.
  await run.client.complaint.declareInterest({ ...(await here.seen(id)), userId: auditor, reason: '亲属' });
  await fails(run.client.complaint.review({ ...(await here.seen(id)), remark: '合理' }), 'complaintReviewersUnfit');
  await judge('audit', REVIEWERS.audit);
  await run.client.complaint.review({ ...(await here.seen(id)), remark: '合理' });
});

it('three departments investigate by people of their own, and who investigated does not pass the review', async () => {
  await here.until(id, 'classified');
  const inquire = async (department: InquiryDepartment, by: string, byId: string | null = null) =>
    run.client.complaint.addInquiry({
      ...(await here.seen(id)),
      ...{ department, by, byId, method: 'interview', at: new Date(run.now()).toISOString(), finding: '属实' },
      fileIds: [],
    });
  await fails(inquire('customerService', ''), 'complaintPersonUnnamed');
  await fails(inquire('agentDepartment', '李四'), 'complaintPersonIsAgent');
  await inquire('customerService', '', here.handlerId);
  await inquire('customerService', '', here.handlerId);
  await fails(inquire('internalAudit', '', here.handlerId), 'complaintInquirerTwice');
  await fails(inquire('internalAudit', 'zhao'), 'complaintInquirerTwice');
  await inquire('internalAudit', INQUIRERS.internalAudit);
  await inquire('agentDepartment', '', here.managerId);
  const { inquiries } = await run.client.complaint.get({ id });
  expect(inquiries.map(({ by, recordedBy }) => [by, recordedBy])).toContainEqual(['林经理', 'zhao']);
  await run.client.complaint.addReference({ ...(await here.seen(id)), caption: '录音编号 1' });
  const found = { findings: '属实', cause: 'process' as const };
  await run.client.complaint.investigate({ ...(await here.seen(id)), ...found });
  await here.until(id, 'answered');
  await tell();
  await here.asManager();
  const { next } = await run.client.complaint.get({ id });
  expect(next.find(({ step }) => step === 'review')?.refused).toBe('complaintOwnHandling');
  await fails(judge('audit', REVIEWERS.audit), 'complaintOwnHandling');
});
