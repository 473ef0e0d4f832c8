// Would catch: a file that grows into a god module, names that say nothing, tests switched off, left-over notes.
import { describe, expect, test } from 'vitest';
import { code, source, sources } from '../support/sources.ts';
import { defaultExports, emptyNames, misnamed, tooLong, unwantedWords, withoutOpening } from './rules/files.ts';

const program = code.filter(({ path }) => !path.startsWith('test/'));

describe('files', () => {
  test('none is longer than 400 lines', () => {
    expect(tooLong([source('a.ts', 'x\n'.repeat(401)), source('b.ts', 'x\n'.repeat(400))])).toEqual([
      'a.ts: 401 lines',
    ]);
    expect(tooLong(code)).toEqual([]);
  });

  test('named exports only', () => {
    const bad = [source('a.ts', 'export default 1'), source('b.ts', 'export { a as default };')];
    expect(defaultExports([...bad, source('c.config.ts', 'export default 1')])).toEqual(['a.ts', 'b.ts']);
    expect(defaultExports(code)).toEqual([]);
  });

  test('names say what is inside', () => {
    const bad = ['electron/utils.ts', 'renderer/common/Button.tsx', 'shared/Helpers.ts'];
    expect(emptyNames([...bad, 'shared/domain/managerReview.ts'].map((path) => source(path, '')))).toEqual(bad);
    expect(emptyNames(sources)).toEqual([]);
    const cased = ['renderer/icon-button.tsx', 'shared/Score.ts', 'electron/db/open_file.ts'];
    expect(misnamed([...cased, 'renderer/Button.tsx'].map((path) => source(path, '')))).toEqual(cased);
    expect(misnamed(code)).toEqual([]);
  });

  test('each opens with what it owns', () => {
    expect(withoutOpening([source('a.ts', "import x from 'x';"), source('b.ts', '// Owns.\n')])).toEqual(['a.ts']);
    expect(withoutOpening(program)).toEqual([]);
  });

  test('no left-over notes, switched-off checks, machine paths', () => {
    const bad = [
      '// TO' + 'DO later',
      'test.' + 'skip(',
      'const x = y as' + ' any;',
      "'/ho" + "me/me/x'",
      '// @ts-' + 'ignore',
    ];
    expect(unwantedWords([source('a.ts', [...bad, 'skip(1); company'].join('\n'))])).toHaveLength(bad.length);
    expect(unwantedWords(sources)).toEqual([]);
  });
});
