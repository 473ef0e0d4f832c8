// A quarter of a branch in the window: from the plan that was kept to the finalised result, a late record that moves nothing, an
// appeal that raises a score, the next numbered result, and its workbook worked out anew by another program.
// Would catch: a ranking that keys cannot walk, a decision without its person, a finalised result that moves, an appeal decided
// by whoever judged, a raise that the next result or the workbook leaves out.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { ADMIN } from '../support/console.ts';
import { goTo, inDialog, intoList } from '../support/going.ts';
import { answerSaveDialog, launch } from '../support/launch.ts';
import { libreOffice } from '../support/officeTools.ts';
import { cellsOf, recalculated } from '../support/recalculated.ts';
import { enterLate, seedQuarter, type SeededQuarter } from '../support/seedQuarter.ts';
import { signIn } from '../support/seededConsole.ts';
import { signInInstead } from '../support/signInInstead.ts';
import { tempDir } from '../support/tempDir.ts';

const office = libreOffice();
const BEST = '人员0';
const APPELLANT = '人员3';
const BEST_FIRST = [BEST, '人员1', '人员2', APPELLANT];

const list = (page: Page, name: RegExp) => page.getByRole('region', { name });
const pane = (page: Page) => page.getByRole('complementary', { name: '得分的由来' });
const searchOf = (page: Page, name: RegExp) => list(page, name).getByRole('textbox', { name: '在表中查找' });
const RANKED = /^排名$/;
const APART = /^样本不足/;

/** Chooses an agent of the ranking; the pane is that agent's afterwards. */
async function choose(page: Page, name: string): Promise<void> {
  await list(page, RANKED).locator('.ag-row', { hasText: name }).first().click();
  await pane(page).getByRole('heading', { name }).waitFor();
}

const scoreOf = async (page: Page, name: string): Promise<number> => {
  await choose(page, name);
  return Number(await pane(page).locator('.assessment-figure').innerText());
};
const digestOf = (page: Page) =>
  page
    .locator('.record-head')
    .getByText(/摘要 [0-9a-f]{12}/)
    .innerText();

/** Asks, and answers with the button of the same name in the dialog. */
async function confirmed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = await inDialog(page);
  await dialog.getByRole('button', { name, exact: true }).click();
}

interface Finalised {
  readonly address: string;
  /** The best agent's score. */
  readonly best: number;
  readonly frozen: string;
}

/** From the plan that was kept to the first finalised result. */
async function finalised(userData: string, { planId }: SeededQuarter): Promise<Finalised> {
  await using run = await launch({ userData });
  const { page } = run;
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await goTo(page, `plan/${planId}?tab=coverage`);
  for (const [team, agents] of [
    ['一组', 1],
    ['二组', 4],
  ] as const)
    await page.getByRole('row', { name: new RegExp(`${team} ${agents} ${agents} ${agents} `) }).waitFor();

  await goTo(page, 'assessments');
  await page.getByRole('button', { name: '新建考核' }).first().click();
  await (await inDialog(page)).getByText('季度', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '打开考核' }).click();
  await page.getByText('证据正在收集').waitFor();
  const address = (await page.evaluate(() => location.hash)).replace(/^#\//, '').replace(/\?.*/, '');
  await page.getByRole('button', { name: '计算', exact: true }).first().click();
  await page.getByText('结果已算出，可以开始复核').waitFor({ timeout: 60_000 });

  // Down the ranking and the agents apart by arrow, a mark of review for each.
  for (const [name, people] of [
    [RANKED, BEST_FIRST],
    [APART, ['李四']],
  ] as const) {
    if (name === RANKED) await intoList(page, searchOf(page, name), BEST);
    for (const [at, person] of people.entries()) {
      // The arrow leads from the last of the ranking into the list below it.
      if (at > 0 || name === APART) await page.keyboard.press('ArrowDown');
      await pane(page).getByRole('heading', { name: person }).waitFor();
      await page.keyboard.press('r');
      await pane(page)
        .getByText(/林经理 于 .+ 复核/)
        .waitFor();
    }
  }
  await page.getByText('已复核 5/5').waitFor();

  await intoList(page, searchOf(page, RANKED), BEST);
  await pane(page).getByRole('heading', { name: BEST }).waitFor();
  await page.keyboard.press('d');
  const decision = await inDialog(page);
  await decision.getByText('荣誉称号', { exact: true }).click();
  await decision.getByLabel('名称').fill('服务之星');
  await decision.getByLabel('理由').fill('两次观察均无不合格');
  await decision.getByRole('button', { name: '作出决定' }).click();
  await decision.waitFor({ state: 'hidden' });
  await pane(page).getByText('决定', { exact: true }).click();
  await pane(page).getByText('服务之星').waitFor();
  await pane(page)
    .getByText(/林经理 于 .+ 决定/)
    .waitFor();

  const best = await scoreOf(page, BEST);
  await confirmed(page, '定稿');
  await page.getByText(/林经理 于 .+ 定稿/).waitFor();
  return { address, best, frozen: await digestOf(page) };
}

// A minute on a quiet machine.
test(
  'a quarter from plan to finalised assessment, an appeal that raises a score, the workbook',
  { timeout: 400_000 },
  async () => {
    using dir = tempDir('quarter-');
    const seeded = await seedQuarter(dir.path);
    const { start } = seeded;
    const { address, best, frozen } = await finalised(dir.path, seeded);
    await enterLate(dir.path, seeded);
    await using run = await launch({ userData: dir.path });
    const { page } = run;
    await page.setViewportSize({ width: 1366, height: 768 });
    await signIn(page);
    await goTo(page, address);
    await page.getByText('定稿之后有 1 处证据变化').waitFor();
    expect(await scoreOf(page, BEST)).toBe(best);
    await page.getByRole('tab', { name: '差异' }).click();
    const late = page.locator('.ag-row', { hasText: '人员0' });
    await late.getByText('新增').waitFor();
    await late.getByText('现场观察').waitFor();

    // Filed by the manager who reviewed the agent, and so decided by somebody else.
    await page.getByRole('tab', { name: '排名与复核' }).click();
    const before = await scoreOf(page, APPELLANT);
    await pane(page).getByRole('button', { name: '提出申诉' }).click();
    const filing = await inDialog(page);
    await filing.locator('#appeal-item').click();
    await filing.locator('#appeal-item').fill('3.4-1');
    await page
      .getByRole('option', { name: /3\.4-1/ })
      .or(page.locator('.ant-select-item-option', { hasText: '3.4-1' }))
      .first()
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await filing.getByText(/^原评估人/).waitFor();
    await filing.locator('#appeal-reason').fill('当时已经起身问候，照片可以看到');
    await filing.getByRole('button', { name: /^提\s?出$/ }).click();
    await page.getByRole('heading', { name: `${APPELLANT}对 3.4-1 的申诉` }).waitFor();
    await page.getByText('您登记了申诉又参与了此人的评估').waitFor();
    expect(await page.getByRole('button', { name: '接手处理' }).count()).toBe(0);

    await signInInstead(page, 'qian');
    await page.getByText('1 件申诉待处理').click();
    await page.getByRole('button', { name: '接手处理' }).click();
    await page.getByRole('button', { name: /^改\s?判$/ }).click();
    const raising = await inDialog(page);
    await raising.getByRole('radio').last().check();
    await raising.locator('#raise-reason').fill('照片可见已起身问候');
    await raising.getByRole('button', { name: /^改\s?判$/ }).click();
    await page.getByText('已定稿的第 1 次结果保持原样').waitFor();
    await page.getByRole('button', { name: '重新计算' }).click();
    await page.getByText(`再次计算的理由：申诉改判：${APPELLANT} 3.4-1`).waitFor({ timeout: 60_000 });
    await page.getByText('已复核 0/5').waitFor();
    const after = await scoreOf(page, APPELLANT);
    expect(after).toBeGreaterThan(before);

    // The second result by many at once; the first one stands as it was.
    await signInInstead(page, ADMIN);
    await goTo(page, address);
    for (const name of [RANKED, APART]) {
      await list(page, name).locator('.ag-row').first().waitFor();
      await list(page, name).locator('.ag-header-select-all input').check();
    }
    await page.getByRole('button', { name: '复核所选 5 人' }).click();
    await page.getByText('已复核 5/5').waitFor();
    await confirmed(page, '定稿');
    await page.getByText(/林经理 于 .+ 定稿/).waitFor();
    await page.getByRole('combobox', { name: '结果' }).click();
    await page.getByTitle(/^第 1 次结果/).click();
    await expect.poll(() => digestOf(page)).toBe(frozen);
    expect(await scoreOf(page, APPELLANT)).toBe(before);

    const file = dir.file('季度.xlsx');
    await goTo(page, `reports?kind=quarter&start=${start}`);
    await page.getByRole('tab', { name: '汇总' }).waitFor();
    await answerSaveDialog(run.app, file);
    await page.getByRole('button', { name: '导出工作簿' }).click();
    await page.getByRole('status', { name: '工作簿已导出' }).waitFor({ timeout: 60_000 });
    if (!office) return;
    const { file: theirs, compared, differences } = await recalculated(office, file, dir);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(100);
    const cells = await cellsOf(theirs);
    const own = [...cells].find(([at, { value }]) => at.startsWith('汇总!') && value === 'B0003')![0];
    const row = /\d+$/.exec(own)![0];
    const scores = [...cells].filter(
      ([at]) => at.startsWith('汇总!') && at.endsWith(row) && /\D/.test(at.at(-row.length - 1)!),
    );
    expect(scores.map(([, { value }]) => (typeof value === 'number' ? value.toFixed(2) : value))).toContain(
      after.toFixed(2),
    );
  },
);
