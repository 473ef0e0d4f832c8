// npm run preview [-- FOLDER]: the built console in a window of an installed Chromium, Chrome or Edge, where Electron's
// binary cannot be had. Open and save dialogs are answered with FOLDER (default: preview/ in the temporary folder).
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshBuild, root } from '../../electron/cli/freshBuild.mjs';

const args = process.argv.slice(2);
const named = args[0]?.startsWith('--') ? undefined : args.shift();
// Meant from where the user called npm.
const folder = resolve(process.env.INIT_CWD ?? '.', named ?? join(tmpdir(), 'dudaotai-preview'));
mkdirSync(folder, { recursive: true });
freshBuild();
console.log(`Open and save dialogs are answered with ${folder}
  opening takes the newest fitting file there, saving writes there under the proposed name.
Close the window, or press Ctrl+C, to end.`);
const env = { ...process.env, HOST_VISIBLE: process.env.HOST_VISIBLE ?? '1366,768', HOST_FOLDER: folder };
const host = join(import.meta.dirname, 'host.mjs');
const child = spawn(process.execPath, ['--no-warnings', host, root, ...args], { stdio: 'inherit', env });
child.on('exit', (code) => process.exit(code ?? 1));
process.on('SIGINT', () => child.kill('SIGINT'));
