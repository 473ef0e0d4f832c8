// What the host's modules share: the connection to Chromium and the open windows.
import './page/codec.js';

export const codec = globalThis.__hostCodec();

export const state = {
  /** @type {any} the DevTools connection, or undefined while there is no Chromium */
  cdp: undefined,
  quitting: false,
  ready: false,
  root: '',
  manifest: {},
  visible: undefined,
  pageScript: undefined,
  windows: new Set(),
};

let last = 0;
export const nextId = () => ++last;
