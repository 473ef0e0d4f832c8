// A complaint on the phone. Would catch: a field that the keyboard cannot reach, a draft lost on leaving, the same matter not
// found while it is typed, a name shown plain without a reason in the log.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaining, LETTER } from '../support/complaining.ts';
import { ADMIN, testConsole } from '../support/console.ts';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { observing } from '../support/observing.ts';
import { signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

const CONTENT = '业务员答应本周内寄送保单，至今没有寄出，电话也不回。';

test('is registered by keyboard alone, found again as it is typed, and joined; names are seen with a reason', async () => {
  using dir = tempDir('complaints-');
  {
    using run = testConsole({ folder: join(dir.path, 'data'), startsAt: new Date().toISOString() });
    await observing(run);
    await run.signInAs(ADMIN, ['administrator', 'manager']);
    await run.signInAs('zhao', ['supervisor']);
  }
  await using running = await launch({ userData: dir.path });
  const { page } = running;
  await page.getByRole('textbox').first().waitFor();
  await signIn(page, 'zhao');

  const begin = async () => {
    await goTo(page, 'complaints');
    await page.getByRole('heading', { name: '投诉', exact: true }).waitFor();
    await page.keyboard.press('n');
    await page.locator('#complaint-channel input:checked:focus').waitFor({ state: 'attached' });
  };
  const type = async (id: string, text: string) => {
    await page.locator(id).focus();
    await page.keyboard.insertText(text);
  };

  /** No category is assumed: the second one is chosen by the keys. */
  const category = async () => {
    await page.locator('#complaint-category').focus();
    await page.keyboard.press('Enter');
    await page.locator('.ant-select-item-option', { hasText: '服务态度' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option-active', { hasText: '服务态度' }).waitFor();
    await page.keyboard.press('Enter');
  };

  await begin();
  await page.keyboard.press('3');
  await page.getByRole('radio', { name: '3 网络' }).and(page.locator(':checked')).waitFor({ state: 'attached' });
  await page.locator('#complaint-agent').focus();
  await page.keyboard.type('lisi');
  await page.locator('.ant-select-item-option', { hasText: '李四' }).waitFor();
  await page.keyboard.press('Enter');
  await type('[aria-label="第 1 位投诉人姓名"]', '孙女士');
  await type('[aria-label="第 1 位投诉人联系方式"]', '13912345678');
  await type('#complaint-content', CONTENT);
  await category();

  // Left and come back: nothing is lost.
  await goTo(page, 'people');
  await page.getByRole('heading', { name: '人员' }).first().waitFor();
  await begin();
  expect(await page.locator('#complaint-content').inputValue()).toBe(CONTENT);
  await page.locator('.ant-select', { hasText: '李四' }).waitFor();
  // Nor is anything lost when the page dies.
  await page.locator('#complaint-content').focus();
  await page.keyboard.press('End');
  await page.keyboard.insertText('又');
  await page.waitForTimeout(1_500);
  await page.reload();
  await page.locator('#main').waitFor();
  await begin();
  expect(await page.locator('#complaint-content').inputValue()).toBe(`${CONTENT}又`);
  // What came with it goes to the case; a recording is refused by name.
  const evidence = page.locator('input[type=file]');
  const letter = { name: '客户来信.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await evidence.setInputFiles([letter, { name: '录音.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3') }]);
  await page.getByText(/录音\.mp3: 只接受照片与 PDF/).waitFor();
  await page.getByText('客户来信').waitFor();
  await page.locator('#complaint-content').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /投诉 \d{4}-0001/ }).waitFor();
  await page.getByRole('button', { name: '查看 客户来信' }).waitFor();
  expect(await page.getByText('孙女士').count()).toBe(0);

  await page.getByRole('button', { name: '查看真实姓名与联系方式' }).click();
  await inDialog(page);
  await page.keyboard.insertText('回电核实');
  await page.getByRole('dialog').getByRole('button', { name: '查看真实姓名与联系方式' }).click();
  await page.getByText('孙女士 · 13912345678').waitFor();

  // The second caller has the same contact: the case is found, and joined.
  await begin();
  expect(await page.locator('#complaint-content').inputValue()).toBe('');
  await type('[aria-label="第 1 位投诉人联系方式"]', '13912345678');
  await page.getByText('联系方式相同').waitFor();
  await page.locator('#complaint-agent').focus();
  await page.keyboard.type('lisi');
  await page.locator('.ant-select-item-option', { hasText: '李四' }).waitFor();
  await page.keyboard.press('Enter');
  await type('#complaint-content', CONTENT);
  await category();
  await page.getByRole('button', { name: '登记并并入此案' }).click();
  await page.getByText(/本件已并入 \d{4}-0001/).waitFor();
});

// Would catch: an answer that is lost by leaving, boxes that are empty though the case holds their words, a case that comes back from
// the review without saying why, a second round that begins with nothing.
test('an answer begins with the record, survives leaving, and comes back from the review with its reason', async () => {
  using dir = tempDir('complaint-draft-');
  let id: string;
  let returned: string;
  {
    using run = testConsole({ folder: join(dir.path, 'data'), startsAt: new Date().toISOString() });
    const { agentId } = await observing(run);
    const here = await complaining(run, agentId);
    id = await here.register();
    await here.until(id, 'handled');
    returned = await here.register();
    await here.until(returned, 'answered');
    await here.sendBack(returned);
  }
  await using running = await launch({ userData: dir.path });
  const { page } = running;
  await page.getByRole('textbox').first().waitFor();
  await signIn(page, 'zhao');
  const open = async (step: string, of = id) => {
    await goTo(page, `complaints/${of}`);
    await page.getByRole('region', { name: `下一步：${step}`, exact: true }).waitFor();
  };

  await open('反馈');
  const followUp = page.getByLabel('八、后续跟进');
  const verified = page.getByLabel('一、核实情况');
  await followUp.waitFor();
  expect(await verified.inputValue()).not.toBe('');
  expect(await page.getByLabel('四、核查权利与渠道').inputValue()).toContain('30 日内');
  await followUp.fill('一个月后由何清回访。');
  // Left at once by the address, as a menu entry does.
  await goTo(page, 'people');
  await page.getByRole('heading', { name: '人员', exact: true }).waitFor();
  await open('反馈');
  await page.getByText('尚未提交').waitFor();
  expect(await followUp.inputValue()).toBe('一个月后由何清回访。');
  await followUp.focus();
  await page.keyboard.press('Control+Enter');
  await (await inDialog(page)).getByRole('button', { name: '发出答复' }).click();
  await page.getByRole('region', { name: '下一步：联合复核' }).waitFor();
  // The keyboard goes on at the next step.
  await page.locator('#case-step-heading:focus').waitFor();
  expect(await page.getByRole('button', { name: '通过复核' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: '通过复核' }).isDisabled()).toBe(true);

  await open('处理', returned);
  const begun = page.getByRole('alert').filter({ hasText: '复核退回重办：林经理' });
  await begun.getByText('补偿与损失不相称，请重新处理。').waitFor();
  await page.getByLabel('处理依据').waitFor();
  expect(await page.getByLabel('处理依据').inputValue()).toBe('服务标准 2.3.1');
  expect(await page.getByLabel('第 1 项措施 内容').inputValue()).toBe('补办回访');
  await page.getByLabel('处理依据').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '下一步：反馈' }).waitFor();
  await begun.waitFor();
  await verified.waitFor();
  expect(await verified.inputValue()).toBe(LETTER.verified);
});
