// The shell around the page. Would catch: Node or Electron in the page, a script from elsewhere, a way out of the window,
// a file outside the bundle, a permission that nobody meant to give.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN } from '../support/console.ts';
import { anewOnRetry } from '../support/going.ts';
import { launch, type Running } from '../support/launch.ts';
import { seedConsole, signIn } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

const dir = tempDir('shell-');
const complaints: string[] = [];
let run: Running;

beforeAll(async () => {
  await seedConsole(dir.path);
  run = await launch({ userData: dir.path });
  await run.page.getByLabel('登录名').waitFor();
  run.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  run.page.on('pageerror', (error) => complaints.push(String(error)));
  await run.page.reload();
  await run.page.getByLabel('登录名').waitFor();
});
afterAll(async () => {
  await run?.[Symbol.asyncDispose]();
  dir[Symbol.dispose]();
});

/** What a script in the page can do against the policy: runs `attempt` and names the directive that stopped it. */
const violated = (attempt: string) =>
  run.page.evaluate(
    (code) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        setTimeout(() => resolve('none'), 2000);
        const attempts: Record<string, () => void> = {
          inlineScript: () => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.head.append(script);
          },
          remoteScript: () => {
            document.head.append(Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }));
          },
          handler: () => {
            document.body.setAttribute('onclick', 'window.ran = true');
            document.body.click();
          },
          remoteFetch: () => {
            fetch('https://example.com/').catch(() => undefined);
          },
          otherHost: () => {
            fetch('https://other.app.localhost/index.html').catch(() => undefined);
          },
          remoteImage: () => {
            document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.com/x.png' }));
          },
          frame: () => {
            document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }));
          },
          form: () => {
            const form = Object.assign(document.createElement('form'), {
              action: 'https://example.com/',
              method: 'post',
            });
            document.body.append(form);
            form.submit();
          },
        };
        attempts[code]!();
      }),
    attempt,
  );

describe('the page', () => {
  test('starts without a complaint', () => {
    expect(complaints).toEqual([]);
  });

  test('holds the one frozen bridge and nothing of Node or Electron', async () => {
    const found = await run.page.evaluate(() => {
      const { desktop } = window as unknown as { desktop: object };
      const leaks = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'];
      return {
        desktop: Object.keys(desktop),
        frozen: Object.isFrozen(desktop),
        leaks: leaks.filter((name) => name in window),
      };
    });
    expect(found).toEqual({ desktop: ['onMenu'], frozen: true, leaks: [] });
  });

  test('runs no code and loads nothing from elsewhere', async () => {
    expect(await violated('inlineScript')).toBe('script-src-elem');
    expect(await violated('remoteScript')).toBe('script-src-elem');
    expect(await violated('handler')).toBe('script-src-attr');
    expect(await violated('remoteFetch')).toBe('connect-src');
    expect(await violated('otherHost')).toBe('connect-src');
    expect(await violated('remoteImage')).toBe('img-src');
    expect(await violated('frame')).toMatch(/^(frame|child|default)-src$/);
    expect(await violated('form')).toBe('form-action');
    // In a task of its own: the debugger, through which this runs, may evaluate text.
    const evaluated = await run.page.evaluate(
      () =>
        new Promise((resolve) =>
          setTimeout(() => {
            try {
              resolve(String(Reflect.construct(Function, ['return 1'])));
            } catch (error) {
              resolve((error as Error).name);
            }
          }),
        ),
    );
    expect(evaluated).toBe('EvalError');
    expect(await run.page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('cannot leave, nor open another window', async () => {
    for (const leave of ['location', 'link', 'window', 'blank'] as const) {
      await run.page
        .evaluate((how) => {
          const link = Object.assign(document.createElement('a'), { href: 'https://example.com/' });
          document.body.append(link);
          if (how === 'location') location.href = 'https://example.com/';
          else if (how === 'window') window.open('https://example.com/');
          else {
            if (how === 'blank') link.target = '_blank';
            link.click();
          }
        }, leave)
        .catch(() => undefined);
      await run.page.waitForTimeout(200);
      const open = await run.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().replace(/#.*/, '')),
      );
      expect(open, leave).toEqual(['app://bundle/index.html']);
    }
  });

  test('reads nothing outside the bundle', async () => {
    const status = (path: string) => run.page.evaluate((p) => fetch(p).then((response) => response.status), path);
    expect(await status('/index.html')).toBe(200);
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/..%2fmain%2findex.js',
      '/%2e%2e/main/index.js',
      '/nothing.js',
      '/',
    ])
      expect(await status(path), path).toBe(404);
  });

  test('may use the camera, not the microphone, the position or notifications', async () => {
    const asked = await run.page.evaluate(async () => {
      const media = (constraints: MediaStreamConstraints) =>
        navigator.mediaDevices.getUserMedia(constraints).then(
          (stream) => {
            stream.getTracks().forEach((track) => track.stop());
            return 'granted';
          },
          (error: unknown) => (error as Error).name,
        );
      return {
        camera: await media({ video: true }),
        microphone: await media({ audio: true }),
        both: await media({ video: true, audio: true }),
        position: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            () => resolve('refused'),
          ),
        ),
        notifications: await Notification.requestPermission(),
      };
    });
    expect(asked).toEqual({
      camera: 'granted',
      microphone: 'NotAllowedError',
      both: 'NotAllowedError',
      position: 'refused',
      notifications: 'denied',
    });
  });
});

describe('the window', () => {
  anewOnRetry(() => run.page);
  const choose = (id: string) =>
    run.app.evaluate(({ Menu }, item) => {
      const { click } = Menu.getApplicationMenu()!.getMenuItemById(item)!;
      (click as () => void)();
    }, id);

  test('the menu finds and locks; the lock keeps the screen', async () => {
    await run.page.reload();
    await signIn(run.page, ADMIN);
    await choose('palette');
    const find = run.page.getByRole('combobox', { name: '查找与命令' });
    await find.and(run.page.locator(':focus')).waitFor();
    await run.page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
    await choose('lock');
    const lock = run.page.getByRole('dialog', { name: '屏幕已锁定' });
    await lock.locator('input:focus').waitFor();
    await run.page.keyboard.press('Control+k');
    await run.page.waitForTimeout(200);
    expect(await find.isVisible()).toBe(false);
    await lock.getByLabel('密码', { exact: true }).fill('correct horse battery');
    await run.page.keyboard.press('Enter');
    await lock.waitFor({ state: 'detached' });
  });

  test('closing it ends the process and gives the data folder free', async () => {
    const gone = run.app.waitForEvent('close');
    await run.page.close();
    await gone;
    run = await launch({ userData: dir.path });
    await run.page.getByLabel('登录名').waitFor();
  });
});
