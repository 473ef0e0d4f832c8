// The application menu, in the language of the settings.
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../shared/contract/vocabulary.ts';

const WORDS = {
  'zh-CN': {
    file: '文件',
    palette: '查找与命令…',
    lock: '锁定',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullScreen: '全屏',
  },
  en: {
    file: 'File',
    palette: 'Find or run…',
    lock: 'Lock',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Sets the menu; commands go to the page, which knows what is open. */
export function setMenu(language: Language): void {
  const words = WORDS[language];
  const tell = (command: string) => (): void =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('console:menu', command);
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        { id: 'palette', label: words.palette, click: tell('palette') },
        { id: 'lock', label: words.lock, accelerator: 'CmdOrCtrl+Shift+L', click: tell('lock') },
        { type: 'separator' },
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
