// The one window: sandboxed, without Node, unable to navigate away or to open others.
import { BrowserWindow } from 'electron';
import { join } from 'node:path';
import { developmentUrl, isOwnPage, ORIGIN } from './page.ts';

/** Opens the window and loads the page. */
export function openWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title,
    backgroundColor: '#f5f6f6',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url)) event.preventDefault();
  });
  void window.loadURL(developmentUrl() ?? `${ORIGIN}/index.html`);
  return window;
}
