// Every piece of evidence that a result counts, by kind and id, with its digest and when it counts (scoring model, section 7).
import type { CountedKind } from '../../contract/assessment.ts';
import type { Evidence } from '../scoring/evidence.ts';
import { canonicalJson } from '../scoring/model.ts';
import type { EvidenceRef } from '../scoring/score.ts';
import type { CountedRef } from './differences.ts';

/** As the engine names them, with the instant or the day that says when it counts. */
export interface Counted extends CountedRef {
  readonly at: string | null;
}

interface AnyItem {
  readonly id: string;
  readonly digest?: string;
  readonly at?: number;
  readonly askedAt?: number;
  readonly dueOn?: string;
  readonly deadline?: string;
}

const LISTS: Readonly<Record<EvidenceRef['kind'], keyof Omit<Evidence, 'training'>>> = {
  session: 'sessions',
  survey: 'surveys',
  review: 'reviews',
  request: 'requests',
  visit: 'visits',
  complaint: 'complaints',
  rectification: 'rectifications',
  commendation: 'commendations',
  redLine: 'redLines',
};
const KINDS = Object.keys(LISTS) as EvidenceRef['kind'][];

/** SHA-256 of a text, given because this layer has none. */
export type Sha256Of = (text: string) => string;

function when({ at, askedAt, dueOn, deadline }: AnyItem): string | null {
  const instant = at ?? askedAt;
  return instant === undefined ? (dueOn ?? deadline ?? null) : new Date(instant).toISOString();
}

const countedItem = (kind: CountedKind, item: AnyItem, sha256: Sha256Of): Counted => ({
  kind,
  id: item.id,
  // An owner that keeps no digest gets one of what it gave.
  digest: item.digest ?? sha256(canonicalJson(item)),
  at: when(item),
});

function trainingOf({ training }: Evidence, sha256: Sha256Of): Counted[] {
  return training === null
    ? []
    : [{ kind: 'training', id: 'training', digest: sha256(canonicalJson(training)), at: null }];
}

/** All that was given, inside the window or not. */
export const knownOf = (evidence: Evidence, sha256: Sha256Of): readonly Counted[] => [
  ...KINDS.flatMap((kind) =>
    (evidence[LISTS[kind]] as readonly AnyItem[]).map((item) => countedItem(kind, item, sha256)),
  ),
  ...trainingOf(evidence, sha256),
];

/** What the score names, in its order, and the training records. */
export function countedOf(evidence: Evidence, refs: readonly EvidenceRef[], sha256: Sha256Of): readonly Counted[] {
  const items = new Map(
    KINDS.map((kind) => [kind, new Map((evidence[LISTS[kind]] as readonly AnyItem[]).map((item) => [item.id, item]))]),
  );
  return [
    ...refs.map(({ kind, id }) => countedItem(kind, items.get(kind)?.get(id) ?? { id }, sha256)),
    ...trainingOf(evidence, sha256),
  ];
}
