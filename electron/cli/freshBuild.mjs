// Builds the bundles when they are missing or older than their sources. Plain JavaScript: it runs before any build.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json'];
const bundles = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** The last change under a path, in milliseconds since 1970; 0 where it is missing. */
function changed(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** Ends the process with the builder's exit code when the build fails. */
export function freshBuild() {
  const oldest = Math.min(...bundles.map((path) => changed(join(root, path))));
  if (oldest > Math.max(...sources.map((path) => changed(join(root, path))))) return;
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
