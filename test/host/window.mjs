// BrowserWindow and the list of webContents.
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { byTarget, ChromiumContents } from './chromiumContents.mjs';
import { cover, notCovered, preventable } from './cover.mjs';
import { ScriptedContents } from './scriptedContents.mjs';
import { nextId, state } from './state.mjs';
import { nativeTheme } from './theme.mjs';

const contentsEvents = [
  ...['will-navigate', 'did-navigate', 'dom-ready', 'did-start-loading', 'did-finish-load', 'did-fail-load'],
  ...['render-process-gone', 'preload-error', 'console-message', 'destroyed', 'host-event'],
  // Never emitted here: frames, webviews, redirects and native input do not reach the host. The app only forbids them.
  ...['will-redirect', 'will-frame-navigate', 'will-attach-webview', 'before-input-event', 'context-menu'],
  ...['unresponsive', 'responsive', 'did-frame-navigate', 'did-navigate-in-page', 'will-prevent-unload'],
];
const windowEvents = [
  ...['ready-to-show', 'show', 'hide', 'close', 'closed', 'focus', 'blur', 'maximize', 'unmaximize', 'resize', 'move'],
  ...['page-title-updated', 'enter-full-screen', 'leave-full-screen', 'minimize', 'restore', 'resized', 'moved'],
  ...['session-end', 'query-session-end', 'unresponsive', 'responsive'],
];

class Window extends EventEmitter {
  id = nextId();
  _bounds = { x: 0, y: 0, width: 800, height: 600 };
  _maximized = false;
  _fullScreen = false;

  constructor(options = {}) {
    super();
    if (!state.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = { contextIsolation: true, sandbox: true, nodeIntegration: false, ...options.webPreferences };
    if (preferences.nodeIntegration || !preferences.contextIsolation || !preferences.sandbox)
      throw notCovered('a window without sandbox and context isolation');
    for (const key of ['x', 'y', 'width', 'height']) if (options[key] !== undefined) this._bounds[key] = options[key];
    this._shown = options.show !== false;
    this._title = options.title ?? app.getName();
    const contents = state.pageScript
      ? new ScriptedContents(this, preferences)
      : new ChromiumContents(this, preferences, nativeTheme.themeSource);
    this.webContents = cover('webContents', contents, contentsEvents);
    contents._self = this.webContents;
    contents.once('did-finish-load', () => setImmediate(() => this.emit('ready-to-show')));
    this._self = cover('BrowserWindow', this, windowEvents);
    state.windows.add(this._self);
    setImmediate(() => {
      app.emit('web-contents-created', {}, this.webContents);
      app.emit('browser-window-created', {}, this._self);
    });
    return this._self;
  }
  _userData = () => app.getPath('userData');
  loadURL(url) {
    return this.webContents.loadURL(url);
  }
  close() {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this._destroyed) return;
    this._destroyed = true;
    state.windows.delete(this._self);
    const contents = this.webContents;
    contents._gone = true;
    contents._pageGone();
    if (contents._target && !contents._closedByPage)
      void state.cdp.send('Target.closeTarget', { targetId: contents._target }).catch(() => {});
    contents.emit('destroyed');
    this.emit('closed');
    if (state.windows.size || state.quitting) return;
    if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
    else app.quit();
  }
  isDestroyed = () => Boolean(this._destroyed);

  show() {
    this._shown = true;
    this.emit('show');
    this.focus();
  }
  showInactive() {
    this._shown = true;
    this.emit('show');
  }
  hide() {
    this._shown = false;
    this.emit('hide');
  }
  isVisible = () => this._shown;
  focus() {
    this.emit('focus');
  }
  blur() {
    this.emit('blur');
  }
  isFocused = () => BrowserWindow.getFocusedWindow() === this._self;
  isMinimized = () => false;
  restore() {}
  minimize() {
    throw notCovered('minimising a window');
  }
  maximize() {
    this._maximized = true;
    this.emit('maximize');
  }
  unmaximize() {
    this._maximized = false;
    this.emit('unmaximize');
  }
  isMaximized = () => this._maximized;
  setFullScreen(on) {
    this._fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen = () => this._fullScreen;

  getTitle = () => this._title;
  setTitle = (title) => void (this._title = title);
  getBounds = () => ({ ...this._bounds });
  getNormalBounds = () => ({ ...this._bounds });
  getContentBounds = () => ({ ...this._bounds });
  setBounds(bounds) {
    Object.assign(this._bounds, bounds);
    void this.webContents._ready.then(() => this.webContents._resize());
    this.emit('resize');
  }
  getSize = () => [this._bounds.width, this._bounds.height];
  setSize(width, height) {
    this.setBounds({ width, height });
  }
  getContentSize = () => this.getSize(); // a headless window has no frame
  setContentSize(width, height) {
    this.setBounds({ width, height });
  }
  center() {}
  setMinimumSize() {}
  // Shown by the desktop only, which a headless window does not have.
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setBackgroundColor() {}
  setTitleBarOverlay() {}
  flashFrame() {}
  setProgressBar(value) {
    this._progress = value;
  }
}

export const BrowserWindow = cover(
  'BrowserWindow',
  Object.assign(Window, {
    getAllWindows: () => [...state.windows],
    getFocusedWindow: () => [...state.windows].filter((window) => window._shown).at(-1) ?? null,
    fromWebContents: (contents) => [...state.windows].find((w) => w.webContents.id === contents?.id) ?? null,
    fromId: (id) => [...state.windows].find((window) => window.id === id) ?? null,
  }),
);

export const webContents = cover('webContents', {
  getAllWebContents: () => [...state.windows].map((window) => window.webContents),
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
  fromId: (id) => webContents.getAllWebContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (id) => byTarget.get(id)?._self, // what Playwright asks for
});
