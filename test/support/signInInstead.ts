// Another person takes the console over, by the palette.
import type { Page } from 'playwright';
import { openPalette } from './going.ts';
import { signIn } from './seededConsole.ts';

export async function signOut(page: Page): Promise<void> {
  await openPalette(page);
  await page.getByRole('option', { name: /退出登录/ }).click();
  await page.getByLabel('登录名').waitFor();
}

export async function signInInstead(page: Page, login: string): Promise<void> {
  await signOut(page);
  await signIn(page, login);
}
