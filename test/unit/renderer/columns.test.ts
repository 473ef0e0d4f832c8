// The pure part of the grid: what is shown, searched and exported. Would catch: a filter that hides rows at its own ends, an
// instant filtered by its UTC day, a search that forgets a column or pinyin, numbers exported as text.
import { expect, test } from 'vitest';
import { cellText, exportCells, shownRows, textIndex, type Column } from '../../../renderer/components/grid/columns.ts';

interface Row {
  readonly name: string;
  readonly grade: string | null;
  readonly score: number | null;
  readonly at: string | null;
}

const shanghai = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
const format = {
  timeZone: 'Asia/Shanghai',
  instant: (iso: string) => shanghai(iso).slice(0, 16).replace('T', ' '),
  instantExact: (iso: string) => shanghai(iso).slice(0, 19).replace('T', ' '),
  day: (iso: string) => (iso.length === 10 ? iso : shanghai(iso).slice(0, 10)),
  time: (iso: string) => shanghai(iso).slice(11, 16),
};
const columns: readonly Column<Row>[] = [
  { key: 'name', kind: 'text', header: '姓名', value: (row) => row.name },
  {
    key: 'grade',
    kind: 'choice',
    header: '等级',
    value: (row) => row.grade,
    options: [{ value: 'good', label: '良好' }],
  },
  { key: 'score', kind: 'decimal', header: '得分', value: (row) => row.score },
  { key: 'at', kind: 'instant', header: '时间', value: (row) => row.at },
];
const rows: readonly Row[] = [
  { name: '王芳', grade: 'good', score: 81.005, at: '2026-11-21T16:30:00.000Z' },
  { name: '李强', grade: null, score: null, at: null },
];
const shown = (filters: Parameters<typeof shownRows<Row>>[2], search = '') =>
  shownRows(
    rows,
    columns,
    filters,
    search,
    textIndex(columns, (row) => (row.name === '王芳' ? 'wangfang wf' : ''), format),
    format,
  ).map((row) => row.name);

test('without filter and search the very same rows are shown', () => {
  expect(shownRows(rows, columns, {}, ' ', () => '', format)).toBe(rows);
});

test('days are taken in the time zone of the branch, both ends inside; rows without one are left out', () => {
  // 16:30 UTC on the 21st is the 22nd in Shanghai.
  expect(shown({ at: { kind: 'days', from: '2026-11-22', to: '2026-11-22' } })).toEqual(['王芳']);
  expect(shown({ at: { kind: 'days', from: null, to: '2026-11-21' } })).toEqual([]);
  expect(shown({ at: { kind: 'days', from: null, to: null } })).toEqual(['王芳', '李强']);
});

test('choices filter by value, none of them means all', () => {
  expect(shown({ grade: { kind: 'choice', values: ['good'] } })).toEqual(['王芳']);
  expect(shown({ grade: { kind: 'choice', values: [] } })).toEqual(['王芳', '李强']);
});

test('every word must be found: in labels, numbers as written, or pinyin, in any case', () => {
  expect(shown({}, '良好 WF')).toEqual(['王芳']);
  expect(shown({}, '李 良好')).toEqual([]);
  expect(shown({}, '2026-11-22 00:30')).toEqual(['王芳']);
});

test('an export keeps numbers and instants, and writes choices as their labels', () => {
  expect(exportCells(columns, rows, format)).toEqual([
    ['王芳', '良好', 81.005, '2026-11-21T16:30:00.000Z'],
    ['李强', '', null, null],
  ]);
  expect(cellText(columns[2]!, rows[1]!, format)).toBe('');
});
