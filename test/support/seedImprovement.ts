// Improvement measures in every state, departments, shares and an issued report of supervision, for the screens.
import { dayOf, periodOf, shiftPeriod } from '../../shared/domain/time.ts';
import type { Figure, NewImprovement } from '../../shared/contract/improvement.ts';
import { ADMIN, drain, type TestConsole } from './console.ts';

export interface SeededImprovement {
  /** Underway and done. */
  readonly measures: readonly string[];
  /** Of last month, issued once. */
  readonly reportId: string;
}

const FAILING: Figure = { kind: 'failing', source: 'observation', criterion: '3.4-1' };

/** Leaves the manager of the first run at the console. */
export async function seedImprovement(run: TestConsole, branchId: string, ownerId: string): Promise<SeededImprovement> {
  const { improvement, supervision } = run.client;
  const managerId = await run.signInAs(ADMIN, ['administrator', 'manager']);
  const today = dayOf(run.now(), 'Asia/Shanghai');
  const period = { kind: 'month', ...periodOf('month', today) } as const;
  const propose = async (title: string, more: Partial<NewImprovement> = {}) =>
    (
      await improvement.propose({
        ...{ branchId, title, kind: 'process', problem: null, cause: '交接时没有清单', measure: '增加一步复述确认' },
        ...{ ownerId, deadline: shiftPeriod('month', today, 2).start, figure: FAILING, target: 10, days: 30, ...more },
      })
    ).id;
  const start = async (id: string) => {
    await drain(await improvement.start({ id }));
    return id;
  };
  await propose('免责条款说明卡', {
    ...{ kind: 'standard', figure: { kind: 'indicator', indicator: 'content' }, target: 90 },
    problem: { kind: 'class', code: 'content', records: 4, agents: 3, period },
  });
  const underway = await start(
    await propose('问候语与自我介绍示范课', { kind: 'training', figure: { kind: 'composite' }, target: 85 }),
  );
  const done = await start(
    await propose('二十四小时答复值班表', {
      kind: 'system',
      figure: { kind: 'reply24' },
      target: 95,
      ownerId: managerId,
    }),
  );
  await improvement.finish({ id: done, result: '值班表已张贴并执行两周' });
  const dropped = await propose('客户等候区指引', { ownerId: managerId });
  await improvement.drop({ id: dropped, reason: '与网点改造合并' });
  await supervision.setDepartment({ userId: ownerId, department: 'customerService', fromDay: '2026-01-01' });
  await supervision.setDepartment({ userId: managerId, department: 'compliance', fromDay: '2026-01-01' });
  await supervision.setShares({
    ...{ values: { customerService: 70, compliance: 12, humanResources: 9, business: 9 }, fromDay: period.start },
    reason: '合规部门新增一名督导',
  });
  const last = shiftPeriod('month', period.start, -1).start;
  const { id: reportId } = await supervision.openReport({ branchId, kind: 'month', start: last });
  await supervision.saveTexts({
    ...{
      id: reportId,
      texts: { summary: '本月以现场观察为主，问候语问题较多。', nextSteps: '下月复查问候语，督导每周一次。' },
    },
  });
  await supervision.issue({ id: reportId, reason: null });
  return { measures: [underway, done], reportId };
}
