// The closed loop in the window: a complaint from the phone to the archive with one send-back, the rectification of its cause
// verified late by another person, its agent trained and observed again; after each step the score that the engine gives.
// Would catch: a step whose hands get nowhere, a duty that one person does for two, a complaint that counts before its review
// or not after it, a rectification that costs nothing when it is late or costs on after it was verified, hours that do not count.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { LETTER } from '../support/complaining.ts';
import { setClock } from '../support/clock.ts';
import { ADMIN, testConsole } from '../support/console.ts';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { answerItems, CONTEXT, observing, signed } from '../support/observing.ts';
import { signIn } from '../support/seededConsole.ts';
import { signInInstead, signOut } from '../support/signInInstead.ts';
import { tempDir } from '../support/tempDir.ts';

const JULY = { kind: 'month' as const, start: '2026-07-01' };
const CRITERION = '3.4-1';
const LETTER_LABELS: Readonly<Record<keyof typeof LETTER, string>> = {
  verified: '一、核实情况',
  basis: '二、依据与理由',
  remedies: '三、处理决定与救济',
  reexamination: '四、核查权利与渠道',
  measures: '五、处理措施',
  time: '六、办理时限',
  owner: '七、责任人',
  followUp: '八、后续跟进',
};

/** The console on the folder of the running one, at a moment of its own; `by` is at it. */
async function beside<Result>(
  userData: string,
  { at, by = 'zhao' }: { readonly at: string; readonly by?: string },
  use: (run: ReturnType<typeof testConsole>) => Promise<Result>,
): Promise<Result> {
  using run = testConsole({ folder: join(userData, 'data'), startsAt: at });
  await run.signInAs(by, ['supervisor']);
  // Awaited here, before the console closes.
  return await use(run);
}

interface Figures {
  readonly base: number;
  readonly complaints: number;
  readonly rectifications: number;
  readonly training: number;
  readonly composite: number;
}

/** July's score as the engine derives it at a moment. */
const scoreAt = (userData: string, agentId: string, at: string): Promise<Figures> =>
  beside(userData, { at }, async ({ client }) => {
    const { derivation, result } = await client.score.agent({ agentId, ...JULY });
    const nodes = derivation.terms.map(({ node }) => node);
    const part = (name: string) => nodes.find(({ level, key }) => level === name || key === name)?.value ?? 0;
    return {
      base: part('base'),
      complaints: part('complaints'),
      rectifications: part('rectifications'),
      training: part('training'),
      composite: result.composite ?? Number.NaN,
    };
  });

const step = (page: Page, name: string) => page.getByRole('region', { name: `下一步：${name}`, exact: true });
/** Two characters stand with a space between them. */
const button = (within: Page | Locator, words: string) =>
  within.getByRole('button', { name: new RegExp(`^${words.replace(/^(.)(.)$/, String.raw`$1\s?$2`)}$`) });

/** Fills the dialog that a button opens, and waits until it is saved and gone. */
async function dialog(page: Page, open: Locator, fields: Readonly<Record<string, string>>, ok = '保存'): Promise<void> {
  await open.click();
  const shown = await inDialog(page);
  for (const [label, words] of Object.entries(fields)) await shown.getByLabel(label, { exact: true }).fill(words);
  await button(shown, ok).click();
  await shown.waitFor({ state: 'hidden' });
}

/** Chooses in a select by the words of the option. */
async function choose(page: Page, select: Locator, words: string): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click();
}

/** As the complainant speaks: channel, agent, name, contact, content, without the mouse. Returns the case's address. */
async function registered(page: Page): Promise<string> {
  await goTo(page, 'complaints');
  await page.getByRole('button', { name: '登记投诉' }).first().waitFor();
  await page.keyboard.press('n');
  const press = (key: string) => page.keyboard.press(key);
  await page.locator('#complaint-channel input:focus').waitFor({ state: 'attached' });
  await press('1');
  await press('Tab');
  await page.locator('#complaint-received:focus').waitFor({ state: 'attached' });
  await press('Tab');
  await press('Tab');
  await page.locator('#complaint-agent:focus').waitFor({ state: 'attached' });
  await page.keyboard.type('李四');
  await page.locator('.ant-select-item-option-active', { hasText: 'A0012' }).waitFor();
  await press('Enter');
  await press('Tab');
  await page.getByLabel('第 1 位投诉人姓名').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('孙女士');
  await press('Tab');
  await page.keyboard.type('13912345678');
  await press('Tab');
  await press('Tab');
  await page.locator('#complaint-content:focus').waitFor({ state: 'attached' });
  await page.keyboard.type('业务员在电话里语气生硬，三次打断我的提问，之后没有再回电。');
  await press('Tab');
  await page.locator('#complaint-category:focus').waitFor({ state: 'attached' });
  await press('Enter');
  await page.locator('.ant-select-item-option', { hasText: '服务态度' }).waitFor();
  await press('ArrowDown');
  await page.locator('.ant-select-item-option-active', { hasText: '服务态度' }).waitFor();
  await press('Enter');
  await press('Control+Enter');
  await page.getByRole('heading', { name: '投诉 2026-0001' }).waitFor();
  return page.evaluate(() => location.hash.slice(2));
}

async function investigated(page: Page): Promise<void> {
  const here = step(page, '调查');
  await dialog(page, button(page, '登记外部证据'), { 说明文字: '录音编号 LY-2026-118，存于客服中心，听取核对无误' });
  for (const by of ['客服 吴悦', '团队主管 何清', '内审 许岚']) {
    await dialog(page, button(here, '登记调查'), { 人员: by, 查明的情况: '录音中三次打断客户，通话后没有回电。' });
    await here.getByText(by).waitFor();
  }
  await here.getByLabel('联合调查结论').fill('客户所述属实，业务员没有受过电话礼仪的培训。');
  await choose(page, here.getByLabel('根因'), '沟通');
  await button(here, '完成调查').click();
  await step(page, '处理').waitFor();
}

/** Writes the letter with its eight parts, sends it, and records the proof that it arrived. */
async function answered(page: Page): Promise<void> {
  const here = step(page, '反馈');
  await here.waitFor();
  for (const [part, label] of Object.entries(LETTER_LABELS))
    await here.getByLabel(label).fill(LETTER[part as keyof typeof LETTER]);
  await expect.poll(() => here.getByText('（法定）').count()).toBe(4);
  await button(here, '保存草稿').click();
  await here.getByText('有未保存的修改').waitFor({ state: 'hidden' });
  // A button that works hears no click.
  await here.locator('.ant-btn-loading').first().waitFor({ state: 'hidden' });
  await button(here, '发出答复').click();
  await button(await inDialog(page), '发出答复').click();
  await told(page, '联合复核');
}

async function told(page: Page, name: string): Promise<void> {
  const here = step(page, name);
  await here.waitFor();
  await dialog(page, button(here, '登记送达'), { 送达证明: '挂号信 XA 4512，本人签收' });
  await here.getByText(/2026-0001：已于/).waitFor();
}

/** The three departments' views of the joint review; `against` is the one that finds the outcome unreasonable. */
async function judged(page: Page, against: string | null): Promise<void> {
  const here = step(page, '联合复核');
  for (const department of ['客户服务', '业务管理', '审计']) {
    const fair = department !== against;
    await here.getByRole('button', { name: `登记意见 ${department}` }).click();
    const shown = await inDialog(page);
    await shown.getByLabel('复核人').fill(`${department} 代表`);
    for (const question of ['结果合理', '程序合规', '权益得到保障'])
      await shown
        .getByRole('radiogroup', { name: question })
        .getByText(question === '结果合理' && !fair ? '否' : '是', { exact: true })
        .click();
    if (!fair) await shown.getByLabel('说明').fill('录音清楚，结论与事实不符。');
    await button(shown, '保存').click();
    await shown.waitFor({ state: 'hidden' });
    await here.getByRole('button', { name: `重新登记 ${department}` }).waitFor();
  }
}

// Half a minute on a quiet machine.
test('a complaint from the phone until its agent does better', { timeout: 400_000 }, async () => {
  using dir = tempDir('loop-');
  const seeded = testConsole({ folder: join(dir.path, 'data'), startsAt: '2026-07-01T09:00:00+08:00' });
  const { agentId, submitted } = await observing(seeded);
  await submitted([CRITERION, '3.4-2']);
  await seeded.client.training.saveRecord({
    ...{ id: null, revision: null, reason: null, planId: null },
    fields: {
      ...{ agentId, day: '2026-05-12', hours: 3.5, courseId: null, title: '产品更新', content: 'product' as const },
      ...{ form: 'lecture' as const, trainer: '周敏', note: '' },
      ...{ theory: null, practical: null, conduct: null, satisfaction: null },
    },
  });
  await seeded.signInAs(ADMIN, ['administrator', 'manager']);
  seeded[Symbol.dispose]();

  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await page.setViewportSize({ width: 1366, height: 768 });
  await setClock(run, '2026-07-06T09:30:00+08:00');
  const sunk = await scoreAt(dir.path, agentId, '2026-07-06T09:30:00+08:00');
  // 3.5 of 20 × 7 / 12 hours.
  expect(sunk).toMatchObject({ complaints: 0, rectifications: 0, training: -5 * (1 - 3.5 / (140 / 12)) });

  await signIn(page, 'zhao');
  const address = await registered(page);
  const accepting = step(page, '受理');
  await accepting.getByText('经办人已声明与本案无直接利害关系').click();
  await button(accepting, '受理').click();
  await button(step(page, '分类'), '确认分类').click();
  await step(page, '调查').waitFor();
  await investigated(page);
  const first = step(page, '处理');
  await first.getByText('不成立', { exact: true }).click();
  await first.getByLabel('处理依据').fill('录音中没有失礼的用语。');
  await first.getByRole('button', { name: '移除第 1 项' }).click();
  await button(first, '确认处理').click();
  await answered(page);

  await signInInstead(page, ADMIN);
  await goTo(page, address);
  await judged(page, '审计');
  await dialog(page, button(step(page, '联合复核'), '退回重办'), { 理由: '结论与录音不符，请重新处理。' }, '退回重办');
  await page.getByText('第 2 轮').first().waitFor();

  await signInInstead(page, 'zhao');
  await goTo(page, address);
  const second = step(page, '处理');
  await second.getByText('成立（一般）', { exact: true }).click();
  await second.getByLabel('处理依据').fill('服务承诺第四条：通话中不打断客户，当日回电。');
  await second.getByLabel('第 1 项措施 内容').fill('电话礼仪培训，致歉回电');
  await second.getByLabel('第 1 项措施 责任人').fill('何清');
  await button(second, '确认处理').click();
  await answered(page);
  const unreviewed = await scoreAt(dir.path, agentId, '2026-07-06T18:00:00+08:00');
  expect(unreviewed).toEqual(sunk);

  await signInInstead(page, ADMIN);
  await goTo(page, address);
  await judged(page, null);
  await dialog(
    page,
    button(step(page, '联合复核'), '通过复核'),
    { 复核报告: '结论与录音相符，措施得当。' },
    '通过复核',
  );
  await step(page, '归档').waitFor();
  const upheld = await scoreAt(dir.path, agentId, '2026-07-06T18:00:00+08:00');
  expect(upheld).toMatchObject({ base: sunk.base, complaints: -2, rectifications: 0, training: sunk.training });
  expect(upheld.composite).toBeCloseTo(sunk.composite - 2, 2);

  await signInInstead(page, 'zhao');
  await goTo(page, address);
  await told(page, '归档');
  await button(step(page, '归档'), '归档').click();
  await page.getByText('已归档，归档号 A2026-0001').waitFor();

  // The finding starts from the case, with its agent, and goes on into the plan of its rectification.
  await button(page, '登记问题').click();
  await page.getByRole('heading', { name: '登记问题' }).waitFor();
  await page.getByTitle('李四 · A0012').waitFor();
  for (const [label, words] of [
    ['地点', '电话'],
    ['服务内容', '理赔咨询'],
    ['问题描述', '三次打断客户，没有回电'],
    ['影响范围', '一名客户'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(words);
  await page.getByLabel('检查项').fill(CRITERION);
  await page.locator('.ant-select-item-option:visible', { hasText: CRITERION }).first().click();
  await button(page, '保存并制订整改').click();
  await page.getByRole('heading', { name: '制订整改' }).waitFor();
  await page.getByLabel('整改事项').fill('电话礼仪');
  await page.getByLabel('整改期限').fill('2026-07-08');
  await page.getByLabel('整改期限').press('Enter');
  await page.getByLabel('验证后多少天评估效果').fill('7');
  await page.getByRole('checkbox', { name: '培训' }).check();
  await page.getByLabel('为什么（1）').fill('打断客户');
  await page.getByLabel('根本原因').fill('没有受过电话礼仪的培训');
  await page.getByLabel('整改措施').fill('电话礼仪培训，模拟三次');
  await page.getByLabel('整改要求').fill('主管旁听一次');
  await button(page, '保存并开始整改').click();
  await page.getByRole('heading', { name: '电话礼仪' }).waitFor();
  await page.getByText('期限 2026-07-08').waitFor();
  const rectification = await page.evaluate(() => location.hash.slice(2));
  await page.getByText('整改中').first().waitFor();

  await goTo(page, 'training/plans');
  await button(page, '安排培训').first().click();
  const planning = await inDialog(page);
  await planning.getByLabel('安排给').fill('李四');
  await page.locator('.ant-select-item-option:visible', { hasText: 'A0012' }).click();
  await choose(page, planning.getByLabel('培训内容'), '沟通技巧');
  await choose(page, planning.getByLabel('缘由', { exact: true }), '投诉');
  await planning.getByLabel('学时').fill('4');
  await button(planning, '保存').click();
  await planning.waitFor({ state: 'hidden' });
  await page.locator('.ag-row', { hasText: '李四' }).first().waitFor();
  await signOut(page);

  // Two days after the deadline.
  await setClock(run, '2026-07-10T09:00:00+08:00');
  const late = await scoreAt(dir.path, agentId, '2026-07-10T09:00:00+08:00');
  expect(late).toMatchObject({ base: sunk.base, complaints: -2, rectifications: -1, training: sunk.training });
  expect(late.composite).toBeCloseTo(upheld.composite - 1, 2);

  await signIn(page, 'zhao');
  await goTo(page, rectification);
  await page.getByText('期限 2026-07-08，逾期 2 天').waitFor();
  await dialog(page, button(page, '提交验证'), { 完成情况: '已参加培训，模拟三次' }, '提交验证');
  await page.getByText('待验证').first().waitFor();
  await expect.poll(() => button(page, '验证通过').isDisabled()).toBe(true);
  expect(await scoreAt(dir.path, agentId, '2026-07-10T09:10:00+08:00')).toEqual(late);

  await signInInstead(page, ADMIN);
  await goTo(page, rectification);
  await dialog(
    page,
    button(page, '验证通过'),
    { 出处: '旁听记录 7 号', 核实的事实: '旁听一次，没有打断客户' },
    '验证通过',
  );
  await page.getByText('已验证').first().waitFor();
  const verified = await scoreAt(dir.path, agentId, '2026-07-10T18:00:00+08:00');
  expect(verified).toEqual(upheld);

  await signInInstead(page, 'zhao');
  await goTo(page, 'training/plans');
  await page.locator('.ag-row', { hasText: '李四' }).first().click();
  await button(page, '登记完成').click();
  const training = await inDialog(page);
  await training.getByLabel('培训名称').fill('电话礼仪');
  await choose(page, training.getByLabel('培训形式'), '情景模拟');
  await training.getByLabel('讲师').fill('周敏');
  await button(training, '保存').click();
  await training.waitFor({ state: 'hidden' });
  await page.locator('.ag-row', { hasText: '已完成' }).waitFor();
  const trained = await scoreAt(dir.path, agentId, '2026-07-10T18:00:00+08:00');
  expect(trained.training).toBeCloseTo(-5 * (1 - 7.5 / (140 / 12)), 9);
  expect(trained).toMatchObject({ base: sunk.base, complaints: -2, rectifications: 0 });
  expect(trained.composite).toBeGreaterThan(verified.composite);
  await signOut(page);

  // Observed again, with nothing to find.
  await beside(dir.path, { at: '2026-07-20T10:00:00+08:00' }, async (again) => {
    const { observation } = again.client;
    const begun = { agentId, context: CONTEXT, noticeConfirmed: true, serviceAt: null };
    const record = await observation.start(begun);
    await answerItems(again, record);
    await signed(again, record.id);
    await observation.submit({ id: record.id });
  });
  await setClock(run, '2026-07-20T14:00:00+08:00');
  const better = await scoreAt(dir.path, agentId, '2026-07-20T14:00:00+08:00');
  expect(better).toMatchObject({ complaints: -2, rectifications: 0, training: trained.training });
  expect(better.base).toBeGreaterThan(trained.base);
  expect(better.composite).toBeCloseTo(better.base - 2 + better.training, 2);

  await signIn(page, 'zhao');
  await goTo(page, `${rectification}?tab=effect`);
  await page.getByText('按规则建议：已解决').waitFor();
  await goTo(page, `people/${agentId}?tab=score`);
  await page.getByText('月度', { exact: true }).click();
  await page.locator('.score-figure', { hasText: better.composite.toFixed(2) }).waitFor();
  const sum = `${better.base.toFixed(2)} − 2.00 − ${(-better.training).toFixed(2)} = ${better.composite.toFixed(2)}`;
  await page.getByText(sum, { exact: true }).waitFor();
});
