// Chromium's events, told to the webContents they belong to.
import { bySession, byTarget, WORLD } from './chromiumContents.mjs';
import { preventable } from './cover.mjs';
import { fromHttp } from './session.mjs';

const levels = { log: 'info', info: 'info', debug: 'debug', warning: 'warning', error: 'error' };

export function wire(cdp) {
  const on = (method, handler) =>
    cdp.on(method, (params, session) => {
      const contents = bySession.get(session);
      if (contents) handler(contents, params);
    });
  onPreload(on);
  onLoad(on);
  on('Fetch.requestPaused', (contents, paused) => void contents._request(paused));
  on('Runtime.consoleAPICalled', (contents, { type, args }) => {
    const message = args.map((arg) => arg.value ?? arg.description).join(' ');
    contents.emit(
      'console-message',
      preventable({ level: levels[type] ?? 'info', message, lineNumber: 0, sourceId: '' }),
    );
  });
  on('Inspector.targetCrashed', (contents) => {
    contents._crashed = true;
    contents._pageGone();
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  });
  on('Page.windowOpen', (contents, { url }) => {
    const referrer = { url: '', policy: 'default' };
    const details = { url: fromHttp(url), frameName: '', features: '', disposition: 'new-window', referrer };
    if (contents._windowOpen?.(details)?.action === 'deny') return;
    process.stderr.write(`Electron host: a window opened by the page is not covered (${url})\n`);
    process.exit(1);
  });
  cdp.on('Target.targetDestroyed', ({ targetId }) => {
    const contents = byTarget.get(targetId);
    if (!contents || contents._gone) return;
    contents._closedByPage = true;
    contents._window.close();
  });
  cdp.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title } }) => {
    const contents = byTarget.get(targetId);
    if (!contents || !title || contents._title === title) return;
    contents._title = title;
    contents._window._title = title;
    contents._window.emit('page-title-updated', preventable(), title, true);
  });
  void cdp.send('Target.setDiscoverTargets', { discover: true });
}

function onPreload(on) {
  on('Runtime.executionContextCreated', (contents, { context }) => {
    if (context.name !== WORLD || context.auxData.frameId !== contents._target) return;
    contents._pageGone();
    contents._context = context.id;
  });
  on('Runtime.executionContextDestroyed', (contents, { executionContextId }) => {
    if (executionContextId === contents._context) contents._pageGone();
  });
  on('Runtime.executionContextsCleared', (contents) => contents._pageGone());
  on('Runtime.bindingCalled', (contents, { name, payload, executionContextId }) => {
    if (name === '__hostWire' && executionContextId === contents._context) void contents._fromPage(JSON.parse(payload));
  });
}

function onLoad(on) {
  on('Page.frameStartedLoading', (contents) => {
    contents._loading = true;
    contents.emit('did-start-loading');
  });
  on('Page.frameNavigated', (contents, { frame }) => {
    if (frame.parentId) return;
    contents._url = fromHttp(frame.url);
    contents.emit('did-navigate', {}, contents._url);
  });
  on('Page.domContentEventFired', (contents) => contents.emit('dom-ready', {}));
  on('Page.loadEventFired', (contents) => {
    if (!contents._url || contents._url === 'about:blank') return;
    contents._loading = false;
    contents.emit('did-finish-load', {});
  });
}
