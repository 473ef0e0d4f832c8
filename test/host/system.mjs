// shell, clipboard, safeStorage, screen and the smaller ones.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { cover, notCovered } from './cover.mjs';

const wouldOpen = (what) => void process.stderr.write(`Electron host: would open ${what}\n`);
export const shell = cover('shell', {
  openExternal: async (url) => wouldOpen(url),
  openPath: async (path) => {
    wouldOpen(path);
    return '';
  },
  showItemInFolder: wouldOpen,
  beep() {},
  trashItem: async () => {
    throw notCovered('shell.trashItem');
  },
});

let clip = '';
export const clipboard = cover('clipboard', {
  writeText: (text) => void (clip = text),
  readText: () => clip,
  clear: () => void (clip = ''),
});

// No keychain: this proves where the app encrypts, not that the secret is safe.
const key = () =>
  createHash('sha256')
    .update(`host ${app.getPath('userData')}`)
    .digest();
export const safeStorage = cover('safeStorage', {
  isEncryptionAvailable: () => app.isReady(),
  getSelectedStorageBackend: () => 'basic_text',
  encryptString(text) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  decryptString(bytes) {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  },
});

/** A test may emit these itself, as Electron would: app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')). */
const powerEvents = ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery'];
export const powerMonitor = cover('powerMonitor', new EventEmitter(), powerEvents);
export const powerSaveBlocker = cover('powerSaveBlocker', { start: () => 1, stop() {}, isStarted: () => false });

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, scaleFactor: 1, bounds: area, workArea: area, size: area, workAreaSize: area };
const displays = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
};
const screenEvents = ['display-added', 'display-removed', 'display-metrics-changed'];
export const screen = cover('screen', Object.assign(new EventEmitter(), displays), screenEvents);

export const crashReporter = cover('crashReporter', { start() {} });
