// Whose signature it is: a typed one must be the agent's own name and number, a witness must be a third person.

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

/** Whether two names are written the same; full-width characters, spaces and case do not matter. */
export const isSamePerson = (a: string, b: string): boolean => plain(a) === plain(b);

/** Whether a typed name and employee number are the agent's. */
export const isOwnSignature = (
  typed: { readonly name: string; readonly employeeNumber: string },
  agent: { readonly name: string; readonly employeeNumber: string },
): boolean => isSamePerson(typed.name, agent.name) && isSamePerson(typed.employeeNumber, agent.employeeNumber);
