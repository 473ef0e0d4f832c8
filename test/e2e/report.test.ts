// The main job in the window, end to end: an empty console is set up, a roster comes in, one observation is made with a
// failing item, a photo and a red line, signed and submitted, and the workbook goes out and is read back by other programs.
// Would catch: a step that the parts can do and the window cannot, a workbook whose figures are not those on the screen,
// a photo that keeps its metadata, a changed workbook that passes for an unchanged one.
import ExcelJS from 'exceljs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  exportReport,
  FIRST_PERSON,
  firstRun,
  importRoster,
  observe,
  openScreen,
  signAndSubmit,
  verifyReport,
  writeRoster,
} from '../support/journey.ts';
import { anewOnRetry, inDialog } from '../support/going.ts';
import { launch, type Running } from '../support/launch.ts';
import { SECRETS } from '../support/pictures.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

const FAILING = '3.4-1';
const RED_LINE = '1.2.1-1';
const ROSTER = [
  { number: 'A0012', name: '李四', team: '营销一部' },
  { number: 'A0013', name: '王五', team: '营销一部' },
  { number: 'A0014', name: '赵六', team: '营销二部' },
] as const;

const read = async (file: string): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return book;
};

/** The rows of a sheet under its header row as records by header; formulas as their kept values. */
function records(book: ExcelJS.Workbook, sheet: string, keyHeader: string): Record<string, unknown>[] {
  const rows: unknown[][] = [];
  book.getWorksheet(sheet)!.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => plain(value)));
  });
  const at = rows.findIndex((row) => row.includes(keyHeader));
  const headers = rows[at]!.map(String);
  return rows.slice(at + 1).map((row) => Object.fromEntries(headers.map((header, n) => [header, row[n] ?? null])));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  // exceljs leaves out a kept value of zero.
  if ('formula' in value) return 'result' in value ? value.result : 0;
  if ('richText' in value) return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  return value;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the main job in the window', () => {
  let dir: TempDir;
  let run: Running;
  const file = () => dir.file('督导报表.xlsx');
  beforeAll(async () => {
    dir = tempDir('journey-');
    run = await launch({ userData: join(dir.path, 'user') });
    await run.page.setViewportSize({ width: 1366, height: 768 });
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
    dir?.[Symbol.dispose]();
  });

  anewOnRetry(() => run.page);

  test(
    'first run, roster, observation with a failing item, a photo and a red line, signatures',
    { timeout: 300_000 },
    async () => {
      const { page } = run;
      await firstRun(page, FIRST_PERSON);
      await writeRoster(dir.file('花名册.xlsx'), ROSTER);
      await importRoster(run, dir.file('花名册.xlsx'), ROSTER.length);
      await observe(page, { agent: ROSTER[0], failing: [RED_LINE, FAILING] });
      await signAndSubmit(page, ROSTER[0], FIRST_PERSON.password);

      const photos = filesBelow(join(run.userData, 'data', 'evidence')).map((path) => readFileSync(path));
      expect(photos.filter((bytes) => bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))).length).toBeGreaterThan(
        0,
      );
      for (const bytes of photos) for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    },
  );

  test(
    'the report says what is missing, and its preview is what the workbook holds',
    { timeout: 180_000 },
    async () => {
      const { page } = run;
      await openScreen(page, '报表');
      await page.getByText('1 条红线等待决定').waitFor();
      await page.getByText('2 人没有证据').waitFor();
      await page.getByRole('button', { name: /^查看: 1 条红线/ }).click();
      await (await inDialog(page)).getByRole('link', { name: '李四 A0012' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('tab', { name: '汇总' }).click();
      const line = page.locator('.ag-row', { hasText: 'A0012' }).getByRole('gridcell');
      await line.getByText('样本不足').waitFor();
      const shown = async () => (await line.allInnerTexts()).map((text) => text.trim());
      await expect.poll(shown).toContain('李四');
      const row = await shown();

      await page.getByRole('tab', { name: '封面' }).click();
      await exportReport(run, file());
      const digest = await page.locator('.report-digest').innerText();
      expect(digest).toMatch(/^[0-9a-f]{64}$/);

      const book = await read(file());
      expect(book.worksheets.map(({ name }) => name)).toEqual([
        '封面',
        '汇总',
        '指标分析',
        '现场观察',
        '观察明细',
        '问题清单',
        '满意度',
        '服务记录',
        '响应时效',
        '回访',
        '表扬与建议',
        '整改台账',
        '投诉台账',
        '投诉统计',
        '培训',
        '监督工作',
        '持续改进',
        '考核结果',
        '奖惩决定',
        '申诉',
        '校准',
        '评分模型',
        '数据字典',
        '校验',
      ]);
      const [kept] = records(book, '汇总', '工号').filter((row) => row['工号'] === 'A0012');
      expect(kept).toMatchObject({ 姓名: '李四', 团队: '营销一部', 观察次数: 1, 红线: 0, 等级: '样本不足' });
      expect(row).toContain(Number(kept!['综合得分']).toFixed(2));
      expect(records(book, '现场观察', '观察编号').filter((row) => row['工号'] === 'A0012')).toHaveLength(1);
      const problems = records(book, '问题清单', '来源编号').filter((row) => row['工号'] === 'A0012');
      expect(problems.map((row) => [row['检查项'], row['红线状态']]).sort()).toEqual([
        [RED_LINE, '待确认'],
        [FAILING, null],
      ]);
      expect(JSON.stringify(records(book, '校验', '键'))).toContain(digest);
    },
  );

  test('the exported workbook is known as unchanged, and one changed cell shows', { timeout: 180_000 }, async () => {
    expect(await verifyReport(run, file())).toContain('没有改动');
    const book = await read(file());
    book.getWorksheet('问题清单')!.getCell('L5').value = '改过的描述';
    await book.xlsx.writeFile(dir.file('改过.xlsx'));
    const said = await verifyReport(run, dir.file('改过.xlsx'));
    expect(said).toContain('被改动过');
    expect(said).toContain('问题清单');
  });

  test('the history keeps who exported what', async () => {
    const { page } = run;
    await openScreen(page, '报表');
    await page.locator('.ant-segmented-item', { hasText: '导出记录' }).click();
    const row = page.locator('.ag-row', { hasText: FIRST_PERSON.name });
    await row.first().waitFor();
    await expect.poll(() => row.first().innerText()).toContain('已脱敏');
    expect(await row.count()).toBe(1);
  });
});
