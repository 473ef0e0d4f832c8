// A plan by keyboard alone. Would catch: a calendar that a mouse is needed for, a day list that does not follow the focus, a draft
// that cannot be put in force or a draw that cannot be moved from the list.
import { expect, test } from 'vitest';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { seedConsole, signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

test('the calendar is walked and a draw is replaced from the keyboard', async () => {
  using dir = tempDir('plan-');
  const { planId } = await seedConsole(dir.path);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await signIn(page);

  await goTo(page, `plan/${planId}?tab=calendar`);
  const chosen = page.getByRole('gridcell', { selected: true });
  await chosen.focus();
  const day = async () => /^\d{4}-\d{2}-\d{2}/.exec((await chosen.textContent()) ?? '')?.[0] ?? '';
  const start = await day();
  await chosen.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => Date.parse(await day()) - Date.parse(start)).toBe(7 * 86_400_000);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await day()).slice(8)).toBe('01');
  const next = await day();
  expect(next.slice(0, 7) > start.slice(0, 7)).toBe(true);
  await chosen.and(page.locator(':focus')).waitFor();
  await page.getByRole('heading', { name: next }).waitFor();

  await goTo(page, `plan/${planId}?tab=list`);
  await page.locator('.ag-row:visible').filter({ hasText: '已安排' }).getByText('一组').first().click();
  await page.getByRole('button', { name: '替换', exact: true }).focus();
  await page.keyboard.press('Enter');
  await inDialog(page);
  await page.getByLabel('不能观察的理由').fill('岗位调整');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(/^(已由.+替补|已替换；)/).waitFor();
  await page.getByText(/^岗位调整（林经理）/).waitFor();
});
