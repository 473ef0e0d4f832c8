// Our columns as ag-grid's: alignment, order, how a value is written.
import type { ColDef } from 'ag-grid-community';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import type { Format } from '../../format.ts';
import { cellText, isNumeric, type Column } from './columns.ts';

const collators: Readonly<Record<Language, Intl.Collator>> = {
  'zh-CN': new Intl.Collator('zh-CN', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

/** Order of two cells; empty ones stand before all others. */
function compare(collator: Intl.Collator | null) {
  return (a: string | number | null, b: string | number | null): number => {
    if (a === b) return 0;
    if (a === null || a === '') return -1;
    if (b === null || b === '') return 1;
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return collator ? collator.compare(String(a), String(b)) : String(a) < String(b) ? -1 : 1;
  };
}

export function columnDef<Row>(column: Column<Row>, format: Format, language: Language): ColDef<Row> {
  const { cell } = column;
  const order = column.kind === 'choice' ? column.options.map((option) => option.value) : null;
  // Days and instants sort as their ISO text; choices in the order in which they are listed.
  const collator = column.kind === 'text' ? collators[language] : null;
  return {
    colId: column.key,
    headerName: column.header,
    valueGetter: ({ data }) => (data === undefined ? null : column.value(data)),
    valueFormatter: ({ data }) => (data === undefined ? '' : cellText(column, data, format)),
    comparator: order
      ? (a: string | null, b: string | null) => order.indexOf(a ?? '') - order.indexOf(b ?? '')
      : compare(collator),
    ...(cell ? { cellRenderer: ({ data }: { data?: Row }) => (data === undefined ? null : cell(data)) } : {}),
    ...(isNumeric(column) ? { cellClass: 'grid-number', headerClass: 'grid-number-header' } : {}),
    ...(column.grow ? { flex: 1, minWidth: column.width ?? 120 } : { initialWidth: column.width ?? 120 }),
    ...(column.hidden ? { initialHide: true } : {}),
    ...(column.pinned ? { pinned: 'left' as const } : {}),
    ...(column.sort ? { initialSort: column.sort } : {}),
  };
}
