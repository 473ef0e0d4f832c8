// The frame around every screen, as a person meets it: first set-up, sign-in, roles, lock, palette, lists, languages.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anewOnRetry, goTo, inDialog, intoList, openPalette } from '../support/going.ts';
import { launch, type Running } from '../support/launch.ts';

const CHIEF = { login: 'zhoumin', password: 'correct horse 1' };
const ASSESSOR = { login: 'chenlin', first: 'first-pass-01', password: 'my-own-pass-77' };

describe('the frame', () => {
  let run: Running;
  let page: Page;
  let recoveryCode = '';

  beforeAll(async () => {
    run = await launch();
    page = run.page;
    await page.setViewportSize({ width: 1366, height: 768 });
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
  });

  anewOnRetry(() => page);

  // Icons lend buttons a word of their own, so some are found by the end of their name.
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const open = (address: string) => goTo(page, address);
  const signIn = async (login: string, password: string) => {
    await field('登录名').fill(login);
    await field('密码').fill(password);
    await page.keyboard.press('Enter');
  };
  const command = async (name: RegExp) => {
    await openPalette(page);
    await page.getByRole('option', { name }).click();
  };

  // A way on without the code kept would leave a console that nobody can get back into.
  test('is set up by the keyboard alone, and not without keeping the recovery code', async () => {
    const type = async (...texts: string[]) => {
      for (const text of texts) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
    };
    await page.locator('#branchCode:focus').waitFor();
    await type('3101', '浦东支公司');
    await page.keyboard.press('Enter');
    await page.locator('#name:focus').waitFor();
    await type('周敏', CHIEF.login);
    await page.keyboard.type(CHIEF.password);
    await field('再输一次密码').fill(`${CHIEF.password}2`);
    await page.keyboard.press('Enter');
    await page.getByText('两次输入的密码不一致').waitFor();
    await field('再输一次密码').fill(CHIEF.password);
    await page.keyboard.press('Enter');
    recoveryCode = (await page.getByLabel('恢复码', { exact: true }).textContent()) ?? '';
    expect(recoveryCode).toMatch(/^([A-Z0-9]{5}-){4}[A-Z0-9]{5}$/);
    await expect.poll(() => button('进入督导台').isDisabled()).toBe(true);
    await page.getByRole('checkbox').check();
    await button('进入督导台').click();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.getByRole('banner').getByText('浦东支公司').waitFor();
  });

  // A list that loses the keyboard, or a dialog that Enter does not open, needs a mouse.
  test('adds a user, and opens one from the list by search, arrow and Enter', async () => {
    await open('settings/users');
    await button(/新增用户/)
      .first()
      .click();
    const dialog = await inDialog(page);
    await dialog.getByLabel('登录名').fill(ASSESSOR.login);
    await dialog.getByLabel('姓名').fill('陈琳');
    await dialog.getByRole('checkbox', { name: /督导员/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /第三方评估员/ }).check();
    await dialog.getByLabel('初始密码').fill(ASSESSOR.first);
    await page.keyboard.press('Enter');
    await page.getByText('共 2 行').waitFor();
    await page.getByLabel('在表中查找').fill('陈琳');
    await page.getByText('显示 1 行，共 2 行').waitFor();
    await intoList(page, page.getByLabel('在表中查找'), '陈琳');
    await page.keyboard.press('Enter');
    await dialog.getByText('编辑用户').waitFor();
    await expect.poll(() => dialog.getByLabel('登录名').inputValue()).toBe(ASSESSOR.login);
    await inDialog(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByLabel('在表中查找').fill('');
  });

  // Once the chooser asked a destroyed grid for its columns and took the screen down.
  test('keeps the columns that were chosen, and changes language with a list open', async () => {
    await button(/列$/).click();
    await page.getByRole('checkbox', { name: '建立时间' }).uncheck();
    await page.keyboard.press('Escape');
    const headers = async () => (await page.getByRole('columnheader').allTextContents()).join('|');
    await expect.poll(headers, { timeout: 10_000 }).not.toContain('建立时间');
    await command(/English/);
    await page.getByRole('tab', { name: 'Users' }).waitFor();
    await expect.poll(headers, { timeout: 10_000 }).toContain('Sign-in name');
    expect(await headers()).not.toContain('Created');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    await command(/简体中文/);
    await expect.poll(headers, { timeout: 10_000 }).toContain('登录名');
  });

  // Esc that goes back from an open dialog or a field being typed in would lose what was typed.
  test('Esc leaves a field first, then the screen', async () => {
    await link('工作台').click();
    await link('审计').click();
    // The screen before has such a field too.
    await page.getByRole('heading', { name: '审计', level: 1 }).waitFor();
    await page.getByLabel('在表中查找').click();
    await page.keyboard.press('Escape');
    await page.locator('input:focus').waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('审计');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  // What merely holds the word stood above the screen of that name, and Enter opened a clause of the standard.
  test('find-and-do opens the screen or the work that is named', async () => {
    for (const [text, address] of [
      ['投诉', '#/complaints'],
      ['登记投诉', '#/complaints/new'],
    ] as const) {
      const find = await openPalette(page);
      await find.fill(text);
      await page
        .getByRole('option', { name: new RegExp(text) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await find.waitFor({ state: 'hidden' });
      await expect.poll(() => new URL(page.url()).hash).toBe(address);
      await page.locator('#main:not([inert])').waitFor();
    }
    await open('audit');
  });

  // A lock that unmounts loses the unsaved; one that only covers can be read by screen reader or tabbed into.
  test('locks after the idle time over a screen that stays, inert and unseen', async () => {
    await open('settings/users');
    await button(/新增用户/)
      .first()
      .click();
    await (await inDialog(page)).getByLabel('姓名').fill('还没有保存');
    await page.evaluate(() => {
      const later = Date.now() + 16 * 60_000;
      Date.now = () => later;
    });
    await page.getByRole('heading', { name: '屏幕已锁定' }).waitFor();
    await page.locator('#lock input:focus').waitFor();
    await expect
      .poll(() => page.locator('body > *').evaluateAll((all) => all.map((one) => (one as HTMLElement).inert || one.id)))
      .toEqual(expect.arrayContaining([true, 'lock']));
    expect(await page.locator('body > :not(#lock):not([inert]):not(script)').count()).toBe(0);
    expect(await page.getByRole('dialog').getByLabel('姓名').isVisible()).toBe(false);
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('body > *')?.id ?? 'lock')).toBe('lock');
    }
    await field('密码').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('密码不正确').waitFor();
    // Keys at the lock, in its field and beside it, reach nothing below: Esc would close the dialog, or leave the screen.
    await field('密码').press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('heading', { name: '屏幕已锁定' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await field('密码').fill(CHIEF.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '屏幕已锁定' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    expect(await page.getByRole('dialog').getByLabel('姓名').inputValue()).toBe('还没有保存');
    await page.reload();
    await page.getByRole('navigation').waitFor();
  });

  // A menu entry or an address that a role may not open would show what main then refuses.
  test('a new user must choose a password, and sees what the role may open', async () => {
    await command(/退出登录/);
    await signIn(ASSESSOR.login, ASSESSOR.first);
    await page.getByText('请先换成自己的密码').waitFor();
    await field('当前密码').fill(ASSESSOR.first);
    await field('新密码').fill(ASSESSOR.password);
    await field('再输一次新密码').fill(ASSESSOR.password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    await expect
      .poll(() => page.getByRole('navigation').getByRole('link').allTextContents())
      .toEqual(['工作台', '现场观察', '日常巡查', '满意度', '服务记录', '校准', '人员', '标准库', '设置']);
    await open('audit');
    await page.getByRole('heading', { name: '没有这一页' }).waitFor();
    await open('settings/users');
    await page.getByRole('tab', { name: '常规' }).waitFor();
    await expect.poll(() => page.getByRole('tab').allTextContents()).toEqual(['常规', '工作日历', '关于']);
    await command(/退出登录/);
  });

  // Wrong passwords without end would let one be guessed; a message without the minutes leaves people trying.
  test('five wrong passwords lock for a said time; the recovery code lets an administrator back in', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      // The same words stand there from the try before until this one is under way.
      await page.locator('.ant-alert').evaluateAll((old) => old.forEach((alert) => alert.setAttribute('data-old', '')));
      await signIn(ASSESSOR.login, `wrong-password-${attempt}`);
      const words = attempt < 5 ? '登录名或密码不正确' : '1 分钟后再试';
      await page.locator('.ant-alert:not([data-old])', { hasText: words }).waitFor();
      await page.waitForFunction(() => !document.querySelector('.ant-btn-loading'));
    }
    await button('忘记密码').click();
    await field('登录名').fill(CHIEF.login);
    await field('恢复码').fill(recoveryCode.toLowerCase());
    await field('新密码').fill('a new password 3');
    await field('再输一次新密码').fill('a new password 3');
    await page.keyboard.press('Enter');
    const next = page.locator('output');
    await next.waitFor();
    expect(await next.textContent()).not.toBe(recoveryCode);
    await page.getByRole('checkbox').check();
    await button('去登录').click();
    await signIn(CHIEF.login, 'a new password 3');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
});
