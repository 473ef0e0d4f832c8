// The import of rosters through the contract, the worker and a real store, with real workbooks.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentRecord } from '../../shared/contract/people.ts';
import type { RosterMapping, RosterPreview, RosterRows } from '../../shared/contract/roster.ts';
import { mapHeaders } from '../../shared/domain/people/rosterHeader.ts';
import { sql } from '../../electron/db/sql.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { oddRoster, plainRoster, plainRows } from '../support/rosterWorkbook.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

let it_: TestConsole;
let dir: TempDir;
let branchId: string;

beforeEach(async () => {
  dir = tempDir('roster-');
  it_ = testConsole();
  ({ branchId } = await it_.setUp());
});
afterEach(() => {
  it_[Symbol.dispose]();
  dir[Symbol.dispose]();
});

interface Options {
  readonly sheet?: string;
  readonly mapping?: Partial<RosterMapping>;
  readonly fromDay?: string;
}

async function preview(path: string, options: Options = {}): Promise<{ preview: RosterPreview; rows: RosterRows[] }> {
  it_.answers.open = path;
  const { result: file } = await drain(await it_.client.roster.open());
  const sheet = file!.sheets.find((one) => one.name === options.sheet) ?? file!.sheets.at(-1)!;
  const headerRow = sheet.headerRow!;
  const { result } = await drain(
    await it_.client.roster.preview({
      fileId: file!.fileId,
      sheet: sheet.name,
      headerRow,
      mapping: { ...mapHeaders(sheet.head[headerRow - 1]!, file!.learned), ...options.mapping },
      branchId,
      fromDay: options.fromDay ?? '2026-07-01',
    }),
  );
  const rows: RosterRows[] = [];
  for (let page = 0; page < result.pages; page += 1)
    rows.push(await it_.client.roster.rows({ previewId: result.previewId, page }));
  return { preview: result, rows };
}

const apply = async (previewId: string) => (await drain(await it_.client.roster.apply({ previewId }))).result;

/** Everything that the store holds of people, and the length of the audit log. */
const dump = (): string =>
  JSON.stringify([
    it_.console.store.read.all(sql`SELECT * FROM agent ORDER BY number`),
    it_.console.store.read.all(sql`SELECT * FROM agent_assignment ORDER BY id`),
    it_.console.store.read.all(sql`SELECT * FROM roster_header`),
    it_.console.store.read.all(sql`SELECT count(*) AS n, max(hash) AS last FROM audit_entry`),
  ]);

const recordOf = async (number: string): Promise<AgentRecord> => {
  const [hit] = await it_.client.agents.search({ text: number, limit: 1 });
  return it_.client.agents.get({ id: hit!.id });
};

describe('a roster with every oddity', () => {
  it('is read cell by cell, each rejection naming its cell', async () => {
    await oddRoster(dir.file('odd.xlsx'));
    it_.answers.open = dir.file('odd.xlsx');
    const { result: file } = await drain(await it_.client.roster.open());
    expect(file!.sheets.map(({ name, headerRow }) => ({ name, headerRow }))).toEqual([
      { name: '填表说明', headerRow: null },
      { name: '在职人员', headerRow: 4 },
    ]);

    const { preview: made, rows } = await preview(dir.file('odd.xlsx'), { mapping: { status: 9 } });
    expect(made.counts).toEqual({ new: 7, changed: 0, unchanged: 0, rejected: 4, ignored: 2, absent: 0 });
    const page = rows[0]!;
    const said = page.rejections.flatMap((list) => list.map((r) => `${r.cell} ${r.reason} ${r.firstRow ?? ''}`.trim()));
    expect(said).toEqual([
      'B10 duplicateInFile 5',
      'F11 phoneUnreadable',
      'G11 dateAmbiguous',
      'H11 engagementUnknown',
      'B12 numberMissing',
      'B13 cellError',
    ]);

    await apply(made.previewId);
    const three = await recordOf('A0001');
    expect(three).toMatchObject({
      name: '张三',
      gender: 'male',
      team: '晨曦组',
      hiredOn: '2020-01-05',
      status: 'active',
    });
    expect(three.phoneMasked).toBe('138****8000');
    expect(three.assignments).toMatchObject([{ team: '晨曦组', fromDay: '2020-01-05', untilDay: null }]);
    expect(await recordOf('A0002')).toMatchObject({ name: '李四', team: '晨曦组', engagement: 'employee' });
    expect(await recordOf('100003')).toMatchObject({ name: '王芳', team: '晨曦组', hiredOn: '2021-01-01' });
    expect(await recordOf('A0004')).toMatchObject({ team: '远航组', status: 'left', hiredOn: '2019-12-01' });
    expect(await recordOf('A0005')).toMatchObject({ name: '钱七', team: '远航组', hiredOn: '2018-06-30' });
    expect(await recordOf('A0010')).toMatchObject({ name: '阿依古丽·买买提', team: '', hiredOn: '2022-05-01' });
    expect(await recordOf('0012')).toMatchObject({ status: 'suspended', phoneMasked: '021****4567' });
  });

  it('changes nothing when imported again, not even the audit log, and its hand mapping is remembered', async () => {
    await oddRoster(dir.file('odd.xlsx'));
    const first = await preview(dir.file('odd.xlsx'), { mapping: { status: 9 } });
    await apply(first.preview.previewId);
    const before = dump();
    // 业务系统状态 is no known header: only what was learned maps it now.
    const second = await preview(dir.file('odd.xlsx'));
    expect(second.preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 7 });
    it_.advance(60_000);
    await apply(second.preview.previewId);
    expect(dump()).toBe(before);
    expect(await it_.client.audit.verify()).toMatchObject({ intact: true });
  });
});

describe('a roster of agents who are known', () => {
  const three = plainRows(3);

  it('shows old and new values, moves from the chosen day, and keeps where they were', async () => {
    await plainRoster(dir.file('a.xlsx'), three);
    await apply((await preview(dir.file('a.xlsx'))).preview.previewId);
    const changed = [{ ...three[0]!, team: '新组', phone: '13911112222' }, three[1]!, three[2]!];
    await plainRoster(dir.file('b.xlsx'), changed);
    const { preview: made, rows } = await preview(dir.file('b.xlsx'), { fromDay: '2026-06-15' });
    expect(made.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
    expect(rows[0]!.changes[0]).toEqual([
      { field: 'team', before: '营业1组', after: '新组' },
      { field: 'phone', before: '138****0000', after: '139****2222' },
    ]);
    await apply(made.previewId);
    const record = await recordOf(three[0]!.number);
    expect(record.assignments).toMatchObject([
      { team: '新组', fromDay: '2026-06-15', untilDay: null },
      { team: '营业1组', fromDay: three[0]!.hiredOn, untilDay: '2026-06-15' },
    ]);
    expect(record.history.map((entry) => entry.action)).toEqual(['agent.assigned', 'agent.changed', 'agent.added']);
  });

  it('is refused when the file or the store changed after the preview', async () => {
    await plainRoster(dir.file('a.xlsx'), three);
    const first = await preview(dir.file('a.xlsx'));
    await plainRoster(dir.file('a.xlsx'), plainRows(2));
    await expect(apply(first.preview.previewId)).rejects.toMatchObject({ data: { reason: 'importFileChanged' } });

    const second = await preview(dir.file('a.xlsx'));
    await it_.client.agents.add({
      ...{ number: three[0]!.number, name: '别人', gender: null, licence: null, engagement: 'agency', hiredOn: null },
      ...{ status: 'active', phone: null, branchId, team: '', fromDay: '2026-07-01' },
    });
    const before = dump();
    await expect(apply(second.preview.previewId)).rejects.toMatchObject({ data: { reason: 'importStoreChanged' } });
    expect(dump()).toBe(before);
  });

  it('is for those who manage agents only, and needs its file to be a workbook', async () => {
    await it_.signInAs('assessor', ['assessor']);
    await expect(it_.client.roster.open().then(drain)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await it_.signInAs('supervisor', ['supervisor']);
    writeFileSync(dir.file('no.xlsx'), 'text');
    it_.answers.open = dir.file('no.xlsx');
    await expect(it_.client.roster.open().then(drain)).rejects.toMatchObject({ code: 'FILE' });
    it_.answers.open = null;
    expect((await drain(await it_.client.roster.open())).result).toBeNull();
  });
});

it('the empty template is read back with every column mapped and no rows', async () => {
  it_.answers.save = dir.file('template.xlsx');
  expect(await it_.client.roster.template()).toEqual({ path: dir.file('template.xlsx') });
  const { preview: made } = await preview(dir.file('template.xlsx'));
  expect(made.counts).toEqual({ new: 0, changed: 0, unchanged: 0, rejected: 0, ignored: 0, absent: 0 });
  expect(readFileSync(dir.file('template.xlsx')).length).toBeLessThan(200_000);
});

describe('50,000 rows', () => {
  it(
    'are previewed and applied with progress, stopped without a trace, and listed in pages',
    { timeout: 300_000 },
    async () => {
      const rows = plainRows(50_000);
      await plainRoster(dir.file('long.xlsx'), rows);
      const { preview: made } = await preview(dir.file('long.xlsx'));
      expect(made.counts).toEqual({ new: 50_000, changed: 0, unchanged: 0, rejected: 0, ignored: 0, absent: 0 });

      // Stopped in the middle of writing: nothing may be left.
      const before = dump();
      const stop = new AbortController();
      const stopped = (async () => {
        for await (const step of await it_.client.roster.apply({ previewId: made.previewId }, { signal: stop.signal }))
          if (step.stage === 'writing' && step.done > 5_000) stop.abort();
      })();
      await expect(stopped).rejects.toThrow();
      expect(dump()).toBe(before);

      // The main thread must stay free: no pause of the event loop may be felt.
      let longest = 0;
      let last = performance.now();
      const beat = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }, 5);
      const began = performance.now();
      const { steps, result } = await drain(await it_.client.roster.apply({ previewId: made.previewId }));
      clearInterval(beat);
      console.log(
        `50,000 rows applied in ${Math.round(performance.now() - began)} ms, longest pause ${Math.round(longest)} ms`,
      );
      expect(result.new).toBe(50_000);
      expect(steps.filter((step) => step.stage === 'writing').length).toBeGreaterThan(20);
      expect(longest).toBeLessThan(1_000);

      const numbers: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await it_.client.agents.page({ after });
        numbers.push(...page.number);
        expect(page.total).toBe(50_000);
        after = page.next;
        if (after === null) break;
      }
      expect(numbers).toEqual(rows.map((row) => row.number));
      expect(await it_.client.audit.verify()).toMatchObject({ intact: true });
      const again = await preview(dir.file('long.xlsx'));
      expect(again.preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: 50_000 });
    },
  );
});
