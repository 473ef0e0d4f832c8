// Findings and rectifications in their states over the last six weeks, for the screens.
import { join } from 'node:path';
import { TOLD } from '../../shared/contract/rectification.ts';
import { addDays, dayOf } from '../../shared/domain/time.ts';
import { ADMIN, testConsole } from './console.ts';
import { PHOTO } from './observing.ts';
import { finding, PLAN } from './rectifying.ts';

const DAY = 86_400_000;
const ZONE = 'Asia/Shanghai';

export interface SeededRectifications {
  readonly findingId: string;
  readonly closed: string;
  readonly verified: string;
  readonly submitted: string;
  readonly overdue: string;
  readonly planned: string;
}

/** In the console's folder, at a clock of its own that ends before now. */
export async function seedRectifications(userData: string, agentId: string): Promise<SeededRectifications> {
  const begin = Date.now() - 45 * DAY;
  using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date(begin).toISOString() });
  const { findings, rectification } = run.client;
  const today = () => dayOf(run.now(), ZONE);
  const asZhao = () => run.signInAs('zhao', ['supervisor']);
  const asManager = () => run.signInAs(ADMIN, ['administrator', 'manager']);
  const found = async (description: string, given: Parameters<typeof finding>[1] = {}) => {
    const occurredAt = new Date(run.now() - 3_600_000).toISOString();
    return (await findings.record(finding(agentId, { occurredAt, description, ...given }))).id;
  };
  const plan = async (title: string, findingIds: string[], days: number, given: Partial<typeof PLAN> = {}) =>
    (
      await rectification.plan({
        ...{ ...PLAN, title, ...given },
        ...{ findingIds, deadline: addDays(today(), days), follows: null },
      })
    ).id;

  await asZhao();
  const greeting = [await found('接待时没有起身问候，客户等了五分钟'), await found('没有向客户介绍自己和工号')];
  const closed = await plan('迎接礼仪', greeting, 10);
  const verified = await plan(
    '犹豫期提示',
    [await found('没有提示犹豫期', { class: 'content', severity: 'serious' })],
    10,
  );
  const overdue = await plan('回访记录', [await found('回访没有记录时间和内容', { class: 'process' })], 12);
  const submitted = await plan('资料交接', [await found('资料交接没有签收', { class: 'process' })], 30, {
    checkEvery: 14,
  });
  for (const id of [closed, verified, overdue, submitted]) await rectification.start({ id });
  await rectification.addFile({ id: closed, name: '培训签到表', caption: '当日培训', consent: true, base64: PHOTO });
  await rectification.check({ id: overdue, day: today(), progress: 'slow', note: '表格已发给本人，尚未使用' });
  run.advance(7 * DAY);
  await asZhao();
  await rectification.check({ id: closed, day: today(), progress: 'onTrack', note: '已参加培训，模拟两次' });
  for (const id of [closed, verified]) await rectification.submit({ id, done: '参加培训，模拟三次，主管旁听一次' });
  await asManager();
  const claim = { fact: '到场旁听一次，符合要求', reference: '旁听记录 7 号' };
  for (const id of [closed, verified]) await rectification.verify({ id, ...claim });
  await asZhao();
  await rectification.askExtension({
    id: overdue,
    to: addDays(today(), 90),
    reason: '系统改版推迟，新表格要到下季度才能用',
  });
  run.advance(31 * DAY);
  await asManager();
  await rectification.confirmEffect({ id: closed, effect: 'solved', reason: '一个月内三次旁听均符合，没有再发现' });
  for (const to of TOLD)
    await rectification.tell({
      ...{ id: closed, to },
      told:
        to === 'client'
          ? { kind: 'notTold', why: '客户没有留联系方式' }
          : { kind: 'told', at: new Date(run.now()).toISOString(), way: 'inPerson' },
    });
  await rectification.close({ id: closed, nextSteps: '下季度抽查一次，纳入新人培训' });
  await asZhao();
  await rectification.submit({ id: submitted, done: '交接清单已使用两周' });
  const needless = await found('名片已用完', { criterion: null, clause: '3.4' });
  await findings.noNeed({ id: needless, reason: '当场补领，一次性情形' });
  const findingId = await found('解释条款时用语过于专业，客户两次要求重说', {
    class: 'communication',
    criterion: '3.2-1',
  });
  const planned = await plan(
    '沟通方式',
    [await found('客户提问没有正面回答', { class: 'communication', criterion: '3.2-1' })],
    20,
    {
      ...{ cause: { categories: [], whys: [], root: '' }, requirements: '' },
    },
  );
  return { findingId, closed, verified, submitted, overdue, planned };
}
