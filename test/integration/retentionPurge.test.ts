// The purge beyond complaints. Would catch: words or files left in any byte of the data folder, a purge of what an open
// rectification or appeal needs, figures that change, a lock that lets more than blanks through, an only backup deleted.
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RetentionTable } from '../../shared/contract/retention.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { verifyAudit } from '../../electron/db/audit.ts';
import { sql } from '../../electron/db/sql.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { observing, PHOTO, refusal } from '../support/observing.ts';
import { finding, submittedRectification } from '../support/rectifying.ts';
import { tempDir } from '../support/tempDir.ts';

const DAY = 86_400_000;
const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;

let run: TestConsole;
beforeEach(() => void (run = testConsole()));
afterEach(() => run[Symbol.dispose]());

const asManager = () => run.signInAs('lin.manager', ['administrator', 'manager']);

/** Every byte of the data folder but the logs. */
function bytesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Buffer.concat(files.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name))));
}

async function purge(table: RetentionTable): Promise<number> {
  const { digest, total } = await run.client.retention.due({ table });
  if (total === 0) return 0;
  const { result } = await drain(await run.client.retention.run({ table, digest, confirmed: true }));
  expect(result).toMatchObject({ table, rows: total });
  expect(result.erasedAt).not.toBeNull();
  return total;
}

const reason = '到期即无用途';
const request = (agentId: string) => ({
  ...{ agentId, number: 'R-1', kind: 'enquiry' as const, channel: null, client: '赵玉兰', content: '赵玉兰询问退保' },
  ...{ askedAt: new Date(run.now()).toISOString(), repliedAt: new Date(run.now()).toISOString() },
  ...{ solvedAt: new Date(run.now()).toISOString(), outcome: 'solved' as const },
});

it('leaves no word and no file of observations, findings, rectifications, requests and feedback in any byte', async () => {
  const { agentId, submitted } = await observing(run);
  const session = await submitted(['3.4-1']);
  await asManager();
  const { findings, rectification, responses, retention } = run.client;
  await responses.saveRequest({ id: null, revision: null, reason: null, fields: request(agentId) });
  await findings.record(
    finding(agentId, { description: '周桂芳反映未回应', occurredAt: new Date(run.now()).toISOString() }),
  );
  const [first] = run.console.store.read.all<{ id: string }>(sql`SELECT id FROM recorded_finding`);
  const id = await submittedRectification(run, [first!.id], { title: '周桂芳一事', measures: '向周桂芳致歉' });
  await rectification.addFile({ id, name: '周桂芳签收', caption: '', consent: true, base64: PHOTO });
  const words = ['王小明', '未说明免责条款', '三号洽谈室', '赵玉兰', '周桂芳'];
  const before = bytesOf(run.folder);
  for (const word of words) expect(before.includes(word), word).toBe(true);
  const score = () =>
    JSON.stringify(
      evidenceOfAgent(run.console.store.read, agentId, windowOf(JULY, Date.parse('2026-08-02T00:00:00Z'))),
    );
  for (const table of ['finding', 'rectification', 'observation', 'request'] as const)
    await retention.setRule({ table, months: 1, reason });

  run.advance(60 * DAY);
  await asManager();
  // The rectification waits for its verification: it and its finding are held back.
  expect(await purge('rectification')).toBe(0);
  expect(await purge('finding')).toBe(0);
  expect((await retention.rules()).find(({ table }) => table === 'finding')).toMatchObject({ due: 0, held: 1, reason });

  await run.signInAs('chen', ['manager']);
  await rectification.verify({ id, fact: '周桂芳已收到致歉', reference: '' });
  run.advance(40 * DAY);
  await asManager();
  await rectification.confirmEffect({ id, effect: 'notAssessable', reason: '周桂芳未再来' });
  for (const to of ['client', 'manager', 'agent'] as const)
    await rectification.tell({ id, to, told: { kind: 'notTold', why: '周桂芳已知' } });
  expect(await purge('rectification')).toBe(0);
  await rectification.close({ id, nextSteps: '继续回访周桂芳' });
  const scored = score();
  run.advance(60 * DAY);
  await asManager();
  for (const table of ['rectification', 'finding', 'observation', 'request'] as const)
    expect(await purge(table), table).toBe(1);

  const after = bytesOf(run.folder);
  for (const word of words) expect(after.includes(word), word).toBe(false);
  expect(run.console.store.blobs.list()).toEqual([]);
  expect(score()).toBe(scored);
  expect(verifyAudit(run.console.store.read)).toMatchObject({ intact: true });
  expect(await rectification.get({ id })).toMatchObject({ state: 'closed', title: '—' });
  // Signed and submitted it stays, with the digest of then, and can no longer be amended.
  expect(await run.client.observation.review({ id: session.id })).toMatchObject({
    ...{ digest: session.revision!.digest, blockers: [] },
  });
  await run.signInAs('zhao', ['supervisor']);
  await expect(run.client.observation.amend({ id: session.id, reason: '更正' })).rejects.toEqual(
    refusal('observationPurged'),
  );
}, 120_000);

it('lets a purge write blanks into what is locked, and nothing else', async () => {
  const { submitted } = await observing(run);
  const { id } = await submitted();
  const { store } = run.console;
  const write = (text: string) =>
    store.change(null, (tx) => {
      tx.run({ text, values: [] });
      tx.note({ action: 'agent.changed', entity: 'agent', entityId: id });
    });
  expect(() => write(`UPDATE observation_revision SET client = '别人'`)).toThrow('locked');
  expect(() => write(`UPDATE observation_revision SET place = '别处'`)).toThrow('locked');
  expect(() => write(`UPDATE signature SET words = '同意'`)).toThrow('locked');
  expect(() => write(`UPDATE signature SET name = ''`)).toThrow('locked');
  expect(() => write(`DELETE FROM evidence`)).not.toThrow();
  expect(() => write(`UPDATE observation_revision SET client = '', place = ''`)).not.toThrow();
});

it('offers copies from before the purge, makes a newer backup first and deletes only what was listed', async () => {
  using into = tempDir('backups-');
  await run.setUp();
  const { backup, retention } = run.client;
  run.answers.folder = into.path;
  await backup.chooseFolder();
  const { result: old } = await drain(await backup.run());
  const aside = join(run.folder, 'before-migration');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, '00010-console.db'), '赵玉兰');
  utimesSync(join(aside, '00010-console.db'), new Date(run.now()), new Date(run.now()));
  expect(await retention.copies()).toEqual([]);

  const { agentId } = await withAgent(run);
  await asked(agentId);
  await retention.setRule({ table: 'request', months: 1, reason });
  run.advance(60 * DAY);
  await asManager();
  expect(await purge('request')).toBe(1);
  const copies = await retention.copies();
  expect(copies.map(({ kind }) => kind).sort()).toEqual(['beforeMigration', 'manual']);
  const paths = copies.map(({ path }) => path);
  const refused = retention.removeCopies({ paths: [run.folder], confirmed: true }).then(drain);
  await expect(refused).rejects.toEqual(refusal('retentionListChanged'));
  expect(existsSync(run.folder)).toBe(true);

  const { result } = await drain(await retention.removeCopies({ paths, confirmed: true }));
  expect(result).toMatchObject({ removed: 2, left: [] });
  expect(existsSync(old.path)).toBe(false);
  expect(existsSync(result.fresh!)).toBe(true);
  expect(bytesOf(result.fresh!).includes('赵玉兰')).toBe(false);
  expect(readdirSync(into.path)).toHaveLength(1);
  expect(await retention.copies()).toEqual([]);
  const { entries } = await run.client.audit.list({ before: null, limit: 100 });
  expect(entries.map(({ action }) => action)).toContain('backup.removed');
}, 120_000);

async function withAgent(at: TestConsole): Promise<{ agentId: string }> {
  const [branch] = at.console.store.read.all<{ id: string }>(sql`SELECT id FROM branch`);
  const { id } = await at.client.agents.add({
    ...{ number: 'A1', name: '李四', gender: null, licence: null, engagement: 'agency', hiredOn: '2020-03-01' },
    ...{ status: 'active', phone: null, branchId: branch!.id, team: '一组', fromDay: '2020-03-01' },
  });
  return { agentId: id };
}

const asked = (agentId: string) =>
  run.client.responses.saveRequest({ id: null, revision: null, reason: null, fields: request(agentId) });

it('says when the bytes are still on the disk, and erases them at the next try', async () => {
  await run.setUp();
  const { agentId } = await withAgent(run);
  await asked(agentId);
  await run.client.retention.setRule({ table: 'request', months: 1, reason });
  run.advance(60 * DAY);
  await asManager();
  const { store } = run.console;
  // A read that is under way keeps the log from being emptied.
  const reader = store.read.each(sql`SELECT * FROM criterion`);
  reader.next();
  const { digest } = await run.client.retention.due({ table: 'request' });
  const running = run.client.retention.run({ table: 'request', digest, confirmed: true }).then(drain);
  await expect(running).rejects.toEqual(refusal('retentionNotErased'));
  reader.return?.();
  expect(await run.client.retention.runs()).toMatchObject([{ rows: 1, erasedAt: null }]);
  expect((await drain(await run.client.retention.erase())).result).toEqual({ erased: true });
  expect(await run.client.retention.runs()).toMatchObject([{ rows: 1, erasedAt: expect.any(String) as string }]);
  expect(bytesOf(run.folder).includes('赵玉兰')).toBe(false);
}, 120_000);
