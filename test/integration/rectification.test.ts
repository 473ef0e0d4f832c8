// A rectification through the contract. Each title names the fault that would turn it red.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { sql } from '../../electron/db/sql.ts';
import { namedFiles } from '../../electron/features/evidence/evidence.ts';
import { assessing } from '../support/assessing.ts';
import { ADMIN, testConsole } from '../support/console.ts';
import { asAdmin, observing, PHOTO, refusal } from '../support/observing.ts';
import { finding, PLAN, submittedRectification } from '../support/rectifying.ts';

const DAY = 86_400_000;
const CLAIM = { fact: '到场复查，礼仪符合要求', reference: '复查记录 2026-07-15' };

describe('a rectification', () => {
  test('goes from plan to close without a trace of who did what, or its finding does not follow', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const one = await findings.record(finding(agentId));
    const two = await findings.record(finding(agentId, { criterion: '3.5-1', severity: 'serious' }));
    const { id } = await rectification.plan({
      ...{ ...PLAN, cause: { categories: [], whys: [], root: '' } },
      ...{ findingIds: [one.id], deadline: '2026-07-20', follows: null },
    });
    await rectification.join({ id, findingIds: [two.id] });
    await expect(rectification.start({ id })).rejects.toEqual(refusal('rectificationPlanIncomplete'));
    const { revision } = await rectification.get({ id });
    await expect(rectification.edit({ ...PLAN, id, revision: revision - 1 })).rejects.toEqual(
      refusal('changedMeanwhile'),
    );
    await rectification.edit({ ...PLAN, id, revision });
    await rectification.start({ id });
    await rectification.check({ id, day: '2026-07-01', progress: 'onTrack', note: '已报名培训' });
    await rectification.submit({ id, done: '已参加培训' });
    await expect(rectification.verify({ id, ...CLAIM })).rejects.toEqual(refusal('rectificationSubmitter'));
    run.advance(DAY);
    await asAdmin(run);
    await rectification.sendBack({ id, reason: '没有模拟记录' });
    await run.signInAs('second', ['supervisor']);
    await rectification.submit({ id, done: '补交模拟记录' });
    await run.signInAs('zhao', ['supervisor']);
    await expect(rectification.verify({ id, ...CLAIM })).rejects.toEqual(refusal('rectificationSubmitter'));
    await run.signInAs('third', ['supervisor']);
    await expect(rectification.verify({ id, fact: '看过', reference: '' })).rejects.toEqual(
      refusal('rectificationEvidenceMissing'),
    );
    await rectification.verify({ id, ...CLAIM });
    expect(await rectification.get({ id })).toMatchObject({
      ...{ state: 'verified', findings: 2, severity: 'serious', verifiedBy: 'third', told: 0 },
      ...{ effectFrom: '2026-08-01', nextCheck: null, criteria: ['3.4-1', '3.5-1'] },
      refusals: { verify: 'rectificationMoveRefused', confirmEffect: 'rectificationEffectEarly' },
    });
    await expect(rectification.confirmEffect({ id, effect: 'solved', reason: '好' })).rejects.toEqual(
      refusal('rectificationEffectEarly'),
    );
    run.advance(30 * DAY);
    await run.signInAs('zhao', ['supervisor']);
    await expect(rectification.close({ id, nextSteps: '无' })).rejects.toEqual(refusal('rectificationEffectMissing'));
    expect(await rectification.effect({ id })).toMatchObject({ early: false, proposed: 'notAssessable' });
    await rectification.confirmEffect({ id, effect: 'solved', reason: '月内两次旁听均符合' });
    const told = { kind: 'told' as const, way: 'phone' as const };
    const now = new Date(run.now()).toISOString();
    await expect(
      rectification.tell({ id, to: 'agent', told: { ...told, at: '2026-07-01T00:00:00.000Z' } }),
    ).rejects.toEqual(refusal('rectificationToldWhen'));
    await rectification.tell({ id, to: 'agent', told: { ...told, at: now } });
    await rectification.tell({ id, to: 'manager', told: { ...told, at: now } });
    await expect(rectification.close({ id, nextSteps: '无' })).rejects.toEqual(refusal('rectificationNotTold'));
    await rectification.tell({ id, to: 'client', told: { kind: 'notTold', why: '客户未留联系方式' } });
    await rectification.close({ id, nextSteps: '下季度再观察一次' });

    const record = await rectification.get({ id });
    expect(record).toMatchObject({ state: 'closed', told: 3, effect: 'solved', nextSteps: '下季度再观察一次' });
    expect(record.moves.map(({ move, from, to, by }) => `${move} ${from}→${to} ${by}`)).toEqual([
      'plan null→planned zhao',
      'join planned→planned zhao',
      'edit planned→planned zhao',
      'start planned→inProgress zhao',
      'check inProgress→inProgress zhao',
      'submit inProgress→submitted zhao',
      'sendBack submitted→inProgress 林经理',
      'submit inProgress→submitted second',
      'verify submitted→verified third',
      'confirmEffect verified→verified zhao',
      'tell verified→verified zhao',
      'tell verified→verified zhao',
      'tell verified→verified zhao',
      'close verified→closed zhao',
    ]);
    // The first words stay though the second replaced them on the record.
    expect(record.moves.filter(({ move }) => move === 'submit').map(({ reason }) => reason)).toEqual([
      ...['已参加培训', '补交模拟记录'],
    ]);
    expect(Object.values(record.refusals).every((why) => why === 'rectificationMoveRefused')).toBe(true);
    expect((await findings.list()).rows.map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect(verifyAudit(run.console.store.read)).toMatchObject({ intact: true });

    // The store keeps what was proved, whatever the code above does.
    const write = (statement: ReturnType<typeof sql>) => () =>
      run.console.store.change(null, (tx) => {
        tx.run(statement);
        tx.note({ action: 'rectification.edited', entity: 'rectification', entityId: id });
      });
    expect(write(sql`UPDATE rectification SET deadline = '2027-01-01' WHERE id = ${id}`)).toThrow('is verified');
    expect(write(sql`DELETE FROM rectification_move WHERE rectification_id = ${id}`)).toThrow('is kept');
  });

  test('planned and started at once with a part missing, half of it stays', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const plan = (given: Partial<typeof PLAN>) =>
      rectification.plan({
        ...{ ...PLAN, ...given },
        ...{ findingIds: [findingId], deadline: '2026-07-20', follows: null, start: true },
      });
    await expect(plan({ measures: '' })).rejects.toEqual(refusal('rectificationPlanIncomplete'));
    expect((await rectification.list()).total).toBe(0);
    expect((await findings.get({ id: findingId })).status).toBe('open');
    const record = await rectification.get(await plan({}));
    expect(record).toMatchObject({
      state: 'inProgress',
      moves: [{ move: 'plan' }, { move: 'start', to: 'inProgress' }],
    });
  });

  test('holds findings of two agents, one twice, or one that went', async () => {
    using run = testConsole();
    const { agentIds } = await assessing(run, 2);
    const { findings, rectification } = run.client;
    const mine = await findings.record(finding(agentIds[0]!));
    const other = await findings.record(finding(agentIds[1]!));
    const gone = await findings.record(finding(agentIds[0]!));
    await findings.withdraw({ id: gone.id, reason: '有误' });
    const plan = (findingIds: string[], given: object = {}) =>
      rectification.plan({ ...PLAN, findingIds, deadline: '2026-07-20', follows: null, ...given });
    await expect(plan([mine.id, other.id])).rejects.toEqual(refusal('rectificationSeveralAgents'));
    await expect(plan([mine.id, gone.id])).rejects.toEqual(refusal('findingWithdrawn'));
    await expect(plan([agentIds[0]!])).rejects.toEqual(refusal('findingMissing'));
    await expect(plan([mine.id], { deadline: '2026-06-30' })).rejects.toEqual(refusal('rectificationDeadlinePast'));
    await expect(plan([mine.id], { owner: { kind: 'user', userId: agentIds[0]! } })).rejects.toEqual(
      refusal('rectificationOwnerUnfit'),
    );
    const { id } = await plan([mine.id]);
    await expect(plan([mine.id])).rejects.toEqual(refusal('findingInRectification'));
    await expect(rectification.join({ id, findingIds: [other.id] })).rejects.toEqual(
      refusal('rectificationSeveralAgents'),
    );
    // A supervisor takes back a plan that has not begun; its finding waits again.
    await rectification.withdraw({ id, reason: '重复' });
    expect((await findings.get({ id: mine.id })).status).toBe('open');
    // Anew, but not with more time: that would be an extension that no manager granted.
    await expect(plan([mine.id], { deadline: '2026-07-21' })).rejects.toEqual(refusal('rectificationLaterAgain'));
    await plan([mine.id]);
  });

  test('more time is given by who asked or owns, or moves the deadline before it is granted', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const managerId = await asAdmin(run);
    const { id } = await rectification.plan({
      ...{ ...PLAN, owner: { kind: 'user', userId: managerId } },
      ...{ findingIds: [findingId], deadline: '2026-07-10', follows: null },
    });
    const decide = (granted: boolean) => rectification.decideExtension({ id, granted, reason: '培训改期属实' });
    await expect(decide(true)).rejects.toEqual(refusal('rectificationExtensionOwner'));
    await run.signInAs('zhao', ['supervisor']);
    await expect(rectification.askExtension({ id, to: '2026-07-10', reason: '培训改期' })).rejects.toEqual(
      refusal('rectificationExtensionDay', { day: '2026-07-10' }),
    );
    await rectification.askExtension({ id, to: '2026-07-24', reason: '培训改期' });
    await expect(decide(true)).rejects.toEqual(refusal('notPermitted'));
    await expect(rectification.askExtension({ id, to: '2026-07-25', reason: '再延' })).rejects.toEqual(
      refusal('rectificationExtensionWaits'),
    );
    expect(await rectification.get({ id })).toMatchObject({ deadline: '2026-07-10', extensionAsked: true });
    await asAdmin(run);
    await expect(decide(true)).rejects.toEqual(refusal('rectificationExtensionOwner'));
    await run.signInAs('second', ['manager']);
    await decide(true);
    expect(await rectification.get({ id })).toMatchObject({
      ...{ deadline: '2026-07-24', firstDeadline: '2026-07-10', extensions: 1, extensionAsked: false },
      extensionRows: [{ from: '2026-07-10', to: '2026-07-24', granted: true, decidedBy: 'second' }],
    });
    await rectification.askExtension({ id, to: '2026-08-24', reason: '再延' });
    await expect(decide(false)).rejects.toEqual(refusal('rectificationExtensionAsker'));
    await run.signInAs('third', ['manager']);
    await decide(false);
    expect(await rectification.get({ id })).toMatchObject({ deadline: '2026-07-24', extensions: 1 });
  });

  test('its proof is judged by who brought it, or an agent with an account verifies their own', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const planned = { findingIds: [findingId], deadline: '2026-07-20', follows: null };
    const { id } = await rectification.plan({ ...PLAN, owner: { kind: 'person', name: '王 五' }, ...planned });
    await rectification.start({ id });
    await run.signInAs('second', ['supervisor']);
    await rectification.addFile({ id, name: '签到表', caption: '', consent: true, base64: PHOTO });
    await run.signInAs('zhao', ['supervisor']);
    await rectification.submit({ id, done: '已参加培训' });
    const verifiedBy = async (login: string) => {
      await run.signInAs(login, ['supervisor']);
      return rectification.verify({ id, ...CLAIM });
    };
    await expect(verifiedBy('second')).rejects.toEqual(refusal('rectificationSubmitter'));
    await expect(verifiedBy('zhao')).rejects.toEqual(refusal('rectificationSubmitter'));
    await expect(verifiedBy('a0012')).rejects.toEqual(refusal('rectificationOwner'));
    await expect(verifiedBy('李四')).rejects.toEqual(refusal('rectificationOwner'));
    await expect(verifiedBy('王五')).rejects.toEqual(refusal('rectificationOwner'));
    // What the verifier saw is no proof of the owner's.
    await run.signInAs('third', ['supervisor']);
    await rectification.addFile({ id, name: '复查照片', caption: '', consent: true, base64: PHOTO });
    await verifiedBy('third');
  });

  test('the owner hands it to somebody else to verify it alone', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const otherId = await run.signInAs('second', ['supervisor']);
    const ownerId = await run.signInAs('owner', ['supervisor']);
    const owner = { kind: 'user', userId: ownerId } as const;
    const plan = { findingIds: [findingId], deadline: '2026-07-10', follows: null };
    const { id } = await rectification.plan({ ...PLAN, owner, ...plan });
    await rectification.start({ id });
    const { revision } = await rectification.get({ id });
    await expect(
      rectification.edit({ ...PLAN, id, revision, owner: { kind: 'user', userId: otherId } }),
    ).rejects.toEqual(refusal('rectificationOwner'));
    await rectification.edit({ ...PLAN, id, revision, owner, measures: '改为两次培训' });
  });

  test('evidence of any kind is taken, metadata kept, lost in a sweep, or removed after it was handed in', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { findings, rectification } = run.client;
    const { id: findingId } = await findings.record(finding(agentId));
    const { id } = await rectification.plan({
      ...PLAN,
      findingIds: [findingId],
      deadline: '2026-07-20',
      follows: null,
    });
    const add = (bytes: Buffer | string, consent = true) =>
      rectification.addFile({
        ...{ id, name: '签到表', caption: '', consent },
        base64: typeof bytes === 'string' ? bytes : bytes.toString('base64'),
      });
    await expect(add(PHOTO)).rejects.toEqual(refusal('rectificationMoveRefused'));
    await rectification.start({ id });
    await expect(add(PHOTO, false)).rejects.toEqual(refusal('consentMissing'));
    await expect(add(Buffer.from('ID3 sound'))).rejects.toEqual(refusal('recordingRefused'));
    await expect(add(Buffer.from('plain text'))).rejects.toEqual(refusal('rectificationFileKind'));
    const pdf = await add(Buffer.from('%PDF-1.7 certificate'));
    const photo = await add(PHOTO);
    await rectification.removeFile({ id, fileId: photo.id });
    await rectification.submit({ id, done: '已参加培训' });
    await expect(rectification.removeFile({ id, fileId: pdf.id })).rejects.toEqual(refusal('rectificationMoveRefused'));
    const { files } = await rectification.get({ id });
    expect(files).toMatchObject([{ name: '签到表', type: 'application/pdf', addedBy: 'zhao' }]);
    expect(namedFiles(run.console.store.read)).toContain(files[0]!.sha256);
    const read = await rectification.file({ id, fileId: pdf.id });
    expect(Buffer.from(read.base64, 'base64').toString()).toBe('%PDF-1.7 certificate');
    await asAdmin(run);
    // The file is evidence enough.
    await rectification.verify({ id, fact: '', reference: '' });
  });

  test('the effect is read from other agents, other criteria or earlier days, or a follow-up starts without need', async () => {
    using run = testConsole();
    const here = await assessing(run, 2);
    const { findings, rectification } = run.client;
    await here.observe(0, ['3.4-1']);
    const [observed] = (await findings.list()).rows;
    const id = await submittedRectification(run, [observed!.id]);
    await run.signInAs(ADMIN, ['manager']);
    await rectification.verify({ id, ...CLAIM });
    await expect(
      rectification.plan({ ...PLAN, findingIds: [observed!.id], deadline: '2026-08-20', follows: id }),
    ).rejects.toEqual(refusal('rectificationNothingToFollow'));
    run.advance(5 * DAY);
    await here.observe(1, ['3.4-1']);
    await here.observe(0, ['3.4-1', '3.5-1']);
    const at = new Date(run.now()).toISOString();
    const repeated = await findings.record(finding(here.agentIds[0]!, { occurredAt: at }));
    await findings.record(finding(here.agentIds[1]!, { occurredAt: at }));
    await findings.record(finding(here.agentIds[0]!, { occurredAt: at, criterion: '3.5-1' }));
    run.advance(30 * DAY);
    await run.signInAs(ADMIN, ['manager']);
    const effect = await rectification.effect({ id });
    expect(effect).toMatchObject({
      whole: { before: { count: 1, mean: 0 }, after: { count: 1, mean: 0 } },
      criteria: [{ criterion: '3.4-1' }],
      repeated: [{ id: repeated.id }],
      ...{ proposed: 'notSolved', why: 'repeated' },
    });
    await rectification.confirmEffect({ id, effect: 'notSolved', reason: '再次出现' });
    const again = await rectification.plan({
      ...{ ...PLAN, title: '迎接礼仪（再次）' },
      ...{ findingIds: [observed!.id, repeated.id], deadline: '2026-08-20', follows: id },
    });
    expect(await rectification.get({ id })).toMatchObject({ followedBy: [again.id], effect: 'notSolved' });
    expect((await findings.get({ id: observed!.id })).rectificationId).toBe(again.id);
  });

  test('the closing report leaves unlogged', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { id: findingId } = await run.client.findings.record(finding(agentId));
    const id = await submittedRectification(run, [findingId]);
    run.answers.save = join(run.folder, 'report.pdf');
    expect(await run.client.rectification.saveReport({ id, title: '整改结案报告' })).toEqual({
      path: run.answers.save,
    });
    expect(existsSync(run.answers.save) && readFileSync(run.answers.save, 'latin1')).toMatch(/^%PDF/);
    await asAdmin(run);
    expect((await run.client.exports.list({ kind: 'closingReport' }))[0]).toMatchObject({
      ...{ title: '整改结案报告', rows: 1, facts: { rectification: id, state: 'submitted' } },
    });
    run.answers.save = null;
    expect(await run.client.rectification.saveReport({ id, title: '整改结案报告' })).toEqual({ path: null });
  });
});
