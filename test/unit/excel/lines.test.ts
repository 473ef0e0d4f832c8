// Heights of rows with wrapped text. Would catch: a text that is cut off on paper because its row has one line's height.
import { describe, expect, it } from 'vitest';
import { linesIn, linesOf } from '../../../electron/excel/report/lines.ts';
import type { Column } from '../../../electron/excel/report/sheetPlan.ts';

describe('lines of a wrapped text', () => {
  it.each([
    ['', 30, 1],
    ['abc def', 30, 1],
    ['补课一次，随后抽查两次服务', 30, 1],
    // 29 characters are left of 30, and a Chinese one takes two.
    ['字'.repeat(14), 30, 1],
    ['字'.repeat(15), 30, 2],
    ['一\n二\n三', 30, 3],
    ['word '.repeat(12), 30, 3],
  ])('%s in %d', (text, width, lines) => {
    expect(linesIn(text, width)).toBe(lines);
  });

  it('are those of the longest of a row, of wrapped columns alone', () => {
    const column = (format: Column['format'], width: number): Column => ({
      ...{ key: format, header: '', meaning: '', source: 'entered' },
      ...{ format, width },
    });
    const lines = linesOf([column('text', 10), column('wrap', 11), column('wrap', 21)])!;
    expect(lines(['字'.repeat(50), '字'.repeat(11), null])).toBe(3);
    expect(lines(['', null, '字'.repeat(11)])).toBe(2);
    expect(lines(['字'.repeat(50), 3, null])).toBe(1);
    expect(linesOf([column('text', 10)])).toBeUndefined();
  });
});
