// The closed loop in the report's dataset, read from the real tables. Would catch: a complainant's name in the workbook, an overdue
// rectification or an upheld complaint that the ledger counts and the score does not, hours or months that the two take differently.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLoop } from '../../electron/features/report/loop.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { assess } from '../../shared/domain/scoring/score.ts';
import { complaining } from '../support/complaining.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { finding, submittedRectification } from '../support/rectifying.ts';
import { seedTraining } from '../support/seedTraining.ts';

const DAY = 86_400_000;
const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;

let run: TestConsole;
beforeEach(() => void (run = testConsole()));
afterEach(() => run[Symbol.dispose]());

it('says what the score counts, without the complainant', async () => {
  const { agentId, branchId } = await observing(run);
  const { id: findingId } = await run.client.findings.record(finding(agentId));
  await submittedRectification(run, [findingId], { deadline: '2026-07-20' });
  await seedTraining(run, agentId);
  const here = await complaining(run, agentId);
  const upheld = await here.register({ content: '孙女士说回访一直没有进行，可打 13912345678 核对。' });
  await here.register({ people: [{ name: '陈先生', contact: '' }] });
  await here.register({ people: [{ name: '冯女士', contact: '' }] }, upheld);
  await here.until(upheld, 'archived', 'serious');
  run.advance(45 * DAY);
  const db = run.console.store.read;
  const window = windowOf(JULY, run.now());
  const loop = readLoop(db, new Map([[agentId, 'A0012']]), { branchId, period: JULY, window, language: 'zh-CN' });

  const { score } = assess(evidenceOfAgent(db, agentId, window), window, MODEL_1);
  const pointsOf = (kind: 'complaints' | 'rectifications' | 'training') => score.adjustments[kind].points;
  expect([pointsOf('complaints'), pointsOf('rectifications')]).toEqual([-5, -1]);
  expect(loop.complaints).toHaveLength(3);
  expect(loop.complaints.filter(({ counts }) => counts)).toMatchObject([
    { employeeNumber: 'A0012', conclusion: 'serious', received: true, kept: { acceptance: true, decision: true } },
  ]);
  // The joined one is the same matter; the open one is past all its limits.
  expect(loop.complaints.map(({ received }) => received).toSorted()).toEqual([false, true, true]);
  expect(loop.complaints.find(({ conclusion }) => conclusion === null)?.kept).toMatchObject({
    ...{ acceptance: false, decision: false },
  });
  for (const secret of ['孙女士', '陈先生', '冯女士', '13912345678'])
    expect(JSON.stringify(loop)).not.toContain(secret);
  expect(loop.rectifications).toMatchObject([
    { employeeNumber: 'A0012', deadline: '2026-07-20', verifiedAt: null, owes: true, state: '待验证' },
  ]);
  expect(loop.moment).toBe('2026-08-01T00:00:00.000');
  const hours = loop.trainings.reduce((sum, one) => sum + one.hours, 0);
  const months = loop.trainingMonths.get('A0012')!;
  const required = (20 * months) / 12;
  expect(pointsOf('training')).toBeCloseTo(hours >= required ? 0 : -5 * (1 - hours / required), 9);
  expect(loop.departments.length).toBeGreaterThan(0);
});
