// The purge of personal data. Would catch: a name, contact, text or file left in any table, a row taken before its time, a purge of
// something that was not on the list seen, figures or score that change, a broken audit chain.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { verifyAudit } from '../../electron/db/audit.ts';
import { sql } from '../../electron/db/sql.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { complaining } from '../support/complaining.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { finding } from '../support/rectifying.ts';

const DAY = 86_400_000;
const JULY = { kind: 'month', start: '2026-07-01', end: '2026-08-01', timeZone: 'Asia/Shanghai' } as const;

let run: TestConsole;
beforeEach(() => void (run = testConsole()));
afterEach(() => run[Symbol.dispose]());

/** Every text of every table of complaints. */
function everything(): string {
  const db = run.console.store.read;
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'complaint%'`,
  );
  return JSON.stringify(tables.map(({ name }) => db.all({ text: `SELECT * FROM ${name}`, values: [] })));
}

it('takes the persons out of complaints three years after the archive, and leaves what counts', async () => {
  const { agentId } = await observing(run);
  const here = await complaining(run, agentId);
  const { complaint, retention } = run.client;
  const people = [{ name: '孙晓梅', contact: '13912345678' }];
  const first = await here.register({ people, content: '孙晓梅反映回访没有进行' });
  const pdf = { caption: '孙晓梅的来信', base64: Buffer.from('%PDF-1.7 letter').toString('base64') };
  await complaint.addFile({ ...(await here.seen(first)), ...pdf });
  await here.until(first, 'archived', 'serious');
  run.advance(10 * DAY);
  await here.asHandler();
  const second = await here.register({ people: [{ name: '周先生', contact: '13800001111' }] });
  await here.until(second, 'archived');
  await here.asManager();
  const days = { from: '2026-07-01', to: '2026-07-31' };
  const before = await complaint.statistics(days);
  const score = () => evidenceOfAgent(run.console.store.read, agentId, windowOf(JULY, run.now())).complaints;
  const scored = score();
  expect(await retention.rules()).toContainEqual({
    table: 'complaint',
    months: 36,
    reason: '',
    due: 0,
    kept: 2,
    held: 0,
    oldest: '2026-07-01',
  });
  await expect(here.asHandler().then(() => retention.rules())).rejects.toMatchObject({ code: 'FORBIDDEN' });

  run.advance(3 * 365 * DAY);
  await here.asManager();
  const list = await retention.due({ table: 'complaint' });
  // Archived on 1 July 2026; on 10 July 2029 the one of 11 July is not yet over its time.
  expect(list).toMatchObject({
    rows: [{ id: first, label: '2026-0001', usedOn: '2026-07-01', names: 1, files: 2 }],
    total: 1,
  });
  const confirmed = { table: 'complaint', confirmed: true } as const;
  await expect(retention.run({ ...confirmed, digest: 'x' }).then(drain)).rejects.toMatchObject({
    data: { reason: 'retentionListChanged' },
  });
  expect((await drain(await retention.run({ ...confirmed, digest: list.digest }))).result).toMatchObject({
    rows: 1,
    names: 1,
    files: 2,
    by: '林经理',
  });

  const text = everything();
  const times = (word: string): number => text.split(word).length - 1;
  for (const gone of ['孙晓梅', '13912345678']) expect(times(gone), gone).toBe(0);
  // The second case's own: two notices and one letter.
  expect([times('挂号信 XA 4512'), times('经调阅保全记录')]).toEqual([2, 1]);
  expect(text).toContain('周先生');
  expect(await complaint.get({ id: first })).toMatchObject({
    ...{ state: 'archived', conclusion: 'serious', people: [{ name: '', contact: '' }], files: [], content: '' },
    moves: [{}, {}, {}, {}, {}, {}, {}],
  });
  await expect(complaint.reveal({ id: first, reason: '看看' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await complaint.statistics(days)).toEqual(before);
  expect(score()).toEqual(scored);
  expect(verifyAudit(run.console.store.read)).toMatchObject({ intact: true });
  expect(await retention.runs()).toHaveLength(1);
  const again = await retention.due({ table: 'complaint' });
  await expect(retention.run({ ...confirmed, digest: again.digest }).then(drain)).rejects.toMatchObject({
    data: { reason: 'retentionNothingDue' },
  });
});

it('keeps the times that a manager sets, and blanks the clients of requests, surveys and observations', async () => {
  const { agentId, submitted } = await observing(run);
  const { id: observed } = await submitted();
  const { findings, retention, responses } = run.client;
  await run.signInAs('lin.manager', ['administrator', 'manager']);
  const fields = {
    ...{ agentId, number: '', kind: 'enquiry' as const, channel: null, client: '王小明', content: '询问' },
    ...{ askedAt: new Date(run.now()).toISOString(), repliedAt: null, solvedAt: null, outcome: null },
  };
  await responses.saveRequest({ id: null, revision: null, reason: null, fields });
  await findings.record(finding(agentId, { occurredAt: new Date(run.now()).toISOString() }));
  const day = new Date(run.now()).toISOString().slice(0, 10);
  run.advance(40 * DAY);
  await run.signInAs('lin.manager', ['administrator', 'manager']);
  for (const [table, names] of [
    ['request', 1],
    ['observation', 1],
    ['finding', 0],
  ] as const) {
    expect((await retention.due({ table })).total).toBe(0);
    const rules = await retention.setRule({ table, months: 1, reason: '到期即无用途' });
    expect(rules.find((rule) => rule.table === table)).toMatchObject({ months: 1, due: 1, kept: 0 });
    const { rows, digest } = await retention.due({ table });
    expect(rows).toMatchObject([{ usedOn: day, names }]);
    await drain(await retention.run({ table, digest, confirmed: true }));
    expect((await retention.due({ table })).total).toBe(0);
  }
  const db = run.console.store.read;
  expect(db.all(sql`SELECT client FROM service_request UNION SELECT client FROM observation_revision`)).toEqual([
    { client: '' },
  ]);
  expect(db.all(sql`SELECT description, class FROM recorded_finding`)).toMatchObject([{ description: '' }]);
  expect(db.get(sql`SELECT state FROM observation WHERE id = ${observed}`)).toEqual({ state: 'submitted' });
});
