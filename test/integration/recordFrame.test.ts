// The frame of a sample from a workbook, and a sample that is done. Would catch: a row taken outside the sample's days, a record
// registered twice, a client's name that reaches the page, an import after the draw, a sample that waits with all reviewed.
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { FrameChoice, FrameFileRow } from '../../shared/contract/records.ts';
import { FRAME_HEADERS } from '../../shared/domain/records/frameFile.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { observing, refusal } from '../support/observing.ts';

async function workbook(run: TestConsole, name: string, rows: readonly unknown[][]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('六月');
  for (const row of rows) page.addRow(row);
  const path = join(run.folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

const LEDGER = [
  ['上海分公司服务记录'],
  ['工单号', '受理日期', '业务类型', '客户姓名', '备注'],
  ['F2026-1', new Date(Date.UTC(2026, 5, 10)), '理赔', '王小明 13812345678', ''],
  ['F2026-2', '2026年6月11日', '保全', '', ''],
  ['f2026-2', '2026-06-12', '咨询', '', ''],
  ['F2026-3', '2026-07-01', '咨询', '', ''],
  ['F2026-4', '2026-06-13', '不详', '', ''],
  ['', '2026-06-13', '咨询', '', ''],
  ['F2026-5', '六月', '咨询', '', ''],
  ['F2026-6', '2026-06-14', '', '', ''],
  ['合计', '', '', '', ''],
];

async function begun(run: TestConsole) {
  const { agentId } = await observing(run);
  return (await run.client.records.begin({ agentId, from: '2026-06-01', to: '2026-06-30' })).id;
}

async function preview(run: TestConsole, id: string, path: string) {
  run.answers.open = path;
  const { result: file } = await drain(await run.client.records.openFrame());
  const sheet = file!.sheets[0]!;
  const headerRow = sheet.headerRow!;
  const mapping = FRAME_HEADERS.mapHeaders(sheet.head[headerRow - 1]!) as FrameChoice['mapping'];
  const choice = { id, fileId: file!.fileId, sheet: sheet.name, headerRow, mapping };
  const { result } = await drain(await run.client.records.previewFrame(choice));
  const rows: FrameFileRow[] = [];
  for (let page = 0; page < result.pages; page += 1)
    rows.push(...(await run.client.records.frameRows({ previewId: result.previewId, page })));
  return { ...result, rows };
}

test('a list of records is taken from a workbook, what cannot be is named by cell, and nothing comes twice', async () => {
  using run = testConsole();
  const id = await begun(run);
  const path = await workbook(run, '清单.xlsx', LEDGER);
  const first = await preview(run, id, path);
  expect(first.counts).toEqual({ new: 3, changed: 0, unchanged: 0, rejected: 5, ignored: 1 });
  expect(JSON.stringify(first.rows)).not.toContain('王小明');
  expect(
    first.rows.flatMap(({ rejections }) => rejections.map(({ cell, reason, firstRow }) => [cell, reason, firstRow])),
  ).toEqual([
    ['A5', 'duplicateInFile', 4],
    ['B6', 'dayOutside', null],
    ['C7', 'kindUnreadable', null],
    ['A8', 'referenceMissing', null],
    ['B9', 'dateUnreadable', null],
  ]);
  await drain(await run.client.records.applyFrame({ previewId: first.previewId }));
  const { rows } = await run.client.records.open({ id });
  expect(rows.map(({ reference, day, kind, client }) => [reference, day, kind, client])).toEqual([
    ['F2026-1', '2026-06-10', 'claim', '王** 138****5678'],
    ['F2026-2', '2026-06-11', 'policyService', ''],
    ['F2026-6', '2026-06-14', 'other', ''],
  ]);

  // The same file again adds nothing; one with another day for a number is not believed.
  const again = await preview(run, id, path);
  expect(again.counts).toMatchObject({ new: 0, unchanged: 3 });
  const other = await workbook(run, '另一份.xlsx', [
    ['工单号', '日期'],
    ['F2026-1', '2026-06-20'],
    ['F2026-9', '2026-06-20'],
  ]);
  const mixed = await preview(run, id, other);
  expect(mixed.rows[0]?.rejections).toMatchObject([{ cell: 'A2', reason: 'registeredOtherwise' }]);
  // Somebody registers the record in between: the preview no longer holds.
  await run.client.records.addRows({
    id,
    rows: [{ reference: 'F2026-9', day: '2026-06-20', kind: 'other', client: '' }],
  });
  await expect(drain(await run.client.records.applyFrame({ previewId: mixed.previewId }))).rejects.toEqual(
    refusal('importStoreChanged'),
  );
});

test('a frame that was drawn from takes no import', async () => {
  using run = testConsole();
  const id = await begun(run);
  const made = await preview(run, id, await workbook(run, '清单.xlsx', LEDGER));
  await run.client.records.addRows({ id, rows: [{ reference: 'X', day: '2026-06-20', kind: 'other', client: '' }] });
  await run.client.records.draw({ id, size: 1, seed: null });
  await expect(drain(await run.client.records.applyFrame({ previewId: made.previewId }))).rejects.toEqual(
    refusal('sampleLocked'),
  );
});

test('the template is read back', async () => {
  using run = testConsole();
  const id = await begun(run);
  run.answers.save = join(run.folder, '模板.xlsx');
  await run.client.records.frameTemplate();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(run.answers.save);
  const page = book.worksheets[0]!;
  page.getRow(4).values = ['F1', new Date(Date.UTC(2026, 5, 10)), '续保', '李女士'];
  const filled = join(run.folder, '填好.xlsx');
  await book.xlsx.writeFile(filled);
  expect((await preview(run, id, filled)).rows).toMatchObject([
    { fate: 'new', values: { reference: 'F1', day: '2026-06-10', kind: 'renewal' } },
  ]);
});

test('a sample is done when every record that was drawn and not replaced is reviewed, in the list, the record and at home', async () => {
  using run = testConsole();
  const id = await begun(run);
  const { records, home } = run.client;
  const rows = ['A', 'B', 'C'].map((reference) => ({
    ...{ reference, day: '2026-06-20', kind: 'other' as const, client: '' },
  }));
  await records.addRows({ id, rows });
  const sample = await records.draw({ id, size: 2, seed: 's' });
  const waiting = async () => (await home.get()).drafts.filter(({ kind }) => kind === 'sample');
  const states = async () => [(await records.open({ id })).state, (await records.list({ agentId: null }))[0]?.state];
  expect(await waiting()).toMatchObject([{ id, answered: 0, criteria: 2 }]);
  await records.replace({ id, drawId: sample.draws[0]!.id, reason: '档案外借' });
  const { draws } = await records.open({ id });
  for (const draw of draws.filter(({ replacedAt }) => replacedAt === null)) {
    expect(await states()).toEqual(['drawn', 'drawn']);
    const review = await records.startReview({ id, drawId: draw.id });
    for (const { code } of review.standard.criteria)
      await records.check({ id: review.id, criterion: code, verdict: 'passed' });
    await records.submit({ id: review.id });
  }
  expect(await states()).toEqual(['done', 'done']);
  expect(await waiting()).toEqual([]);
});
