// The packages as electron-builder makes them, from a folder of stand-ins where Electron's own files would lie. Would
// catch: sources or a foreign system's addon inside, a dependency left out, a misspelt option, a switch left open.
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, root } from '../support/launch.ts';
import { tempDir } from '../support/tempDir.ts';

const dir = tempDir('package-');
afterAll(() => dir[Symbol.dispose]());
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
// As the library writes them: characters.
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'; // how Electron's executable marks the place of its switches

/** What electron-builder looks for in an unpacked Electron; the Windows program must be a real one, any will do. */
function fakeElectron(): string {
  const folder = dir.file('electron');
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(folder, `locales/${name}.pak`), name);
  writeFileSync(join(folder, 'version'), devDependencies['electron']!);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), name);
  copyFileSync(join(root, 'node_modules/electron-winstaller/vendor/Squirrel.exe'), join(folder, 'electron.exe'));
  writeFileSync(join(folder, 'electron'), `${FUSES}\x01\x09${'1'.repeat(9)}`, { mode: 0o755 });
  return folder;
}

/** Packs without an installer; returns the folder that an installer would hold. */
async function pack(platform: Platform, name: string, more: object = {}): Promise<string> {
  const directories = { output: dir.file(name), buildResources: 'electron/assets' };
  const config = { extends: './electron/builder.yml', electronDist: dir.file('electron'), directories, ...more };
  await build({ projectDir: root, targets: platform.createTarget('dir', Arch.x64), config, publish: 'never' });
  return join(dir.file(name), `${name}-unpacked`);
}

const inside = (folder: string) =>
  listPackage(join(folder, 'resources/app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
const addons = (paths: readonly string[]) => paths.filter((path) => /\.node$/.test(path) && !path.includes('@types'));

describe('the packages', () => {
  let windows: string;
  let linux: string;
  beforeAll(async () => {
    expect(existsSync(join(root, 'out/main/index.js')), 'npm run build comes first').toBe(true);
    fakeElectron();
    windows = await pack(Platform.WINDOWS, 'win', { electronFuses: null }); // the stand-in has no switches
    linux = await pack(Platform.LINUX, 'linux');
  }, 300_000);

  test('hold the bundles, the two dependencies and nothing of the sources', () => {
    for (const folder of [windows, linux]) {
      const paths = inside(folder);
      const top = [...new Set(paths.map((path) => path.split('/')[1]))].sort();
      expect(top).toEqual(['node_modules', 'out', 'package.json']);
      expect(paths).toEqual(
        expect.arrayContaining(['/out/main/index.js', '/out/main/worker.js', '/out/preload/index.cjs']),
      );
      expect(paths.filter((path) => /\.(tsx?|map)$/.test(path) && !/\.d\.[cm]?ts$/.test(path))).toEqual([
        ...paths.filter((path) => path.startsWith('/node_modules/exceljs/index.ts')),
      ]);
      const packages = paths.filter((path) => /^\/node_modules\/[^/@]+$/.test(path)).map((path) => path.slice(14));
      expect(packages).toEqual(expect.arrayContaining(['better-sqlite3', 'exceljs']));
      const bundled = ['react', 'antd', 'echarts', 'ag-grid-community', 'hucre', 'electron'];
      expect(packages.filter((name) => bundled.includes(name))).toEqual([]);
    }
  });

  test('hold one native addon each, of their own system, outside the archive', () => {
    const expected = [
      [windows, 'win32-x64'],
      [linux, 'linux-x64'],
    ] as const;
    for (const [folder, name] of expected) {
      const addon = `/node_modules/better-sqlite3/prebuilds/${name}.node`;
      expect(addons(inside(folder))).toEqual([addon]);
      expect(existsSync(join(folder, 'resources/app.asar.unpacked', addon))).toBe(true);
    }
  });

  test('carry the name, two languages and the closed switches', async () => {
    expect(existsSync(join(windows, '督导台.exe'))).toBe(true);
    expect(readdirSync(join(windows, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
    const wire = await getCurrentFuseWire(join(linux, 'dudaotai'));
    const off = [FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable];
    for (const fuse of [...off, FuseV1Options.EnableNodeCliInspectArguments]) expect(wire[fuse]).toBe(OFF);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON);
  });

  test.runIf(process.platform === 'linux')('start with what is inside alone', async () => {
    const folder = dir.file('extracted');
    extractAll(join(linux, 'resources/app.asar'), folder);
    await using run = await launch({ app: folder });
    await run.page.getByText('督导台').first().waitFor();
    expect(existsSync(join(run.userData, 'data'))).toBe(true);
  });
});
