// The ways in and out of an observation, and what it says is missing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { ObservationRecord } from '../../shared/contract/observationRecord.ts';
import { testConsole } from '../support/console.ts';
import { goTo, inDialog } from '../support/going.ts';
import { launch } from '../support/launch.ts';
import { CONTEXT, observing } from '../support/observing.ts';
import { signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

const lastRequired = ({ standard }: ObservationRecord) => standard!.criteria.findLast(({ required }) => required)!;

/** A data folder with one observation by zhao: every item answered but the last required one, no notice given, no place in words. */
async function prepared(userData: string): Promise<ObservationRecord> {
  const folder = join(userData, 'data');
  mkdirSync(folder, { recursive: true });
  using run = testConsole({ folder, startsAt: new Date(Date.now() - 3_600_000).toISOString() });
  const { start, answerAll } = await observing(run);
  const record = await start({ noticeConfirmed: false });
  await run.client.observation.setContext({ id: record.id, context: { ...CONTEXT, place: '' } });
  await answerAll(record);
  const last = lastRequired(record);
  await run.client.observation.answer({
    id: record.id,
    criterion: last.code,
    answer: { kind: 'clear' },
    position: last.code,
  });
  return record;
}

const address = (page: Page) => page.evaluate(() => location.hash);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('Esc skips a step, leads back to where one came from, or leaves the hands nowhere', async () => {
  using dir = tempDir('ways-');
  const opened = await prepared(dir.path);
  const { id } = opened;
  const last = lastRequired(opened);
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  const { keyboard } = page;
  const at = (wanted: string) => expect.poll(() => address(page), { timeout: 15_000 }).toBe(wanted);
  const record = `#/observations/${id}`;
  await signIn(page, 'zhao');
  await goTo(page, 'observations');
  // Only the setting was chosen: it stands in the column of places.
  await page.locator('.ag-row [col-id="place"]').getByText('会议室').waitFor();
  await goTo(page, `observations/${id}/run`);
  const row = page.locator(`[data-item="${last.code}"]`);
  await row.waitFor();

  await keyboard.press('n');
  await page.locator(`[id="note-${last.code}"]:focus`).waitFor();
  await keyboard.press('Escape');
  await expect.poll(() => page.locator(`[id="note-${last.code}"]`).count()).toBe(0);
  expect(await address(page)).toBe(`${record}/run`);

  // One item and the notice: the same two in the runner and on the review, signatures counted apart.
  await page.getByRole('button', { name: '缺 2 项' }).waitFor();
  await keyboard.press('Control+Enter');
  await at(`${record}/review`);
  await page.getByRole('heading', { name: '提交前要补齐 2' }).waitFor();
  await page.getByText('还差内容 2 项、签名 2 个').waitFor();

  await keyboard.press('Escape');
  await at(`${record}/run`);
  await row.waitFor();
  await keyboard.press('1');
  await page.getByText('全部已答，还缺 1 项').waitFor();
  await keyboard.press('m');
  await (await inDialog(page)).getByRole('button', { name: '现已说明' }).click();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('全部已答，可以去复核').waitFor();
  await page.getByRole('button', { name: '未说明个人信息' }).waitFor({ state: 'detached' });
  expect(await address(page)).toBe(`${record}/run`);

  await keyboard.press('Escape');
  await at(record);
  await expect.poll(() => focused(page)).toBe('继续');
  await keyboard.press('Enter');
  await at(`${record}/run`);
  await row.waitFor();
  await keyboard.press('Escape');
  await at(record);
  await expect.poll(() => focused(page)).toBe('继续');
  await keyboard.press('Escape');
  await at('#/observations');
});

test('a start without any agent is a dead end', async () => {
  using dir = tempDir('nobody-');
  const folder = join(dir.path, 'data');
  mkdirSync(folder, { recursive: true });
  using setUp = testConsole({ folder, startsAt: new Date().toISOString() });
  await setUp.setUp();
  await setUp.signInAs('zhao', ['supervisor']);
  setUp.console.close();
  await using run = await launch({ userData: dir.path });
  const { page } = run;
  await signIn(page, 'zhao');
  await goTo(page, 'observations/start');
  await page.getByText('还没有登记人员').waitFor();
  await page.getByRole('button', { name: '新增人员' }).click();
  await page.getByRole('dialog').getByLabel('工号').waitFor();
  await expect.poll(() => address(page)).toContain('#/people');
});
