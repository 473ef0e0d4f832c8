// The parts of a service-record review: the record itself (2.5.1), order and inspection (2.5.2, 2.5.3), the client file
// (2.3.3), and what else the version checks on paper. Which checks there are comes from the version alone.
import type { Criterion } from '../../contract/standard.ts';

export const REVIEW_PARTS = ['record', 'order', 'file', 'further'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

const under = (clause: string, root: string): boolean => clause === root || clause.startsWith(`${root}.`);

export function partOf({ clause }: Pick<Criterion, 'clause'>): ReviewPart {
  if (under(clause, '2.5.1')) return 'record';
  if (under(clause, '2.5')) return 'order';
  return under(clause, '2.3.3') ? 'file' : 'further';
}

/** The kind of a check as the scoring model counts it (section 2): `file` is the client file of 2.3.3. */
export const checkKind = (criterion: Pick<Criterion, 'clause'>): 'record' | 'file' =>
  partOf(criterion) === 'file' ? 'file' : 'record';

/** The version's checks of service records in the order in which they are walked. */
export function inReviewOrder<C extends Pick<Criterion, 'method' | 'clause'>>(criteria: readonly C[]): C[] {
  const checks = criteria.filter(({ method }) => method === 'record');
  return REVIEW_PARTS.flatMap((part) => checks.filter((criterion) => partOf(criterion) === part));
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Passed of applicable, 0..100; null where none applies. */
  readonly share: number | null;
}

/** Counts as the measures `record` and `file` do: what is not applicable leaves the denominator. Null is not applicable. */
export function tallyOf(verdicts: readonly (boolean | null)[]): Tally {
  const passed = verdicts.filter((one) => one === true).length;
  const failed = verdicts.filter((one) => one === false).length;
  const applicable = passed + failed;
  return {
    passed,
    failed,
    notApplicable: verdicts.length - applicable,
    share: applicable === 0 ? null : (passed / applicable) * 100,
  };
}
