// The values of single criteria as the score counts them. Each title names the fault that would turn it red.
import { expect, test } from 'vitest';
import { criterionScores } from '../../electron/features/score/criterionScores.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { assessing, toAugust } from '../support/assessing.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';
import { CONTEXT, answerItems } from '../support/observing.ts';
import { seedCalibration } from '../support/seedCalibration.ts';
import { seedInspections } from '../support/seedInspections.ts';

const CODE = '3.4-1';
const WINDOW = windowOf({ kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' }, 0);
const span = { from: WINDOW.startsAt, to: WINDOW.endsAt };

const valuesOf = (run: TestConsole, agentIds: readonly string[], criteria: readonly string[] | null = [CODE]) =>
  criterionScores(run.console.store.read, { agentIds, criteria, ...span });

test('a withdrawn, calibration or running session counts, or one outside the time', async () => {
  using run = testConsole();
  const { agentIds, observe } = await assessing(run, 2);
  const first = await observe(0, [CODE]);
  const second = await observe(0);
  expect(valuesOf(run, agentIds).map(({ value, evidenceId }) => ({ value, evidenceId }))).toEqual([
    { value: 0, evidenceId: first.id },
    { value: 1, evidenceId: second.id },
  ]);
  const begun = { agentId: agentIds[0]!, context: CONTEXT, noticeConfirmed: true, serviceAt: null };
  await answerItems(run, await run.client.observation.start(begun));
  await run.signInAs(ADMIN, ['manager']);
  await run.client.observation.withdraw({ id: second.id, reason: '误录' });
  await seedCalibration(run, agentIds[0]!);
  expect(valuesOf(run, agentIds).map(({ evidenceId }) => evidenceId)).toEqual([first.id]);
  const [only] = valuesOf(run, agentIds);
  const { read } = run.console.store;
  const outside = { agentIds, criteria: [CODE] };
  expect(criterionScores(read, { ...outside, from: only!.at + 1, to: span.to })).toEqual([]);
  expect(criterionScores(read, { ...outside, from: span.from, to: only!.at })).toEqual([]);
  expect(criterionScores(read, { ...outside, from: only!.at, to: only!.at + 1 })).toHaveLength(1);
});

test('a raised answer keeps its old value, or all criteria differ from what is scored', async () => {
  using run = testConsole();
  const { agentIds, observe, compute, rows } = await assessing(run, 2);
  const { id } = await observe(0, [CODE]);
  await seedInspections(run, agentIds[0]!);
  await toAugust(run);
  const { resultId } = await compute();
  await run.signInAs(ADMIN, ['manager']);
  await run.client.assessment.review({
    resultId,
    agentIds: (await rows(resultId)).map(({ agentId }) => agentId),
    remark: '',
  });
  await run.client.assessment.finalise({ resultId });
  const item = { kind: 'session' as const, evidenceId: id, criterion: CODE };
  const appeal = await run.client.appeal.file({ resultId, agentId: agentIds[0]!, item, reason: '照片可见' });
  await run.signInAs('qian', ['supervisor']);
  await run.client.appeal.take(appeal);
  await run.client.appeal.raise({ ...appeal, value: 1, reason: '属实' });
  expect(valuesOf(run, agentIds)).toMatchObject([{ value: 1, kind: 'session', evidenceId: id }]);

  const { sessions, reviews } = evidenceOfAgent(run.console.store.read, agentIds[0]!, WINDOW);
  const scored = [
    ...sessions.flatMap((session) => session.answers.map(({ criterion, value }) => ({ criterion, value }))),
    ...reviews.flatMap(({ checks }) =>
      checks.map(({ criterion, passed }) => ({ criterion, value: passed === null ? null : Number(passed) })),
    ),
  ].filter(({ value }) => value !== null);
  const byCode = (a: { criterion?: string | undefined }, b: { criterion?: string | undefined }) =>
    (a.criterion ?? '').localeCompare(b.criterion ?? '');
  const all = valuesOf(run, agentIds, null).map(({ criterion, value }) => ({ criterion, value }));
  expect(all.sort(byCode)).toEqual(scored.sort(byCode));
  expect(reviews).toHaveLength(1);
});
