// Whether two complaints may be one matter: the same contact, the same agent, words that agree.

/** Days before and after between which complaints of one matter are looked for. */
export const SAME_MATTER_DAYS = 90;
/** Likeness from which the words alone make a candidate. */
export const ALIKE = 0.5;
/** Likeness that is enough where the agent is the same too. */
export const ALIKE_WITH_AGENT = 0.25;

/** A phone number without separators and country code, an address in lower case; empty for none. */
export function contactKey(contact: string): string {
  const plain = contact.normalize('NFKC').trim().toLowerCase();
  if (/[@a-z]/.test(plain)) return plain.replaceAll(/\s+/g, '');
  return plain.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=\d{11}$)/, '');
}

/** The pairs of neighbouring letters, digits and characters of a text. */
function partsOf(text: string): Set<string> {
  const plain =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return new Set(plain.slice(1).map((letter, at) => `${plain[at]!}${letter}`));
}

/** 0..1: of both texts' two-character parts, how many they share (Dice). Texts without parts are unlike everything. */
export function likeness(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((part) => b.has(part)).length) / (a.size + b.size);
}

/** Whether the signs make a candidate. */
export const maySame = (sign: {
  readonly contact: boolean;
  readonly agent: boolean;
  readonly likeness: number;
}): boolean => sign.contact || sign.likeness >= ALIKE || (sign.agent && sign.likeness >= ALIKE_WITH_AGENT);
