// Whether two complaints may be one matter: the same contact, the same agent, words that agree.

/** Days before and after between which complaints of one matter are looked for. */
export const SAME_MATTER_DAYS = 90;
/** Cases at most whose words are compared for nothing but the time, and for the agent too: the newest. */
export const COMPARED = 300;
/** Signs of a text that are compared. */
export const COMPARED_SIGNS = 600;
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

/**
 * How like other texts are to one, 0..1: of both texts' two-character parts, how many they share (Dice). Texts without parts are
 * unlike everything.
 */
export function likenessTo(one: string): (other: string) => number {
  const a = partsOf(one);
  return (other) => {
    if (a.size === 0) return 0;
    const b = partsOf(other);
    if (b.size === 0) return 0;
    let shared = 0;
    for (const part of b) if (a.has(part)) shared += 1;
    return (2 * shared) / (a.size + b.size);
  };
}

/** Whether the signs make a candidate. */
export const maySame = (sign: {
  readonly contact: boolean;
  readonly agent: boolean;
  readonly likeness: number;
}): boolean => sign.contact || sign.likeness >= ALIKE || (sign.agent && sign.likeness >= ALIKE_WITH_AGENT);
