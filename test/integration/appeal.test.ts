// Appeals through the contract. Each title names the fault that would turn it red.
import { describe, expect, test } from 'vitest';
import { sql } from '../../electron/db/sql.ts';
import { appealsOfPeriod, overturnRates } from '../../electron/features/appeal/period.ts';
import { verifyAudit } from '../../electron/db/audit.ts';
import { branchAndBelow } from '../../electron/features/people/branches.ts';
import { assessing, JULY, toAugust } from '../support/assessing.ts';
import { ADMIN, testConsole, type TestConsole } from '../support/console.ts';
import { refusal } from '../support/observing.ts';

const DAY = 86_400_000;
const RED_LINE = '1.2.1-1';

/** July finalised on 5 August: agent 0 has a failing item of zhao's, agent 1 a red line that zhao found and the manager confirmed. */
async function finalised(run: TestConsole) {
  const here = await assessing(run);
  const session = await here.observe(0, ['3.4-1']);
  const second = await here.observe(1, [RED_LINE]);
  await here.confirm(second.id, second.redLineIds[0]!);
  await toAugust(run);
  const { id, resultId } = await here.compute();
  await run.signInAs(ADMIN, ['manager']);
  const agentIds = (await here.rows(resultId)).map(({ agentId }) => agentId);
  await run.client.assessment.review({ resultId, agentIds, remark: '' });
  await run.client.assessment.finalise({ resultId });
  const [agentId, other] = here.agentIds;
  const item = { kind: 'session' as const, evidenceId: session.id, criterion: '3.4-1' };
  const file = () =>
    run.client.appeal.file({ resultId, agentId: agentId!, item, reason: '当时已经起身问候，照片可以看到' });
  return {
    ...here,
    assessmentId: id,
    resultId,
    agentId: agentId!,
    other: other!,
    item,
    file,
    redLineId: second.redLineIds[0]!,
  };
}

const lineOf = async (run: TestConsole, resultId: string, agentId: string) =>
  (await run.client.assessment.rows({ resultId })).find((row) => row.agentId === agentId)!;

describe('an appeal', () => {
  test('is handled by the original assessor, who is a manager by now', async () => {
    using run = testConsole();
    const { file } = await finalised(run);
    const { id } = await file();
    await run.signInAs('zhao', ['supervisor', 'manager']);
    await expect(run.client.appeal.take({ id })).rejects.toEqual(refusal('appealOriginalAssessor'));
    expect(await run.client.appeal.get({ id })).toMatchObject({ state: 'filed', barred: 'appealOriginalAssessor' });
    // The store refuses it too, whatever the code above does.
    const zhao = run.console.store.read.get<{ id: string }>(sql`SELECT id FROM user WHERE login = 'zhao'`)!.id;
    expect(() =>
      run.console.store.change(zhao, (tx) => {
        tx.run(sql`UPDATE appeal SET state = 'inHandling', handler_id = ${zhao}, taken_at = ${tx.at} WHERE id = ${id}`);
        tx.note({ action: 'appeal.taken', entity: 'appeal', entityId: id, facts: {} });
      }),
    ).toThrow('the original assessor handles no appeal');
  });

  test('is handled by a manager who filed it and had reviewed the agent, or lifts a red line by whoever confirmed it', async () => {
    using run = testConsole();
    const { file, resultId, other, redLineId } = await finalised(run);
    const { id } = await file();
    await expect(run.client.appeal.take({ id })).rejects.toEqual(refusal('appealFiledAndAssessed'));
    const { items } = await run.client.appeal.items({ resultId, agentId: other });
    expect(items[0]).toMatchObject({ kind: 'redLine', evidenceId: redLineId, criterion: RED_LINE, higher: [1] });
    expect(items[0]!.assessors).toHaveLength(2);
    const item = { kind: 'redLine' as const, evidenceId: redLineId, criterion: RED_LINE };
    await run.signInAs('qian', ['supervisor']);
    const red = await run.client.appeal.file({ resultId, agentId: other, item, reason: '与事实不符' });
    await run.signInAs(ADMIN, ['manager']);
    await expect(run.client.appeal.take(red)).rejects.toEqual(refusal('appealOriginalAssessor'));
    await run.signInAs('qian', ['supervisor']);
    await run.client.appeal.take(red);
    await run.client.appeal.raise({ ...red, value: 1, reason: '核对录音，事实不成立' });
    const row = await run.client.appeal.get(red);
    expect(row.scoreBefore).toBe(59);
    expect(row.scoreAfter).toBeGreaterThan(59);
  });

  test('comes late, twice, or against what cannot be higher', async () => {
    using run = testConsole();
    const { file, resultId, agentId, item } = await finalised(run);
    const { id } = await file();
    await expect(file()).rejects.toEqual(refusal('appealTwice'));
    const full = { ...item, criterion: '3.4-2' };
    await expect(run.client.appeal.file({ resultId, agentId, item: full, reason: '无' })).rejects.toEqual(
      refusal('appealItemMissing'),
    );
    await run.client.appeal.withdraw({ id, reason: '本人撤回' });
    // Finalised on Wednesday 5 August: the fifth working day is Wednesday the 12th.
    run.advance(7 * DAY);
    await run.signInAs(ADMIN, ['manager']);
    expect(await run.client.appeal.items({ resultId, agentId })).toMatchObject({ lastDay: '2026-08-12', open: true });
    run.advance(DAY);
    await run.signInAs(ADMIN, ['manager']);
    await expect(file()).rejects.toEqual(refusal('appealTooLate', { day: '2026-08-12' }));
    expect(await run.client.appeal.items({ resultId, agentId })).toMatchObject({ open: false });
  });

  test('lowers a value, moves the finalised result, or is not counted when computed again', async () => {
    using run = testConsole();
    const { file, resultId, agentId, compute, branchId, item } = await finalised(run);
    const before = await lineOf(run, resultId, agentId);
    const frozen = await run.client.assessment.agent({ resultId, agentId });
    const { id } = await file();
    await run.signInAs('qian', ['supervisor']);
    await expect(run.client.appeal.keep({ id, reason: '维持' })).rejects.toEqual(refusal('appealMoveRefused'));
    await run.client.appeal.take({ id });
    for (const value of [0, 0.3])
      await expect(run.client.appeal.raise({ id, value, reason: '改' })).rejects.toEqual(refusal('appealNotHigher'));
    await run.client.appeal.raise({ id, value: 1, reason: '照片可见已起身问候' });
    const raised = await run.client.appeal.get({ id });
    expect(raised).toMatchObject({ state: 'raised', before: 0, after: 1, recomputed: false });
    expect(raised.scoreBefore).toBe(before.graded);
    expect(raised.scoreAfter).toBeGreaterThan(before.graded!);

    expect(await run.client.assessment.agent({ resultId, agentId })).toEqual(frozen);
    expect(await lineOf(run, resultId, agentId)).toMatchObject({ composite: before.composite, graded: before.graded });
    const { intact, rows } = await run.client.assessment.differences({ resultId });
    expect({ intact, rows: rows.map(({ change, id: at }) => [change, at]) }).toEqual({
      intact: true,
      rows: [['changed', item.evidenceId]],
    });

    run.advance(60_000);
    const again = await compute('申诉改判');
    expect(await lineOf(run, again.resultId, agentId)).toMatchObject({ graded: raised.scoreAfter });
    expect((await run.client.appeal.get({ id })).recomputed).toBe(true);
    const live = await run.client.score.agent({ agentId, ...JULY });
    expect(live.result.graded).toBe(raised.scoreAfter);
    // The session says what it said.
    const { read } = run.console.store;
    const answers = read.all(sql`SELECT value FROM answer JOIN observation o ON o.submitted_revision_id = revision_id
      WHERE o.id = ${item.evidenceId} AND criterion = ${item.criterion}`);
    expect(answers).toEqual([{ value: 0 }]);

    const branchIds = branchAndBelow(read, branchId);
    const rates = overturnRates(read, branchIds, { startsAt: 0, endsAt: run.now() + 1 });
    expect(rates.byCriterion).toMatchObject([{ criterion: '3.4-1', decided: 1, raised: 1 }]);
    expect(rates.byAssessor).toMatchObject([{ decided: 1, raised: 1 }]);
    expect(appealsOfPeriod(read, { branchIds }, JULY)).toMatchObject([{ id, resultNumber: 1, before: 0, after: 1 }]);
    expect(appealsOfPeriod(read, { agentIds: [agentId] }, { kind: 'month', start: '2026-08-01' })).toEqual([]);
    expect(verifyAudit(read).intact).toBe(true);
  });

  test('is told of in a copy that shows live rows instead of the frozen result, or that leaves unlogged', async () => {
    using run = testConsole();
    const { resultId, agentId, observe } = await finalised(run);
    await observe(0);
    await run.signInAs(ADMIN, ['manager']);
    const line = await lineOf(run, resultId, agentId);
    const of = { agentId, ...JULY, resultId: null };
    const copy = await run.client.personalCopy.get(of);
    expect(copy).toMatchObject({ graded: line.graded, grade: line.grade, appealUntil: '2026-08-12', sessions: 1 });
    expect(copy.evidence).toMatchObject([{ kind: 'session', count: 1 }]);
    const august = await run.client.personalCopy.get({ ...of, start: '2026-08-01' });
    expect(august).toMatchObject({ result: null, sessions: 1, appealUntil: null });
    run.answers.save = `${run.folder}/copy.pdf`;
    const { path } = await run.client.personalCopy.save({ ...of, title: '本人查阅件' });
    const [logged] = await run.client.exports.list({ kind: 'personalCopy' });
    expect(logged).toMatchObject({ path, masked: false, facts: { agent: agentId, result: 1 } });
  });
});
