// Keeps the host honest: a member or an event that it does not implement throws instead of doing nothing.

/** Looked at by promises, the inspector, JSON and assertion libraries; absent in Electron too. */
const probed = new Set(['then', 'toJSON', 'nodeType', 'asymmetricMatch', 'constructor', '$$typeof']);
const listening = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

export const notCovered = (what) => new Error(`Electron host: ${what} is not covered`);

/** Wraps an object so that unknown members throw; with `events`, so do listeners for events that never come. */
export function cover(name, target, events) {
  return new Proxy(target, {
    get(object, key, self) {
      if (events && listening.has(key)) {
        return (event, listener) => {
          if (typeof event === 'string' && !events.includes(event)) throw notCovered(`the event ${name} '${event}'`);
          object[key](event, listener);
          return self;
        };
      }
      if (key in object || typeof key === 'symbol' || key[0] === '_' || probed.has(key))
        return Reflect.get(object, key, self);
      throw notCovered(`${name}.${key}`);
    },
  });
}

export const preventable = (more = {}) => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
  ...more,
});
