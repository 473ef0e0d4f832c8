// nativeTheme: the page sees it as its prefers-color-scheme.
import { EventEmitter } from 'node:events';
import { cover } from './cover.mjs';
import { state } from './state.mjs';

class NativeTheme extends EventEmitter {
  _source = 'system';
  get themeSource() {
    return this._source;
  }
  set themeSource(value) {
    this._source = value;
    for (const { webContents } of state.windows) void webContents._ready.then(() => webContents._setTheme(value));
    this.emit('updated');
  }
  get shouldUseDarkColors() {
    return this._source === 'dark';
  }
}
export const nativeTheme = cover('nativeTheme', new NativeTheme(), ['updated']);
