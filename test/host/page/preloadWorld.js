// Runs in the isolated world before the preload bundle: what a sandboxed preload may require, and the wire to the host.
globalThis.__hostPreload = ({ secret, versions, argv }, preload) => {
  const wire = globalThis.__hostWire; // a DevTools binding, installed in this world only
  const codec = globalThis.__hostCodec();
  const bridge = globalThis.__hostBridge(secret, 'isolated', globalThis.__hostCodec);
  const listeners = new Map();
  const pending = new Map();
  const ports = new Map();
  let last = 0;
  const tell = (message) => wire(JSON.stringify(message));
  const notCovered = (what) => {
    throw new Error(`Electron host: ${what} is not covered`);
  };
  const ask = (message) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve, reject });
      tell({ ...message, id });
    });

  const listen = (channel, listener, once) => {
    if (!listeners.has(channel)) listeners.set(channel, []);
    listeners.get(channel).push({ listener, once });
    return ipcRenderer;
  };
  const drop = (channel, listener) => {
    const list = listeners.get(channel) ?? [];
    const index = list.findIndex((entry) => entry.listener === listener);
    if (index >= 0) list.splice(index, 1);
    return ipcRenderer;
  };
  /** Keeps the page's real port here, under an id that the host knows it by. */
  const adopt = (port, id = `r${++last}`) => {
    ports.set(id, port);
    port.onmessage = (event) => {
      if (event.ports.length) notCovered('a port inside a port message');
      tell({ t: 'port', id, data: codec.enc(event.data) });
    };
    port.onclose = () => {
      ports.delete(id);
      tell({ t: 'portclose', id });
    };
    return id;
  };

  const ipcRenderer = {
    on: (channel, listener) => listen(channel, listener, false),
    addListener: (channel, listener) => listen(channel, listener, false),
    once: (channel, listener) => listen(channel, listener, true),
    off: drop,
    removeListener: drop,
    removeAllListeners: (channel) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel) => listeners.get(channel)?.length ?? 0,
    send: (channel, ...args) => tell({ t: 'send', channel, args: codec.enc(args) }),
    invoke: async (channel, ...args) => ask({ t: 'invoke', channel, args: codec.enc(args) }),
    postMessage: (channel, message, transfer = []) => {
      const encoded = codec.enc(message);
      tell({ t: 'post', channel, message: encoded, ports: transfer.map((port) => adopt(port)) });
    },
    sendSync: () => notCovered('ipcRenderer.sendSync'),
  };

  const receive = {
    reply({ id, error, data }) {
      const { resolve, reject } = pending.get(id);
      pending.delete(id);
      if (error === undefined) resolve(codec.dec(data));
      else reject(new Error(error));
    },
    event(message) {
      const received = message.ports.map((id) => {
        const { port1, port2 } = new MessageChannel();
        adopt(port1, id);
        return port2;
      });
      const args = codec.dec(message.args);
      for (const { listener, once } of [...(listeners.get(message.channel) ?? [])]) {
        if (once) drop(message.channel, listener);
        listener({ sender: ipcRenderer, ports: received }, ...args);
      }
    },
    port: ({ id, data }) => ports.get(id)?.postMessage(codec.dec(data)),
    portclose({ id }) {
      ports.get(id)?.close();
      ports.delete(id);
    },
  };
  globalThis.__hostReceive = (json) => {
    const message = JSON.parse(json);
    receive[message.t](message);
  };
  bridge.openGates({
    askMedia: (types) => ask({ t: 'media', types }),
    print: () => tell({ t: 'print' }),
  });
  if (!preload) return;

  const electron = {
    contextBridge: { exposeInMainWorld: (key, api) => bridge.expose(key, api) },
    ipcRenderer,
    webFrame: { setZoomFactor: () => notCovered('webFrame.setZoomFactor'), getZoomFactor: () => 1 },
    webUtils: { getPathForFile: () => notCovered('webUtils.getPathForFile') },
  };
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id} (a sandboxed preload can require only 'electron')`);
  };
  const { platform } = versions;
  const flags = { type: 'renderer', sandboxed: true, contextIsolated: true };
  const process = Object.freeze({ ...flags, platform, versions, env: {}, argv });
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    tell({ t: 'preload-error', message: String(error?.stack ?? error) });
    console.error('Unable to load preload script', error);
  }
};
