// 数据字典: what each column of each sheet means and where its values come from, made from the columns themselves.
import { columnName } from '../read/cells.ts';
import type { RowInput } from '../write/cellInput.ts';
import { columnsOf, type SheetPlan } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

export function planDictionary(described: readonly SheetPlan[], { book }: Texts): SheetPlan {
  const { sheet, column: letter, name, meaning, source, sources } = book.dictionary;
  const column = columnsOf({ sheet, column: letter, name, meaning, source });
  const rows = described.flatMap((plan) =>
    plan.columns.map((one, index): RowInput => [
      plan.name,
      columnName(index + 1),
      one.header,
      one.meaning,
      sources[one.source],
    ]),
  );
  return {
    key: 'dictionary',
    name: book.sheets.dictionary,
    title: book.sheets.dictionary,
    note: book.notes.dictionary,
    columns: [
      column('sheet', 12),
      column('column', 8),
      column('name', 26),
      column('meaning', 70, 'wrap'),
      column('source', 12),
    ],
    headerRow: 3,
    frozen: 0,
    rows,
    rowCount: rows.length,
    bandBy: 0,
  };
}
