// The numbers of the handbook's clauses. A version must hold them all, whatever words it gives them.

/** Number of sub-clauses by clause, chapters first; a clause that is not named has none. */
const SUB_CLAUSES: Readonly<Record<string, number>> = {
  ...{ '1': 5, '1.2': 2, '1.3': 2, '1.4': 2, '1.5': 2 },
  ...{ '2': 5, '2.2': 3, '2.3': 3, '2.4': 3, '2.5': 3 },
  ...{ '3': 5, '4': 5, '5': 5, '6': 5, '7': 5, '8': 5 },
};
const CHAPTERS = 8;

const withSubClauses = (id: string): string[] => [
  id,
  ...Array.from({ length: SUB_CLAUSES[id] ?? 0 }, (_, i) => `${id}.${i + 1}`).flatMap(withSubClauses),
];

/** 1, 1.1, 1.2, 1.2.1 … 8.5 in order. */
export const HANDBOOK_CLAUSES: readonly string[] = Array.from({ length: CHAPTERS }, (_, i) => `${i + 1}`).flatMap(
  withSubClauses,
);
