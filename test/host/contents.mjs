// What every webContents does whatever plays its page: ipc both ways, message ports, permission questions, navigation rules.
import { EventEmitter } from 'node:events';
import { cover, preventable } from './cover.mjs';
import { MessagePortMain } from './ports.mjs';
import { mediaAllowed, sessionState } from './session.mjs';
import { codec, nextId } from './state.mjs';

class IpcMain extends EventEmitter {
  _handlers = new Map();
  handle(channel, handler) {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this._handlers.set(channel, handler);
  }
  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return handler(...args);
    });
  }
  removeHandler(channel) {
    this._handlers.delete(channel);
  }
}
export const ipcMain = cover('ipcMain', new IpcMain());

/** Subclasses give `_toPage(message)`: an object of JSON values for the page's side of the wire. */
export class Contents extends EventEmitter {
  id = nextId();
  _ports = new Map();
  _url = '';
  _title = '';

  get session() {
    return sessionState.session;
  }
  get mainFrame() {
    const { origin } = sessionState;
    return { url: this._url, origin: origin(this._url), parent: null, top: null, routingId: 1, processId: 1 };
  }
  getURL = () => this._url;
  getTitle = () => this._title;
  isDestroyed = () => Boolean(this._gone);
  isCrashed = () => Boolean(this._crashed);
  isLoading = () => Boolean(this._loading);
  setWindowOpenHandler = (handler) => void (this._windowOpen = handler);

  send(channel, ...args) {
    this._toPage({ t: 'event', channel, args: codec.enc(args), ports: [] });
  }
  postMessage(channel, message, transfer = []) {
    const ports = transfer.map((port) => this._portToPage(port));
    this._toPage({ t: 'event', channel, args: codec.enc([message]), ports });
    for (const port of transfer) for (const data of port._queue.splice(0)) port._peer._far.deliver(data);
  }

  async _fromPage(message) {
    if (message.t === 'invoke') await this._invoked(message);
    else if (message.t === 'send') ipcMain.emit(message.channel, this._event(), ...codec.dec(message.args));
    else if (message.t === 'post') {
      const ports = message.ports.map((id) => this._portFromPage(id));
      ipcMain.emit(message.channel, this._event({ ports }), codec.dec(message.message));
    } else if (message.t === 'port') this._ports.get(message.id)?._deliver(message.data);
    else if (message.t === 'portclose') {
      this._ports.get(message.id)?._shut();
      this._ports.delete(message.id);
    } else if (message.t === 'media') await this._mediaAsked(message);
    else if (message.t === 'print') this.print();
    else if (message.t === 'preload-error') {
      process.stderr.write(`preload: ${message.message}\n`);
      this.emit('preload-error', {}, this._preload, new Error(message.message));
    }
  }
  async _invoked({ id, channel, args }) {
    const handler = ipcMain._handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      this._toPage({ t: 'reply', id, data: codec.enc(await handler(this._event(), ...codec.dec(args))) });
    } catch (error) {
      this._toPage({ t: 'reply', id, error: `Error invoking remote method '${channel}': ${error}` });
    }
  }
  async _mediaAsked({ id, types }) {
    const allowed = await mediaAllowed(this._self, this._url, types);
    await this._grantMedia?.(types, allowed);
    this._toPage({ t: 'reply', id, data: allowed });
  }
  _event(more = {}) {
    const reply = (channel, ...args) => this.send(channel, ...args);
    const ids = { processId: 1, frameId: 1 };
    return preventable({ sender: this._self, senderFrame: this.mainFrame, ...ids, ports: [], reply, ...more });
  }

  _portFromPage(id) {
    const port = new MessagePortMain();
    port._far = this._farInPage(id);
    this._ports.set(id, port);
    return port;
  }
  _portToPage(port) {
    const id = `m${nextId()}`;
    port._peer._far = this._farInPage(id);
    this._ports.set(id, port._peer);
    return id;
  }
  _farInPage(id) {
    return {
      deliver: (data) => this._toPage({ t: 'port', id, data }),
      close: () => {
        this._ports.delete(id);
        this._toPage({ t: 'portclose', id });
      },
    };
  }
  /** A reload, a crash or a closed window ends every port of the page. */
  _pageGone() {
    this._context = undefined;
    for (const port of this._ports.values()) port._shut();
    this._ports.clear();
  }
}
