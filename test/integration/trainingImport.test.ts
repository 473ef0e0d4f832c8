// The import of trainings through the contract. Each title names the fault that would turn it red.
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { TrainingField } from '../../shared/contract/trainingWords.ts';
import { TRAINING_HEADERS } from '../../shared/domain/training/importHeaders.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { observing } from '../support/observing.ts';
import { tempDir } from '../support/tempDir.ts';
import { ALL, lecture, newCourse, plan, save } from '../support/trainings.ts';

async function ledger(path: string, rows: readonly unknown[][], header?: readonly string[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('培训台账');
  page.getCell('A1').value = '2026年培训台账';
  page.getRow(2).values = [...(header ?? HEADER)];
  rows.forEach((row, at) => (page.getRow(3 + at).values = row as ExcelJS.CellValue[]));
  await book.xlsx.writeFile(path);
}
const HEADER = [
  '工号*',
  '姓名',
  '培训日期',
  '学时',
  '课程名称',
  '培训内容',
  '培训形式',
  '讲师',
  '理论成绩',
  '实操考核',
];

async function previewed(run: TestConsole, path: string, over: Partial<Record<TrainingField, number | null>> = {}) {
  const { trainingImport } = run.client;
  run.answers.open = path;
  const { result: file } = await drain(await trainingImport.open());
  const [sheet] = file!.sheets;
  const headers = sheet!.head[sheet!.headerRow! - 1]!;
  const mapping = { ...TRAINING_HEADERS.mapHeaders(headers, file!.learned), ...over };
  const choice = { fileId: file!.fileId, sheet: sheet!.name, headerRow: sheet!.headerRow!, mapping };
  const { result } = await drain(await trainingImport.preview(choice));
  const rows = await trainingImport.rows({ previewId: result.previewId, page: 0 });
  return { ...result, rows, apply: async () => drain(await trainingImport.apply({ previewId: result.previewId })) };
}

test('an import doubles rows, guesses a mark, brings back what was withdrawn, or forgets a header mapped by hand', async () => {
  using run = testConsole();
  using dir = tempDir('training-');
  const { agentId } = await observing(run);
  await newCourse(run);
  await plan(run, [agentId]);
  const path = `${dir.path}/a.xlsx`;
  const rows: unknown[][] = [
    ['A0012', '李四', new Date(Date.UTC(2026, 5, 1)), 3, '条款解读', '产品知识', '讲授', '王老师', 86, '41/50'],
    ['a0012', '李 四', '2026/6/2', '2.5学时', '沟通三步法', null, null, null, '良好'],
    ['A0012', null, '2026-06-03', 2, '未分类', null, '讲授'],
    ['A0012', null, '2026-06-04', 2, '比例', '沟通', '线上', null, 0.86],
    ['A0012', '张三', '2026-06-05', 30, '太长', '产品', '面授'],
    ['A0099', null, '2026-08-01', 1, '无此人', '产品', '讲授'],
    ['A0012', '李四', '2026-06-01', 3, '条款解读', '产品知识', '讲授'],
    ['合计', null, null, 13],
  ];
  await ledger(path, rows);
  const first = await previewed(run, path);
  expect(first.counts).toEqual({ new: 2, changed: 0, unchanged: 0, rejected: 5, ignored: 1 });
  expect(first.rows.map(({ rejections }) => rejections.map(({ cell, reason }) => `${cell} ${reason}`))).toEqual([
    [],
    [],
    ['F5 contentMissing'],
    ['I6 markAmbiguous'],
    ['D7 hoursOutOfRange', 'B7 agentNameDiffers'],
    ['A8 agentUnknown', 'C8 dateOutOfRange'],
    ['A9 duplicateInFile'],
  ]);
  await first.apply();
  const list = async () =>
    (await run.client.training.records(ALL)).rows.toSorted(
      (a, b) => a.state.localeCompare(b.state) || -a.day.localeCompare(b.day),
    );
  const [second, only] = await list();
  expect(second).toMatchObject({ title: '沟通三步法', content: 'communication', courseVersion: 1, theory: 'good' });
  expect(only).toMatchObject({ theory: '86%', practical: '41/50', hours: 3, trainer: '王老师' });
  expect(await run.client.training.plans({ agentId })).toMatchObject([{ state: 'done', recordId: only!.id }]);
  expect((await previewed(run, path)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });

  // Another file fills a blank and corrects the hours; a header that nobody knows is mapped by hand.
  const other = `${dir.path}/b.xlsx`;
  const header = ['工号', '培训日期', '课程名称', '积分', '服务表现'];
  await ledger(other, [['A0012', '2026-06-01', '条款解读', 4, '合格']], header);
  const changed = await previewed(run, other, { hours: 4 });
  expect(changed.rows[0]).toMatchObject({ fate: 'changed', corrects: true });
  expect(changed.rows[0]!.changes).toEqual([
    { field: 'hours', before: '3', after: '4' },
    { field: 'conduct', before: '', after: 'pass' },
  ]);
  await changed.apply();
  expect((await list()).filter(({ title }) => title === '条款解读')).toMatchObject([
    { state: 'standing', hours: 4, conduct: 'pass', theory: '86%' },
    { state: 'withdrawn', hours: 3 },
  ]);
  expect((await previewed(run, other)).counts).toMatchObject({ unchanged: 1 });
  // The first ledger would bring the corrected hours back.
  expect((await previewed(run, path)).rows[0]!.rejections).toMatchObject([{ reason: 'withdrawnBefore' }]);
});

test('an import makes a day longer than it is, or does not say which day and what it has', async () => {
  using run = testConsole();
  using dir = tempDir('training-');
  const { agentId } = await observing(run);
  await save(run, lecture(agentId, { hours: 16 }));
  const path = `${dir.path}/a.xlsx`;
  const row = (title: string, hours: number, day = '2026-06-10') => [
    'A0012',
    '李四',
    day,
    hours,
    title,
    '产品',
    '讲授',
  ];
  await ledger(path, [
    row('一', 6),
    row('二', 3),
    row('三', 2),
    row('四', 24, '2026-06-11'),
    row('五', 0.5, '2026-06-11'),
    // A correction upwards is looked at without the hours it replaces.
    row('重疾险条款', 17),
  ]);
  const preview = await previewed(run, path);
  expect(preview.rows.map(({ fate, dayHours }) => [fate, dayHours])).toEqual([
    ['new', null],
    ['rejected', 22],
    ['new', null],
    ['new', null],
    ['rejected', 24],
    ['rejected', 8],
  ]);
  expect(preview.rows[1]).toMatchObject({ day: '2026-06-10', rejections: [{ cell: 'D4', reason: 'dayFull' }] });
  await preview.apply();
  expect(await run.client.training.records(ALL)).toMatchObject({ total: 4 });
});

test('the template cannot be read back', async () => {
  using run = testConsole();
  using dir = tempDir('training-');
  await observing(run);
  run.answers.save = `${dir.path}/t.xlsx`;
  await run.client.trainingImport.template();
  run.answers.open = run.answers.save;
  const { result } = await drain(await run.client.trainingImport.open());
  const [sheet] = result!.sheets;
  const mapping = TRAINING_HEADERS.mapHeaders(sheet!.head[sheet!.headerRow! - 1]!);
  expect(Object.values(mapping)).not.toContain(null);
});

// A title is shown as somebody typed it; the same file again is the same training, also where it was kept narrow before.
test('an import narrows the full-width marks of a title, or takes the same title for another', async () => {
  using run = testConsole();
  using dir = tempDir('training-');
  const { agentId } = await observing(run);
  await newCourse(run, { title: '条款解读：重疾险（上）' });
  await save(run, lecture(agentId, { title: '晨会:话术', day: '2026-06-03', hours: 1 }));
  const path = `${dir.path}/wide.xlsx`;
  await ledger(path, [
    ['A0012', '李四', '2026-06-01', 3, '条款解读：重疾险（上）'],
    ['A0012', '李四', '2026-06-02', 2, '条款解读:重疾险(上)'],
    ['A0012', '李四', '2026-06-03', 1, '晨会：话术', '产品知识', '讲授'],
  ]);
  const first = await previewed(run, path);
  expect(first.counts).toMatchObject({ new: 2, unchanged: 1, changed: 0, rejected: 0 });
  await first.apply();
  const { rows } = await run.client.training.records(ALL);
  expect(rows.map(({ title }) => title)).toEqual(['晨会:话术', '条款解读:重疾险(上)', '条款解读：重疾险（上）']);
  expect(rows.filter(({ courseId }) => courseId !== null)).toHaveLength(2);
  expect((await previewed(run, path)).counts).toMatchObject({ new: 0, unchanged: 3 });
});
