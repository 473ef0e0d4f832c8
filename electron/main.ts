// Electron's entry: opens the console and its window. Everything that matters lies behind openConsole, without Electron.
import { app, dialog } from 'electron';
import { join, resolve } from 'node:path';
import { AppError } from '../shared/contract/errors.ts';
import type { Console } from './console.ts';
import { readSettings } from './features/settings.ts';
import { startUpkeep } from './features/upkeep.ts';
import { serveContract } from './ipc/serve.ts';
import { askRestore } from './askRestore.ts';
import { nativeDesktop } from './nativeDesktop.ts';
import { openOrRestore } from './openOrRestore.ts';
import { grantPermissions, registerScheme, servePage } from './page.ts';
import { openWindow } from './window.ts';

const TITLE = '督导台';

const OPENING_FAILED: Readonly<Record<string, string>> = {
  databaseForeign: '数据文件夹中的文件不是督导台的。 The file in the data folder is not of this console.',
  databaseNewer: '数据由更新版本的督导台写入，请先升级。 The data was written by a newer console; upgrade first.',
};

registerScheme();

function start(console: Console): void {
  grantPermissions();
  servePage(resolve(import.meta.dirname, '../renderer'));
  serveContract(console);
  console.desktop.showLanguage?.(readSettings(console.store.read).language);
  const stopUpkeep = startUpkeep(console);
  const window = openWindow(TITLE);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    stopUpkeep();
    console.close();
  });
}

// No top-level await: Electron is ready only after this module has been evaluated, so awaiting that here would hang it.
if (!app.requestSingleInstanceLock()) app.quit();
else
  app
    .whenReady()
    .then(async () => {
      const console = await openOrRestore(
        {
          folder: join(app.getPath('userData'), 'data'),
          workerFile: new URL('./worker.js', import.meta.url),
          desktop: nativeDesktop,
        },
        askRestore(TITLE),
      );
      if (console) start(console);
      else app.exit(1);
    })
    .catch((error: unknown) => {
      const words = error instanceof AppError ? OPENING_FAILED[error.reason] : undefined;
      dialog.showErrorBox(TITLE, words ?? String(error));
      app.exit(1);
    });
