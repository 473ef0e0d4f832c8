// What the tests of training record: a lecture, a course, a plan.
import type { TestConsole } from './console.ts';

type Fields = Parameters<TestConsole['client']['training']['saveRecord']>[0]['fields'];

export const lecture = (agentId: string, over: Partial<Fields> = {}): Fields => ({
  ...{ agentId, day: '2026-06-10', hours: 4, courseId: null, title: '重疾险条款', content: 'product', form: 'lecture' },
  ...{ trainer: '陈讲师', theory: null, practical: null, conduct: null, satisfaction: null, note: '' },
  ...over,
});

export const save = (run: TestConsole, fields: Fields, over: object = {}) =>
  run.client.training.saveRecord({ id: null, revision: null, reason: null, planId: null, fields, ...over });

export const COURSE = {
  ...{ title: '沟通三步法', content: 'communication' as const, form: 'rolePlay' as const, hours: 3 },
  ...{ trainer: '陈讲师', material: 'JC-012', note: '' },
};
export const newCourse = (run: TestConsole, over: object = {}) =>
  run.client.training.saveCourse({ id: null, version: null, reason: null, fields: { ...COURSE, ...over } });

export const plan = (run: TestConsole, agentIds: string[], over: object = {}) =>
  run.client.training.plan({
    ...{ agentIds, courseId: null, content: 'product', hours: 2, dueOn: '2026-07-31' },
    why: { reason: 'other', criteria: [], sourceId: null, words: '' },
    ...over,
  });

export const ALL = { from: null, to: null, agentId: null, courseId: null, withdrawn: true };
