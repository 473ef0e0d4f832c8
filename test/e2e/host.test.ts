// The host itself, on a small app: where it is more generous than Electron, every other spec could pass wrongly.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostFolder, launch, realElectron, type Running } from '../support/launch.ts';
import { tempDir } from '../support/tempDir.ts';

const fixture = join(hostFolder, 'fixture');

interface FixtureWindow {
  echo: (value: unknown) => Promise<unknown>;
  fixture: {
    origin: () => Promise<string>;
    fail: () => Promise<never>;
    onMenu: (listener: (id: string) => void) => void;
    twice: (value: unknown) => unknown[];
    throws: () => never;
  };
}
declare const window: FixtureWindow & typeof globalThis.window;
interface Seen {
  closedPorts: number;
  media: unknown[];
  second: string[];
}

describe('the host', () => {
  let run: Running;
  const seen = () => run.app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  beforeAll(async () => {
    run = await launch({ app: fixture });
    await run.page.getByRole('heading', { name: 'Fixture' }).waitFor();
  });
  afterAll(async () => {
    await run?.[Symbol.asyncDispose]();
  });

  test('says which of the two it is', async () => {
    const version = await run.app.evaluate(() => process.versions.electron);
    expect(version).toMatch(realElectron ? /^45\./ : /host$/);
    expect(await run.app.evaluate(({ app }) => app.getPath('userData'))).toBe(run.userData);
  });

  test('carries 12 MB over a port, both ways, as text and as bytes, without stalling the window', async () => {
    const result = await run.page.evaluate(async () => {
      const text = '督导'.repeat(2_000_000);
      const begun = performance.now();
      const back = await window.echo(text);
      const took = performance.now() - begun;
      const bytes = new Uint8Array(12_000_000).fill(7);
      const bytesBack = (await window.echo(bytes)) as Uint8Array;
      return { same: back === text, took, length: bytesBack.length, last: bytesBack.at(-1) };
    });
    expect(result).toMatchObject({ same: true, length: 12_000_000, last: 7 });
    expect(result.took).toBeLessThan(20_000);
  });

  test('clones what structured clone clones, and refuses a function', async () => {
    const back = await run.page.evaluate(async () => {
      const value = { at: new Date(0), map: new Map([['a', 1n]]), none: undefined, nan: NaN, zero: -0, $: 'own' };
      const { at, map, none, nan, zero, $ } = (await window.echo(value)) as typeof value;
      return [at.getTime(), map.get('a') === 1n, none === undefined, Number.isNaN(nan), Object.is(zero, -0), $];
    });
    expect(back).toEqual([0, true, true, true, true, 'own']);
    const refused = await run.page.evaluate(() => window.echo(() => 1).catch((e: unknown) => String(e)));
    expect(refused).toMatch(/could not be cloned/);
  });

  test('the bridge keeps its promises: returns, errors, frozen', async () => {
    const got = await run.page.evaluate(async () => {
      const caught = (error: unknown) => (error as Error).message;
      let thrown = '';
      try {
        window.fixture.throws();
      } catch (error) {
        thrown = caught(error);
      }
      return {
        origin: await window.fixture.origin(),
        twice: window.fixture.twice('x'),
        frozen: Object.isFrozen(window.fixture),
        thrown,
        failed: await window.fixture.fail().catch(caught),
        leaks: [
          'require',
          'process',
          'module',
          'Buffer',
          'ipcRenderer',
          '__hostWire',
          '__hostReceive',
          '__hostBridge',
        ].filter((name) => name in window),
      };
    });
    expect(got).toEqual({
      origin: 'app://bundle/index.html',
      twice: ['x', 'x'],
      frozen: true,
      thrown: 'too far',
      failed: "Error invoking remote method 'fail': TypeError: no",
      leaks: [],
    });
  });

  test('a menu item reaches the page', async () => {
    // Handed over as a handle: the page listens before the item is clicked.
    const heard = await run.page.evaluateHandle(() => ({
      id: new Promise((resolve) => window.fixture.onMenu(resolve)),
    }));
    await run.app.evaluate(({ Menu }) => {
      const { click } = Menu.getApplicationMenu()!.getMenuItemById('hello')!;
      (click as () => void)();
    });
    expect(await heard.evaluate(({ id }) => id)).toBe('hello');
  });

  test('the camera is granted only by the app, the microphone is refused by it', async () => {
    const ask = (constraints: MediaStreamConstraints) =>
      run.page.evaluate(
        (c) =>
          navigator.mediaDevices.getUserMedia(c).then(
            (stream) =>
              stream
                .getTracks()
                .map((track) => track.kind)
                .join(),
            (error: unknown) => (error as Error).name,
          ),
        constraints,
      );
    expect(await ask({ audio: true })).toBe('NotAllowedError');
    expect(await ask({ video: true })).toBe('video');
    expect(await ask({ video: true, audio: true })).toBe('NotAllowedError');
    expect((await seen()).media).toEqual([
      ['media', ['audio'], 'app://bundle/'],
      ['media', ['video'], 'app://bundle/'],
      ['media', ['video', 'audio'], 'app://bundle/'],
    ]);
  });

  test('the theme reaches the page, the window has its size', async () => {
    const dark = () => run.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await run.app.evaluate(({ nativeTheme }) => (nativeTheme.themeSource = 'dark'));
    await expect.poll(dark).toBe(true);
    await run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1366, 768));
    await expect.poll(() => run.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
  });

  test.runIf(!realElectron)('what is not covered throws: members, events, dialogs without an answer', async () => {
    const said = await run.app.evaluate(async ({ app, dialog, webContents }) => {
      const caught = (act: () => unknown) => {
        try {
          return String(act());
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [
        caught(() => app.getFileIcon('x')),
        caught(() => app.on('open-url', () => {})),
        caught(() => webContents.getAllWebContents()[0]!.insertText('x')),
        await dialog.showOpenDialog({}).catch((error: unknown) => (error as Error).message),
      ];
    });
    expect(said).toEqual([
      'Electron host: app.getFileIcon is not covered',
      "Electron host: the event app 'open-url' is not covered",
      'Electron host: webContents.insertText is not covered',
      'Electron host: showOpenDialog shows a native dialog; the test must replace it',
    ]);
  });

  test.runIf(!realElectron)('printing makes a PDF', async () => {
    await run.page.evaluate(() => {
      window.print();
    });
    const folder = join(run.userData, 'printed');
    await expect.poll(() => readdirSync(folder, { recursive: true })).toHaveLength(1);
    // The file is there before its bytes are.
    const begins = (): string =>
      readFileSync(join(folder, readdirSync(folder)[0]!))
        .subarray(0, 5)
        .toString();
    await expect.poll(begins).toBe('%PDF-');
    const bytes = await run.app.evaluate(async ({ BrowserWindow }) => {
      const hidden = new BrowserWindow({ show: false });
      await hidden.loadURL('app://bundle/index.html');
      const pdf = await hidden.webContents.printToPDF({ pageSize: 'A4', landscape: true });
      hidden.destroy();
      return pdf.length;
    });
    expect(bytes).toBeGreaterThan(1000);
  });

  test('a reload and a navigation: the port ends, the address stays', async () => {
    await run.page.reload();
    await expect.poll(async () => (await seen()).closedPorts).toBeGreaterThanOrEqual(1);
    expect(await run.page.evaluate(() => window.echo('again'))).toBe('again');
    await run.page.evaluate(() => {
      location.href = 'https://example.com/';
      window.open('https://example.com/');
    });
    await run.page.waitForTimeout(300);
    const urls = await run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((w) => w.webContents.getURL()),
    );
    expect(urls).toEqual(['app://bundle/index.html']);
  });

  test.runIf(!realElectron)('a second start hands over its command line and ends', async () => {
    const args = [fixture, `--user-data-dir=${run.userData}`, '--second'];
    expect(spawnSync(join(hostFolder, 'electron'), args, { timeout: 20_000 }).status).toBe(0);
    await expect.poll(async () => (await seen()).second).toEqual(['--second']);
  });

  test('closing the last window ends the app', async () => {
    const gone = run.app.waitForEvent('close');
    await run.page.close();
    await gone;
  });
});

test.runIf(!realElectron)('without Chromium a script plays the page', () => {
  using dir = tempDir();
  const result = spawnSync(join(hostFolder, 'electron'), [fixture, `--user-data-dir=${dir.path}`], {
    env: { ...process.env, HOST_PAGE: join(fixture, 'scripted.mjs') },
    timeout: 5_000, // it stays open, as an app does
    encoding: 'utf8',
  });
  expect(result.stdout).toBe('echo {"at":"1970-01-01T00:00:00.000Z","list":true}\n');
});
