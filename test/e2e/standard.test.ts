// 标准库 in the window: found by pinyin, a draft edited, checked, compared, published, exchanged with Excel, printed.
import { AxeBuilder } from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, PASSWORD, testConsole } from '../support/console.ts';
import { anewOnRetry, inDialog, openPalette, settled as atRest } from '../support/going.ts';
import { answerOpenDialog, answerSaveDialog, launch, type Running } from '../support/launch.ts';
import { tempDir } from '../support/tempDir.ts';

const dir = tempDir('standard-e2e-');
let run: Running;
let page: Page;

beforeAll(async () => {
  const folder = join(dir.path, 'data');
  mkdirSync(folder, { recursive: true });
  {
    using running = testConsole({ folder });
    await running.setUp();
  }
  run = await launch({ userData: dir.path });
  page = run.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByLabel('登录名').fill(ADMIN);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '标准库' }).click();
  await page.locator('.ag-row').first().waitFor();
});
afterAll(async () => {
  await run?.[Symbol.asyncDispose]();
  dir[Symbol.dispose]();
});

const detail = () => page.getByRole('complementary', { name: '详细内容' });
/** By its words alone: an icon before or after them has a name of its own. */
const button = (name: string) => page.getByRole('button', { name: new RegExp(`^([a-z-]+ )?${name}( [a-z-]+)?$`) });
const violations = async (part = 'body') => {
  const { violations: found } = await new AxeBuilder({ page })
    .include(part)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
/** Saves and reads take as long as the machine needs. */
const patiently = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });
/** A drawer or message that fades would be judged half transparent. */
const settled = () => atRest(page);
const more = async (name: string) => {
  await button('更多操作').click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};

describe('the standard library', () => {
  anewOnRetry(() => page, 'standard');

  test('a criterion is not found by pinyin initials, by English or by code, or the list scrolls sideways', async () => {
    const search = page.getByLabel('在表中查找');
    for (const [typed, code] of [
      ['bjsbf', '1.2.1-6'],
      ['premium money', '1.2.1-6'],
      ['3.4-2', '3.4-2'],
    ] as const) {
      await search.fill(typed);
      await patiently(() => page.locator('.ag-row [col-id="code"]').allInnerTexts()).toEqual([code]);
    }
    await search.fill('');
    await page.locator('.ag-row').nth(9).waitFor();
    const right = (selector: string) =>
      page
        .locator(selector)
        .last()
        .evaluate((element) => element.getBoundingClientRect().right);
    await patiently(async () => (await right('.ag-header-cell')) <= (await right('.ag-root-wrapper'))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
  });

  test('choosing a clause does not narrow the list, or a criterion does not show its anchors', async () => {
    await page.getByText('2.4.1 法律风险').click();
    await patiently(() => page.locator('.ag-row').count()).toBe(5);
    await page.locator('.ag-row [col-id="text"]').first().click();
    await detail().getByRole('heading', { name: '2.4.1-1' }).waitFor();
    await patiently(() => detail().innerText()).toContain('所推荐的产品都在公司在售清单中');
    expect(await detail().innerText()).toContain('Introduces and sells approved or filed products only');
    expect(await detail().getByRole('button', { name: '修改' }).count()).toBe(0);
    await settled();
    expect(await violations()).toEqual([]);
  });

  test('Ctrl+K does not lead to a criterion', async () => {
    await (await openPalette(page)).fill('bjsbf');
    await page.getByRole('option', { name: /不经手保费/ }).click();
    await detail().getByRole('heading', { name: '1.2.1-6' }).waitFor();
  });

  test('a draft with a missing text can be published, or its change is not in the comparison', async () => {
    await button('新建草稿').click();
    await page.getByLabel('版本标题').fill('2027 年修订');
    await button('保存').click();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('内容（英文）').fill('');
    await settled();
    expect(await violations('.ant-drawer')).toEqual([]);
    await button('保存').click();
    await patiently(() => detail().innerText()).not.toContain('Does not handle premium money');
    await button('发布').click();
    await page.getByText('缺少文字').waitFor();
    await page.getByRole('button', { name: '查看 1.2.1-6' }).click();
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('内容（英文）').fill('Never handles premium money');
    await button('保存').click();
    await patiently(() => detail().innerText()).toContain('Never handles premium money');

    await button('对比').click();
    await page.getByText('新增 0，删除 0，修改 1').waitFor();
    await patiently(() => page.locator('ins').innerText()).toContain('Never handles premium money');
    await settled();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await button('发布').click();
    const dialog = await inDialog(page);
    await dialog.getByText('与第 1 版相比有 1 处变化').waitFor();
    await dialog.getByRole('button', { name: '发布' }).click();
    await page.getByText('已发布第 2 版').waitFor();
    await button('新建草稿').waitFor();
  });

  test('a bad cell is not named, or keeps a good workbook out afterwards', async () => {
    const path = dir.file('标准.xlsx');
    await answerSaveDialog(run.app, path);
    await more('导出');
    await page.getByText(`已导出到 ${path}`).waitFor();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path, { ignoreNodes: ['dataValidations'] });
    const cell = book.getWorksheet('检查项')!.getCell('F9');
    const good = cell.value;
    cell.value = '百分制';
    await book.xlsx.writeFile(path);
    await answerOpenDialog(run.app, [path]);
    await more('导入');
    await page.getByRole('row', { name: /检查项 F9 百分制 不是可填的词/ }).waitFor();
    await settled();
    expect(await violations('.ant-drawer')).toEqual([]);
    await page.keyboard.press('Escape');
    cell.value = good;
    await book.xlsx.writeFile(path);
    await more('导入');
    await page.getByText('已导入为草稿“2027 年修订”').waitFor();
    await button('对比').click();
    await page.getByText('两个版本的内容相同').waitFor();
    await page.keyboard.press('Escape');
    await more('删除草稿');
    await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
    await page.getByText('草稿已删除').waitFor();
  });

  test('the blank checklist lacks an item of the version, its boxes, or a red line’s mark', async () => {
    await button('打印空白检查表').click();
    await page.getByRole('heading', { name: '服务进行' }).waitFor();
    await patiently(() => page.locator('.checklist tr').count()).toBe(63);
    expect(await page.locator('.checklist-red').count()).toBe(12);
    const likert = page.locator('tr', { hasText: '1.4.1-1' });
    expect(await likert.locator('.checklist-box').count()).toBe(5);
    await settled();
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await patiently(() => page.locator('.checklist-tools').isVisible()).toBe(false);
    // Everything flows onto pages: nothing is cut at the window's height.
    expect(await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight * 3)).toBe(true);
    await page.emulateMedia({ media: null });
  });
});
