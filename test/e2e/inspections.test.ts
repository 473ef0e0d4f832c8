// A record review and a patrol by the keyboard alone. Would catch: a key that does nothing, a mark before the verdict is on
// disk, a problem record that is lost, a submission past what is missing.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { seedConsole, signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

const keys = async (page: Page, ...names: readonly string[]) => {
  for (const name of names) await page.keyboard.press(name);
};

/** Fills what the problem record at the hands still asks for: description, class, scope. */
async function describe(page: Page): Promise<void> {
  const description = page.getByLabel('问题描述').last();
  await description.waitFor();
  await keys(page, 'n');
  await expect.poll(() => description.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('与系统记录不符');
  await keys(page, 'Tab', 'Space', 'Tab');
  await page.keyboard.type('一名客户');
  await keys(page, 'Escape');
}

test('a record review and a patrol by keyboard, and what they leave', { timeout: 240_000 }, async () => {
  using dir = tempDir('inspections-');
  const { inspections } = await seedConsole(dir.path);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await signIn(page, 'zhao');

  await goTo(page, `records/${inspections.drawn}`);
  await page.getByRole('button', { name: '开始检查' }).first().focus();
  await keys(page, 'Enter');
  await page.locator('[data-check="2.5.1-1"]').waitFor();
  const checks = await page.locator('[data-check]').count();
  await keys(page, '1', '2');
  await describe(page);
  // A red line asks first, and is given up by the button that Enter presses.
  await page.locator('[data-check="2.5.1-5"]').focus();
  await keys(page, '2');
  await page.locator('[role=dialog] button:focus').waitFor();
  await keys(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('[data-check="2.5.1-1"]').focus();
  await keys(page, 'Enter');
  for (let left = 2; left < checks; left += 1) await keys(page, '1');
  await page.getByText(`已查 ${checks}/${checks}`).waitFor();
  // What the screen said was saved is there when it is opened anew.
  const address = (await page.evaluate(() => location.hash)).replace('#/', '');
  await goTo(page, 'records');
  await page.getByRole('button', { name: '新建抽样' }).waitFor();
  await goTo(page, address);
  await page.getByText(`已查 ${checks}/${checks}`).waitFor();
  await keys(page, 'Control+Enter');
  await (await inDialog(page)).getByRole('button', { name: '提交并锁定' }).focus();
  await keys(page, 'Enter');
  await page.locator('.record-head').getByText('已提交').waitFor();
  await page.getByRole('tab', { name: '问题记录 1' }).click();
  await page.getByText('与系统记录不符').waitFor();

  await goTo(page, `patrol/${inspections.patrolling}/run`);
  const cells = page.locator('[data-cell]');
  await cells.first().waitFor();
  const saved = () => page.locator('[data-saved]').count();
  await expect.poll(saved).toBe(6);
  // The hands begin at the first empty cell: the seventh.
  await keys(page, '1', '0', 'ArrowRight', 'ArrowLeft', '2');
  await expect.poll(saved).toBe(9);
  expect(await cells.nth(6).getAttribute('data-saved')).toBe('passed');
  expect(await cells.nth(7).getAttribute('data-saved')).toBe('notApplicable');
  expect(await cells.nth(8).getAttribute('data-saved')).toBe('failed');
  // What is missing in the record stops the submission and leads there.
  await keys(page, 'Control+Enter');
  await page.getByText('还有 1 处待完成').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await describe(page);
  await keys(page, 'Control+Enter');
  await (await inDialog(page)).getByRole('button', { name: '提交并锁定' }).focus();
  await keys(page, 'Enter');
  await page.locator('.record-head').getByText('已提交').waitFor();
  await page.getByText('巡查用于发现问题，不计入评分').first().waitFor();
});
