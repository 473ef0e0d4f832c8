// Restores through the window. Would catch: a computer without data, or with a damaged file, that has no way to a backup.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN/index.ts';
import { ADMIN, drain, PASSWORD, testConsole } from '../support/console.ts';
import { answerOpenDialog, launch, realElectron, type Running } from '../support/launch.ts';
import { tempDir } from '../support/tempDir.ts';

/** A backup of a console that was set up elsewhere. */
async function backupIn(folder: string): Promise<string> {
  using run = testConsole();
  await run.setUp();
  run.answers.folder = folder;
  await run.client.backup.chooseFolder();
  return (await drain(await run.client.backup.run())).result.path;
}

async function signIn({ page }: Running): Promise<void> {
  const { signIn: words } = zhCN.account;
  await page.getByRole('heading', { name: words.title }).waitFor();
  await page.getByLabel(words.login).fill(ADMIN);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByRole('navigation').first().waitFor();
}

test('a new computer takes a backup instead of the first set-up', async () => {
  using into = tempDir('backups-');
  const backup = await backupIn(into.path);
  await using run = await launch();
  const restore = run.page.getByRole('button', { name: zhCN.account.firstRun.restore });
  await answerOpenDialog(run.app, [into.path]);
  await restore.click();
  await run.page.getByText(zhCN.errors.backupNotFound.replace('{{path}}', into.path)).waitFor();
  await answerOpenDialog(run.app, [backup]);
  await restore.click();
  await signIn(run);
});

// Dialogs before the first window cannot be answered in Electron itself; the host answers them with a folder.
test.runIf(!realElectron)('a damaged database is replaced by a backup at the start, and kept', async () => {
  using into = tempDir('backups-');
  using userData = tempDir('user-data-');
  const backup = await backupIn(into.path);
  using old = testConsole({ folder: userData.file('data') });
  old.console.close();
  writeFileSync(userData.file('data/console.db'), 'damaged');
  await using run = await launch({ userData: userData.path, env: { HOST_FOLDER: backup } });
  await signIn(run);
  expect(readFileSync(join(userData.path, 'data/before-restore/console.db'), 'utf8')).toBe('damaged');
  expect(readdirSync(join(userData.path, 'data'))).not.toContain('restore-staging');
});
