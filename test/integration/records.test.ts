// Service-record reviews through the contract (4.2, third method; 2.5.1, 2.5.3, 2.3.3).
import { expect, test } from 'vitest';
import type { ReviewRecord, RecordSample } from '../../shared/contract/records.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { drawOrder } from '../../shared/domain/records/draw.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { recordFindings, recordsOfPeriod } from '../../electron/features/records/periodEvidence.ts';
import { sql } from '../../electron/db/sql.ts';
import { connect } from '../../electron/db/connection.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, FULL_FINDING, observing, refusal } from '../support/observing.ts';

const ROWS = Array.from({ length: 8 }, (_, at) => ({
  reference: `F2026-${at + 1}`,
  day: '2026-06-10',
  kind: 'claim' as const,
  client: '王小明 13812345678',
}));
const JULY = windowOf({ kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' }, 0);
const RED = '2.5.1-5';

async function drawn(
  run: TestConsole,
  agentId: string,
  size = 3,
  seed: string | null = '2026-7',
): Promise<RecordSample> {
  const { records } = run.client;
  const { id } = await records.begin({ agentId, from: '2026-06-01', to: '2026-06-30' });
  await records.addRows({ id, rows: ROWS });
  return records.draw({ id, size, seed });
}

async function reviewed(
  run: TestConsole,
  sample: RecordSample,
  failing: readonly string[] = [],
): Promise<ReviewRecord> {
  const { records } = run.client;
  const review = await records.startReview({ id: sample.id, drawId: sample.draws[0]!.id });
  for (const { code } of review.standard.criteria) {
    const fails = failing.includes(code);
    const spared = code === '2.3.3-4';
    const verdict = fails ? 'failed' : spared ? 'notApplicable' : 'passed';
    await records.check({ id: review.id, criterion: code, verdict, redLineConfirmed: true });
    if (fails) await records.finding({ id: review.id, criterion: code, fields: FULL_FINDING });
  }
  return review;
}

test('a draw cannot be made again from frame and seed, a replaced one vanishes, a client stands in the clear', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records } = run.client;
  const sample = await drawn(run, agentId);
  expect(sample).toMatchObject({ state: 'drawn', seed: '2026-7', writable: true });
  expect(sample.rows[0]).toMatchObject({ reference: 'F2026-1', client: '王** 138****5678' });
  expect(sample.draws.map(({ rowId }) => rowId)).toEqual(
    drawOrder(sample.rows, '2026-7')
      .slice(0, 3)
      .map(({ id }) => id),
  );
  const [first] = sample.draws;
  const after = await records.replace({ id: sample.id, drawId: first!.id, reason: '档案外借' });
  expect(after.draws).toHaveLength(4);
  expect(after.draws[0]).toMatchObject({ reason: '档案外借', replacedBy: 'zhao' });
  expect(after.draws[3]).toMatchObject({ insteadOf: first!.id, rowId: drawOrder(sample.rows, '2026-7')[3]!.id });
  await expect(records.replace({ id: sample.id, drawId: first!.id, reason: '再换' })).rejects.toEqual(
    refusal('drawReplaced'),
  );
  await expect(records.startReview({ id: sample.id, drawId: first!.id })).rejects.toEqual(refusal('drawReplaced'));
  await expect(records.addRows({ id: sample.id, rows: [{ ...ROWS[0]!, reference: 'X' }] })).rejects.toEqual(
    refusal('sampleLocked'),
  );
  const chance = await drawn(run, agentId, 3, null);
  expect(chance.seed).toMatch(/^[0-9a-f]{12}$/);
});

test('a frame takes a record twice, one of another time, more than were registered', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records } = run.client;
  await expect(records.begin({ agentId, from: '2026-07-01', to: '2026-07-02' })).rejects.toEqual(
    refusal('dayInFuture'),
  );
  const { id } = await records.begin({ agentId, from: '2026-06-01', to: '2026-06-30' });
  const [row] = ROWS;
  await expect(records.addRows({ id, rows: [row!, { ...row!, reference: 'f2026-1' }] })).rejects.toEqual(
    refusal('recordTwice'),
  );
  await expect(records.addRows({ id, rows: [{ ...row!, day: '2026-07-01' }] })).rejects.toEqual(
    refusal('recordOutside'),
  );
  expect((await records.open({ id })).rows).toEqual([]);
  const { rows } = await records.addRows({ id, rows: ROWS });
  expect((await records.removeRow({ id, rowId: rows[0]!.id })).rows).toHaveLength(7);
  await expect(records.draw({ id, size: 8, seed: null })).rejects.toEqual(refusal('sampleTooLarge', { rows: 7 }));
  expect(await records.cancel({ id, reason: '范围有误' })).toMatchObject({ state: 'cancelled', writable: false });
});

test('a review counts before it is submitted, counts otherwise than its checks, changes afterwards, counts withdrawn', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records } = run.client;
  const sample = await drawn(run, agentId);
  const db = run.console.store.read;
  const review = await reviewed(run, sample, ['2.5.1-2', '2.3.3-1']);
  const { id } = review;
  expect(evidenceOfAgent(db, agentId, JULY).reviews).toEqual([]);
  await records.check({ id, criterion: '2.5.1-1', verdict: null });
  await expect(records.submit({ id })).rejects.toEqual(refusal('inspectionNotReady', { count: 1 }));
  await records.check({ id, criterion: '2.5.1-1', verdict: 'passed' });
  await records.finding({ id, criterion: '2.5.1-2', fields: { ...FULL_FINDING, scopeOfImpact: '' } });
  await expect(records.submit({ id })).rejects.toEqual(refusal('inspectionNotReady', { count: 1 }));
  await records.finding({ id, criterion: '2.5.1-2', fields: FULL_FINDING });
  // A record left over from a verdict that was changed is no finding.
  await records.finding({ id, criterion: '2.5.1-3', fields: FULL_FINDING });
  run.advance(60_000);
  const done = await records.submit({ id });
  expect(done).toMatchObject({ state: 'submitted', writable: false });
  expect(done.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(done.findings.map(({ criterion }) => criterion).sort()).toEqual(['2.3.3-1', '2.5.1-2']);

  const [evidence] = evidenceOfAgent(db, agentId, JULY).reviews;
  const file = evidence!.checks.filter(({ kind }) => kind === 'file');
  expect(evidence).toMatchObject({ id, digest: done.digest, at: run.now() });
  expect(evidence!.checks).toHaveLength(review.standard.criteria.length);
  expect(file.map(({ passed }) => passed)).toEqual([false, true, true, null, true, true, true, true]);
  expect(evidence!.checks.filter(({ passed }) => passed === false)).toHaveLength(2);
  const [row] = recordsOfPeriod(db, [agentId], JULY);
  expect(row).toMatchObject({
    reviewId: id,
    kind: 'claim',
    team: '一组',
    file: { passed: 6, failed: 1, notApplicable: 1 },
  });
  expect(row!.file.share).toBeCloseTo((6 / 7) * 100, 9);
  expect(recordFindings(db, [agentId], JULY).map(({ criterion }) => criterion)).toEqual(['2.5.1-2', '2.3.3-1']);
  expect(evidenceOfAgent(db, agentId, { ...JULY, endsAt: run.now() }).reviews).toEqual([]);

  await expect(records.check({ id, criterion: '2.5.1-1', verdict: 'failed' })).rejects.toEqual(
    refusal('inspectionLocked'),
  );
  const raw = connect(run.console.store.file);
  expect(() => raw.run(sql`UPDATE record_check SET passed = 1 WHERE review_id = ${id}`)).toThrow('locked');
  expect(() => raw.run(sql`UPDATE inspection_finding SET place = 'x' WHERE source_id = ${id}`)).toThrow('locked');
  expect(() => raw.run(sql`UPDATE record_review SET digest = 'x' WHERE id = ${id}`)).toThrow('locked');
  expect(() => raw.run(sql`DELETE FROM record_draw`)).toThrow('kept');
  raw.close();

  await expect(records.withdraw({ id, reason: '误评' })).rejects.toEqual(refusal('notYourInspection'));
  await asAdmin(run);
  expect(await records.withdraw({ id, reason: '误评' })).toMatchObject({ state: 'withdrawn', withdrawReason: '误评' });
  expect(evidenceOfAgent(db, agentId, JULY).reviews).toEqual([]);
  expect(recordsOfPeriod(db, [agentId], JULY)).toEqual([]);
  expect(recordFindings(db, [agentId], JULY)).toEqual([]);
  await run.signInAs('zhao', ['supervisor']);
  const again = await records.startReview({ id: sample.id, drawId: sample.draws[0]!.id });
  expect(again.id).not.toBe(id);
  expect((await records.open({ id: sample.id })).draws[0]).toMatchObject({
    withdrawn: [id],
    review: { id: again.id, state: 'inProgress' },
  });
});

test('a false record vetoes unconfirmed, is confirmed by its reviewer or without the statement, is lost', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records } = run.client;
  const db = run.console.store.read;
  const sample = await drawn(run, agentId);
  const first = await records.startReview({ id: sample.id, drawId: sample.draws[0]!.id });
  const fail = { id: first.id, criterion: RED, verdict: 'failed' as const };
  await expect(records.check(fail)).rejects.toEqual(
    refusal('redLineNeedsConfirmation', { criterion: RED, clause: '2.5.1' }),
  );
  expect((await records.review({ id: first.id })).checks).toEqual([]);
  await expect(records.check({ ...fail, verdict: 'notApplicable' })).rejects.toEqual(refusal('notApplicableRefused'));
  expect((await records.check({ ...fail, redLineConfirmed: true })).redLine).toMatchObject({ state: 'pending' });
  expect((await records.check({ ...fail, verdict: 'passed' })).redLine).toBeNull();
  const { id } = await reviewed(run, sample, [RED]);
  expect(id).toBe(first.id);
  const lines = () => evidenceOfAgent(db, agentId, JULY).redLines;
  expect(lines()).toEqual([]);
  expect((await run.client.home.get()).inspectionRedLines).toEqual([]);
  await records.submit({ id });
  expect(lines()).toMatchObject([{ clause: '2.5.1', confirmed: false, at: run.now() }]);
  const [pending] = (await run.client.home.get()).inspectionRedLines;
  expect(pending).toMatchObject({ source: 'record', sourceId: id, agentName: '李四', decidable: false });
  const redLineId = pending!.id;
  await run.signInAs('zhao', ['supervisor', 'manager']);
  const decision = { id, redLineId, confirmed: true, reason: '与通话记录不符' };
  await expect(records.decideRedLine(decision)).rejects.toEqual(refusal('redLineOwn'));
  await asAdmin(run);
  await expect(records.decideRedLine(decision)).rejects.toEqual(refusal('redLineStatementMissing'));
  await records.redLineStatement({ id, redLineId, statement: '当日确有拜访' });
  await records.withdraw({ id, reason: '另行检查' });
  expect(await records.decideRedLine(decision)).toMatchObject({ state: 'confirmed', statement: '当日确有拜访' });
  expect(lines()).toMatchObject([{ id: redLineId, clause: '2.5.1', confirmed: true }]);
  await expect(records.decideRedLine({ ...decision, confirmed: false })).rejects.toEqual(refusal('redLineDecided'));
  expect((await run.client.home.get()).inspectionRedLines).toEqual([]);
  expect((await records.review({ id })).redLines.map(({ state }) => state)).toEqual(['retracted', 'confirmed']);
});

test('a third-party assessor reads or writes another one’s, a reader writes', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records } = run.client;
  const sample = await drawn(run, agentId);
  const review = await records.startReview({ id: sample.id, drawId: sample.draws[0]!.id });
  await run.signInAs('third', ['assessor']);
  expect(await records.list({ agentId: null })).toEqual([]);
  await expect(records.open({ id: sample.id })).rejects.toEqual(refusal('sampleMissing'));
  await expect(records.history({ id: sample.id })).rejects.toEqual(refusal('sampleMissing'));
  await expect(records.review({ id: review.id })).rejects.toEqual(refusal('reviewMissing'));
  await expect(records.reviewHistory({ id: review.id })).rejects.toEqual(refusal('reviewMissing'));
  const own = await drawn(run, agentId);
  expect((await records.list({ agentId })).map(({ id }) => id)).toEqual([own.id]);
  await run.signInAs('other', ['supervisor']);
  expect((await records.list({ agentId: null })).map(({ id }) => id).sort()).toEqual([sample.id, own.id].sort());
  expect(await records.open({ id: sample.id })).toMatchObject({ writable: false });
  await expect(records.check({ id: review.id, criterion: RED, verdict: 'passed' })).rejects.toEqual(
    refusal('notYourInspection'),
  );
  await expect(records.startReview({ id: sample.id, drawId: sample.draws[1]!.id })).rejects.toEqual(
    refusal('notYourInspection'),
  );
  await run.signInAs('hq', ['headquarters']);
  expect(await records.open({ id: sample.id })).toMatchObject({ writable: false });
  await expect(records.begin({ agentId, from: '2026-06-01', to: '2026-06-02' })).rejects.toEqual(
    refusal('notPermitted'),
  );
});

test('a review does not move with a new standard version', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records, standard } = run.client;
  const sample = await drawn(run, agentId);
  const before = await records.startReview({ id: sample.id, drawId: sample.draws[0]!.id });
  await asAdmin(run);
  const draft = await standard.createDraft({ from: before.standard.versionId, title: '第二版' });
  await standard.removeCriterion({ id: draft.id, code: '2.5.3-2' });
  await standard.publish({ id: draft.id });
  await run.signInAs('zhao', ['supervisor']);
  const codes = ({ standard: { criteria } }: ReviewRecord) => criteria.map(({ code }) => code);
  expect(codes(await records.review({ id: before.id }))).toContain('2.5.3-2');
  const after = await records.startReview({ id: sample.id, drawId: sample.draws[1]!.id });
  expect(codes(after)).not.toContain('2.5.3-2');
});
