// What differs between the evidence a result was computed from and what is there now (scoring model, section 7).
import type { CountedKind, DifferenceChange } from '../../contract/assessment.ts';

/** A piece of evidence by kind and id with the digest of what was stored. */
export interface CountedRef {
  readonly kind: CountedKind;
  readonly id: string;
  readonly digest: string;
}

export interface RefDifference {
  readonly kind: CountedKind;
  readonly id: string;
  readonly change: DifferenceChange;
  readonly before: string | null;
  readonly after: string | null;
}

const keyOf = ({ kind, id }: CountedRef): string => `${kind} ${id}`;

/**
 * One agent's differences, those of what was counted first. `known` is all that is there now, also what counts in
 * another period by now: evidence in it that no longer counts here has moved rather than gone.
 */
export function differencesOf(
  counted: readonly CountedRef[],
  counts: readonly CountedRef[],
  known: readonly CountedRef[],
): readonly RefDifference[] {
  const now = new Map(counts.map((ref) => [keyOf(ref), ref]));
  const there = new Map(known.map((ref) => [keyOf(ref), ref]));
  const before = new Set(counted.map(keyOf));
  return [
    ...counted.flatMap((ref): RefDifference[] => {
      const { kind, id, digest } = ref;
      const current = now.get(keyOf(ref));
      if (current?.digest === digest) return [];
      if (current) return [{ kind, id, change: 'changed', before: digest, after: current.digest }];
      const elsewhere = there.get(keyOf(ref));
      return elsewhere
        ? [{ kind, id, change: 'moved', before: digest, after: elsewhere.digest }]
        : [{ kind, id, change: 'removed', before: digest, after: null }];
    }),
    ...counts.flatMap((ref): RefDifference[] =>
      before.has(keyOf(ref)) ? [] : [{ kind: ref.kind, id: ref.id, change: 'added', before: null, after: ref.digest }],
    ),
  ];
}
