// MessagePortMain and MessageChannelMain. A port's far side is another port or a page; messages cross as codec values.
import { EventEmitter } from 'node:events';
import { notCovered } from './cover.mjs';
import { codec } from './state.mjs';

export class MessagePortMain extends EventEmitter {
  /** @type {{ deliver: (data: unknown) => void, close: () => void } | undefined} */
  _far = undefined;
  _queue = [];
  _open = true;
  _started = false;

  postMessage(data, transfer = []) {
    if (transfer.length) throw notCovered('a port inside a port message');
    if (this._open) this._far.deliver(codec.enc(data));
  }
  start() {
    this._started = true;
    for (const data of this._queue.splice(0)) this._receive(data);
  }
  close() {
    if (!this._open) return;
    this._far.close();
    setImmediate(() => this._shut());
  }
  _deliver(data) {
    if (!this._open) return;
    if (this._started) this._receive(data);
    else this._queue.push(data);
  }
  _receive(data) {
    setImmediate(() => {
      if (this._open) this.emit('message', { data: codec.dec(data), ports: [] });
    });
  }
  _shut() {
    if (!this._open) return;
    this._open = false;
    this.emit('close');
  }
}

export class MessageChannelMain {
  port1 = new MessagePortMain();
  port2 = new MessagePortMain();
  constructor() {
    entangle(this.port1, this.port2);
    entangle(this.port2, this.port1);
  }
}

function entangle(port, peer) {
  port._peer = peer;
  port._far = { deliver: (data) => peer._deliver(data), close: () => peer._shut() };
}
