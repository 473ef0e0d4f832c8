// What a list says about its columns, and the pure part of a grid: filters, quick search, text of a cell, rows to export.
import type { ReactNode } from 'react';
import type { Format } from '../../format.ts';

interface ColumnBase<Row> {
  /** Unique in the grid; saved views name it. */
  readonly key: string;
  readonly header: string;
  /** In pixels; 120 without. */
  readonly width?: number;
  /** Takes the room that is left, not below `width`. */
  readonly grow?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
  /** Stays at the left while the rest scrolls. */
  readonly pinned?: boolean;
  /** Order at first opening. */
  readonly sort?: 'asc' | 'desc';
  /** A filter for it stands above the grid. Choices, days and instants only. */
  readonly filter?: boolean;
  /** Draws the cell; search and export still use `value`. Keep it cheap: it runs for every visible row. */
  readonly cell?: (row: Row) => ReactNode;
}

export type Column<Row> = ColumnBase<Row> &
  (
    | { readonly kind: 'text'; readonly value: (row: Row) => string | null }
    | {
        readonly kind: 'choice';
        readonly value: (row: Row) => string | null;
        readonly options: readonly { readonly value: string; readonly label: string }[];
      }
    | { readonly kind: 'integer'; readonly value: (row: Row) => number | null }
    /** `digits` after the point; 2 without. */
    | { readonly kind: 'decimal'; readonly value: (row: Row) => number | null; readonly digits?: number }
    /** 2026-11-22 */
    | { readonly kind: 'day'; readonly value: (row: Row) => string | null }
    /** ISO 8601, shown in the branch's time zone. */
    | { readonly kind: 'instant'; readonly value: (row: Row) => string | null }
  );

/** A chosen filter: some of the choices, or a stretch of days with both ends inside. */
export type Filter =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'days'; readonly from: string | null; readonly to: string | null };
export type Filters = Readonly<Record<string, Filter>>;

/** What a cell says in words, as search, copy and export of text columns have it. */
export function cellText<Row>(column: Column<Row>, row: Row, format: Format): string {
  const value = column.value(row);
  if (value === null || value === '') return '';
  switch (column.kind) {
    case 'text':
    case 'day':
      return String(value);
    case 'choice':
      return column.options.find((option) => option.value === value)?.label ?? String(value);
    case 'integer':
      return String(value);
    case 'decimal':
      return Number(value).toFixed(column.digits ?? 2);
    case 'instant':
      return format.instant(String(value));
  }
}

const passes = <Row>(column: Column<Row>, filter: Filter, row: Row, format: Format): boolean => {
  const value = column.value(row);
  if (filter.kind === 'choice') return filter.values.length === 0 || filter.values.includes(String(value ?? ''));
  if (filter.from === null && filter.to === null) return true;
  if (value === null) return false;
  const day = format.day(String(value));
  return (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to);
};

/** Rows that pass every filter and hold every word of the search in their text. Order is kept. */
export function shownRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: Filters,
  search: string,
  textOf: (row: Row) => string,
  format: Format,
): readonly Row[] {
  const active = columns.flatMap((column) => {
    const filter = filters[column.key];
    return filter ? [{ column, filter }] : [];
  });
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (active.length === 0 && words.length === 0) return rows;
  return rows.filter(
    (row) =>
      active.every(({ column, filter }) => passes(column, filter, row, format)) &&
      (words.length === 0 || words.every((word) => textOf(row).includes(word))),
  );
}

/** A row's searchable text in small letters, made once a row and kept as long as the columns stay. */
export function textIndex<Row extends object>(
  columns: readonly Column<Row>[],
  extra: ((row: Row) => string) | undefined,
  format: Format,
): (row: Row) => string {
  const made = new WeakMap<Row, string>();
  return (row) => {
    const known = made.get(row);
    if (known !== undefined) return known;
    const text = [...columns.map((column) => cellText(column, row, format)), extra?.(row) ?? '']
      .join('\n')
      .toLowerCase();
    made.set(row, text);
    return text;
  };
}

/** The cells of an export: numbers stay numbers, days and instants ISO, the rest is text. */
export function exportCells<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  format: Format,
): (string | number | null)[][] {
  return rows.map((row) =>
    columns.map((column) => (column.kind === 'choice' ? cellText(column, row, format) : column.value(row))),
  );
}

/** Whether numbers stand in the column: right-aligned, in tabular figures. */
export const isNumeric = <Row>(column: Column<Row>): boolean => column.kind === 'integer' || column.kind === 'decimal';

/** Whether any filter narrows the rows. */
export const filtersAnything = (filters: Filters): boolean =>
  Object.values(filters).some((filter) =>
    filter.kind === 'choice' ? filter.values.length > 0 : filter.from !== null || filter.to !== null,
  );
