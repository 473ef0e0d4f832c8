// Satisfaction surveys as hands meet them. Would catch: a paper that needs the mouse, typed answers lost by leaving the screen,
// a client mode that a key, the address or a reload opens.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, testConsole } from '../support/console.ts';
import { anewOnRetry, goTo } from '../support/going.ts';
import { launch, type Running } from '../support/launch.ts';
import { observing } from '../support/observing.ts';
import { signIn } from '../support/seededConsole.ts';
import { seedSurveys } from '../support/seedSurveys.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

async function seed(userData: string): Promise<void> {
  using ready = testConsole({ folder: join(userData, 'data'), startsAt: new Date().toISOString() });
  const { agentId } = await observing(ready);
  await seedSurveys(ready, agentId);
}

describe('satisfaction surveys', () => {
  let dir: TempDir;
  let run: Running;

  beforeAll(async () => {
    dir = tempDir('survey-');
    await seed(dir.path);
    run = await launch({ userData: dir.path });
    await signIn(run.page, 'zhao');
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
    dir?.[Symbol.dispose]();
  });

  anewOnRetry(() => run.page);

  const go = (address: string) => goTo(run.page, address);
  /** While clients have the window there is no screen to wait for. */
  const set = (address: string) => run.page.evaluate((hash) => (location.hash = `#/${hash}`), address);
  const keys = async (typed: string) => {
    for (const key of typed) await run.page.keyboard.press(key);
  };

  test('two papers are entered with the keyboard alone, and one half typed is still there after leaving', async () => {
    const { page } = run;
    await go('surveys/entry');
    await page.locator('#entry-agent:focus').waitFor();
    await page.keyboard.type('李四');
    await page.getByRole('option', { name: /李四/ }).waitFor();
    await page.keyboard.press('Enter');
    const before = Number((await page.getByText(/今天已录入 \d+ 份/).innerText()).match(/\d+/)![0]);
    await page.locator('#entry-item-0:focus').waitFor();
    await keys('545432101234');
    await page.locator('#entry-comment:focus').waitFor();
    await page.keyboard.type('讲得清楚');
    await page.keyboard.press('Enter');
    await page.getByText(`今天已录入 ${before + 1} 份`).waitFor();
    await page.locator('#entry-item-0:focus').waitFor();
    await keys('55');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`今天已录入 ${before + 2} 份`).waitFor();
    await page.locator('#entry-item-0:focus').waitFor();
    await keys('432');
    await go('surveys');
    // The paper with one item skipped.
    await page.getByText('11/12').waitFor();
    await go('surveys/entry');
    await page.locator('#entry-item-3:focus').waitFor();
    await expect
      .poll(() => page.locator('.entry-choices [aria-checked=true]').allInnerTexts())
      .toEqual(['4', '3', '2']);
  });

  test('client mode is left with the password alone', async () => {
    const { page } = run;
    await go('surveys/client');
    await page.locator('#hand-agent:focus').waitFor();
    await page.keyboard.type('李四');
    await page.getByRole('option', { name: /李四/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '交给客户', disabled: false }).click();
    await page.getByRole('heading', { name: '保险服务满意度调查' }).waitFor();
    const isClient = async () => {
      await page.waitForTimeout(300);
      expect(await page.locator('.client').count()).toBe(1);
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.locator('body').innerText()).not.toMatch(/王\*\*|赵|工作台|审计/);
    };
    await isClient();
    for (const key of ['Escape', 'Control+k', 'Control+Shift+L', 'Alt+ArrowLeft', 'Backspace', 'F5']) {
      await page.keyboard.press(key);
      await isClient();
    }
    for (const address of ['', 'surveys', 'people', 'audit']) {
      await set(address);
      await isClient();
    }
    for (const id of ['palette', 'lock'])
      await run.app.evaluate(({ Menu }, item) => {
        Menu.getApplicationMenu()?.getMenuItemById(item)?.click();
      }, id);
    await isClient();
    await page.reload();
    await page.getByRole('heading', { name: '保险服务满意度调查' }).waitFor();
    await isClient();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('Question 1 of 12').waitFor();
    await page.getByRole('button', { name: /Strongly agree/ }).click();
    for (const key of '43') {
      await page.getByText(`Question ${key === '4' ? 2 : 3} of 12`).waitFor();
      await keys(key);
    }
    for (let item = 4; item <= 12; item += 1) {
      await page.getByText(`Question ${item} of 12`).waitFor();
      await page.getByRole('button', { name: 'Skip this question' }).click();
    }
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.getByRole('button', { name: 'Staff' }).click();
    const password = page.locator('input[type=password]');
    await password.fill('not the password');
    await page.keyboard.press('Enter');
    await page.locator('.ant-alert-error').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await password.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await page.getByText('客户自填').first().waitFor();
  });
});
