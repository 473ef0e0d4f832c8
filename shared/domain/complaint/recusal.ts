// 回避 (Art. 17): who may take no part in a complaint. The person complained of, the agent in person, and whoever has a declared
// interest in the matter neither handles nor reviews it.

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

export interface Matter {
  readonly subjectIds: readonly string[];
  readonly interestedIds: readonly string[];
  /** The agents of the case and of those joined to it. */
  readonly agents: readonly { readonly number: string; readonly name: string }[];
}

export type Recusal = 'complaintPersonIsSubject' | 'complaintPersonIsAgent' | 'complaintPersonInterested';

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** Whether two names or numbers are the same, however they were typed. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

/** Why the person is recused, or null. An account is the agent's where its login is the employee number, or the names agree. */
export function recusalOf(person: Person, matter: Matter): Recusal | null {
  if (matter.subjectIds.includes(person.id)) return 'complaintPersonIsSubject';
  if (matter.agents.some(({ number, name }) => sameName(number, person.login) || sameName(name, person.name)))
    return 'complaintPersonIsAgent';
  return matter.interestedIds.includes(person.id) ? 'complaintPersonInterested' : null;
}
