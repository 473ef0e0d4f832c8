// Courses, trainings and plans in each state for the end-to-end tests, through the contract.
import { addDays } from '../../shared/domain/time.ts';
import type { TestConsole } from './console.ts';

export interface SeededTraining {
  readonly courseId: string;
  /** A training with a filled plan, and one that was corrected. */
  readonly recordId: string;
  readonly withdrawnId: string;
}

type Fields = Parameters<TestConsole['client']['training']['saveRecord']>[0]['fields'];

/** The person at the console records them. */
export async function seedTraining(run: TestConsole, agentId: string): Promise<SeededTraining> {
  const { training } = run.client;
  const today = new Date(run.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const course = {
    title: '沟通三步法：先听、再讲、后确认',
    content: 'communication',
    form: 'rolePlay',
    hours: 3,
  } as const;
  const rest = { trainer: '陈讲师', material: '教材柜 2 号，JC-012', note: '' };
  const { id: courseId } = await training.saveCourse({
    ...{ id: null, version: null, reason: null },
    fields: { ...course, ...rest },
  });
  await training.saveCourse({ id: courseId, version: 1, reason: '按反馈补充案例', fields: { ...course, ...rest } });
  const { id: retired } = await training.saveCourse({
    ...{ id: null, version: null, reason: null },
    fields: { ...course, ...rest, title: '反洗钱基础（旧版）', content: 'ethics', form: 'online' },
  });
  await training.retireCourse({ id: retired, retired: true, reason: '由新课程取代' });
  const answer = { courseId, version: 2, day: today, useful: 5, clear: 4, applicable: 3 };
  await training.addFeedback({ ...answer, agentId, comment: '案例贴近日常拜访，希望多练几次。' });
  const { id: doubtful } = await training.addFeedback({ ...answer, agentId: null, useful: 2, comment: '' });
  await training.withdrawFeedback({ id: doubtful, reason: '重复填写' });
  const why = {
    reason: 'criteria' as const,
    criteria: ['3.2-1', '1.5.2-1'],
    sourceId: null,
    words: '两项均值低于 75%',
  };
  const plan = { agentIds: [agentId], hours: 2, dueOn: addDays(today, 30), why };
  await training.plan({ ...plan, courseId, content: 'communication' });
  await training.plan({
    ...plan,
    courseId: null,
    content: 'product',
    why: { ...why, reason: 'shortfall', criteria: [] },
  });
  await training.plan({ ...plan, courseId: null, content: 'risk', dueOn: today });
  const [risk] = (await training.plans({ agentId })).filter(({ content }) => content === 'risk');
  await training.cancelPlan({ id: risk!.id, revision: risk!.revision, reason: '课程推迟到下季度' });
  const fields: Fields = {
    ...{ agentId, day: today, hours: 3, courseId, title: course.title, content: 'communication', form: 'rolePlay' },
    ...{ trainer: '陈讲师', theory: '86%', practical: 'good', conduct: '41/50', satisfaction: null, note: '' },
  };
  const save = (given: Fields, over: object = {}) =>
    training.saveRecord({ id: null, revision: null, reason: null, planId: null, fields: given, ...over });
  const { id: recordId } = await save(fields);
  const ethics: Fields = {
    ...fields,
    courseId: null,
    title: '消费者权益保护新规解读',
    content: 'ethics',
    form: 'lecture',
  };
  const { id: withdrawnId } = await save(ethics);
  await save({ ...ethics, hours: 1.5 }, { id: withdrawnId, revision: 1, reason: '学时登记有误' });
  return { courseId, recordId, withdrawnId };
}
