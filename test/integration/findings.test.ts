// The ledger of findings through the contract. Each title names the fault that would turn it red.
import { describe, expect, test } from 'vitest';
import { sql } from '../../electron/db/sql.ts';
import { findingsBetween } from '../../electron/features/findings/ledger.ts';
import { rectificationEvidence } from '../../electron/features/rectification/periodEvidence.ts';
import { verificationsBetween } from '../../electron/features/rectification/verified.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { assessing } from '../support/assessing.ts';
import { complaining } from '../support/complaining.ts';
import { testConsole } from '../support/console.ts';
import { asAdmin, observing, refusal } from '../support/observing.ts';
import { finding, PLAN } from '../support/rectifying.ts';

describe('the ledger of findings', () => {
  test('a source is left out, a withdrawn one stays, or an amendment leads to a second finding', async () => {
    using run = testConsole();
    const { submitted, agentId } = await observing(run);
    const session = await submitted(['3.4-1', '3.5-1']);
    const byHand = await run.client.findings.record(finding(agentId));
    const { rows } = await run.client.findings.list();
    expect(rows.map(({ source, criterion, status }) => [source, criterion, status]).sort()).toEqual([
      ['manual', '3.4-1', 'open'],
      ['observation', '3.4-1', 'open'],
      ['observation', '3.5-1', 'open'],
    ]);
    const observed = rows.find(({ source, criterion }) => source === 'observation' && criterion === '3.4-1')!;
    expect(observed).toMatchObject({ agentName: '李四', place: '三号洽谈室', clause: '3.4', severity: 'ordinary' });
    expect(observed.criterionText?.zh).not.toBe('');
    expect(await run.client.findings.ofSource({ source: 'observation', id: session.id })).toHaveLength(2);

    await run.client.observation.amend({ id: session.id, reason: '补充说明' });
    await run.client.observation.answer({
      ...{ id: session.id, criterion: '3.5-1', position: null },
      answer: { kind: 'scored', value: 1, redLineConfirmed: false },
    });
    await run.client.observation.signAssessor({ id: session.id, password: 'correct horse battery' });
    await run.client.observation.signAgent({
      id: session.id,
      signature: { means: 'typed', attitude: 'agree', words: '', name: '李四', employeeNumber: 'A0012' },
    });
    await run.client.observation.submit({ id: session.id });
    const after = (await run.client.findings.list()).rows;
    expect(after.map(({ id }) => id).sort()).toEqual([observed.id, byHand.id].sort());

    await asAdmin(run);
    await run.client.observation.withdraw({ id: session.id, reason: '被观察人员有误' });
    expect((await run.client.findings.list()).rows.map(({ id }) => id)).toEqual([byHand.id]);
    expect(await run.client.findings.get({ id: observed.id })).toMatchObject({ standing: false });
  });

  test('one in the future, of an unknown criterion, or without its source is recorded; a withdrawn one is lost', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings } = run.client;
    const record = (given: Parameters<typeof finding>[1]) => findings.record(finding(agentId, given));
    await expect(record({ occurredAt: '2026-07-02T00:00:00.000Z' })).rejects.toEqual(refusal('findingInFuture'));
    await expect(record({ criterion: '3.4-99' })).rejects.toEqual(refusal('criterionUnknown'));
    await expect(record({ criterion: null, clause: '8.9' })).rejects.toEqual(refusal('findingClauseUnknown'));
    await expect(record({ source: 'survey' })).rejects.toEqual(refusal('findingSourceMissing'));
    for (const source of ['survey', 'complaint'] as const)
      await expect(record({ source, sourceId: agentId })).rejects.toEqual(refusal('findingSourceMissing'));
    const { id } = await record({ criterion: null, clause: '3.4' });
    await findings.withdraw({ id, reason: '记错了人' });
    expect((await findings.list()).total).toBe(0);
    expect(await findings.get({ id })).toMatchObject({
      standing: false,
      withdrawReason: '记错了人',
      withdrawnBy: 'zhao',
    });
    await expect(findings.withdraw({ id, reason: '再撤' })).rejects.toEqual(refusal('findingWithdrawn'));
  });

  test('a finding comes from a complaint that was joined, withdrawn or purged, or is about another agent', async () => {
    using run = testConsole();
    const { agentIds, branchId } = await assessing(run, 2);
    const [agentId, otherId] = [agentIds[0]!, agentIds[1]!];
    const here = await complaining(run, agentId);
    const first = await here.register();
    const joined = await here.register({ people: [{ name: '冯女士', contact: '' }] }, first);
    const nobody = await here.register({ agentId: null, branchId, content: '网点排队太久。' });
    const { findings, complaint } = run.client;
    const from = (sourceId: string, about = agentId) =>
      findings.record(finding(about, { source: 'complaint', sourceId }));
    await expect(from(first, otherId)).rejects.toEqual(refusal('findingAgentDiffers'));
    const { number } = await complaint.get({ id: first });
    await expect(from(joined)).rejects.toEqual(refusal('findingComplaintJoined', { number }));
    await from(first);
    // A case that names no agent may have found one.
    await from(nobody, otherId);
    const at = new Date(run.now()).toISOString();
    const proof = { at, way: 'inPerson' as const, proof: '签字的撤诉书', fileId: null };
    await complaint.withdraw({ ...(await here.seen(nobody)), ...proof });
    await expect(from(nobody, otherId)).rejects.toEqual(refusal('findingComplaintWithdrawn'));
    run.console.store.change(null, (tx) => {
      tx.run(sql`UPDATE complaint SET purged_at = ${tx.at} WHERE id = ${nobody}`);
      tx.note({ action: 'complaint.purged', entity: 'complaint', entityId: nobody });
    });
    await expect(from(nobody, otherId)).rejects.toEqual(refusal('findingComplaintPurged'));
  });

  test('what needs no rectification waits as open, is planned for all the same, or its severity cannot be set', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id } = await findings.record(finding(agentId));
    await findings.classify({ id, element: 'marketing', severity: 'serious' });
    await findings.noNeed({ id, reason: '当场已纠正，一次性情形' });
    const [row] = (await findings.list()).rows;
    expect(row).toMatchObject({ status: 'noNeed', severity: 'serious', element: 'marketing', classified: true });
    const plan = () => rectification.plan({ ...PLAN, findingIds: [id], deadline: '2026-07-20', follows: null });
    await expect(plan()).rejects.toEqual(refusal('findingNoNeed'));
    await findings.reopen({ id, reason: '再次发生' });
    await plan();
    await expect(findings.noNeed({ id, reason: '无需' })).rejects.toEqual(refusal('findingNotOpen'));
    await expect(findings.withdraw({ id, reason: '有误' })).rejects.toEqual(refusal('findingInRectification'));
  });

  test('a branch of more agents than a statement takes parameters cannot be read', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { id } = await run.client.findings.record(finding(agentId));
    const everybody = [...Array.from({ length: 50_000 }, (_, n) => `agent ${n}`), agentId];
    const year = windowOf(
      { kind: 'year', start: '2026-01-01', end: '2027-01-01', timeZone: 'Asia/Shanghai' },
      run.now(),
    );
    const db = run.console.store.read;
    expect(findingsBetween(db, everybody, year).map((row) => row.id)).toEqual([id]);
    expect(verificationsBetween(db, everybody, year)).toEqual([]);
    expect(rectificationEvidence(db, everybody, year).size).toBe(0);
  });

  test('a third-party assessor reads it, or headquarters writes it', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    await run.signInAs('outside', ['assessor']);
    await expect(run.client.findings.list()).rejects.toEqual(refusal('notPermitted'));
    await run.signInAs('hq', ['headquarters']);
    await run.client.findings.list();
    await expect(run.client.findings.record(finding(agentId))).rejects.toEqual(refusal('notPermitted'));
  });
});
