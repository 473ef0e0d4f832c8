// `app`: life cycle, paths, the single-instance lock. Also starts Chromium once the main module has been evaluated.
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startChromium } from './chromium.mjs';
import { cover, preventable } from './cover.mjs';
import { state } from './state.mjs';
import { wire } from './wire.mjs';

const switches = new Map();
const paths = new Map();
const readiness = Promise.withResolvers();
/** Chromium switches that the app may set and that reach Chromium; the rest are kept but have no effect here. */
const forwarded = ['lang', 'force-device-scale-factor'];

function defaultPath(key) {
  const home = homedir();
  const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
  const userData = paths.get('userData') ?? join(appData, state.name);
  const known = {
    home,
    appData,
    userData,
    sessionData: userData,
    logs: join(userData, 'logs'),
    crashDumps: join(userData, 'Crashpad'),
    temp: tmpdir(),
    exe: process.execPath,
    desktop: join(home, 'Desktop'),
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
    pictures: join(home, 'Pictures'),
  };
  if (!known[key]) throw new Error(`Failed to get '${key}' path`);
  return known[key];
}

const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

class App extends EventEmitter {
  isPackaged = false;
  dock = undefined;
  commandLine = cover('commandLine', {
    appendSwitch: (key, value = '') => switches.set(key, value),
    hasSwitch: (key) => switches.has(key),
    getSwitchValue: (key) => switches.get(key) ?? '',
    removeSwitch: (key) => switches.delete(key),
  });
  get name() {
    return state.name;
  }
  set name(name) {
    state.name = name;
  }
  getName = () => state.name;
  setName = (name) => void (state.name = name);
  getVersion = () => state.manifest.version ?? '0.0.0';
  getAppPath = () => state.root;
  getLocale = () => 'zh-CN';
  getSystemLocale = () => 'zh-CN';
  getPreferredSystemLanguages = () => ['zh-CN'];
  isReady = () => state.ready;
  whenReady = () => readiness.promise;
  getPath = (key) => paths.get(key) ?? defaultPath(key);
  setPath = (key, value) => void paths.set(key, value);
  setAppLogsPath = (path = defaultPath('logs')) => void paths.set('logs', path);
  // Nothing to see on the platforms that the host runs on.
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  disableHardwareAcceleration() {}
  enableSandbox() {}
  focus() {}

  /** The lock lives in userData, as Electron's does; a second process hands its command line to the first and is refused. */
  requestSingleInstanceLock() {
    const file = join(this.getPath('userData'), 'host.lock');
    const call = `${file}.second`;
    let holder = 0;
    try {
      holder = Number(readFileSync(file, 'utf8'));
    } catch {
      // nobody holds it
    }
    if (holder && holder !== process.pid && alive(holder)) {
      writeFileSync(call, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      process.kill(holder, 'SIGUSR2');
      return false;
    }
    writeFileSync(file, String(process.pid));
    process.on('SIGUSR2', () => {
      const { argv, cwd } = JSON.parse(readFileSync(call, 'utf8'));
      this.emit('second-instance', {}, argv, cwd, null);
    });
    process.once('exit', () => rmSync(file, { force: true }));
    return true;
  }
  hasSingleInstanceLock = () => true;

  quit() {
    if (state.quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    state.quitting = true;
    for (const window of [...state.windows]) window.close();
    const will = preventable();
    if (!state.windows.size) this.emit('will-quit', will);
    if (state.windows.size || will.defaultPrevented) return void (state.quitting = false); // something refused
    this.exit(0);
  }
  exit(code = 0) {
    state.quitting = true;
    this.emit('quit', preventable(), code);
    if (state.cdp) void state.cdp.stop().then(() => process.exit(code));
    else process.exit(code);
  }
  relaunch() {
    this._relaunched = true; // said, not done: the tests start the app again themselves
  }
}

// 'activate' (macOS) and 'child-process-gone' never come here; the app may listen all the same.
export const app = cover('app', new App(), [
  ...['ready', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance'],
  ...['browser-window-created', 'web-contents-created', 'render-process-gone', 'activate', 'child-process-gone'],
]);

/** Takes what the command line and the environment say; before the app's own code runs. */
export function prepare(options) {
  Object.assign(state, options, { name: options.manifest.productName ?? options.manifest.name });
  const folder = process.argv.find((a) => a.startsWith('--user-data-dir='));
  if (folder) app.setPath('userData', resolve(folder.slice('--user-data-dir='.length)));
  mkdirSync(app.getPath('userData'), { recursive: true });
}

/** Starts Chromium and tells the app that it is ready. */
export async function launch() {
  if (!state.pageScript) {
    state.cdp = await startChromium({
      userDataDir: join(app.getPath('userData'), 'chromium'),
      visible: state.visible,
      echo: state.echo,
      args: [...switches].filter(([key]) => forwarded.includes(key)).map(([key, value]) => `--${key}=${value}`),
    });
    wire(state.cdp);
    state.cdp.on('closed', () => {
      if (!state.quitting) app.exit(1);
    });
  }
  state.ready = true;
  readiness.resolve();
  app.emit('ready', {}, {});
}
