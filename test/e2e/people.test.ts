// 人员 as people use it: a roster imported step by step, again without effect, the list searched by pinyin, an agent moved.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, PASSWORD, testConsole } from '../support/console.ts';
import { anewOnRetry, goTo, inDialog, intoList } from '../support/going.ts';
import { answerOpenDialog, launch, type Running } from '../support/launch.ts';
import { oddRoster } from '../support/rosterWorkbook.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

describe('people', () => {
  let dir: TempDir;
  let run: Running;

  beforeAll(async () => {
    dir = tempDir('people-');
    const folder = join(dir.path, 'user', 'data');
    mkdirSync(folder, { recursive: true });
    const ready = testConsole({ folder, startsAt: new Date().toISOString() });
    await ready.setUp();
    ready[Symbol.dispose]();
    await oddRoster(dir.file('花名册.xlsx'));
    run = await launch({ userData: join(dir.path, 'user') });
    await run.page.getByLabel('登录名').fill(ADMIN);
    await run.page.locator('input[type=password]').fill(PASSWORD);
    await run.page.keyboard.press('Enter');
    await run.page.getByRole('link', { name: '人员' }).click();
    await run.page.getByRole('heading', { name: '人员', level: 1 }).waitFor();
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
    dir?.[Symbol.dispose]();
  });

  anewOnRetry(() => run.page);

  const button = (name: string | RegExp) => run.page.getByRole('button', { name });
  const rowOf = (text: string) =>
    run.page.locator('.ag-center-cols-container .ag-row, .ag-row', { hasText: text }).first();
  const toPreview = async () => {
    await goTo(run.page, 'people/roster');
    await answerOpenDialog(run.app, [dir.file('花名册.xlsx')]);
    await button('选择文件').click();
    await run.page.getByText('B 列：工 号*').waitFor();
    await button('核对').click();
    await run.page.locator('.import-counts').waitFor();
  };
  const counts = () => run.page.locator('.import-counts dd').allTextContents();

  test('a roster is previewed row by row and imported', async () => {
    await toPreview();
    await expect.poll(counts).toEqual(['7', '0', '0', '4']);
    await expect.poll(() => rowOf('B10').textContent()).toContain('工号与第 5 行重复');
    await button('导入 7 行').click();
    await run.page.getByText('导入完成：新增 7 人').waitFor();
    await button('查看人员名册').click();
    await run.page.getByText('共 7 行').waitFor();
  });

  test('imported again it changes nothing', async () => {
    await toPreview();
    await expect.poll(counts).toEqual(['0', '0', '7', '4']);
    await expect.poll(() => button('导入 0 行').isDisabled()).toBe(true);
  });

  test('an agent is found by initials, opened with the keyboard and moved', async () => {
    const { page } = run;
    await goTo(page, 'people');
    await page.getByText('共 7 行').waitFor();
    const search = page.getByRole('textbox', { name: '在表中查找' });
    await search.fill('ayglmmt');
    await page.getByText('显示 1 行，共 7 行').waitFor();
    await intoList(page, search, '阿依古丽');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '阿依古丽·买买提' }).waitFor();
    await button('调动').click();
    const dialog = await inDialog(page);
    await dialog.getByLabel('团队').fill('晨曦组');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '归属记录' }).click();
    await page.getByRole('cell', { name: '至今' }).waitFor();
    await expect.poll(() => page.getByRole('tabpanel').getByRole('row').count()).toBe(3);
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText(/^调动，自 \d{4}-\d{2}-\d{2} 起$/).waitFor();
  });
});
