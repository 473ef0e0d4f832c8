// Structured-clone values as JSON, for a wire that carries only strings. Loaded by Node (the host) and by the page.
// `live` carries what structured clone refuses (functions, promises); without it they throw, as in Electron.
globalThis.__hostCodec = (live) => {
  const inNode = typeof Buffer === 'function';
  const refuse = () => {
    throw new Error('An object could not be cloned.');
  };
  const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const pack = (bytes) =>
    inNode ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') : bytes.toBase64();
  const unpack = (text) => (inNode ? new Uint8Array(Buffer.from(text, 'base64')) : Uint8Array.fromBase64(text));

  const encNumber = (v) => {
    if (Object.is(v, -0)) return { $: 'num', v: '-0' };
    return Number.isFinite(v) ? v : { $: 'num', v: String(v) };
  };
  const encFields = (v) => {
    const out = {};
    for (const key of Object.keys(v)) out[key] = enc(v[key]);
    return '$' in out ? { $: 'obj', v: out } : out;
  };
  const encObject = (v) => {
    if (Array.isArray(v)) return v.map(enc);
    if (v instanceof Promise) return live ? { $: 'promise', v: live.putPromise(v) } : refuse();
    if (v instanceof Date) return { $: 'date', v: v.getTime() };
    if (v instanceof Map) return { $: 'map', v: enc([...v]) };
    if (v instanceof Set) return { $: 'set', v: enc([...v]) };
    if (v instanceof RegExp) return { $: 're', v: [v.source, v.flags] };
    if (v instanceof Error) return { $: 'err', v: [v.name, v.message, v.stack] };
    if (v instanceof ArrayBuffer) return { $: 'buffer', v: pack(new Uint8Array(v)) };
    if (ArrayBuffer.isView(v)) {
      const type = v.constructor.name === 'Buffer' ? 'Uint8Array' : v.constructor.name;
      return { $: 'view', t: type, v: pack(bytesOf(v)) };
    }
    if (v instanceof WeakMap || v instanceof WeakSet) return refuse();
    if (typeof Blob === 'function' && v instanceof Blob) throw new Error('Electron host: a Blob is not covered');
    return encFields(v);
  };
  const enc = (v) => {
    if (v === null) return null;
    switch (typeof v) {
      case 'string':
      case 'boolean':
        return v;
      case 'undefined':
        return { $: 'undef' };
      case 'number':
        return encNumber(v);
      case 'bigint':
        return { $: 'big', v: String(v) };
      case 'function':
        return live ? { $: 'fn', v: live.putFn(v) } : refuse();
      case 'object':
        return encObject(v);
      default:
        return refuse();
    }
  };

  const decFields = (wire) => {
    const out = {};
    for (const key of Object.keys(wire)) out[key] = dec(wire[key]);
    return out;
  };
  const decError = ([name, message, stack]) => {
    const Type = globalThis[name]?.prototype instanceof Error ? globalThis[name] : Error;
    return Object.assign(new Type(message), { stack });
  };
  const kinds = {
    obj: (v) => decFields(v),
    undef: () => undefined,
    num: (v) => Number(v),
    big: (v) => BigInt(v),
    fn: (v) => live.getFn(v),
    promise: (v) => live.getPromise(v),
    date: (v) => new Date(v),
    map: (v) => new Map(dec(v)),
    set: (v) => new Set(dec(v)),
    re: (v) => new RegExp(...v),
    err: decError,
    buffer: (v) => unpack(v).buffer,
    view: (v, type) => (type === 'Uint8Array' ? unpack(v) : new globalThis[type](unpack(v).buffer)),
  };
  const dec = (wire) => {
    if (wire === null || typeof wire !== 'object') return wire;
    if (Array.isArray(wire)) return wire.map(dec);
    return wire.$ === undefined ? decFields(wire) : kinds[wire.$](wire.v, wire.t);
  };
  return { enc, dec };
};
