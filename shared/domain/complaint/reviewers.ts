// Who may investigate and review a complaint (6.2, 6.4): each department names a person of its own; who investigated, handled or
// answered does not review; whoever is recused (Art. 17) does neither. A colleague without an account is known by name.
import { recusalOf, sameName, type Matter, type Recusal } from './recusal.ts';

export interface Named {
  /** Null: a colleague without an account. */
  readonly userId: string | null;
  /** Empty without an account. */
  readonly login: string;
  readonly name: string;
}

/** The same account, or where one of them has none the same name. */
export const samePerson = (one: Named, other: Named): boolean =>
  one.userId !== null && other.userId !== null ? one.userId === other.userId : sameName(one.name, other.name);

export interface OfDepartment<Department extends string> {
  readonly department: Department;
  readonly person: Named;
}

type InquirerRefusal = Recusal | 'complaintInquirerTwice';
type ReviewerRefusal = Recusal | 'complaintReviewerTookPart' | 'complaintReviewerTwice';

const recused = ({ userId, login, name }: Named, matter: Matter): Recusal | null =>
  recusalOf({ id: userId ?? '', login, name }, matter);

const elsewhere = <Department extends string>(
  { department, person }: OfDepartment<Department>,
  given: readonly OfDepartment<Department>[],
): boolean => given.some((other) => other.department !== department && samePerson(other.person, person));

/** Why a person may not investigate for a department, or null. `given`: the inquiries of the round so far. */
export function inquirerRefusal<Department extends string>(
  named: OfDepartment<Department>,
  matter: Matter,
  given: readonly OfDepartment<Department>[],
): InquirerRefusal | null {
  return recused(named.person, matter) ?? (elsewhere(named, given) ? 'complaintInquirerTwice' : null);
}

/** Why a person may not give a department's verdict, or null. `given`: the verdicts of the round so far. */
export function reviewerRefusal<Department extends string>(
  named: OfDepartment<Department>,
  matter: Matter,
  { part, given }: { readonly part: readonly Named[]; readonly given: readonly OfDepartment<Department>[] },
): ReviewerRefusal | null {
  const why = recused(named.person, matter);
  if (why !== null) return why;
  if (part.some((one) => samePerson(one, named.person))) return 'complaintReviewerTookPart';
  return elsewhere(named, given) ? 'complaintReviewerTwice' : null;
}
