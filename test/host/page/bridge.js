// contextBridge: the same code runs in the page's world ('main') and in the preload's isolated world ('isolated').
// The worlds share the DOM but no JavaScript objects, so calls cross as synchronous DOM events that carry strings.
globalThis.__hostBridge = (secret, side, codecOf) => {
  const dispatch = window.dispatchEvent.bind(window);
  const Crossing = CustomEvent; // taken before the page's code could replace it
  const other = side === 'main' ? 'isolated' : 'main';
  const functions = new Map();
  const ids = new WeakMap();
  const promises = new Map();
  const returns = [];
  let last = 0;
  let gates;
  const post = (message) => dispatch(new Crossing(secret + other, { detail: JSON.stringify(message) }));

  const codec = codecOf({
    putFn(fn) {
      if (!ids.has(fn)) {
        ids.set(fn, ++last);
        functions.set(last, fn);
      }
      return ids.get(fn);
    },
    getFn:
      (id) =>
      (...args) => {
        const slot = {};
        returns.push(slot);
        post({ t: 'call', id, args: codec.enc(args) });
        returns.pop();
        if ('error' in slot) throw codec.dec(slot.error);
        return codec.dec(slot.value);
      },
    putPromise(promise) {
      const id = ++last;
      promise
        .then((value) => ({ value: codec.enc(value) }))
        .catch((error) => ({ error: codec.enc(error) }))
        .then((outcome) => post({ t: 'settle', id, ...outcome }));
      return id;
    },
    getPromise: (id) => new Promise((resolve, reject) => promises.set(id, { resolve, reject })),
  });

  const freeze = (value) => {
    if (!value || typeof value !== 'object') return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const receive = {
    call({ id, args }) {
      let outcome;
      try {
        outcome = { value: codec.enc(functions.get(id)(...codec.dec(args))) };
      } catch (error) {
        outcome = { error: codec.enc(error) };
      }
      post({ t: 'return', outcome });
    },
    return: ({ outcome }) => Object.assign(returns.at(-1), outcome),
    settle({ id, ...outcome }) {
      const { resolve, reject } = promises.get(id);
      promises.delete(id);
      if ('error' in outcome) reject(codec.dec(outcome.error));
      else resolve(codec.dec(outcome.value));
    },
    expose: ({ key, api }) =>
      Object.defineProperty(window, key, { value: freeze(codec.dec(api)), enumerable: true, writable: false }),
    gates: ({ api }) => gates?.(codec.dec(api)),
  };
  window.addEventListener(secret + side, (event) => {
    event.stopImmediatePropagation();
    const message = JSON.parse(event.detail);
    receive[message.t](message);
  });

  return {
    /** Isolated side: gives the page an API of its own, frozen. */
    expose(key, api) {
      if (Object.hasOwn(window, key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      post({ t: 'expose', key, api: codec.enc(api) });
    },
    openGates: (api) => post({ t: 'gates', api: codec.enc(api) }),
    onGates: (handler) => (gates = handler),
  };
};
