// Rows of a roster, read one by one: each becomes an entry or a list of reasons, or is passed over because it is no
// person's row. Remembers the numbers seen, so that a second row with one is refused and names the first.
import type { AgentStatus, Engagement, Gender } from '../../contract/people.ts';
import type { Rejection, RejectionReason, RosterField, RosterMapping } from '../../contract/roster.ts';
import { readDay } from '../sheet/day.ts';
import { fold, textOf, type Read, type SheetCell, type SheetRow } from '../sheet/cell.ts';
import { FOOTER, rowReader } from '../sheet/rows.ts';
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
import { ROSTER_HEADERS } from './rosterHeader.ts';

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

/** A reader for the rows below the header, to be called in the order of the sheet. */
export function rosterReader({ mapping, branches, latestDay }: RosterReading): (row: SheetRow) => ReadRow {
  const firstRows = new Map<string, number>();
  const take = rowReader<RosterField, Record<RosterField, string>, RejectionReason>({
    mapping,
    headers: ROSTER_HEADERS,
    readers: {
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
    },
    required: { number: 'numberMissing', name: 'nameMissing' },
    personal: ['phone'],
    key: 'number',
    holdsRecord: (text) => hasPerson(text('name')),
    cellError: 'cellError',
  });

  return (row) => {
    const found = take(row);
    if (found.kind !== 'read') return { kind: found.kind };
    const { number = '', name = '', branch, ...rest } = found.values;
    const rejections: Rejection[] = [...found.rejections];
    if (number !== '') {
      const first = firstRows.get(numberKey(number));
      if (first === undefined) firstRows.set(numberKey(number), row.number);
      else rejections.push(found.reject('number', 'duplicateInFile', first));
    }
    if (rejections.length > 0) return { kind: 'rejected', rejected: { row: row.number, number, name, rejections } };
    const entry = { ...rest, row: row.number, number, name, ...(branch === undefined ? {} : { branchId: branch }) };
    return { kind: 'entry', entry: entry as RosterEntry };
  };
}
