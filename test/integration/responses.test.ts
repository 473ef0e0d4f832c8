// Requests, visits and figures through the contract: typed in, corrected, imported from a real workbook, counted as evidence.
// Would catch: a correction that overwrites, a withdrawn row that still scores, an import that doubles rows or brings back
// what was withdrawn, a time read in the wrong zone, a client kept unmasked, a role that writes without leave.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedRow, ImportField, RequestFields, ResponseKind } from '../../shared/contract/responses.ts';
import { IMPORT_HEADERS } from '../../shared/domain/responses/importHeaders.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import { sql } from '../../electron/db/sql.ts';
import { figuresOfPeriod } from '../../electron/features/responses/figures.ts';
import { overdueRequests, requestsOfPeriod } from '../../electron/features/responses/requests.ts';
import { visitsDue, visitsOfPeriod } from '../../electron/features/responses/visits.ts';
import { evidenceOfAgent } from '../../electron/features/score/evidence.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { oddLedger, plainLedger } from '../support/ledgers.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

let run: TestConsole;
let dir: TempDir;
let agentId: string;

beforeEach(async () => {
  dir = tempDir('responses-');
  run = testConsole();
  const { branchId } = await run.setUp();
  const agent = {
    ...({ number: 'A0012', name: '李四', gender: 'female', licence: null, engagement: 'agency' } as const),
    ...({ status: 'active', phone: null, hiredOn: '2020-03-01', fromDay: '2020-03-01' } as const),
    ...{ branchId, team: '一组' },
  };
  agentId = (await run.client.agents.add(agent)).id;
  await run.signInAs('zhao', ['supervisor']);
});
afterEach(() => {
  run[Symbol.dispose]();
  dir[Symbol.dispose]();
});

const JUNE = { kind: 'month', start: '2026-06-01', end: '2026-07-01', timeZone: 'Asia/Shanghai' } as const;
const window = () => windowOf(JUNE, run.now());
const evidence = () => evidenceOfAgent(run.console.store.read, agentId, window());
const asked = (over: Partial<RequestFields> = {}): RequestFields => ({
  ...{ agentId, number: '', kind: 'enquiry', channel: 'phone', client: '王小明 13812345678', content: '缴费方式' },
  ...{ askedAt: '2026-06-30T09:00:00+08:00', repliedAt: null, solvedAt: null, outcome: null },
  ...over,
});
const added = async (fields: RequestFields) =>
  (await run.client.responses.saveRequest({ id: null, revision: null, reason: null, fields })).id;
const record = async (kind: ResponseKind, id: string) => run.client.responses.record({ kind, id });

describe('a request', () => {
  it('is completed in place when a reply comes, and corrected by a row beside it', async () => {
    const id = await added(asked());
    const first = await record('request', id);
    expect(first.row).toMatchObject({ client: '王** 138****5678', team: '一组', state: 'standing', revision: 1 });

    const fields = asked({ client: '王** 138****5678', repliedAt: '2026-06-30T12:00:00+08:00' });
    await run.client.responses.saveRequest({ id, revision: 1, reason: null, fields });
    const second = await record('request', id);
    expect(second.row).toMatchObject({ id, revision: 2, repliedAt: '2026-06-30T04:00:00.000Z' });
    expect(second.row.digest).not.toBe(first.row.digest);

    const wrong = { ...fields, repliedAt: '2026-06-30T11:00:00+08:00' };
    await expect(
      run.client.responses.saveRequest({ id, revision: 2, reason: null, fields: wrong }),
    ).rejects.toMatchObject({ data: { reason: 'correctionReasonMissing' } });
    await expect(
      run.client.responses.saveRequest({ id, revision: 1, reason: '听错', fields: wrong }),
    ).rejects.toMatchObject({ data: { reason: 'changedMeanwhile' } });
    const corrected = await run.client.responses.saveRequest({ id, revision: 2, reason: '听错', fields: wrong });
    expect(corrected.id).not.toBe(id);
    expect((await record('request', id)).row).toMatchObject({
      ...{ state: 'withdrawn', withdrawnReason: '听错', replacedById: corrected.id },
    });
    expect((await record('request', corrected.id)).row).toMatchObject({ replacesId: id, state: 'standing' });
    expect(evidence().requests.map(({ id: one }) => one)).toEqual([corrected.id]);
    expect(evidence().requests[0]).toMatchObject({ digest: (await record('request', corrected.id)).row.digest });
  });

  it('saved without a change leaves no trace', async () => {
    const id = await added(asked());
    const before = run.console.store.read.get(sql`SELECT max(seq) AS seq FROM audit_entry`);
    await run.client.responses.saveRequest({ id, revision: 1, reason: null, fields: asked() });
    expect(run.console.store.read.get(sql`SELECT max(seq) AS seq FROM audit_entry`)).toEqual(before);
  });

  it.each([
    ['requestBeforeAsked', { repliedAt: '2026-06-30T08:59:00+08:00' }],
    ['instantInFuture', { askedAt: '2026-07-01T09:01:00+08:00' }],
    ['requestReplyMissing', { solvedAt: '2026-06-30T10:00:00+08:00', outcome: 'solved' as const }],
    ['requestOutcomeMissing', { repliedAt: '2026-06-30T10:00:00+08:00', solvedAt: '2026-06-30T10:00:00+08:00' }],
  ])('is refused: %s', async (reason, over) => {
    await expect(added(asked(over))).rejects.toMatchObject({ data: { reason } });
  });

  it('asked in the night counts on the branch day and is overdue to the second', async () => {
    const id = await added(asked({ askedAt: '2026-05-31T16:00:00Z' }));
    const listed = await run.client.responses.requests({ from: '2026-06-01', to: '2026-06-01' });
    expect(listed.rows.map((row) => row.id)).toEqual([id]);
    expect(evidence().requests).toHaveLength(1);
    const limit = Date.parse('2026-06-01T16:00:00Z');
    expect(overdueRequests(run.console.store.read, limit - 1, 5)).toEqual([]);
    expect(overdueRequests(run.console.store.read, limit, 5).map((row) => row.id)).toEqual([id]);
  });

  it('withdrawn is no evidence and cannot be changed', async () => {
    const id = await added(asked());
    await run.client.responses.withdraw({ kind: 'request', id, revision: 1, reason: '重复登记' });
    expect(evidence().requests).toEqual([]);
    const { rows } = await run.client.responses.requests({ from: '2026-06-01', to: '2026-06-30', withdrawn: true });
    expect(rows).toMatchObject([{ id, state: 'withdrawn' }]);
    await expect(
      run.client.responses.withdraw({ kind: 'request', id, revision: 2, reason: '再次' }),
    ).rejects.toMatchObject({ data: { reason: 'rowWithdrawn' } });
  });
});

it('roles: headquarters reads, a third-party assessor neither reads nor writes', async () => {
  const fields = asked();
  await run.signInAs('hq', ['headquarters']);
  expect((await run.client.responses.requests({ from: '2026-06-01', to: '2026-06-30' })).rows).toEqual([]);
  await expect(added(fields)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await run.signInAs('third', ['assessor']);
  await expect(run.client.responses.requests({ from: '2026-06-01', to: '2026-06-30' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

it('visits due today or before and not made are the work of the day; made in time they score', async () => {
  const fields = { agentId, number: '', channel: null, client: '赵女士', note: '', dueOn: '2026-06-30', madeOn: null };
  const visit = async (over: object) =>
    (await run.client.responses.saveVisit({ id: null, revision: null, reason: null, fields: { ...fields, ...over } }))
      .id;
  const late = await visit({});
  const today = await visit({ dueOn: '2026-07-01' });
  await visit({ dueOn: '2026-07-02' });
  const made = await visit({ dueOn: '2026-06-29', madeOn: '2026-06-29' });
  expect(visitsDue(run.console.store.read, '2026-07-01', 9).map(({ id }) => id)).toEqual([late, today]);
  expect(evidence().visits.map(({ id, madeOn }) => ({ id, madeOn }))).toEqual([
    { id: made, madeOn: '2026-06-29' },
    { id: late, madeOn: null },
  ]);
  expect(visitsOfPeriod(run.console.store.read, [agentId], JUNE).map(({ id }) => id)).toEqual([made, late]);
  await expect(visit({ madeOn: '2026-07-02' })).rejects.toMatchObject({ data: { reason: 'dayInFuture' } });
});

it('figures of a month stand once, with their parts within the whole', async () => {
  const fields = { agentId, month: '2026-06', services: 40, policies: 12, clients: 100, retained: 92, repurchased: 6 };
  const whole = { ...fields, churned: 8, cost: 1200.456, benefit: 3600 };
  const save = (over: object) =>
    run.client.responses.saveFigure({ id: null, revision: null, reason: null, fields: { ...whole, ...over } });
  await expect(save({ churned: 9 })).rejects.toMatchObject({ data: { reason: 'figurePartTooLarge' } });
  await expect(save({ month: '2026-08' })).rejects.toMatchObject({ data: { reason: 'monthInFuture' } });
  await save({});
  await expect(save({})).rejects.toMatchObject({ data: { reason: 'figuresOnRecord' } });
  expect(figuresOfPeriod(run.console.store.read, [agentId], JUNE)).toMatchObject([{ month: '2026-06', cost: 1200.46 }]);
});

describe('an imported ledger', () => {
  async function preview(kind: ResponseKind, path: string, mapping: Partial<Record<ImportField, number | null>> = {}) {
    run.answers.open = path;
    const { result: file } = await drain(await run.client.responses.open({ kind }));
    const sheet = file!.sheets[0]!;
    const headerRow = sheet.headerRow!;
    const found = IMPORT_HEADERS[kind].mapHeaders(sheet.head[headerRow - 1]!, file!.learned);
    const { result } = await drain(
      await run.client.responses.preview({
        ...{ kind, fileId: file!.fileId, sheet: sheet.name, headerRow, mapping: { ...found, ...mapping } },
      }),
    );
    const rows: ImportedRow[] = [];
    for (let page = 0; page < result.pages; page += 1)
      rows.push(...(await run.client.responses.rows({ previewId: result.previewId, page })));
    return { ...result, headerRow, found, rows };
  }
  const apply = async (previewId: string) => (await drain(await run.client.responses.apply({ previewId }))).result;
  const dump = () =>
    JSON.stringify([
      run.console.store.read.all(sql`SELECT * FROM service_request ORDER BY id`),
      run.console.store.read.all(sql`SELECT * FROM response_header`),
      run.console.store.read.get(sql`SELECT count(*) AS n, max(hash) AS last FROM audit_entry`),
    ]);
  const said = (rows: readonly ImportedRow[]) =>
    rows.flatMap(({ rejections }) => rejections.map((r) => `${r.cell} ${r.reason} ${r.firstRow ?? ''}`.trim()));

  it('with every oddity is read cell by cell, each rejection naming its cell', async () => {
    await oddLedger(dir.file('odd.xlsx'));
    const made = await preview('request', dir.file('odd.xlsx'), { content: 9 });
    expect(made.headerRow).toBe(3);
    expect(made.counts).toEqual({ new: 5, changed: 0, unchanged: 0, rejected: 7, ignored: 2 });
    expect(said(made.rows)).toEqual([
      'F9 timeMissing',
      'G10 beforeAsked',
      'B11 agentUnknown',
      'C12 agentNameDiffers',
      'B13 duplicateInFile 4',
      'E14 kindUnknown',
      'F14 dateOutOfRange',
      'F15 cellError',
    ]);
    await apply(made.previewId);
    const rows = requestsOfPeriod(run.console.store.read, [agentId], window());
    expect(
      rows.map(({ number, kind, client, askedAt, repliedAt, solvedAt, outcome }) => [
        ...[number, kind, client, askedAt, repliedAt, solvedAt, outcome],
      ]),
    ).toEqual(
      [
        [
          'Q001',
          'enquiry',
          '王** 138****5678',
          '2026-06-01T01:00:00.000Z',
          '2026-06-01T02:30:00.000Z',
          '2026-06-02T01:00:00.000Z',
          'solved',
        ],
        ['Q002', 'claim', '赵**', '2026-06-02T07:05:00.000Z', '2026-06-03T07:05:00.000Z', null, null],
        ['Q003', 'other', '钱**', '2026-06-04T01:00:00.000Z', null, null, null],
        ['Q004', 'renewal', '孙**', '2026-06-04T00:00:00.000Z', '2026-06-05T00:00:00.000Z', null, null],
        ['Q005', 'other', '周**', '2026-06-05T01:30:15.000Z', null, null, null],
      ].toSorted((a, b) => (String(a[3]) < String(b[3]) ? -1 : 1)),
    );
  });

  it('changes nothing when imported again, and its hand mapping is remembered', async () => {
    await oddLedger(dir.file('odd.xlsx'));
    await apply((await preview('request', dir.file('odd.xlsx'), { content: 9 })).previewId);
    const before = dump();
    run.advance(60_000);
    const again = await preview('request', dir.file('odd.xlsx'));
    expect(again.found).toMatchObject({ content: 9 });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
    await apply(again.previewId);
    expect(dump()).toBe(before);
  });

  it('fills blanks, shows corrections, and does not bring back what was withdrawn', async () => {
    const HEADER = ['工单号', '工号', '客户', '提出时间', '答复时间'];
    const ledger = async (...rows: unknown[][]) => {
      await plainLedger(dir.file('plain.xlsx'), HEADER, rows);
      return preview('request', dir.file('plain.xlsx'));
    };
    const one = ['1', 'A0012', '甲', '2026-06-01 09:00'];
    const two = ['2', 'A0012', '乙', '2026-06-02 09:00'];
    await apply((await ledger([...one], [...two])).previewId);
    const filled = await ledger([...one, '2026-06-01 10:00'], [...two]);
    expect(filled.counts).toMatchObject({ changed: 1, unchanged: 1 });
    expect(filled.rows[0]).toMatchObject({ corrects: false, changes: [{ field: 'repliedAt', before: '' }] });
    await apply(filled.previewId);
    const changed = await ledger([...one, '2026-06-01 11:00'], [...two]);
    expect(changed.rows[0]).toMatchObject({ fate: 'changed', corrects: true });
    await apply(changed.previewId);
    const back = await ledger([...one, '2026-06-01 10:00']);
    expect(said(back.rows)).toEqual(['B3 withdrawnBefore']);
    const { rows } = await run.client.responses.requests({ from: '2026-06-02', to: '2026-06-02' });
    await run.client.responses.withdraw({ kind: 'request', id: rows[0]!.id, revision: 1, reason: '误记' });
    expect(said((await ledger([...two])).rows)).toEqual(['B3 withdrawnBefore']);
    expect(evidence().requests).toHaveLength(1);
  });

  it('is refused when the store moved since the preview', async () => {
    await plainLedger(
      dir.file('v.xlsx'),
      ['工号', '客户', '应回访日期', '实际回访日期'],
      [['A0012', '甲', '2026.6.3', 46176]],
    );
    const made = await preview('visit', dir.file('v.xlsx'));
    expect(made.counts).toMatchObject({ new: 1, rejected: 0 });
    const fields = { agentId, number: '', channel: null, client: '甲', note: '', dueOn: '2026-06-03', madeOn: null };
    await run.client.responses.saveVisit({ id: null, revision: null, reason: null, fields });
    await expect(apply(made.previewId)).rejects.toMatchObject({ data: { reason: 'importStoreChanged' } });
    const again = await preview('visit', dir.file('v.xlsx'));
    expect(again.rows).toMatchObject([{ fate: 'changed', corrects: false }]);
    await apply(again.previewId);
    expect(visitsOfPeriod(run.console.store.read, [agentId], JUNE)).toMatchObject([{ madeOn: '2026-06-03' }]);
  });

  it('of 4,000 rows tells how far it is, and stopped while writing it leaves nothing', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => [`N${at}`, 'A0012', `客${at}`, '2026-06-01 09:00']);
    await plainLedger(dir.file('long.xlsx'), ['工单号', '工号', '客户', '提出时间'], rows);
    const made = await preview('request', dir.file('long.xlsx'));
    expect(made.counts).toMatchObject({ new: 4_000, rejected: 0 });
    const before = dump();
    const stop = new AbortController();
    const { previewId } = made;
    const stopped = (async () => {
      for await (const step of await run.client.responses.apply({ previewId }, { signal: stop.signal }))
        if (step.stage === 'writing' && step.done > 500) stop.abort();
    })();
    await expect(stopped).rejects.toThrow();
    expect(dump()).toBe(before);
    const { steps, result } = await drain(await run.client.responses.apply({ previewId }));
    expect(result).toMatchObject({ new: 4_000 });
    expect(new Set(steps.map(({ stage }) => stage))).toEqual(new Set(['reading', 'comparing', 'writing']));
  });

  it('of figures reads months, thousands and money, and keeps a month within its whole', async () => {
    await plainLedger(
      dir.file('f.xlsx'),
      ['员工编号', '统计月份', '服务次数', '期初客户数', '留存客户数', '流失客户数', '成本（元）', '效益'],
      [
        ['A0012', '2026年5月', '１，２００次', 50, 45, 5, '¥1,234.5', 4000.005],
        ['A0012', 202604, 12, 50, 45, 6, '', ''],
        ['A0012', '5月', 12, '', '', '', '', ''],
        ['A0012', '2026-03', -1, '', '', '', '', ''],
      ],
    );
    const made = await preview('figure', dir.file('f.xlsx'));
    expect(said(made.rows)).toEqual(['F4 partTooLarge', 'B5 dateUnreadable', 'C6 quantityUnreadable']);
    await apply(made.previewId);
    const { rows } = await run.client.responses.figures({ from: '2026-05-01', to: '2026-05-31' });
    expect(rows).toMatchObject([{ month: '2026-05', services: 1200, clients: 50, cost: 1234.5, benefit: 4000.01 }]);
  });

  it('of each kind has a template that the import reads back', async () => {
    for (const kind of ['request', 'visit', 'figure'] as const) {
      run.answers.save = dir.file(`${kind}.xlsx`);
      expect(await run.client.responses.template({ kind })).toEqual({ path: dir.file(`${kind}.xlsx`) });
      run.answers.open = dir.file(`${kind}.xlsx`);
      const { result: file } = await drain(await run.client.responses.open({ kind }));
      const [sheet] = file!.sheets;
      expect(sheet!.headerRow).toBe(3);
      expect(Object.values(IMPORT_HEADERS[kind].mapHeaders(sheet!.head[2]!))).not.toContain(null);
    }
  });
});

it('statistics give each rate with its interval, by agent, team and branch', async () => {
  await added(asked({ repliedAt: '2026-06-30T10:00:00+08:00' }));
  await added(asked({ askedAt: '2026-06-20T09:00:00+08:00', repliedAt: '2026-06-22T09:00:00+08:00' }));
  await added(asked({ askedAt: '2026-06-30T12:00:00+08:00' }));
  const found = await run.client.responses.statistics({ from: '2026-06-01', to: '2026-06-30' });
  expect(found.whole).toMatchObject({ requests: 3, reply24: { met: 1, decided: 2, rate: 0.5 }, medianHours: 24.5 });
  expect(found.bands).toMatchObject({ h1: 1, h48: 1, none: 1 });
  expect(found.agents).toMatchObject([{ name: '李四', solve48: { met: 0, decided: 1 } }]);
  expect(found.teams).toMatchObject([{ name: '一组' }]);
});
