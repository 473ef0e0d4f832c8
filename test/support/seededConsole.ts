// A console with people and observations in its data folder, ready to be started: what an end-to-end test begins with.
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ADMIN, PASSWORD, testConsole } from './console.ts';
import { CONTEXT, observing } from './observing.ts';

export interface Seeded {
  readonly agentId: string;
  readonly branchId: string;
  /** Observations in each state. */
  readonly submitted: string;
  readonly running: string;
  readonly planned: string;
}

/** Signs in as ADMIN (administrator and manager) or `zhao` (supervisor), both with PASSWORD. */
export async function seedConsole(userData: string): Promise<Seeded> {
  using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date().toISOString() });
  const { agentId, branchId, submitted, start } = await observing(run);
  const done = await submitted(['3.4-1']);
  run.advance(60_000);
  const running = await start();
  const [first, second] = running.standard!.criteria;
  await run.client.observation.answer({
    id: running.id,
    criterion: first!.code,
    answer: { kind: 'scored', value: 1 },
    position: second!.code,
  });
  const day = new Date(run.now() + 86_400_000 * 2).toISOString().slice(0, 10);
  const plan = { agentId, context: { ...CONTEXT, kind: 'claim' as const }, day, assessorId: null };
  const { id: planned } = await run.client.observation.plan(plan);
  return { agentId, branchId, submitted: done.id, running: running.id, planned };
}

/** Types name and password on the sign-in screen of a console in Chinese, and waits for the frame. */
export async function signIn(page: Page, login: string = ADMIN): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}
