// Rules about single files: length, name, exports, words that do not belong.
import type { Source } from '../../support/sources.ts';

const LONGEST = 400;
const linesOf = (text: string) => text.split('\n').length - Number(text.endsWith('\n'));

export const tooLong = (files: readonly Source[]): readonly string[] =>
  files.filter(({ text }) => linesOf(text) > LONGEST).map(({ path, text }) => `${path}: ${linesOf(text)} lines`);

export const defaultExports = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path }) => !/\.config\.ts$/.test(path))
    .filter(({ text }) => /^export default\b|^export \{[^}]*\bas default\b/m.test(text))
    .map(({ path }) => path);

const SAYS_NOTHING = /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|$)/i;
export const emptyNames = (files: readonly Source[]): readonly string[] =>
  files.map(({ path }) => path).filter((path) => SAYS_NOTHING.test(path));

/** camelCase.ts for functions, PascalCase.tsx for components (camelCase.tsx for hooks and tables); migrations are numbered. */
export const misnamed = (files: readonly Source[]): readonly string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (path.startsWith('shared/i18n/')) return false;
      if (path.startsWith('electron/db/migrations/'))
        return !/^(\d{4}-)?[a-z][A-Za-z0-9]*(-[a-z0-9]+)*\.ts$/.test(name);
      if (path.endsWith('.tsx')) return !/^[A-Za-z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name);
      return !/^[a-z][A-Za-z0-9]*(\.(test|config))?\.ts$/.test(name);
    });

export const withoutOpening = (files: readonly Source[]): readonly string[] =>
  files.filter(({ text }) => !/^(\/\/ |\/\*\*? )/.test(text)).map(({ path }) => path);

// Spelt so that this file does not hold the words themselves.
const UNWANTED = [
  `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b|\\bHACK:`,
  `${['eslint', 'disable'].join('-')}|@ts-(ignore|nocheck)`,
  '\\b(test|it|describe|property)\\.(skip|only|todo)\\b',
  `\\bas ${['an', 'y'].join('')}\\b`,
  '(^|[\\s\'"`(=])/(home|root|work|farm)/',
  'https?://registry\\.',
].map((pattern) => new RegExp(pattern));

export const unwantedWords = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ path }) => path !== 'package-lock.json')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const found = UNWANTED.map((pattern) => pattern.exec(line)?.[0]).find(Boolean);
        return found ? [`${path}:${index + 1}: ${found.trim()}`] : [];
      }),
    );
