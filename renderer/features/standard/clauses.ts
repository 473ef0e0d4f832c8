// Where a clause stands: itself and what lies under it.

/** Whether `clause` is `above` or one of its sub-clauses. */
export const isUnder = (clause: string, above: string): boolean => clause === above || clause.startsWith(`${above}.`);
