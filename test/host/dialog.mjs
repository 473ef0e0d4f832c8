// Native dialogs. A test must replace them; in the preview, HOST_FOLDER names the folder that answers for the user.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { cover } from './cover.mjs';

const folder = process.env.HOST_FOLDER && resolve(process.env.HOST_FOLDER);
const say = (text) => process.stdout.write(`${text}\n`);
/** Electron takes the parent window as an optional first argument. */
const optionsOf = (args) => args.at(-1) ?? {};

function newest(extensions) {
  const fits = (name) => !extensions.length || extensions.includes(extname(name).slice(1).toLowerCase());
  const files = readdirSync(folder).filter((name) => !name.startsWith('.') && fits(name));
  return files
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

function open(options) {
  if (options.properties?.includes('openDirectory')) {
    say(`Open folder: answered with ${folder}`);
    return { canceled: false, filePaths: [folder] };
  }
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions).filter((e) => e !== '*');
  const file = newest(extensions);
  say(
    file
      ? `Open file: answered with ${file}`
      : `Open file: ${folder} holds none of ${extensions.join(', ')}; cancelled`,
  );
  return file ? { canceled: false, filePaths: [file] } : { canceled: true, filePaths: [] };
}

function save(options) {
  const filePath = join(folder, basename(options.defaultPath ?? 'untitled'));
  say(`Save file: answered with ${filePath}`);
  return { canceled: false, filePath };
}

function message(options) {
  const response = options.defaultId ?? 0;
  say(`${options.message ?? ''} ${options.detail ?? ''}: answered with ${options.buttons?.[response] ?? 'OK'}`);
  return { response, checkboxChecked: options.checkboxChecked ?? false };
}

function answer(name, reply) {
  return async (...args) => {
    if (!folder) throw new Error(`Electron host: ${name} shows a native dialog; the test must replace it`);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    return reply(optionsOf(args));
  };
}

export const dialog = cover('dialog', {
  showOpenDialog: answer('showOpenDialog', open),
  showSaveDialog: answer('showSaveDialog', save),
  showMessageBox: answer('showMessageBox', message),
  showErrorBox: (title, text) => void process.stderr.write(`${title}: ${text}\n`),
});
