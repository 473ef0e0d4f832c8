// npm start: the console in Electron. Electron has no install script; its binary is fetched here, once.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freshBuild, root } from './freshBuild.mjs';

const require = createRequire(import.meta.url);

function fetchElectron() {
  const folder = dirname(require.resolve('electron/package.json'));
  const fetched = spawnSync(process.execPath, [join(folder, 'install.js')], { encoding: 'utf8' });
  if (fetched.status === 0) return;
  const from = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases';
  const cause = fetched.stderr.split('\n').find((line) => line.includes('Error')) ?? fetched.stderr.trim();
  console.error(`Electron ${require('electron/package.json').version} is not on this machine and cannot be downloaded:
  ${from}: ${cause.trim()}
Do one of these, then run npm start again:
  - name a mirror of Electron's releases:  ELECTRON_MIRROR=<address of the mirror>
  - go through a proxy:                    ELECTRON_GET_USE_PROXY=1 HTTPS_PROXY=<address of the proxy>
  - unpack Electron's zip yourself:        ELECTRON_OVERRIDE_DIST_PATH=<folder of the unpacked zip>
To look at the console now, in an installed Chromium, Chrome or Edge: npm run preview`);
  process.exit(1);
}

if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) fetchElectron();
freshBuild();
spawn(require('electron'), [root, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) => {
  process.exit(code ?? 1);
});
