// The steps of a finding and its rectification through the contract.
import type { RecordedFinding } from '../../shared/contract/findings.ts';
import type { PlanFields } from '../../shared/contract/rectification.ts';
import type { TestConsole } from './console.ts';

export const finding = (agentId: string, given: Partial<RecordedFinding> = {}): RecordedFinding => ({
  ...{ source: 'manual', sourceId: null, agentId, occurredAt: '2026-07-01T00:30:00.000Z' },
  ...{ place: '营业大厅', serviceContent: '续保咨询', description: '没有回应客户的追问', scopeOfImpact: '一名客户' },
  ...{ class: 'attitude', criterion: '3.4-1', clause: null, element: 'service', severity: 'ordinary' },
  ...given,
});

export const PLAN: PlanFields = {
  title: '迎接礼仪',
  owner: { kind: 'agent' },
  cause: { categories: ['training'], whys: ['没有起身问候', '不知道标准要求'], root: '入职后没有参加礼仪培训' },
  measures: '参加礼仪培训并做三次模拟',
  requirements: '主管旁听一次，记录签字',
  checkEvery: 7,
  effectDays: 30,
};

/** Plans one for the findings and brings it to `submitted` as the person at the console. */
export async function submittedRectification(
  run: TestConsole,
  findingIds: readonly string[],
  given: Partial<PlanFields> & { deadline?: string } = {},
): Promise<string> {
  const { deadline = '2026-07-20', ...fields } = given;
  const { rectification } = run.client;
  const { id } = await rectification.plan({
    ...{ ...PLAN, ...fields },
    ...{ findingIds: [...findingIds], deadline, follows: null },
  });
  await rectification.start({ id });
  await rectification.submit({ id, done: '已参加培训，模拟三次' });
  return id;
}
