// An assessment of the running month, computed, reviewed and decided, for the screens.
import { dayOf, periodOf } from '../../shared/domain/time.ts';
import { ADMIN, drain, type TestConsole } from './console.ts';

/** Leaves the manager of the first run at the console. */
export async function seedAssessment(run: TestConsole, branchId: string): Promise<string> {
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  const { assessment } = run.client;
  const { start } = periodOf('month', dayOf(run.now(), 'Asia/Shanghai'));
  const { id } = await assessment.open({ branchId, kind: 'month', start });
  const { result } = await drain(await assessment.compute({ id, reason: null }));
  const { resultId } = result;
  const rows = await assessment.rows({ resultId });
  const agentIds = rows.map(({ agentId }) => agentId);
  await assessment.review({ resultId, agentIds: agentIds.slice(0, 1), remark: '与记录相符' });
  const graded = rows.filter(({ sufficient, vetoed }) => sufficient && !vetoed).map(({ agentId }) => agentId);
  if (graded.length > 0)
    await assessment.decide({ resultId, agentIds: graded, kind: 'title', name: '服务之星', reason: '服务规范' });
  return id;
}
