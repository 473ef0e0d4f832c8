// Would catch: a text missing in one language, a placeholder that stays empty, a failure that has no words.
import { expect, test } from 'vitest';
import { en } from '../../shared/i18n/en/index.ts';
import { zhCN } from '../../shared/i18n/zh-CN/index.ts';
import { code, source, type Source } from '../support/sources.ts';
import { badWording, differences } from './rules/texts.ts';

test('both languages have the same keys and placeholders', () => {
  const zh = { a: '第 {{n}} 版', b: { c: '甲' }, d_other: '{{count}} 人' };
  expect(differences(zh, { a: 'Version {{m}}', d_one: 'one', d_other: '{{count}}', e: 'x' })).toEqual([
    'b.c: missing in English',
    'a: {{n}} in Chinese, {{m}} in English',
    'e: not in Chinese',
  ]);
  expect(differences(zhCN, en)).toEqual([]);
});

test('texts are plain statements in their own language', () => {
  expect(badWording({ a: '', b: '好！', c: '甲' }, 'zh-CN')).toEqual(['a: empty', 'b: exclamation mark']);
  expect(badWording({ c: '甲' }, 'en')).toEqual(['c: Chinese in English']);
  expect(badWording(zhCN, 'zh-CN')).toEqual([]);
  expect(badWording(en, 'en')).toEqual([]);
});

/** Reasons written as literals; those chosen at run time are checked by their own tests. */
const unspokenReasons = (files: readonly Source[], known: object) =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(/new AppError\(\s*'[A-Z_]+',\s*'(\w+)'/g)]
      .filter(([, reason]) => !(reason! in known))
      .map(([, reason]) => `${path}: ${reason!}`),
  );

test('every reason of a failure has words', () => {
  const bad = source('electron/a.ts', "throw new AppError('CONFLICT', 'noSuchReason', { a: 1 })");
  expect(unspokenReasons([bad], zhCN.errors)).toEqual(['electron/a.ts: noSuchReason']);
  const program = code.filter(({ path }) => /^(electron|shared)\//.test(path));
  expect(unspokenReasons(program, zhCN.errors)).toEqual([]);
});
