// 响应与回访 and 客户反馈 as people use them: a ledger imported step by step and again without effect, a reply recorded with one
// click, praise recorded. Would catch: an import that cannot be driven by the screen, a clock that does not stop at the reply.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, testConsole } from '../support/console.ts';
import { anewOnRetry, goTo, intoList } from '../support/going.ts';
import { answerOpenDialog, launch, type Running } from '../support/launch.ts';
import { plainLedger } from '../support/ledgers.ts';
import { observing } from '../support/observing.ts';
import { signIn } from '../support/seededConsole.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

const HEADER = ['工单号', '工号', '客户', '类型', '提出时间', '答复时间'];

describe('responses', () => {
  let dir: TempDir;
  let run: Running;

  beforeAll(async () => {
    dir = tempDir('responses-');
    const folder = join(dir.path, 'user', 'data');
    mkdirSync(folder, { recursive: true });
    const now = Date.now();
    {
      using ready = testConsole({ folder, startsAt: new Date(now).toISOString() });
      await observing(ready);
    }
    const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
    await plainLedger(dir.file('台账.xlsx'), HEADER, [
      ['1', 'A0012', '甲', '咨询', at(30), at(29)],
      ['2', 'A0012', '乙', '理赔', at(3), ''],
      ['3', 'B9999', '丙', '咨询', at(2), ''],
    ]);
    run = await launch({ userData: join(dir.path, 'user') });
    await signIn(run.page, ADMIN);
    await run.page.getByRole('link', { name: '响应与回访' }).click();
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
    dir?.[Symbol.dispose]();
  });

  anewOnRetry(() => run.page);

  const button = (name: string | RegExp) => run.page.getByRole('button', { name });
  const rowOf = (text: string) => run.page.locator('.ag-row', { hasText: text }).first();
  const check = async () => {
    await goTo(run.page, 'responses/import/request');
    await answerOpenDialog(run.app, [dir.file('台账.xlsx')]);
    await button('选择文件').click();
    await run.page.getByText('E 列：提出时间').waitFor();
    await button('核对').click();
    await run.page.locator('.import-counts').waitFor();
    return run.page.locator('.import-counts dd').allTextContents();
  };

  test('a ledger is checked and imported, again without effect', async () => {
    expect(await check()).toEqual(['2', '0', '0', '1']);
    await rowOf('B5').waitFor();
    await button('导入 2 行').click();
    await run.page.getByText('导入完成：新增 2 行').waitFor();
    await button('查看列表').click();
    await run.page.getByText('共 2 行').waitFor();
    expect(await check()).toEqual(['0', '0', '2', '1']);
    await expect.poll(() => button('导入 0 行').isDisabled()).toBe(true);
  });

  test('a reply is recorded with one click and stops its clock', async () => {
    const { page } = run;
    await goTo(page, 'responses');
    await page.getByText('共 2 行').waitFor();
    const search = page.getByRole('textbox', { name: '在表中查找' });
    await search.fill('理赔');
    await page.getByText('显示 1 行，共 2 行').waitFor();
    await intoList(page, search, '理赔');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '服务请求 · 李四' }).waitFor();
    const running = () => page.getByText('计时中').count();
    await expect.poll(running).toBe(2);
    await button('记录已答复').click();
    await page.getByText('达标').waitFor();
    await expect.poll(running).toBe(1);
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('补填：答复时间').waitFor();
  });

  test('praise is recorded with its person in charge and cannot be confirmed by who recorded it', async () => {
    const { page } = run;
    await page.getByRole('link', { name: '客户反馈' }).click();
    await button('登记反馈').click();
    await page.getByRole('combobox', { name: '业务员' }).fill('A0012');
    await page.getByTitle(/^李四 · A0012/).click();
    await page.getByLabel('内容').fill('讲解耐心');
    await button('保存').click();
    await page.getByRole('heading', { name: '表扬 · 李四' }).waitFor();
    await expect.poll(() => button('确认表扬').isDisabled()).toBe(true);
  });
});
