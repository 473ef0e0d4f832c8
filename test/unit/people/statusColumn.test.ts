// Bugs these would catch: a roster's leavers imported as active without a word, because the header of their status is not
// known; a warning over a yes/no column or over one that already holds something else.
import { describe, expect, it } from 'vitest';
import type { RosterMapping } from '../../../shared/contract/roster.ts';
import { mapHeaders } from '../../../shared/domain/people/rosterHeader.ts';
import { missedStatus } from '../../../shared/domain/people/statusColumn.ts';

const sheetOf = (...head: string[][]) => ({ name: '花名册', head, headerRow: 1 });
const missed = (head: string[][], mapping: Partial<RosterMapping> = {}) =>
  missedStatus(sheetOf(...head), 1, { ...mapHeaders(head[0]!), ...mapping });

describe('a status column that is passed over', () => {
  const head = [
    ['工号', '姓名', '人员现况'],
    ['A1', '张三', '在职'],
    ['A2', '李四', ' 离职 '],
    ['A3', '王五', ''],
    ['A4', '赵六', '其他'],
  ];

  it('is found by its words, with one of someone not active', () =>
    expect(missed(head)).toEqual({ column: 3, word: '离职' }));

  it('is found where everyone shown is active', () =>
    expect(missed(head.slice(0, 2))).toEqual({ column: 3, word: '在职' }));

  it('is not looked for where the status is mapped, the header row unknown, or the column holds another field', () => {
    expect(missed(head, { status: 2 })).toBeNull();
    expect(missed(head, { team: 3 })).toBeNull();
    expect(missedStatus(sheetOf(...head), null, mapHeaders([]))).toBeNull();
  });

  it('is not a column of yes and no, of validity, or of remarks among which one is such a word', () => {
    const columns = (...words: string[]) => [['工号', '姓名', '其它'], ...words.map((word) => ['A1', '张三', word])];
    expect(missed(columns('是', '否', '1'))).toBeNull();
    expect(missed(columns('有效', '注销'))).toBeNull();
    expect(missed(columns('离职', '转岗自浦东', '新人'))).toBeNull();
    expect(missed(columns())).toBeNull();
  });

  it('is the one that reads best of several, then the leftmost', () => {
    expect(
      missed([
        ['工号', '甲', '乙', '丙'],
        ['A1', '在职', '离职', '在职'],
        ['A2', '好', '在职', '离职'],
      ]),
    ).toEqual({ column: 3, word: '离职' });
  });
});
