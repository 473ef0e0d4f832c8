// The desktop as Electron gives it: native dialogs and the file manager.
import { BrowserWindow, dialog, Menu, shell } from 'electron';
import { basename } from 'node:path';
import { AppError } from '../shared/contract/errors.ts';
import type { Desktop } from './desktop.ts';
import { setMenu } from './menu.ts';

const filtersOf = (kinds: readonly { readonly name: string; readonly extensions: readonly string[] }[]) =>
  kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

// A file's name may hold neither path separators nor what Windows forbids.
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '-');

// The menu of the console, while clients have the screen.
let putAway: ReturnType<typeof Menu.getApplicationMenu> = null;

export const nativeDesktop: Desktop = {
  pickOpenFile: async ({ title, kinds }) => {
    const picked = await dialog.showOpenDialog({ title, filters: filtersOf(kinds), properties: ['openFile'] });
    return picked.canceled ? null : (picked.filePaths[0] ?? null);
  },
  pickSaveFile: async ({ title, name, kinds }) => {
    const picked = await dialog.showSaveDialog({ title, defaultPath: fileName(name), filters: filtersOf(kinds) });
    return picked.canceled || picked.filePath === '' ? null : picked.filePath;
  },
  pickFolder: async ({ title }) => {
    const picked = await dialog.showOpenDialog({ title, properties: ['openDirectory', 'createDirectory'] });
    return picked.canceled ? null : (picked.filePaths[0] ?? null);
  },
  fillScreen: (on) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (on) putAway = Menu.getApplicationMenu() ?? putAway;
    Menu.setApplicationMenu(on ? null : putAway);
    window?.setMenuBarVisibility(!on);
    window?.setFullScreen(on);
  },
  printPage: async () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('no window to print');
    return window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true });
  },
  showLanguage: setMenu,
  showInFolder: (path) => shell.showItemInFolder(path),
  openFile: async (path) => {
    const problem = await shell.openPath(path);
    // The system's own words are in the system's language and name no way on.
    if (problem !== '') throw new AppError('FILE', 'noProgram', { file: basename(path) });
  },
};
