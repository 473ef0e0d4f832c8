// The terms of a mean in a derivation: which part of the whole each one has, and what it contributes.
import type { Derivation, DerivationTerm } from '../../contract/derivation.ts';
import { shares } from './mean.ts';

/** Terms of a weighted mean; what has no value keeps its place with a share of 0. */
export function meanTerms(weights: readonly number[], nodes: readonly Derivation[]): DerivationTerm[] {
  const parts = shares(
    weights,
    nodes.map(({ value }) => value),
  );
  return nodes.map((node, index) => ({
    weight: weights[index]!,
    share: parts[index]!,
    contribution: parts[index]! * (node.value ?? 0),
    node,
  }));
}

/** Terms of a plain mean over nodes that all have a value. */
export function equalTerms(nodes: readonly Derivation[]): DerivationTerm[] {
  const share = 1 / nodes.length;
  return nodes.map((node) => ({ weight: 1, share, contribution: share * (node.value ?? 0), node }));
}
