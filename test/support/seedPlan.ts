// A plan of the coming quarter for a branch of its own, in force, with a draw moved and another replaced, for the screens.
import { dayOf, periodOf, shiftPeriod } from '../../shared/domain/time.ts';
import { ADMIN, drain, type TestConsole } from './console.ts';

const NAMES = [
  '周一凡',
  '吴双',
  '郑重',
  '王五湖',
  '冯程',
  '陈思远',
  '褚云',
  '卫国平',
  '蒋南',
  '沈括之',
  '韩江',
  '杨柳',
  '朱明',
  '秦关',
];

/** Leaves the manager of the first run at the console. */
export async function seedPlan(run: TestConsole, parentId: string, assessorId: string): Promise<string> {
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  const { branches, agents, plan } = run.client;
  const { id: branchId } = await branches.add({ code: '310199', name: '浦东支公司', parentId });
  for (const [at, name] of NAMES.entries())
    await agents.add({
      ...{ number: `P${100 + at}`, name, gender: null, licence: null, engagement: 'agency', hiredOn: null },
      ...{ status: 'active', phone: null, branchId, team: at < 7 ? '一组' : '二组', fromDay: '2026-01-01' },
    });
  const { start } = shiftPeriod('quarter', periodOf('quarter', dayOf(run.now(), 'Asia/Shanghai')).start, 1);
  const { result } = await drain(
    await plan.draw({
      ...{ branchId, kind: 'quarter', start, goal: 0.92, capacity: 2, assessorIds: [assessorId], seed: '季度抽样' },
      context: { kind: 'enquiry', occasion: 'reception', setting: 'office' },
    }),
  );
  await plan.enforce(result);
  const [first, second, third] = (await plan.get(result)).all;
  await plan.move({ drawId: second!.id, day: first!.day, assessorId });
  await plan.replace({ drawId: third!.id, reason: '长期病假' });
  return result.id;
}
