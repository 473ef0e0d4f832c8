// Rows below the header, read one by one for any list of fields: each becomes values or a list of reasons, or is passed over
// because it holds no record: blank rows, totals, notes, headers repeated for printing.
import { cellName, textOf, type Read, type SheetCell, type SheetRow } from './cell.ts';
import type { HeaderReader, Mapping } from './header.ts';

/** Why a cell keeps its row out. */
export interface CellRejection<Field extends string, Reason extends string> {
  /** As Excel names it: C17. */
  readonly cell: string;
  readonly field: Field;
  readonly reason: Reason;
  /** What the cell holds, shortened; empty where that is personal. */
  readonly value: string;
  /** For duplicates: the first row with the same key. */
  readonly firstRow: number | null;
}

export interface RowRules<Field extends string, Values, Reason extends string> {
  readonly mapping: Mapping<Field>;
  readonly headers: HeaderReader<Field>;
  readonly readers: { readonly [F in Field & keyof Values]: (cell: SheetCell) => Read<NonNullable<Values[F]>, Reason> };
  /** Fields that a row must have, with the reason where it has not. */
  readonly required: Readonly<Partial<Record<Field, Reason>>>;
  /** Fields whose content is not shown in a rejection. */
  readonly personal: readonly Field[];
  /** The field by which a record is known, and whether the rest of a row that starts like a total could be one. */
  readonly key: Field;
  readonly holdsRecord: (text: (field: Field) => string) => boolean;
  readonly cellError: Reason;
}

export type RowRead<Field extends string, Values, Reason extends string> =
  | { readonly kind: 'blank' | 'ignored' }
  | {
      readonly kind: 'read';
      readonly row: number;
      /** A field that is left out had no column or a blank cell. */
      readonly values: Partial<Values>;
      readonly rejections: readonly CellRejection<Field, Reason>[];
      /** A rejection of the field's cell in this row. */
      readonly reject: (field: Field, reason: Reason, firstRow?: number) => CellRejection<Field, Reason>;
    };

export const FOOTER =
  /^(合计|总计|小计|共计|汇总|制表|填表|审核|复核|备注|说明|注[:：]|以上|以下空白|截止|total|subtotal|prepared|note)/i;
const SHOWN = 60;

/** A reader for the rows below the header. */
export function rowReader<
  Field extends string,
  Values extends Readonly<Partial<Record<Field, unknown>>>,
  Reason extends string,
>(rules: RowRules<Field, Values, Reason>): (row: SheetRow) => RowRead<Field, Values, Reason> {
  const { mapping, headers, readers, required, personal, key, holdsRecord, cellError } = rules;
  const columns = (Object.keys(mapping) as Field[])
    .flatMap((field) => {
      const column = mapping[field];
      return column === null ? [] : [{ field, column }];
    })
    .sort((a, b) => a.column - b.column);
  const cellOf = (row: SheetRow, field: Field): SheetCell | undefined => {
    const column = mapping[field];
    return column === null ? undefined : row.cells.get(column);
  };

  const isNoRecord = (row: SheetRow): boolean => {
    const first = [...row.cells.values()].map((cell) => textOf(cell)).find((text) => text !== '') ?? '';
    const known = textOf(cellOf(row, key));
    if (FOOTER.test(first) && (known === '' || known === first) && !holdsRecord((field) => textOf(cellOf(row, field))))
      return true;
    if (/\d/.test(known)) return false;
    const texts: string[] = [];
    for (const { column } of columns) texts[column - 1] = textOf(row.cells.get(column));
    const named = headers.mappedFields(headers.mapHeaders(Array.from(texts, (text) => text ?? '')));
    return named >= Math.max(2, columns.length - 1);
  };

  return (row) => {
    if (columns.every(({ column }) => textOf(row.cells.get(column)) === '')) return { kind: 'blank' };
    if (isNoRecord(row)) return { kind: 'ignored' };
    const reject = (field: Field, reason: Reason, firstRow: number | null = null): CellRejection<Field, Reason> => ({
      cell: cellName(mapping[field] ?? 1, row.number),
      ...{ field, reason, firstRow },
      value: personal.includes(field) ? '' : textOf(cellOf(row, field)).slice(0, SHOWN),
    });
    const values: Partial<Record<Field, unknown>> = {};
    const rejections: CellRejection<Field, Reason>[] = [];
    for (const { field, column } of columns) {
      const cell = row.cells.get(column);
      const missing = required[field];
      if (cell?.kind === 'error') rejections.push(reject(field, cellError));
      else if (!cell || textOf(cell) === '') {
        if (missing !== undefined) rejections.push(reject(field, missing));
      } else {
        const found = readers[field as Field & keyof Values](cell);
        if (found.ok) values[field] = found.value;
        else rejections.push(reject(field, found.reason));
      }
    }
    return { kind: 'read', row: row.number, values: values as Partial<Values>, rejections, reject };
  };
}
