// A sheet of one line per item whose cells follow from its columns; the items of one agent stand together, so that 汇总 can
// name their block.
import type { Measure } from '../../../shared/domain/scoring/measure.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import { blocks, FIRST_ROW } from './arrange.ts';
import { rangeOn, letterOf, type Column, type SheetPlan } from './sheetPlan.ts';
import type { Texts, WorkbookTexts } from './texts.ts';

/** A column with what stands in it; `row` is the sheet's row, for formulas. */
export interface Cells<Item> extends Column {
  readonly cell: (item: Item, row: number) => CellInput;
}

/** Gives a column its cells. */
export const holding = <Item>(column: Column, cell: Cells<Item>['cell']): Cells<Item> => ({ ...column, cell });

export interface AgentTable {
  readonly plan: SheetPlan;
  /** The agent's own cells of a column, as a reference with the sheet; null without lines. */
  readonly range: (key: string, employeeNumber: string) => string | null;
}

export interface TableOptions<Item> {
  readonly key: keyof WorkbookTexts['sheets'];
  readonly columns: readonly Cells<Item>[];
  readonly items: readonly Item[];
  /** Null where the items belong to no single agent. */
  readonly agentOf: ((item: Item) => string) | null;
  readonly decorate?: NonNullable<SheetPlan['decorate']>;
}

/** Sorts by agent, keeping the order given within one. */
export function agentTable<Item>(options: TableOptions<Item>, { book }: Texts): AgentTable {
  const { key, columns, agentOf } = options;
  const name = book.sheets[key];
  const items = agentOf === null ? options.items : options.items.toSorted((a, b) => compare(agentOf(a), agentOf(b)));
  const found = agentOf === null ? null : blocks(items, agentOf);
  const rows = items.map((item, index): RowInput => columns.map(({ cell }) => cell(item, FIRST_ROW + index)));
  return {
    plan: {
      key,
      name,
      title: name,
      note: book.notes[key],
      columns,
      headerRow: FIRST_ROW - 1,
      frozen: 1,
      rows,
      rowCount: rows.length,
      bandBy: agentOf === null ? null : columns.findIndex((column) => column.key === 'agentNumber'),
      ...(options.decorate ? { decorate: options.decorate } : {}),
    },
    range: (column, employeeNumber) => {
      const block = found?.get(employeeNumber);
      return block === undefined ? null : rangeOn(name, letterOf(columns, column), block);
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where 汇总 finds each measure that a sheet explains. */
export type MeasureSources = ReadonlyMap<Measure, (employeeNumber: string) => string | null>;
