// What `import 'electron'` resolves to: the part of the main process's API that the console uses.
// A name that is missing here makes the import itself fail. No top-level await: require() must reach this too.
import { app } from './app.mjs';
import { ipcMain } from './contents.mjs';
import { dialog } from './dialog.mjs';
import { Menu, MenuItem } from './menu.mjs';
import { MessageChannelMain, MessagePortMain } from './ports.mjs';
import { net, protocol, session } from './session.mjs';
import { clipboard, crashReporter, powerMonitor, powerSaveBlocker, safeStorage, screen, shell } from './system.mjs';
import { nativeTheme } from './theme.mjs';
import { BrowserWindow, webContents } from './window.mjs';

export {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  MessagePortMain,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
};
export default {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  MessagePortMain,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
};
