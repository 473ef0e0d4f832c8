// What is typed and not saved. Would catch: a form that a crash of the page empties, Esc that lets typed text go unasked, a mark of 120
// that becomes 100 in silence, a supervision report whose words are gone after the menu.
import { expect, test } from 'vitest';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { seedConsole, signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

test('a training that is typed outlives the page, is asked about before it goes, and keeps no impossible mark', async () => {
  using dir = tempDir('kept-');
  await seedConsole(dir.path);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await signIn(page);

  const open = async () => {
    await goTo(page, 'training/records');
    await page.getByRole('button', { name: '登记培训' }).click();
    return inDialog(page);
  };
  const typed = await open();
  await typed.getByLabel('培训名称').fill('异议处理演练');
  const theory = typed.locator('.mark-input input.ant-input-number-input').first();
  await theory.fill('120');
  await typed.getByRole('button', { name: /^保\s*存$/ }).click();
  await typed.getByText('成绩“120%”不成立').waitFor();
  await expect.poll(() => theory.inputValue()).toBe('120');

  await page.reload();
  const again = await open();
  await again.getByText('已恢复上次没有保存的内容').waitFor();
  await expect.poll(() => again.getByLabel('培训名称').inputValue()).toBe('异议处理演练');
  await again.getByLabel('培训名称').press('Escape');
  const asked = page.getByRole('dialog', { name: '放弃填写的内容' });
  await asked.getByRole('button', { name: /^取\s*消$/ }).click();
  await expect.poll(() => again.getByLabel('培训名称').inputValue()).toBe('异议处理演练');
  await again.getByLabel('培训名称').press('Escape');
  await asked.getByRole('button', { name: /^放\s*弃$/ }).click();
  await again.waitFor({ state: 'detached' });

  const anew = await open();
  await expect.poll(() => anew.getByLabel('培训名称').inputValue()).toBe('');
});

test('the words of a supervision report are there after the screen was left without a save', async () => {
  using dir = tempDir('kept-');
  await seedConsole(dir.path);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await signIn(page);

  await goTo(page, 'improvement/supervision?tab=reports');
  await page.getByRole('button', { name: '编写本期报告' }).click();
  const words = page.getByLabel('情况说明');
  await words.waitFor();
  const address = new URL(page.url()).hash.slice(2);
  await words.fill('说明类问题最多');
  await page.reload();
  await goTo(page, address);
  await expect.poll(() => words.inputValue()).toBe('说明类问题最多');
  await page.getByText('文字还没有保存').waitFor();
  await page.getByRole('button', { name: '保存文字' }).click();
  await page.getByText('文字还没有保存').waitFor({ state: 'detached' });
});
