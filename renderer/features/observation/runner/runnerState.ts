// The state of a running observation as the screen reads it, and what follows from it without asking the main process.
import type {
  Blocker,
  Introduction,
  ObservationRecord,
  ServiceContext,
} from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { contentBlockers } from '../../../../shared/domain/observation/submission.ts';
import { itemsOf, valueOf, type ItemState } from './itemState.ts';

export interface RunnerState {
  readonly items: ReadonlyMap<string, ItemState>;
  /** Code of the current item. */
  readonly cursor: string;
  /** Grows with each move by a key: the list then brings the current item to its place. */
  readonly moves: number;
  readonly context: ServiceContext;
  readonly noticeConfirmedAt: string | null;
  readonly introduction: Introduction;
  readonly savedAt: string | null;
  /** Writes on their way, the failed one included. */
  readonly waiting: number;
  readonly failure: unknown;
  /** Signatures stood on this revision and a change made them void. */
  readonly signaturesVoided: boolean;
}

/** Codes of the items whose answer is on disk. */
export const answeredOf = (items: RunnerState['items']): ReadonlySet<string> =>
  new Set([...items].filter(([, item]) => item.answer !== null && item.answerSave === 'saved').map(([code]) => code));

/** Codes of the items that have an answer, on disk or on its way: what the next unanswered is looked for in. */
export const chosenOf = (items: RunnerState['items']): ReadonlySet<string> =>
  new Set([...items].filter(([, item]) => item.answer !== null).map(([code]) => code));

export function stateOf(record: ObservationRecord): RunnerState {
  const criteria = record.standard?.criteria ?? [];
  const known = criteria.some(({ code }) => code === record.position);
  return {
    items: itemsOf(record),
    cursor: (known ? record.position : criteria[0]?.code) ?? '',
    moves: 1,
    context: record.context,
    noticeConfirmedAt: record.noticeConfirmedAt,
    introduction: record.introduction,
    savedAt: record.savedAt,
    waiting: 0,
    failure: null,
    signaturesVoided: record.signatures.some(({ voidedAt }) => voidedAt !== null),
  };
}

/** What still stands between these items and submission, in their order; the main process decides it again. */
export function blockersOf(
  criteria: readonly Criterion[],
  { items, noticeConfirmedAt, introduction }: Pick<RunnerState, 'items' | 'noticeConfirmedAt' | 'introduction'>,
): readonly Blocker[] {
  const entries = [...items];
  return contentBlockers({
    criteria,
    answers: entries.flatMap(([criterion, item]) =>
      item.answer === null ? [] : [{ criterion, value: valueOf(item) }],
    ),
    findings: entries.flatMap(([criterion, { finding }]) =>
      finding === null ? [] : [{ ...finding, criterion, id: '', savedAt: '' }],
    ),
    evidence: entries.flatMap(([criterion, { evidence }]) => (evidence.length > 0 ? [{ criterion }] : [])),
    noticeConfirmed: noticeConfirmedAt !== null,
    timerRunning: introduction.runningSince !== null,
  });
}

/** The next item after `from` that something is missing on, going round; null where nothing is. */
export function nextBlocked(criteria: readonly Criterion[], blockers: readonly Blocker[], from: string): string | null {
  const blocked = new Set(blockers.flatMap((blocker) => ('criterion' in blocker ? [blocker.criterion] : [])));
  const start = criteria.findIndex(({ code }) => code === from) + 1;
  for (let step = 0; step < criteria.length; step += 1) {
    const { code } = criteria[(start + step) % criteria.length]!;
    if (blocked.has(code)) return code;
  }
  return null;
}
