// The executable's body: Node plays Electron's main process, Chromium its windows. Takes Electron's command line.
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const api = pathToFileURL(join(import.meta.dirname, 'electron.mjs')).href;
// Synchronous hooks cover import and require alike: one instance for the app, Playwright's loader and its inspector.
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: api, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

const args = process.argv.slice(2);
const takesValue = new Set(['-r', '--require']);
const required = args.filter((_, i) => takesValue.has(args[i - 1]));
const entry = args.find((a, i) => !a.startsWith('-') && !takesValue.has(args[i - 1])) ?? '.';
const version = '0.0.0-host';
if (args.includes('--version')) {
  console.log(`v${version}`);
  process.exit(0);
}
const inspect = args.find((a) => /^--inspect(=|$)/.test(a));
if (inspect) inspector.open(Number(inspect.split('=')[1] ?? 9229)); // prints "Debugger listening on ws://…", as Electron does

const root = resolve(entry);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
process.type = 'browser';
process.defaultApp = true;
process.resourcesPath = import.meta.dirname;
process.argv = [process.execPath, ...args]; // Playwright's loader splices its own arguments out by index

const { launch, prepare } = await import('./app.mjs');
prepare({
  root,
  manifest,
  visible: process.env.HOST_VISIBLE, // a size such as 1366,768: one real window instead of headless ones
  pageScript: process.env.HOST_PAGE, // a module that plays the page: no Chromium at all
  echo: args.some((a) => a.startsWith('--remote-debugging-port')),
});
for (const file of required) createRequire(import.meta.url)(resolve(file));
const { app } = await import('electron');
process.on('SIGTERM', () => app.quit()).on('SIGINT', () => app.quit());

// Electron emits 'ready' only when the main module has been evaluated, so a top-level await of it hangs there for ever.
const hung = setTimeout(() => {
  console.error("The main module did not finish: a top-level await of 'ready'? Electron would hang here.");
  process.exit(1);
}, 15_000);
try {
  await import(pathToFileURL(resolve(root, manifest.main)).href);
} catch (error) {
  console.error('App threw an error during load\n', error);
  process.exit(1);
}
clearTimeout(hung);
await launch();
