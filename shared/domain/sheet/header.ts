// Finds the header row of a sheet under its title rows, and which column holds which field, for any list of fields.
import { fold } from './cell.ts';

/** For each field its column, 1 for column A, or null where the sheet has none. */
export type Mapping<Field extends string> = Readonly<Record<Field, number | null>>;

/** Which field a person has given a header before, by folded header; null for "none". */
export type LearnedHeaders<Field extends string> = Readonly<Record<string, Field | null>>;

/** What an import knows of its headers. */
export interface HeaderRules<Field extends string> {
  readonly fields: readonly Field[];
  /** Folded names by field; the earlier name is the better one, when two columns of a sheet fit. */
  readonly names: Readonly<Record<Field, readonly string[]>>;
  /** A row without any of these is no header. */
  readonly identifying: readonly Field[];
  /**
   * Folded names that tell a field also at the end of a longer header, but for headers that match `except`. Such a header
   * is only taken where none claims the field by its whole name, and where it is the only one of its kind.
   */
  readonly endings?: { readonly names: Readonly<Record<Field, readonly string[]>>; readonly except: RegExp };
}

export interface HeaderReader<Field extends string> {
  /** The fields of a header row by column. Each field gets its best-known header, each column one field. */
  readonly mapHeaders: (headers: readonly string[], learned?: LearnedHeaders<Field>) => Mapping<Field>;
  readonly mappedFields: (mapping: Mapping<Field>) => number;
  /**
   * The row number (1 for the first of `head`) that reads most like a header: at least two known names, one of them
   * identifying. Of equal rows the first, since headers are repeated for printing, but of two that touch the lower one,
   * since a group header stands above the real one. Null where none fits.
   */
  readonly findHeaderRow: (head: readonly (readonly string[])[], learned?: LearnedHeaders<Field>) => number | null;
  /**
   * What a mapping made by hand teaches: a header chosen for a field is that field from now on, one that was passed over
   * is none. Columns without a header teach nothing.
   */
  readonly headersToLearn: (
    headers: readonly string[],
    mapping: Mapping<Field>,
    learned?: LearnedHeaders<Field>,
  ) => LearnedHeaders<Field>;
}

/** A header without what varies between files: width, case, spaces, stars, punctuation and remarks in brackets. */
export const foldHeader = (header: string): string => {
  const plain = fold(header).toLowerCase();
  const bare = plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>/g, '');
  return (bare.trim() === '' ? plain : bare).replace(/[^\p{L}\p{N}]/gu, '');
};

/** The reader of headers for a list of fields. */
export function headerReader<Field extends string>(rules: HeaderRules<Field>): HeaderReader<Field> {
  const { fields, names, identifying, endings } = rules;
  const known = new Map<string, { readonly field: Field; readonly rank: number }>(
    fields.flatMap((field) => names[field].map((name, rank) => [name, { field, rank }] as const)),
  );
  const match = (header: string, learned: LearnedHeaders<Field>): { field: Field; rank: number } | null => {
    const folded = foldHeader(header);
    if (folded === '') return null;
    if (Object.hasOwn(learned, folded)) {
      const field = learned[folded];
      return field && fields.includes(field) ? { field, rank: -1 } : null;
    }
    return known.get(folded) ?? null;
  };

  /** The field whose ending is the longest at the end of a header nothing else is known of. */
  const endsLike = (header: string, learned: LearnedHeaders<Field>): Field | null => {
    const folded = foldHeader(header);
    if (!endings || Object.hasOwn(learned, folded) || known.has(folded) || endings.except.test(folded)) return null;
    let found: { field: Field; length: number } | null = null;
    for (const field of fields)
      for (const name of endings.names[field])
        if (folded.endsWith(name) && name.length > (found?.length ?? 0)) found = { field, length: name.length };
    return found?.field ?? null;
  };

  const mapHeaders: HeaderReader<Field>['mapHeaders'] = (headers, learned = {}) => {
    const best = new Map<Field, { column: number; rank: number }>();
    headers.forEach((header, index) => {
      const found = match(header, learned);
      if (!found) return;
      const before = best.get(found.field);
      if (!before || found.rank < before.rank) best.set(found.field, { column: index + 1, rank: found.rank });
    });
    const alike = new Map<Field, number[]>();
    headers.forEach((header, index) => {
      const field = endsLike(header, learned);
      if (field !== null && !best.has(field)) alike.set(field, [...(alike.get(field) ?? []), index + 1]);
    });
    const columnOf = (field: Field): number | null => {
      const [only, ...more] = alike.get(field) ?? [];
      return best.get(field)?.column ?? (more.length === 0 ? only : null) ?? null;
    };
    return Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Mapping<Field>;
  };
  const mappedFields: HeaderReader<Field>['mappedFields'] = (mapping) =>
    fields.filter((field) => mapping[field] !== null).length;

  const findHeaderRow: HeaderReader<Field>['findHeaderRow'] = (head, learned = {}) => {
    let row = 0;
    let best = 1;
    head.forEach((cells, index) => {
      const mapping = mapHeaders(cells, learned);
      if (identifying.every((field) => mapping[field] === null)) return;
      const score = mappedFields(mapping);
      if (score > best || (score === best && row > 0 && index === row)) {
        row = index + 1;
        best = score;
      }
    });
    return row === 0 ? null : row;
  };

  const headersToLearn: HeaderReader<Field>['headersToLearn'] = (headers, mapping, learned = {}) => {
    const used = new Set(fields.map((field) => mapping[field]));
    const header = (column: number | null): string => (column === null ? '' : foldHeader(headers[column - 1] ?? ''));
    const taught: Record<string, Field | null> = {};
    // What is taught of one header may bring up the next one of its kind, so it is taught until nothing is left to correct.
    for (let round = 0, open = true; open && round <= headers.length; round += 1) {
      const automatic = mapHeaders(headers, { ...learned, ...taught });
      open = false;
      for (const field of fields) {
        const [before, after] = [automatic[field], mapping[field]];
        if (before === after) continue;
        open = true;
        if (!used.has(before) && header(before) !== '') taught[header(before)] = null;
        if (header(after) !== '') taught[header(after)] = field;
      }
    }
    return taught;
  };
  return { mapHeaders, mappedFields, findHeaderRow, headersToLearn };
}
