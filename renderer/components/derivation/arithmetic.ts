// A step of a derivation as it would be written on paper: 70% × 83.33 + 30% × 75.00 = 80.83. Pure; the words around the
// figures come from the caller, so that both languages and print share it.
import type { Derivation, DerivationTerm } from '../../../shared/contract/derivation.ts';

/** More terms than this are written as two sums, not one by one. */
export const WRITTEN_OUT = 6;

const MINUS = '−';

/** Two decimals with a true minus sign. */
export const points = (value: number): string => (value < 0 ? `${MINUS}${(-value).toFixed(2)}` : value.toFixed(2));

/** A share 0..1 in percent, with decimals only where it has some: 70%, 66.67%. */
export const shareText = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

const plainNumber = (value: number): string => String(Number(value.toFixed(4)));

/** Terms that carry the value: those without evidence have given their share to the rest. */
export const present = (node: Derivation): readonly DerivationTerm[] =>
  node.terms.filter((term) => term.node.value !== null && term.share > 0);

/** Adjustments that nothing called for. */
export const idle = (node: Derivation): readonly DerivationTerm[] =>
  node.terms.filter(({ node: part }) => part.level === 'adjustment' && part.terms.length === 0);

/** Terms without evidence. */
export const absent = (node: Derivation): readonly DerivationTerm[] =>
  node.terms.filter((term) => term.node.value === null);

const number = (fact: Derivation['facts'][string] | undefined): number | null =>
  typeof fact === 'number' ? fact : null;

function meanText(node: Derivation, value: number): string {
  const terms = present(node);
  if (terms.length > WRITTEN_OUT) {
    const weights = terms.reduce((sum, { weight }) => sum + weight, 0);
    const sum = terms.reduce((total, { weight, node: part }) => total + weight * (part.value ?? 0), 0);
    return `${points(sum)} ÷ ${plainNumber(weights)} = ${points(value)}`;
  }
  return `${terms.map(({ share, node: part }) => `${shareText(share)} × ${points(part.value ?? 0)}`).join(' + ')} = ${points(value)}`;
}

function sumText(node: Derivation, value: number): string | null {
  const parts = moving(node);
  if (parts.length === 0) return null;
  const text = parts
    .map(({ contribution }, at) =>
      at === 0 ? points(contribution) : `${contribution < 0 ? MINUS : '+'} ${points(Math.abs(contribution))}`,
    )
    .join(' ');
  // The sum first, then what its bounds leave of it.
  const sum = number(node.facts['raw']) ?? number(node.facts['unrounded']) ?? value;
  return points(sum) === points(value) ? `${text} = ${points(value)}` : `${text} = ${points(sum)} → ${points(value)}`;
}

/** Points of an introduction of some minutes: full up to one mark, falling in a straight line to none at the other (4.1). */
function introductionText(facts: Derivation['facts'], value: number): string | null {
  const minutes = number(facts['minutes']);
  const full = number(facts['full']);
  const none = number(facts['none']);
  if (minutes === null || full === null || none === null) return null;
  const said = plainNumber(Math.round(minutes * 100) / 100);
  if (minutes <= full) return `${said} ≤ ${full} → ${points(value)}`;
  if (minutes >= none) return `${said} ≥ ${none} → ${points(value)}`;
  return `(${none} ${MINUS} ${said}) ÷ (${none} ${MINUS} ${full}) × 100 = ${points(value)}`;
}

/** Terms that change a sum. */
const moving = (node: Derivation): readonly DerivationTerm[] =>
  node.terms.filter(({ contribution }) => contribution !== 0);

/** The step that leads to the node's value; null where there is none to show: a leaf, or nothing to count. */
export function arithmetic(node: Derivation): string | null {
  const { value } = node;
  if (value === null) return null;
  switch (node.rule) {
    case 'weightedMean':
    case 'mean':
      // The whole of one thing is that thing: its own step says more.
      return present(node).length < 2 && node.level !== 'measure' ? null : meanText(node, value);
    case 'composite':
    case 'capped':
      return moving(node).length < 2 && node.level !== 'adjustment' ? null : sumText(node, value);
    case 'given':
      return introductionText(node.facts, value);
  }
}

const onlyUnit = (node: Derivation): Derivation | undefined => {
  const only = node.terms[0]?.node;
  return node.level === 'measure' && node.terms.length === 1 && only?.level === 'unit' ? only : undefined;
};

/** The id of the unit whose terms a step shows, undefined where it shows no single unit's. */
export const unitWithin = (node: Derivation): string | undefined =>
  node.level === 'unit' ? node.key : onlyUnit(node)?.key;

/** A mean of one thing is that thing: its step and terms are shown in its place. */
export function unwrapped(node: Derivation): Derivation {
  const only = onlyUnit(node);
  if (!only) return node;
  return { ...node, rule: only.rule, terms: only.terms, facts: { ...only.facts, ...node.facts } };
}
