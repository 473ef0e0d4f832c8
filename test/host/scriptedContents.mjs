// A webContents without Chromium: HOST_PAGE names a module whose `page` function plays the page inside this process.
// It drives the unmodified built main bundle over the same ports, fast enough to be killed and started a hundred times.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { Contents, ipcMain } from './contents.mjs';
import { MessageChannelMain } from './ports.mjs';
import { codec, state } from './state.mjs';

export class ScriptedContents extends Contents {
  constructor(window, preferences) {
    super();
    this._window = window;
    this._preload = preferences.preload;
    this._ready = Promise.resolve();
  }
  _toPage(message) {
    if (message.t === 'event') this.emit('host-event', message.channel, ...codec.dec(message.args));
  }
  async loadURL(url) {
    this._url = url;
    const { page } = await import(pathToFileURL(resolve(state.pageScript)).href);
    setImmediate(() => {
      this.emit('did-navigate', {}, url);
      this.emit('dom-ready', {});
      this.emit('did-finish-load', {});
    });
    void page({
      /** Hands a port to the main process as the preload does; resolves to the page's end of it. */
      connect: (channel, message = null) => {
        const { port1, port2 } = new MessageChannelMain();
        ipcMain.emit(channel, this._event({ ports: [port2] }), message);
        return port1;
      },
    });
  }
  async _resize() {}
  async _setTheme() {}
  openDevTools() {}
  isDevToolsOpened = () => false;
  close() {
    this._window.close();
  }
  focus() {}
}
