// Requests, visits, figures and feedback in every state, as a branch's week leaves them.
import type { TestConsole } from './console.ts';

export interface SeededResponses {
  readonly requestId: string;
  readonly visitId: string;
  readonly figureId: string;
  readonly feedbackId: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Recorded by whoever is signed in, who may write them. */
export async function seedResponses(run: TestConsole, agentId: string, ownerId: string): Promise<SeededResponses> {
  const now = run.now();
  const at = (before: number) => new Date(now - before).toISOString();
  const day = (before: number) => at(before).slice(0, 10);
  const { responses, feedback } = run.client;
  const fresh = { id: null, revision: null, reason: null };
  const request = async (asked: number, replied: number | null, solved: number | null) => {
    const times = {
      ...{ askedAt: at(asked), repliedAt: replied === null ? null : at(replied) },
      ...{ solvedAt: solved === null ? null : at(solved), outcome: solved === null ? null : ('solved' as const) },
    };
    const said = {
      number: '',
      channel: 'phone' as const,
      client: '王小明 13812345678',
      content: '询问续期缴费的方式与期限',
    };
    return responses.saveRequest({ ...fresh, fields: { agentId, kind: 'enquiry', ...said, ...times } });
  };
  await request(5 * DAY, 5 * DAY - HOUR, 4 * DAY);
  await request(3 * DAY, DAY, null);
  const { id: requestId } = await request(5 * HOUR, null, null);
  const visit = async (due: number, made: number | null) =>
    responses.saveVisit({
      ...fresh,
      fields: {
        ...{ agentId, number: '', channel: 'onSite', client: '赵女士', note: '了解理赔进度' },
        ...{ dueOn: day(due), madeOn: made === null ? null : day(made) },
      },
    });
  await visit(6 * DAY, 7 * DAY);
  await visit(-9 * DAY, null);
  const { id: visitId } = await visit(2 * DAY, null);
  const figures = { services: 42, policies: 18, clients: 120, retained: 111, repurchased: 7, churned: 9 };
  const { id: figureId } = await responses.saveFigure({
    ...fresh,
    fields: { agentId, month: day(40 * DAY).slice(0, 7), ...figures, cost: 1260, benefit: 3980.5 },
  });
  const said = { agentId, channel: 'online' as const, client: '钱先生', ownerId, dueOn: null };
  const praise = { ...said, kind: 'praise' as const, class: 'attitude' as const };
  await feedback.add({ ...praise, day: day(2 * DAY), content: '讲解条款清楚，等候时有人照应。' });
  const trouble = { ...said, kind: 'complaint' as const, class: 'process' as const };
  await feedback.add({ ...trouble, day: day(40 * DAY), content: '同一份材料交了两次。' });
  const { id: feedbackId } = await feedback.add({
    ...{ ...said, kind: 'review', class: 'content', day: day(9 * DAY) },
    content: '希望把等待期和免责条款写成一页说明。',
  });
  return { requestId, visitId, figureId, feedbackId };
}
