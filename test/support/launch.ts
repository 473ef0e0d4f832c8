// Starts an app in Electron where its binary is installed, else in the host: the specs are the same in both.
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { tempDir } from './tempDir.ts';

export const root = resolve(import.meta.dirname, '../..');
const electron = join(root, 'node_modules/electron');
const pathFile = join(electron, 'path.txt');

/** Whether Electron's own binary is installed; it is fetched at first start and absent where downloads are refused. */
export const realElectron = existsSync(pathFile) && existsSync(join(electron, 'dist', readFileSync(pathFile, 'utf8')));
export const hostFolder = join(root, 'test/host');
if (!realElectron) process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= hostFolder;
console.log(
  realElectron
    ? 'These tests run in Electron.'
    : `These tests run in the host (test/host), with ${process.env['HOST_CHROMIUM'] ?? 'the first Chromium found'}.`,
);

export interface Running extends AsyncDisposable {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
}

export interface LaunchOptions {
  /** The app's folder; when absent the one named in CONSOLE_APP, else the built console of this repository. */
  readonly app?: string;
  /** Kept by the caller; a temporary folder when absent. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Milliseconds that an app gets to close by itself; a spec about closing has limits of its own. */
const PATIENCE = 20_000;

/** Closes the app; one that does not end is killed, so that one stuck window does not take the whole run with it. */
async function closeOrEnd(app: ElectronApplication, child: ChildProcess): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const stuck = new Promise<void>((resolve) => {
    late = setTimeout(() => {
      console.error(`The app did not close within ${PATIENCE / 1000} s and was killed.`);
      child.kill('SIGKILL');
      resolve();
    }, PATIENCE);
  });
  await Promise.race([app.close(), stuck]);
  clearTimeout(late);
}

/** Starts the built app and waits for its window. What the main process says on stderr is kept and shown on failure. */
export async function launch(options: LaunchOptions = {}): Promise<Running> {
  const temporary = options.userData === undefined ? tempDir('user-data-') : undefined;
  const userData = options.userData ?? temporary!.path;
  const app = await _electron.launch({
    args: [options.app ?? process.env['CONSOLE_APP'] ?? root, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), ...options.env },
  });
  // Asked now: Playwright no longer knows the process of an app that a spec closed itself.
  const child = app.process();
  const page = await app.firstWindow();
  page.setDefaultTimeout(20_000);
  return {
    app,
    page,
    userData,
    async [Symbol.asyncDispose]() {
      await closeOrEnd(app, child);
      temporary?.[Symbol.dispose]();
    },
  };
}

/** Answers the next save dialogs with this path; undefined cancels them. */
export const answerSaveDialog = (app: ElectronApplication, filePath: string | undefined) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
  }, filePath);

/** Answers the next open dialogs with these paths; none cancels them. */
export const answerOpenDialog = (app: ElectronApplication, filePaths: string[]) =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
