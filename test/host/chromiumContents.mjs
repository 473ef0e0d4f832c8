// A webContents whose page is a tab of Chromium: its preload in a real isolated world, its requests answered by the app.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Contents } from './contents.mjs';
import { notCovered, preventable } from './cover.mjs';
import { fromHttp, handlerOf, sessionState, toHttp } from './session.mjs';
import { nextId, state } from './state.mjs';

export const WORLD = 'preload';
const script = (name) => readFileSync(join(import.meta.dirname, 'page', name), 'utf8');
const shared = `${script('codec.js')}\n${script('bridge.js')}`;
const world = script('preloadWorld.js');
const guards = script('guards.js');
const topOnly = (body) => `if (window === window.top) { ${body} }`;

export const bySession = new Map();
export const byTarget = new Map();
let visibleTaken = false;

/** With a visible window, Chromium has opened it already; whatever window comes later is hidden (to print, say). */
async function openTarget() {
  if (state.visible && !visibleTaken) {
    visibleTaken = true;
    for (;;) {
      const { targetInfos } = await state.cdp.send('Target.getTargets');
      const page = targetInfos.find((target) => target.type === 'page');
      if (page) return page.targetId;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const hidden = state.visible ? { hidden: true } : {};
  return (await state.cdp.send('Target.createTarget', { url: 'about:blank', ...hidden })).targetId;
}

export class ChromiumContents extends Contents {
  constructor(window, preferences, theme) {
    super();
    this._window = window;
    this._preload = preferences.preload;
    this._ready = this._open(preferences, theme);
    this._ready.catch((error) => {
      if (!state.quitting) process.stderr.write(`Electron host: the window did not open: ${error}\n`);
    });
  }
  _send(method, params) {
    return state.cdp.send(method, params, this._session);
  }
  async _open(preferences, theme) {
    this._target = await openTarget();
    const attached = await state.cdp.send('Target.attachToTarget', { targetId: this._target, flatten: true });
    this._session = attached.sessionId;
    bySession.set(this._session, this);
    byTarget.set(this._target, this);
    const secret = randomUUID();
    const versions = { ...process.versions, platform: process.platform };
    const config = JSON.stringify({ secret, versions, argv: preferences.additionalArguments ?? [] });
    const preload = this._preload
      ? `(require, module, exports, process) => {\n${readFileSync(this._preload, 'utf8')}\n}`
      : 'null';
    const main = `${shared}; ${guards}; __hostGuards(__hostBridge('${secret}', 'main', __hostCodec), ${Boolean(state.visible)});
      for (const name of ['__hostCodec', '__hostBridge', '__hostGuards']) delete globalThis[name];`;
    const isolated = `${shared}; ${world}; __hostPreload(${config}, ${preload});`;
    const onNew = (source, more) =>
      this._send('Page.addScriptToEvaluateOnNewDocument', { source: topOnly(source), ...more });
    await Promise.all([
      this._send('Page.enable'),
      this._send('Runtime.enable'),
      this._send('Inspector.enable'),
      this._send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this._send('Runtime.addBinding', { name: '__hostWire', executionContextName: WORLD }),
      onNew(main),
      onNew(isolated, { worldName: WORLD }),
      this._setTheme(theme),
    ]);
    await this._resize();
  }
  async _resize() {
    if (state.visible) return;
    const { width, height } = this._window._bounds;
    await this._send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }
  async _setTheme(theme) {
    const value = theme === 'system' ? '' : theme;
    await this._send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  }
  async _grantMedia(types, allowed) {
    for (const type of types) {
      await state.cdp.send('Browser.setPermission', {
        permission: { name: type === 'video' ? 'camera' : 'microphone' },
        setting: allowed ? 'granted' : 'denied',
        origin: new URL(toHttp(this._url)).origin,
      });
    }
  }
  /** An argument instead of an expression: Chromium need not parse a message of many megabytes as program text. */
  _toPage(message) {
    if (!this._context || this._gone) return;
    const declaration = 'function (json) { __hostReceive(json); }';
    this._send('Runtime.callFunctionOn', {
      functionDeclaration: declaration,
      executionContextId: this._context,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    }).catch(() => {}); // the page went away meanwhile
  }

  async _request({ requestId, request, resourceType, frameId }) {
    const url = fromHttp(request.url);
    const fail = (errorReason) => this._send('Fetch.failRequest', { requestId, errorReason });
    try {
      const own = resourceType === 'Document' && frameId === this._target;
      if (own && this._expected !== request.url) {
        const event = preventable({ url, isMainFrame: true, isSameDocument: false });
        this.emit('will-navigate', event, url);
        if (event.defaultPrevented) return await fail('Aborted');
      }
      const verdict = await sessionState.verdict({ url, method: request.method, resourceType });
      if (verdict?.cancel) return await fail('BlockedByClient');
      const handler = url === request.url ? undefined : handlerOf(url);
      if (!handler) return await this._send('Fetch.continueRequest', { requestId });
      const { method, headers, postData: body } = request;
      const response = await handler(new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }));
      await this._send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
    } catch (error) {
      if (state.quitting || this._gone) return;
      process.stderr.write(`${url}: ${error}\n`);
      await fail('Failed').catch(() => {});
    }
  }

  async loadURL(url) {
    await this._ready;
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    this._expected = new URL(toHttp(url)).href;
    const { errorText } = await this._send('Page.navigate', { url: this._expected });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }
  reload() {
    void this._send('Page.reload');
  }
  async executeJavaScript(expression) {
    const options = { awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this._send('Runtime.evaluate', { expression, ...options });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async insertCSS(css) {
    await this.executeJavaScript(`document.adoptedStyleSheets.push(Object.assign(new CSSStyleSheet()));
      document.adoptedStyleSheets.at(-1).replaceSync(${JSON.stringify(css)})`);
    return String(nextId());
  }
  async printToPDF({ landscape, printBackground, preferCSSPageSize, displayHeaderFooter, ...rest } = {}) {
    const { headerTemplate, footerTemplate, ...unknown } = rest;
    const [name] = Object.keys(unknown).filter((key) => !['pageSize', 'margins', 'scale'].includes(key));
    if (name) throw notCovered(`printToPDF's option ${name}`);
    const size = { A4: [8.27, 11.69], Letter: [8.5, 11] }[rest.pageSize ?? 'Letter'];
    if (!size) throw notCovered(`printToPDF's page size ${JSON.stringify(rest.pageSize)}`);
    const { top, bottom, left, right } = rest.margins ?? {};
    const params = {
      landscape,
      printBackground,
      preferCSSPageSize,
      displayHeaderFooter,
      headerTemplate,
      footerTemplate,
    };
    const margins = { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right };
    const paper = { paperWidth: size[0], paperHeight: size[1], scale: rest.scale };
    const { data } = await this._send('Page.printToPDF', { ...params, ...margins, ...paper });
    return Buffer.from(data, 'base64');
  }
  /** Headless, a printer that makes files: userData/printed/N.pdf. In a visible window, the browser's own dialog. */
  print(options = {}, done = () => {}) {
    if (state.visible) return void this.executeJavaScript('window.print()').then(() => done(true, ''));
    const folder = join(this._window._userData(), 'printed');
    const file = join(folder, `${nextId()}.pdf`);
    this.printToPDF({ landscape: options.landscape, printBackground: options.printBackground, pageSize: 'A4' })
      .then((bytes) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, bytes);
        process.stderr.write(`Electron host: printed to ${file}\n`);
        done(true, '');
      })
      .catch((error) => done(false, String(error)));
  }
  async capturePage() {
    const { data } = await this._send('Page.captureScreenshot', { format: 'png' });
    return { toPNG: () => Buffer.from(data, 'base64') };
  }
  setZoomFactor(factor) {
    this._zoom = factor;
    void this._ready.then(() => this._send('Emulation.setPageScaleFactor', { pageScaleFactor: factor }));
  }
  getZoomFactor = () => this._zoom ?? 1;
  openDevTools() {} // a headless page has none to show
  isDevToolsOpened = () => false;
  close() {
    this._window.close();
  }
  focus() {
    void this._ready.then(() => this._send('Page.bringToFront'));
  }
}
