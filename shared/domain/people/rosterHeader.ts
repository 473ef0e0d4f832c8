// Finds the header row of a roster under its title rows, and which column holds which field.
import { ROSTER_FIELDS, type RosterField, type RosterMapping } from '../../contract/roster.ts';
import { fold } from './rosterCell.ts';
import { HEADER_NAMES } from './rosterHeaderNames.ts';

const KNOWN = new Map<string, { readonly field: RosterField; readonly rank: number }>(
  ROSTER_FIELDS.flatMap((field) => HEADER_NAMES[field].map((name, rank) => [name, { field, rank }] as const)),
);

/** A header without what varies between files: width, case, spaces, stars, punctuation and remarks in brackets. */
export const foldHeader = (header: string): string => {
  const plain = fold(header).toLowerCase();
  const bare = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>/g, '');
  return (bare.trim() === '' ? plain : bare).replace(/[^\p{L}\p{N}]/gu, '');
};

/** Which field a person has given a header before, by folded header; null for "none". */
export type LearnedHeaders = Readonly<Record<string, RosterField | null>>;

interface Match {
  readonly field: RosterField;
  readonly rank: number;
}

function match(header: string, learned: LearnedHeaders): Match | null {
  const folded = foldHeader(header);
  if (folded === '') return null;
  if (Object.hasOwn(learned, folded)) {
    const field = learned[folded];
    return field ? { field, rank: -1 } : null;
  }
  return KNOWN.get(folded) ?? null;
}

/** The fields of a header row by column, 1 for the first. Each field gets its best-known header, each column one field. */
export function mapHeaders(headers: readonly string[], learned: LearnedHeaders = {}): RosterMapping {
  const best: Partial<Record<RosterField, { column: number; rank: number }>> = {};
  headers.forEach((header, index) => {
    const found = match(header, learned);
    if (!found) return;
    const before = best[found.field];
    if (!before || found.rank < before.rank) best[found.field] = { column: index + 1, rank: found.rank };
  });
  return Object.fromEntries(ROSTER_FIELDS.map((field) => [field, best[field]?.column ?? null])) as RosterMapping;
}

export const mappedFields = (mapping: RosterMapping): number =>
  ROSTER_FIELDS.filter((field) => mapping[field] !== null).length;

/**
 * The row number (1 for the first of `head`) that reads most like a header: at least two known names, one of them the number
 * or the name. Of equal rows the first, since headers are repeated for printing, but of two that touch the lower one, since
 * a group header stands above the real one. Null where none fits.
 */
export function findHeaderRow(head: readonly (readonly string[])[], learned: LearnedHeaders = {}): number | null {
  let row = 0;
  let best = 1;
  head.forEach((cells, index) => {
    const mapping = mapHeaders(cells, learned);
    if (mapping.number === null && mapping.name === null) return;
    const score = mappedFields(mapping);
    if (score > best || (score === best && row > 0 && index === row)) {
      row = index + 1;
      best = score;
    }
  });
  return row === 0 ? null : row;
}

/**
 * What a mapping made by hand teaches: a header chosen for a field is that field from now on, one that was passed over is
 * none. Columns without a header teach nothing.
 */
export function headersToLearn(
  headers: readonly string[],
  mapping: RosterMapping,
  learned: LearnedHeaders = {},
): LearnedHeaders {
  const automatic = mapHeaders(headers, learned);
  const used = new Set(ROSTER_FIELDS.map((field) => mapping[field]));
  const header = (column: number | null): string => (column === null ? '' : foldHeader(headers[column - 1] ?? ''));
  const taught: Record<string, RosterField | null> = {};
  for (const field of ROSTER_FIELDS) {
    const [before, after] = [automatic[field], mapping[field]];
    if (before === after) continue;
    if (!used.has(before) && header(before) !== '') taught[header(before)] = null;
    if (header(after) !== '') taught[header(after)] = field;
  }
  return taught;
}
