// The main job as a person does it in the window, step by step, in Chinese: what the end-to-end proof and other specs are made of.
//   await firstRun(page, FIRST_PERSON); await importRoster(run, file); await observe(page, {…}); await sign(page, {…});
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import type { Criterion } from '../../shared/contract/standard.ts';
import { CHOICES, isFailing } from '../../shared/domain/observation/scale.ts';
import { builtInStandard } from '../../shared/standard/builtIn.ts';
import { inDialog } from './going.ts';
import { answerOpenDialog, answerSaveDialog, type Running } from './launch.ts';
import { baselineJpeg, withMetadata } from './pictures.ts';

export const FIRST_PERSON = {
  branchCode: '3101',
  branchName: '上海分公司',
  name: '周负责',
  login: 'zhou',
  password: 'a long enough phrase',
};
export type FirstPerson = typeof FIRST_PERSON;

/** An agent of the roster workbook. */
export interface RosterLine {
  readonly number: string;
  readonly name: string;
  readonly team: string;
}

/** From the empty console to the desk: branch, first person, recovery code. */
export async function firstRun(page: Page, person: FirstPerson): Promise<void> {
  await page.getByLabel('机构代码').fill(person.branchCode);
  await page.getByLabel('机构名称').fill(person.branchName);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('登录名').fill(person.login);
  await page.getByLabel('密码', { exact: true }).fill(person.password);
  await page.getByLabel('再输一次密码').fill(person.password);
  await page.getByRole('button', { name: '建立' }).click();
  await page.getByLabel('我已将恢复码妥善保存').check();
  await page.getByRole('button', { name: '进入督导台' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}

/** A roster as a branch keeps it: a title over the header row. */
export async function writeRoster(file: string, lines: readonly RosterLine[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('花名册');
  sheet.addRow(['上海分公司人员花名册']);
  sheet.addRow(['工号', '姓名', '团队']);
  for (const { number, name, team } of lines) sheet.addRow([number, name, team]);
  await book.xlsx.writeFile(file);
}

/** Opens a screen through the menu. */
export const openScreen = (page: Page, name: string): Promise<void> =>
  page.locator('.nav-link', { hasText: name }).click();

/** Imports a roster workbook whose headers are all known; `added` agents are expected. */
export async function importRoster({ app, page }: Running, file: string, added: number): Promise<void> {
  await openScreen(page, '人员');
  await page.getByRole('button', { name: '导入花名册' }).first().click();
  await answerOpenDialog(app, [file]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('button', { name: `导入 ${added} 行` }).click();
  await page.getByText(`导入完成：新增 ${added} 人`).waitFor();
}

const criteria = new Map(builtInStandard.criteria.map((criterion) => [criterion.code, criterion]));

/** The digit of the best or the worst answer. */
function digit({ scale }: Criterion, fails: boolean): string {
  return CHOICES[scale].find(({ value }) => (fails ? isFailing(scale, value) : value === 1))!.key;
}

/** The item the hands are at. */
const currentCode = async (page: Page): Promise<string> =>
  (await page.locator('.item-current').getAttribute('data-item')) ?? '';

export interface ObservePlan {
  readonly agent: RosterLine;
  /** Codes of items that fail; red lines among them are recorded as such. */
  readonly failing: readonly string[];
}

/** Starts an observation, answers every item, and gives each failing one its problem record and a photo. Ends on the review. */
export async function observe(page: Page, { agent, failing }: ObservePlan): Promise<void> {
  await openScreen(page, '工作台');
  await page.getByRole('button', { name: '开始观察' }).first().click();
  await page.getByRole('combobox', { name: '被观察人员' }).fill(agent.number);
  await page.getByRole('option', { name: new RegExp(agent.name) }).click();
  await page.getByLabel(/^已向客户说明/).check();
  await page.keyboard.press('Control+Enter');

  const progress = page.getByText(/^已答 \d+\/\d+$/);
  const [, all = ''] = /\/(\d+)$/.exec((await progress.first().textContent()) ?? '') ?? [];
  for (let done = 1; done <= Number(all); done += 1) {
    const code = await currentCode(page);
    const criterion = criteria.get(code)!;
    const fails = failing.includes(code);
    await page.keyboard.press(digit(criterion, fails));
    if (fails && criterion.redLine) await page.getByRole('button', { name: '记录红线并继续' }).click();
    await page.getByText(`已答 ${done}/${all}`, { exact: true }).waitFor();
    // A failing item keeps its place, for the problem record.
    if (fails) await page.keyboard.press('Enter');
    // The next item may be drawn after the count: a digit pressed too early would answer this one again.
    if (done < Number(all)) await page.locator(`.item-current:not([data-item="${code}"])`).waitFor();
  }
  for (let left = failing.length; left > 0; left -= 1) await recordProblem(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('内容已经齐全').waitFor();
}

/** Goes to the next incomplete item, fills its problem record and attaches a photo that carries metadata. */
async function recordProblem(page: Page): Promise<void> {
  await page.keyboard.press('m');
  const row = page.locator('.item-current');
  await row.getByText('待填').first().waitFor();
  const code = await currentCode(page);
  await page.locator(`[id="description-${code}"]`).fill(`${code} 没有做到，当场已说明`);
  await row.getByText('服务态度', { exact: true }).click();
  await page.locator(`[id="scopeOfImpact-${code}"]`).fill('在场客户一名');
  await row.locator('input[type=file]').setInputFiles({
    name: '现场.jpg',
    mimeType: 'image/jpeg',
    buffer: withMetadata(baselineJpeg()),
  });
  const dialog = await inDialog(page);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '保存照片' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.locator('.evidence-list .ant-image').first().waitFor();
  // Esc leaves the field, so that keys are the runner's again.
  await page.locator(`[id="description-${code}"]`).focus();
  await page.keyboard.press('Escape');
  await page.locator(`[data-item="${code}"]:focus`).waitFor();
}

/** On the review: both signatures and the submission. */
export async function signAndSubmit(page: Page, agent: RosterLine, password: string): Promise<void> {
  await page.getByLabel('登录密码').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('密码确认').waitFor();
  await page.getByText('同意', { exact: true }).click();
  await page.getByText('键入姓名和工号', { exact: true }).click();
  await page.getByLabel('本人姓名').fill(agent.name);
  await page.getByLabel('本人工号').fill(agent.number);
  await page.keyboard.press('Enter');
  await page.getByText('已经齐全，可以提交').waitFor();
  await page.getByRole('button', { name: '提交并锁定' }).click();
  await page.getByRole('heading', { name: `${agent.name}的现场观察` }).waitFor();
}

/** Exports the workbook that 报表 offers to a file. */
export async function exportReport({ app, page }: Running, file: string): Promise<void> {
  await openScreen(page, '报表');
  await page.getByRole('heading', { name: '服务质量评估报告' }).waitFor();
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '导出工作簿' }).click();
  await page.getByRole('status', { name: '工作簿已导出' }).waitFor({ timeout: 120_000 });
}

/** Verifies a workbook on 报表 and returns what the console says of it. */
export async function verifyReport({ app, page }: Running, file: string): Promise<string> {
  await openScreen(page, '报表');
  await answerOpenDialog(app, [file]);
  await page.getByRole('button', { name: '核验工作簿' }).click();
  const dialog = page.getByRole('dialog', { name: '核验结果' });
  await dialog.getByRole('status').waitFor({ timeout: 60_000 });
  const said = await dialog.innerText();
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await dialog.waitFor({ state: 'hidden' });
  return said;
}
