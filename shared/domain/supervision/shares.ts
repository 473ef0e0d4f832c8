// The departments' shares of the supervision work (8.1) and which department a person's work of a day belongs to.
import { DEPARTMENTS, type Department, type Shares, type ShareSet } from '../../contract/supervision.ts';

/** 8.1: customer service 75%, compliance 8%; human resources and the business departments share the rest. */
export const HANDBOOK_SHARES: Shares = { customerService: 75, compliance: 8, humanResources: 8.5, business: 8.5 };

const TENTHS = 10;
const WHOLE = 1000;

/** Whether the shares make 100%; counted in tenths, since 75 + 8 + 8.5 + 8.5 need not be 100 in doubles. */
export const sumsToWhole = (shares: Shares): boolean =>
  DEPARTMENTS.reduce((sum, name) => sum + Math.round(shares[name] * TENTHS), 0) === WHOLE;

const HANDBOOK: ShareSet = {
  number: 0,
  fromDay: null,
  values: HANDBOOK_SHARES,
  reason: null,
  setAt: null,
  setBy: null,
};

/** Every set by falling number; the handbook's last. */
export const withHandbook = (sets: readonly ShareSet[]): ShareSet[] =>
  [...sets, HANDBOOK].sort((a, b) => b.number - a.number);

/** The set in force on a day: of those that begin by then the latest, of equal days the one set last. */
export function sharesOn(sets: readonly ShareSet[], day: string): ShareSet {
  const begun = sets.filter(({ fromDay }) => fromDay !== null && fromDay <= day);
  return begun.reduce<ShareSet>((best, set) => {
    const [a, b] = [set.fromDay ?? '', best.fromDay ?? ''];
    return a > b || (a === b && set.number > best.number) ? set : best;
  }, HANDBOOK);
}

export interface Membership {
  readonly department: Department | null;
  readonly fromDay: string;
}

/**
 * The department of a day; `memberships` oldest first, of equal days the last one counts. The first reaches back to any
 * earlier day, because it is the nearest that is known. Null for nobody's and for none.
 */
export function departmentOn(memberships: readonly Membership[], day: string): Department | null {
  const begun = memberships.filter(({ fromDay }) => fromDay <= day);
  return (begun.at(-1) ?? memberships[0])?.department ?? null;
}
