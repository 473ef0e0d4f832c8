// protocol, net and session. Chromium alone refuses app:// (net::ERR_ABORTED, before any interception), so app://host/x
// travels as https://host.app.localhost/x, a secure context that no name server ever sees: every request is answered here.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cover } from './cover.mjs';
import { state } from './state.mjs';

const privileged = new Set();
const schemes = new Map();

export function toHttp(url) {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url);
  return schemes.has(scheme.slice(0, -1))
    ? `https://${host}.${scheme.slice(0, -1)}.localhost${pathname}${search}${hash}`
    : url;
}
export function fromHttp(url) {
  const [, host, scheme, rest] = /^https:\/\/([^/]+)\.([^./]+)\.localhost(\/.*)?$/.exec(url) ?? [];
  return scheme && schemes.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : url;
}
/** The app's handler for an address, or undefined where Chromium answers itself (data:, blob:, the dev server). */
export const handlerOf = (url) => schemes.get(new URL(url).protocol.slice(0, -1));

export const protocol = cover('protocol', {
  registerSchemesAsPrivileged(list) {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) privileged.add(scheme);
  },
  handle(scheme, handler) {
    if (!state.ready) throw new Error('protocol.handle can only be used after app is ready');
    if (!privileged.has(scheme)) throw new Error(`Electron host: scheme ${scheme} was not registered as privileged`);
    schemes.set(scheme, handler);
  },
  unhandle: (scheme) => void schemes.delete(scheme),
  isProtocolHandled: (scheme) => schemes.has(scheme),
});

export const net = cover('net', {
  isOnline: () => false,
  async fetch(input, init) {
    const url = String(input?.url ?? input);
    if (!url.startsWith('file:')) return fetch(input, init);
    try {
      return new Response(readFileSync(fileURLToPath(url)));
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND');
    }
  },
});

class Session extends EventEmitter {
  setPermissionRequestHandler = (handler) => void (this._request = handler);
  setPermissionCheckHandler = (handler) => void (this._check = handler);
  setDevicePermissionHandler() {} // the host gives pages no USB, HID or serial devices to ask for
  setSpellCheckerEnabled() {}
  webRequest = cover('webRequest', {
    onBeforeRequest: (filter, handler) => void (this._before = handler ?? filter),
  });
  clearCache = async () => {};
}
// Chromium's own download and spell-check events do not come; a page that downloads is not covered.
const defaultSession = cover('session', new Session(), ['will-download']);

export const session = cover('session', {
  get defaultSession() {
    if (!state.ready) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});

export const sessionState = {
  session: defaultSession,
  origin: (url) => (url ? `${new URL(url).protocol}//${new URL(url).host}` : ''),
  /** What the app's webRequest handler says about a request. */
  verdict: (details) =>
    defaultSession._before ? new Promise((resolve) => defaultSession._before(details, resolve)) : undefined,
};

/** Asks the app's permission handlers as Electron does for getUserMedia; `types` are 'video' and 'audio'. */
export async function mediaAllowed(contents, url, types) {
  const origin = `${sessionState.origin(url)}/`;
  const frame = { requestingUrl: url, securityOrigin: origin, isMainFrame: true };
  const { _request: request, _check: check } = defaultSession;
  const asked = request
    ? await new Promise((resolve) => request(contents, 'media', resolve, { ...frame, mediaTypes: types }))
    : true;
  return asked && types.every((mediaType) => check?.(contents, 'media', origin, { ...frame, mediaType }) ?? true);
}
