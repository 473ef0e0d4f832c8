// The order of clause ids and criterion codes: number by number, so that 2.3.10 follows 2.3.9 and 3.4-10 follows 3.4-9.

const numbers = (code: string): readonly number[] => code.split(/[.-]/).map(Number);

/** Negative, zero or positive as `a` stands before, at or after `b`. A clause stands before its sub-clauses. */
export function byClauseNumber(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    // A part that is no number at all (a draft may hold one) falls back to the text.
    if (Number.isNaN(difference)) return a < b ? -1 : a > b ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The same for clause ids and criterion codes: the clause decides first, then the number within it. */
export function byCode(a: string, b: string): number {
  const [clauseA = '', numberA = ''] = a.split('-');
  const [clauseB = '', numberB = ''] = b.split('-');
  return byClauseNumber(clauseA, clauseB) || byClauseNumber(numberA, numberB) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The id of the clause above, or null for a chapter. */
export function parentOf(clause: string): string | null {
  const cut = clause.lastIndexOf('.');
  return cut < 0 ? null : clause.slice(0, cut);
}

/** The clause that a criterion's code names: 3.4 of 3.4-2. */
export function clauseOf(code: string): string {
  const cut = code.lastIndexOf('-');
  return cut < 0 ? code : code.slice(0, cut);
}
