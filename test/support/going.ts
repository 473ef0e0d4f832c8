// How specs move through the window without outrunning it: a key that is pressed before the next screen, dialog or row has the
// focus goes into the one before it, on a busy machine only.
import type { Locator, Page } from 'playwright';
import { beforeEach } from 'vitest';

/** Changes the address and waits until the screen behind it stands. What it reads from main may still be on its way. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(async (hash) => {
    if (location.hash !== hash) {
      const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = hash;
      await heard;
    }
    // The router has heard of it too; its answer is drawn with the next frames.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }, `#/${address}`);
  // A screen that is being left hears no keys until the next one stands.
  await page.locator('#main:not([inert])').waitFor();
}

/** Waits until a dialog or drawer is open and holds the focus, so that the next key is its own. */
export async function inDialog(page: Page): Promise<Locator> {
  // A drawer's focus is on what is around the part that is called a dialog.
  await page.locator('[role=dialog]:focus-within, .ant-drawer:focus-within').first().waitFor();
  return page.getByRole('dialog');
}

/** Leads from a list's search to its first row, which then has the focus; `text` stands in the rows that are expected. */
export async function intoList(page: Page, search: Locator, text: string): Promise<void> {
  await page.locator('.ag-row', { hasText: text }).first().waitFor();
  await search.focus();
  // The list that is drawn hears of its search a moment later.
  const inside = page.locator('.ag-cell:focus');
  for (let attempt = 0; attempt < 20 && (await inside.count()) === 0; attempt += 1) {
    await search.press('ArrowDown');
    await inside.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await inside.waitFor();
}

/** Opens find-and-do, which has the focus afterwards. */
export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^(查找与命令|Find and do)$/ });
  await field.and(page.locator(':focus')).waitFor();
  return field;
}

/** Waits until nothing moves or fades any more. */
export async function settled(page: Page): Promise<void> {
  // A movement begins a frame or two after what causes it.
  await page.waitForTimeout(150);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

/**
 * Where the tests of a file share one window: before a second try the page is loaded anew at an address, so that no dialog, text
 * or address of the first one is left. What the first try saved stays saved.
 */
export const anewOnRetry = (page: () => Page, address = ''): void =>
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) === 0) return;
    await page().evaluate((hash) => history.replaceState(null, '', hash), `#/${address}`);
    await page().reload();
    await page().locator('#main, form').first().waitFor();
  });
