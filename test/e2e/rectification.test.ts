// Findings and rectification as a supervisor's hands meet them. Would catch: a finding that only the mouse joins, a join that leaves no
// trace, a plan or a finding half typed that is lost with the page, a plan half saved, one sent back that looks as if it went on, words
// or focus lost with a dialog, an agent's record that does not say what is overdue.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConsole } from '../support/console.ts';
import { anewOnRetry, goTo, inDialog, intoList } from '../support/going.ts';
import { launch, type Running } from '../support/launch.ts';
import { asAdmin, observing } from '../support/observing.ts';
import { finding, PLAN, submittedRectification } from '../support/rectifying.ts';
import { signIn } from '../support/seededConsole.ts';
import { tempDir, type TempDir } from '../support/tempDir.ts';

const DAY = 86_400_000;

interface Seeded {
  readonly agentId: string;
  readonly rectificationId: string;
  readonly waiting: string;
  readonly sentBack: string;
}

/** One rectification of an overdue deadline, and three findings of the same agent that wait. */
async function seed(userData: string): Promise<Seeded> {
  const begin = Date.now() - 20 * DAY;
  using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date(begin).toISOString() });
  const { agentId } = await observing(run);
  const occurredAt = new Date(begin - 3_600_000).toISOString();
  const found = async (description: string) =>
    (await run.client.findings.record(finding(agentId, { occurredAt, description }))).id;
  const first = await found('接待时没有起身问候');
  const deadline = new Date(begin + 5 * DAY).toISOString().slice(0, 10);
  const { id } = await run.client.rectification.plan({ ...PLAN, findingIds: [first], deadline, follows: null });
  await found('没有向客户介绍自己和工号');
  await found('客户离开时没有送别');
  const waiting = await found('回访没有记录时间');
  const back = await found('没有留下联系方式');
  const sentBack = await submittedRectification(run, [back], {
    ...{ title: '联系方式', deadline: new Date(begin + 60 * DAY).toISOString().slice(0, 10) },
  });
  await asAdmin(run);
  await run.client.rectification.sendBack({ id: sentBack, reason: '没有模拟记录' });
  return { agentId, rectificationId: id, waiting, sentBack };
}

describe('findings and rectification', () => {
  let dir: TempDir;
  let run: Running;
  let seeded: Seeded;

  beforeAll(async () => {
    dir = tempDir('rectification-');
    seeded = await seed(dir.path);
    run = await launch({ userData: dir.path });
    await signIn(run.page, 'zhao');
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
    dir?.[Symbol.dispose]();
  });

  anewOnRetry(() => run.page);

  test('a finding is joined into a running rectification with keys alone, from the ledger and from the rectification', async () => {
    const { page } = run;
    await goTo(page, 'findings');
    const search = page.getByRole('searchbox').or(page.getByPlaceholder('按文字、编号或拼音查找')).first();
    await search.fill('工号');
    await page.getByText('共 1 行').waitFor();
    await intoList(page, search, '没有向客户介绍自己和工号');
    await page.keyboard.press('j');
    await inDialog(page);
    await page
      .getByRole('radio', { name: new RegExp(PLAN.title) })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.ag-row', { hasText: '整改中' }).waitFor();

    await goTo(page, `rectifications/${seeded.rectificationId}`);
    await page.getByRole('link', { name: '没有向客户介绍自己和工号' }).waitFor();
    const more = page.getByRole('button', { name: '纳入问题' });
    await more.focus();
    await page.keyboard.press('Enter');
    await inDialog(page);
    const box = page.getByRole('checkbox', { name: /客户离开时没有送别/ });
    // Findings on the same item are ticked at first.
    await expect.poll(() => box.isChecked()).toBe(true);
    const other = page.getByRole('checkbox', { name: /回访没有记录时间/ });
    await other.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => other.isChecked()).toBe(false);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '客户离开时没有送别' }).waitFor();
    expect(await page.getByRole('link', { name: '回访没有记录时间' }).count()).toBe(0);
    await goTo(page, `rectifications/${seeded.rectificationId}?tab=history`);
    await expect.poll(() => page.getByText('纳入问题（1 个问题）').count()).toBe(2);
  });

  test('a plan and a finding half typed are still there after the page was lost, and gone once dropped', async () => {
    const { page } = run;
    const measures = () => page.getByRole('textbox', { name: '整改措施' });
    await goTo(page, `rectifications/new?findings=${seeded.waiting}`);
    await measures().fill('补记三次回访');
    await page.getByRole('textbox', { name: '为什么（2）' }).fill('没有表格');
    await page.getByRole('checkbox', { name: '流程' }).check();
    await page.reload();
    await page.getByText('已恢复上次没有保存的内容').waitFor();
    expect(await measures().inputValue()).toBe('补记三次回访');
    expect(await page.getByRole('textbox', { name: '为什么（2）' }).inputValue()).toBe('没有表格');
    expect(await page.getByRole('checkbox', { name: '流程' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: '重新填写' }).click();
    await expect.poll(() => measures().inputValue()).toBe('');
    expect(await page.getByRole('textbox', { name: '为什么（2）' }).inputValue()).toBe('');
    await page.reload();
    await measures().waitFor();
    expect(await page.getByText('已恢复上次没有保存的内容').count()).toBe(0);

    await goTo(page, `findings/new?agent=${seeded.agentId}`);
    const description = () => page.getByRole('textbox', { name: '问题描述' });
    await description().fill('没有核对客户身份');
    await page.reload();
    await page.getByText('已恢复上次没有保存的内容').waitFor();
    expect(await description().inputValue()).toBe('没有核对客户身份');
    await page.getByRole('button', { name: '重新填写' }).click();
  });

  test('a plan that lacks what the start demands is half saved, or does not lead to what it lacks', async () => {
    const { page } = run;
    await goTo(page, `rectifications/new?findings=${seeded.waiting}`);
    await page.getByRole('textbox', { name: '整改措施' }).fill('补记三次回访');
    await page.getByRole('button', { name: '保存并开始整改' }).click();
    await page.getByText('请填写根本原因').waitFor();
    await page.getByText('请填写整改要求').waitFor();
    await page.getByRole('checkbox', { name: '人员' }).and(page.locator(':focus')).waitFor();
    expect(await page.getByText('请填写整改措施').count()).toBe(0);
    await page.getByRole('heading', { name: '制订整改' }).waitFor();
    await page.getByRole('button', { name: '保存计划' }).click();
    await page.getByText('已计划', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    const dialog = await inDialog(page);
    await dialog.getByRole('textbox', { name: '理由' }).fill('重复');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已撤回', { exact: true }).waitFor();
    await page.locator('h1:focus').waitFor();
  });

  test('one that was sent back looks as if it went on, or what is typed goes with the dialog', async () => {
    const { page } = run;
    await goTo(page, `rectifications/${seeded.sentBack}`);
    await page.getByRole('alert').getByText('没有模拟记录').waitFor();
    await page.getByText('被退回', { exact: true }).first().waitFor();
    await page.getByRole('cell', { name: '被退回的完成情况' }).or(page.getByText('被退回的完成情况')).first().waitFor();
    const submit = page.getByRole('button', { name: '提交验证' }).first();
    const words = page.getByRole('dialog').getByRole('textbox', { name: '完成情况' });
    await submit.click();
    await inDialog(page);
    await words.fill('补交三次模拟记录');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await submit.and(page.locator(':focus')).waitFor();
    await submit.click();
    await inDialog(page);
    expect(await words.inputValue()).toBe('补交三次模拟记录');
    await page.keyboard.press('Control+Enter');
    await page.getByText('待验证', { exact: true }).first().waitFor();
    await page.locator('h1:focus').waitFor();
    expect(await page.getByText('被退回', { exact: true }).count()).toBe(0);
    await goTo(page, `rectifications/${seeded.sentBack}?tab=history`);
    await page.locator('.history-reason', { hasText: '补交三次模拟记录' }).waitFor();
    await page.locator('.history-reason', { hasText: '已参加培训，模拟三次' }).waitFor();
  });

  test('the agent’s record shows what is overdue and what waits, and leads on', async () => {
    const { page } = run;
    await goTo(page, `people/${seeded.agentId}?tab=rectification`);
    await page.getByText('逾期 1 项').waitFor();
    await page.locator('.ag-row', { hasText: PLAN.title }).dblclick();
    await page.getByRole('heading', { name: PLAN.title }).waitFor();
  });
});
