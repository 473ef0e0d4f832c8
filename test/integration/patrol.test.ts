// Daily patrols through the contract (8.2).
import { expect, test } from 'vitest';
import { connect } from '../../electron/db/connection.ts';
import { sql } from '../../electron/db/sql.ts';
import { patrolFindings } from '../../electron/features/patrol/lists.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, FULL_FINDING, observing, refusal } from '../support/observing.ts';

const JULY = windowOf({ kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' }, 0);
const DRESS = '3.1-3';
const DESK = '2.4.3-3';
const RED = '1.2.1-9';

async function secondAgent(run: TestConsole, branchId: string): Promise<string> {
  await asAdmin(run);
  const { id } = await run.client.agents.add({
    number: 'A0013',
    name: '王五',
    gender: null,
    licence: null,
    engagement: 'agency',
    hiredOn: null,
    status: 'active',
    phone: null,
    branchId,
    team: '二组',
    fromDay: '2026-01-01',
  });
  await run.signInAs('zhao', ['supervisor']);
  return id;
}

test('a patrol is changed after submission, takes a cell outside its grid, counts in the score', async () => {
  using run = testConsole();
  const { agentId, branchId } = await observing(run);
  const other = await secondAgent(run, branchId);
  const { patrol } = run.client;
  const db = run.console.store.read;
  const choice = await patrol.choice({ branchId });
  expect(choice.agents.map(({ name, team }) => [name, team])).toEqual([
    ['李四', '一组'],
    ['王五', '二组'],
  ]);
  expect(choice.criteria.every(({ method }) => method === 'patrol')).toBe(true);
  const start = { place: '一楼职场', at: null, agentIds: [agentId], criteria: [DESK, DRESS] };
  await expect(patrol.start({ ...start, at: '2026-07-02T09:00:00+08:00' })).rejects.toEqual(refusal('patrolInFuture'));
  await expect(patrol.start({ ...start, criteria: ['2.5.1-1'] })).rejects.toEqual(refusal('criterionUnknown'));
  const { id, standard } = await patrol.start(start);
  // In the order of the standard, not of the choice.
  expect(standard.criteria.map(({ code }) => code)).toEqual(
    choice.criteria.map(({ code }) => code).filter((code) => code === DESK || code === DRESS),
  );
  expect((await patrol.addAgent({ id, agentId: other })).agents.map(({ name }) => name)).toEqual(['李四', '王五']);
  await expect(patrol.addAgent({ id, agentId: other })).rejects.toEqual(refusal('agentOnPatrol'));
  await expect(patrol.submit({ id })).rejects.toEqual(refusal('inspectionNotReady', { count: 1 }));
  const cell = { id, agentId: other, criterion: DRESS };
  await expect(patrol.cell({ ...cell, criterion: '3.2-3', verdict: 'passed' })).rejects.toEqual(
    refusal('criterionUnknown'),
  );
  await patrol.cell({ id, agentId, criterion: DRESS, verdict: 'passed' });
  await patrol.cell({ id, agentId, criterion: DESK, verdict: 'notApplicable' });
  await patrol.cell({ ...cell, verdict: 'failed' });
  await expect(patrol.submit({ id })).rejects.toEqual(refusal('inspectionNotReady', { count: 1 }));
  await patrol.finding({ ...cell, fields: FULL_FINDING });
  // A record left over from a verdict that was changed is no finding.
  await patrol.finding({ id, agentId, criterion: DRESS, fields: FULL_FINDING });
  expect(await patrol.list({ agentId: other })).toMatchObject([{ id, answered: 3, failed: 1, agents: 2 }]);
  expect(patrolFindings(db, [agentId, other], JULY)).toEqual([]);
  const done = await patrol.submit({ id });
  expect(done).toMatchObject({ state: 'submitted', writable: false, place: '一楼职场' });
  expect(done.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(done.findings.map((finding) => finding.agentId)).toEqual([other]);
  expect(patrolFindings(db, [agentId, other], JULY)).toMatchObject([
    { patrolId: id, agentId: other, branchId, team: '二组', criterion: DRESS, description: FULL_FINDING.description },
  ]);
  expect(patrolFindings(db, [agentId], JULY)).toEqual([]);
  const { reviews, sessions, redLines } = evidenceOfAgent(db, other, JULY);
  expect([reviews, sessions, redLines]).toEqual([[], [], []]);

  await expect(patrol.cell({ ...cell, verdict: 'passed' })).rejects.toEqual(refusal('inspectionLocked'));
  const raw = connect(run.console.store.file);
  expect(() => raw.run(sql`DELETE FROM patrol_cell WHERE patrol_id = ${id}`)).toThrow('locked');
  expect(() => raw.run(sql`DELETE FROM inspection_finding WHERE source_id = ${id}`)).toThrow('locked');
  expect(() => raw.run(sql`UPDATE patrol SET place = 'x' WHERE id = ${id}`)).toThrow('locked');
  raw.close();
  await expect(patrol.withdraw({ id, reason: '重做' })).rejects.toEqual(refusal('notYourInspection'));
  await asAdmin(run);
  expect(await patrol.withdraw({ id, reason: '重做' })).toMatchObject({ state: 'withdrawn', withdrawReason: '重做' });
  expect(patrolFindings(db, [agentId, other], JULY)).toEqual([]);
});

test('a red line of a patrol falls on another agent, counts before a manager confirms it', async () => {
  using run = testConsole();
  const { agentId, branchId } = await observing(run);
  const other = await secondAgent(run, branchId);
  const { patrol } = run.client;
  const db = run.console.store.read;
  const { id } = await patrol.start({ place: '职场', at: null, agentIds: [agentId, other], criteria: [RED] });
  const cell = { id, agentId: other, criterion: RED };
  await expect(patrol.cell({ ...cell, verdict: 'failed' })).rejects.toEqual(refusal('redLineNeedsConfirmation'));
  await expect(patrol.cell({ ...cell, verdict: 'notApplicable' })).rejects.toEqual(refusal('notApplicableRefused'));
  const { redLine } = await patrol.cell({ ...cell, verdict: 'failed', redLineConfirmed: true });
  await patrol.finding({ ...cell, fields: FULL_FINDING });
  await asAdmin(run);
  const decision = { id, redLineId: redLine!.id, confirmed: true, reason: '当场查实' };
  await expect(patrol.decideRedLine(decision)).rejects.toEqual(refusal('redLineTooEarly'));
  await run.signInAs('zhao', ['supervisor']);
  await patrol.submit({ id });
  await patrol.redLineStatement({ id, redLineId: redLine!.id, statement: '' });
  expect(evidenceOfAgent(db, other, JULY).redLines).toMatchObject([{ clause: '1.2.1', confirmed: false }]);
  await asAdmin(run);
  expect((await run.client.home.get()).inspectionRedLines).toMatchObject([
    { source: 'patrol', sourceId: id, agentName: '王五', day: '2026-07-01', decidable: true },
  ]);
  await patrol.decideRedLine(decision);
  expect(evidenceOfAgent(db, other, JULY).redLines).toMatchObject([{ id: redLine!.id, confirmed: true }]);
  expect(evidenceOfAgent(db, agentId, JULY).redLines).toEqual([]);
});

test('a third-party assessor sees another one’s patrol, a reader starts one', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { patrol } = run.client;
  const start = { place: '职场', at: null, agentIds: [agentId], criteria: [DRESS] };
  const { id } = await patrol.start(start);
  await run.signInAs('third', ['assessor']);
  expect(await patrol.list({ agentId: null })).toEqual([]);
  await expect(patrol.open({ id })).rejects.toEqual(refusal('patrolMissing'));
  await expect(patrol.history({ id })).rejects.toEqual(refusal('patrolMissing'));
  await patrol.start(start);
  expect(await patrol.list({ agentId: null })).toHaveLength(1);
  await run.signInAs('hq', ['headquarters']);
  expect(await patrol.list({ agentId: null })).toHaveLength(2);
  expect(await patrol.open({ id })).toMatchObject({ writable: false });
  await expect(patrol.start(start)).rejects.toEqual(refusal('notPermitted'));
  await run.signInAs('other', ['supervisor']);
  await expect(patrol.cell({ id, agentId, criterion: DRESS, verdict: 'passed' })).rejects.toEqual(
    refusal('notYourInspection'),
  );
});
