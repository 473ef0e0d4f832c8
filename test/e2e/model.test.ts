// The scoring model on its screen: what is wrong is said beside its field, and a mended draft becomes the next version.
import { expect, test } from 'vitest';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { seedConsole, signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

// Would catch: a draft that is published with a mistake, a field whose change is lost, a list of changes that leaves one out.
test('a manager mends a draft, compares and publishes it', { timeout: 180_000 }, async () => {
  using dir = tempDir('model-');
  await seedConsole(dir.path);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await page.getByRole('textbox').first().waitFor();
  await signIn(page);
  await goTo(page, 'settings/model');
  const publish = page.getByRole('button', { name: /^发\s?布$/ });
  const cap = page.getByLabel('投诉扣分上限（分）');
  await page.getByText('请填写数值').waitFor();
  await expect.poll(() => publish.isDisabled()).toBe(true);
  await expect.poll(() => page.getByLabel('回复（小时）').isDisabled()).toBe(true);
  await cap.fill('8');
  await cap.press('Enter');
  await page.getByText('请填写数值').waitFor({ state: 'detached' });

  await page.getByText('比较', { exact: true }).first().click();
  await page.locator('.place-bar').getByText('月度', { exact: true }).click();
  await page.locator('.model-compare-bar button.ant-btn-primary').click();
  await page.getByText(/人等级改变/).waitFor();

  await publish.click();
  const dialog = await inDialog(page);
  await page.locator('#confirm-reason').fill('评审会决定');
  await dialog.getByRole('button', { name: /^发\s?布$/ }).click();
  await page.getByText(/现行第 2 版/).waitFor();
  await page.getByText('版本', { exact: true }).first().click();
  const changes = page.locator('section[aria-labelledby="model-differences"] tbody tr.ant-table-row');
  await expect
    .poll(() => changes.allInnerTexts())
    .toEqual([
      expect.stringMatching(/服务内容\s+20\s+25/),
      expect.stringMatching(/投诉扣分上限（分）\s+10\s+8/),
      expect.stringMatching(/良好：不低于（分）\s+80\s+82/),
    ]);
});
