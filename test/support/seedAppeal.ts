// A session of last month, its finalised assessment, and an appeal against its failing item, for the screens.
import { dayOf, periodOf, shiftPeriod, startOfDay } from '../../shared/domain/time.ts';
import { ADMIN, drain, type TestConsole } from './console.ts';
import type { Observing } from './observing.ts';

const ZONE = 'Asia/Shanghai';

/** Leaves the assessor zhao at the console. Returns the appeal's id. */
export async function seedAppeal(run: TestConsole, { start, answerAll, sign, branchId, agentId }: Observing) {
  const { observation, assessment, appeal } = run.client;
  const { start: first } = shiftPeriod('month', periodOf('month', dayOf(run.now(), ZONE)).start, -1);
  await run.signInAs('zhao', ['supervisor']);
  const record = await start({ serviceAt: new Date(startOfDay(first, ZONE) + 10 * 3_600_000).toISOString() });
  await answerAll(record, ['3.4-1']);
  await sign(record.id);
  await observation.submit({ id: record.id });
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  const { id } = await assessment.open({ branchId, kind: 'month', start: first });
  const { resultId } = (await drain(await assessment.compute({ id, reason: null }))).result;
  await assessment.review({ resultId, agentIds: [agentId], remark: '' });
  await assessment.finalise({ resultId });
  await run.signInAs('zhao', ['supervisor']);
  const item = { kind: 'session' as const, evidenceId: record.id, criterion: '3.4-1' };
  const filed = await appeal.file({ resultId, agentId, item, reason: '当时已起身问候，请核对现场照片。' });
  return filed.id;
}
