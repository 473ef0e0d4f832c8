// A calibration that two assessors have ended, one that is open, and a draft of the scoring model, through the contract.
import { PASSWORD, type TestConsole } from './console.ts';
import { answerItems, asAdmin, CONTEXT } from './observing.ts';

export interface SeededCalibrations {
  readonly ended: string;
  readonly open: string;
}

/** Leaves the manager of the first run at the console. */
export async function seedCalibration(run: TestConsole, agentId: string): Promise<SeededCalibrations> {
  const { calibration, model, observation } = run.client;
  const zhao = await run.signInAs('zhao', ['supervisor']);
  const qian = await run.signInAs('qian', ['supervisor']);
  await asAdmin(run);
  const service = { agentId, context: CONTEXT, serviceAt: new Date(run.now()).toISOString() };
  const { id: ended } = await calibration.create({ ...service, assessorIds: [zhao, qian] });
  const { id: open } = await calibration.create({ ...service, assessorIds: [zhao, qian] });
  for (const [login, failing] of [
    ['zhao', ['3.4-1', '2.2.1-1']],
    ['qian', ['3.4-2']],
  ] as const) {
    await run.signInAs(login, ['supervisor']);
    const { observationId: id } = await calibration.begin({ id: ended });
    await observation.confirmNotice({ id });
    const record = await observation.open({ id });
    await answerItems(run, record, failing);
    await observation.note({ id, criterion: '3.4-1', text: '称呼得体，客户转身时仍在看手机。' });
    await observation.signAssessor({ id, password: PASSWORD });
    await observation.submit({ id });
  }
  await asAdmin(run);
  const { values } = await model.begin();
  await model.save({ values: { ...values, 'indicator.content': 25, 'grade.good': 82, 'complaints.cap': null } });
  return { ended, open };
}
