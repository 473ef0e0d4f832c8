// Rows of a roster, read one by one: each becomes an entry or a list of reasons, or is passed over because it is no
// person's row. Remembers the numbers seen, so that a second row with one is refused and names the first.
import type { AgentStatus, Engagement, Gender } from '../../contract/people.ts';
import {
  ROSTER_FIELDS,
  type Rejection,
  type RejectionReason,
  type RosterField,
  type RosterMapping,
} from '../../contract/roster.ts';
import { readDay } from '../sheet/day.ts';
import { cellName, fold, textOf, type Read, type SheetCell, type SheetRow } from '../sheet/cell.ts';
import {
  readEngagement,
  readGender,
  readLicence,
  readName,
  readNumber,
  readPhone,
  readStatus,
  readTeam,
} from './rosterField.ts';
import { mapHeaders, mappedFields } from './rosterHeader.ts';

/** What a row says. A field that is undefined had no column or a blank cell: it leaves what the console holds. */
export interface RosterEntry {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly gender?: Gender;
  readonly branchId?: string;
  readonly team?: string;
  readonly licence?: string;
  readonly engagement?: Engagement;
  readonly phone?: string;
  readonly hiredOn?: string;
  readonly status?: AgentStatus;
}

export interface RejectedRow {
  readonly row: number;
  /** As far as they can be read, to know the row by. */
  readonly number: string;
  readonly name: string;
  readonly rejections: readonly Rejection[];
}

export type ReadRow =
  | { readonly kind: 'entry'; readonly entry: RosterEntry }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'blank' };

export interface KnownBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface RosterReading {
  readonly mapping: RosterMapping;
  readonly branches: readonly KnownBranch[];
  /** Latest day that a hiring may have. */
  readonly latestDay: string;
}

/** Two numbers are the same person's without regard to case. */
export const numberKey = (number: string): string => number.toUpperCase();

const FOOTER =
  /^(合计|总计|小计|共计|汇总|制表|填表|审核|复核|备注|说明|注[:：]|以上|以下空白|截止|total|subtotal|prepared|note)/i;
const SHOWN = 60;

/** Whether the name's cell could be a person's: a total writes a count there, a note nothing or itself. */
const hasPerson = (name: string): boolean => name !== '' && !FOOTER.test(name) && !/\p{N}/u.test(name);

type Reader = (cell: SheetCell) => Read<string, RejectionReason>;

/** Branches by code, else by a name that only one has. */
function branchReader(branches: readonly KnownBranch[]): Reader {
  const codes = new Map(branches.map((branch) => [branch.code.toUpperCase(), branch.id]));
  const names = new Map<string, string | null>();
  for (const { id, name } of branches) names.set(fold(name), names.has(fold(name)) ? null : id);
  return (cell) => {
    const text = textOf(cell);
    const id = codes.get(text.toUpperCase()) ?? names.get(text);
    if (id) return { ok: true, value: id };
    return { ok: false, reason: id === null ? 'branchAmbiguous' : 'branchUnknown' };
  };
}

/** Telephone numbers are personal and stay out of the list of rejected rows. */
const shown = (field: RosterField, cell: SheetCell | undefined): string =>
  field === 'phone' ? '' : textOf(cell).slice(0, SHOWN);

/** A reader for the rows below the header, to be called in the order of the sheet. */
export function rosterReader({ mapping, branches, latestDay }: RosterReading): (row: SheetRow) => ReadRow {
  const firstRows = new Map<string, number>();
  const columns = ROSTER_FIELDS.flatMap((field) => {
    const column = mapping[field];
    return column === null ? [] : [{ field, column }];
  }).sort((a, b) => a.column - b.column);
  const readers: Readonly<Record<RosterField, Reader>> = {
    number: readNumber,
    name: readName,
    gender: readGender,
    branch: branchReader(branches),
    team: readTeam,
    licence: readLicence,
    engagement: readEngagement,
    phone: readPhone,
    hiredOn: (cell) => readDay(cell, latestDay),
    status: readStatus,
  };

  const isBlank = (row: SheetRow): boolean => columns.every(({ column }) => textOf(row.cells.get(column)) === '');

  /** Totals, notes and headers repeated for printing hold no person. */
  const isNoPerson = (row: SheetRow): boolean => {
    const first = [...row.cells.values()].map((cell) => textOf(cell)).find((text) => text !== '') ?? '';
    const name = mapping.name === null ? '' : textOf(row.cells.get(mapping.name));
    const number = mapping.number === null ? '' : textOf(row.cells.get(mapping.number));
    if (FOOTER.test(first) && (number === '' || number === first) && !hasPerson(name)) return true;
    if (/\d/.test(number)) return false;
    const header: string[] = [];
    for (const { column } of columns) header[column - 1] = textOf(row.cells.get(column));
    return mappedFields(mapHeaders(Array.from(header, (text) => text ?? ''))) >= Math.max(2, columns.length - 1);
  };

  return (row) => {
    if (isBlank(row)) return { kind: 'blank' };
    if (isNoPerson(row)) return { kind: 'ignored' };
    const values: Partial<Record<RosterField, string>> = {};
    const rejections: Rejection[] = [];
    const reject = (
      field: RosterField,
      column: number,
      reason: RejectionReason,
      firstRow: number | null = null,
    ): void => {
      const cell = row.cells.get(column);
      rejections.push({ cell: cellName(column, row.number), field, reason, value: shown(field, cell), firstRow });
    };
    for (const { field, column } of columns) {
      const cell = row.cells.get(column);
      if (cell?.kind === 'error') reject(field, column, 'cellError');
      else if (!cell || textOf(cell) === '') {
        if (field === 'number') reject(field, column, 'numberMissing');
        if (field === 'name') reject(field, column, 'nameMissing');
      } else {
        const found = readers[field](cell);
        if (found.ok) values[field] = found.value;
        else reject(field, column, found.reason);
      }
    }
    const { number = '', name = '', branch, ...rest } = values;
    if (number !== '') {
      const first = firstRows.get(numberKey(number));
      if (first === undefined) firstRows.set(numberKey(number), row.number);
      else reject('number', mapping.number ?? 1, 'duplicateInFile', first);
    }
    if (rejections.length > 0) return { kind: 'rejected', rejected: { row: row.number, number, name, rejections } };
    const entry = { ...rest, row: row.number, number, name, ...(branch === undefined ? {} : { branchId: branch }) };
    return { kind: 'entry', entry: entry as RosterEntry };
  };
}
