// SQL with bound values only: the tag turns every interpolation into a parameter, so no value can become SQL.

export type SqlValue = string | number | bigint | null | Uint8Array;

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const isSql = (part: SqlValue | Sql): part is Sql => part !== null && typeof part === 'object' && 'text' in part;

// A statement without nested parts has the same text each time; the same string object also finds its prepared
// statement faster.
const plain = new WeakMap<TemplateStringsArray, string>();

function plainText(parts: TemplateStringsArray): string {
  const known = plain.get(parts);
  if (known !== undefined) return known;
  const text = parts.join('?');
  plain.set(parts, text);
  return text;
}

/** Builds a statement; a nested `sql` part is spliced in with its own values. */
export function sql(parts: TemplateStringsArray, ...args: readonly (SqlValue | Sql)[]): Sql {
  if (!args.some(isSql)) return { text: plainText(parts), values: args as readonly SqlValue[] };
  let text = parts[0] ?? '';
  const values: SqlValue[] = [];
  args.forEach((arg, index) => {
    if (isSql(arg)) {
      text += arg.text;
      values.push(...arg.values);
    } else {
      text += '?';
      values.push(arg);
    }
    text += parts[index + 1] ?? '';
  });
  return { text, values };
}

/** `?, ?, ?` for an IN list; an empty list matches nothing. */
export const listOf = (values: readonly SqlValue[]): Sql => ({
  text: values.length === 0 ? 'NULL' : values.map(() => '?').join(', '),
  values,
});

/**
 * Texts as the right side of IN: `x IN ${among(ids)}`. One parameter however many they are, so that no branch is too large for a
 * statement and its text stays the same.
 */
export const among = (values: readonly string[]): Sql => ({
  text: '(SELECT value FROM json_each(?))',
  values: [JSON.stringify(values)],
});

/** Joins conditions with AND; none is always true. */
export const every = (conditions: readonly Sql[]): Sql => ({
  text: conditions.length === 0 ? '1' : conditions.map((c) => `(${c.text})`).join(' AND '),
  values: conditions.flatMap((c) => c.values),
});
