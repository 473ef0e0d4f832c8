// Finds and starts Chromium, and speaks its DevTools protocol.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
const installed = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`),
  win32: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].flatMap((exe) =>
    programs.filter(Boolean).map((folder) => join(folder, exe)),
  ),
};

/** HOST_CHROMIUM, else the machine's own Chromium, Chrome or Edge, else the headless one of @sparticuz/chromium. */
async function findChromium(visible) {
  const named = process.env.HOST_CHROMIUM;
  if (named && named !== 'npm') return named;
  const own = named ? undefined : (installed[process.platform] ?? []).find((path) => existsSync(path));
  if (own) return own;
  if (visible) throw new Error('No Chromium, Chrome or Edge was found; name one in HOST_CHROMIUM.');
  return unpackChromium();
}

/**
 * Unpacks the package's Chromium once into the project's cache. The package takes any file named `chromium` that lies in
 * the temporary folder, of whatever version, so it gets a folder of its own; the rename makes two first starts at once safe.
 */
async function unpackChromium() {
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  const { default: chromium } = await import('@sparticuz/chromium');
  const { default: manifest } = await import('../../node_modules/@sparticuz/chromium/package.json', {
    with: { type: 'json' },
  });
  const home = join(cache, `chromium-${manifest.version}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'unpack-'));
    const before = process.env.TMPDIR;
    process.env.TMPDIR = folder;
    try {
      await chromium.executablePath();
      renameSync(folder, home);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }
  return join(home, 'chromium');
}

const mode = (visible) =>
  visible
    ? [`--window-size=${visible}`, '--lang=zh-CN', '--app=data:text/html,']
    : ['--headless', '--hide-scrollbars', '--no-startup-window', '--use-fake-device-for-media-stream'];

const flags = [
  ...['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ...['--disable-default-apps', '--disable-extensions', '--disable-dev-shm-usage', '--disable-quic'],
  ...['--no-default-browser-check', '--no-first-run', '--password-store=basic', '--force-color-profile=srgb'],
  '--disable-features=Translate,MediaRouter',
  '--block-new-web-contents', // window.open and target=_blank yield nothing, as with setWindowOpenHandler's 'deny'
  '--remote-debugging-port=0',
];

/** Starts Chromium; resolves with its DevTools connection when it listens. */
export async function startChromium({ userDataDir, visible, args, echo }) {
  const more = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []; // root cannot have Chromium's sandbox
  const path = await findChromium(visible);
  // The headless shell of the package can ask nobody; there the guard in the page (page/guards.js) alone keeps the app's answer.
  if (path.includes('node_modules')) more.push('--use-fake-ui-for-media-stream');
  const child = spawn(path, [...more, ...flags, `--user-data-dir=${userDataDir}`, ...args, ...mode(visible)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL')); // whatever ends this process, Chromium does not outlive it
  const url = await new Promise((resolve, reject) => {
    const said = [];
    child.once('exit', (code) => reject(new Error(`${path} ended with ${code}\n${said.slice(-8).join('\n')}`)));
    child.once('error', reject);
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (process.env.HOST_DEBUG || (found && echo)) process.stderr.write(`${line}\n`);
      if (found) resolve(found[1]);
    });
  });
  return connect(url, child);
}

async function connect(url, child) {
  const cdp = new EventEmitter().setMaxListeners(0);
  const socket = new WebSocket(url);
  const pending = new Map();
  let last = 0;
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (!message.id) return void cdp.emit(message.method, message.params, message.sessionId);
    const { resolve, reject } = pending.get(message.id);
    pending.delete(message.id);
    if (message.error) reject(new Error(`${message.error.message} ${message.error.data ?? ''}`));
    else resolve(message.result);
  };
  socket.onclose = () => {
    for (const { reject } of pending.values()) reject(new Error('Chromium is gone'));
    pending.clear();
    cdp.emit('closed');
  };
  cdp.send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error('Chromium is gone'));
      pending.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  cdp.stop = async () => {
    // Not waited for: a Chromium that is asked while its window is still being made never answers and never ends.
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    cdp.send('Browser.close').catch(() => {});
    await exited;
    clearTimeout(timer);
  };
  return cdp;
}
