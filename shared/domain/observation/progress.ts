// Where an observation stands: order of the items, what is answered, what is missing, and where to go next (4.2 stages).
import type { Counts } from '../../contract/observationRecord.ts';
import { STAGES, type Criterion, type Stage } from '../../contract/standard.ts';

type Item = Pick<Criterion, 'code' | 'stage' | 'required'>;
type Answered = Pick<ReadonlySet<string>, 'has'>;

/** Observation items in the order in which they are walked: by stage, and in the standard's order within one. */
export function inOrder<C extends Pick<Criterion, 'method' | 'stage'>>(criteria: readonly C[]): C[] {
  const place = (stage: Stage | null): number => (stage === null ? STAGES.length : STAGES.indexOf(stage));
  return criteria
    .filter(({ method }) => method === 'observation')
    .map((criterion, index) => ({ criterion, index }))
    .sort((a, b) => place(a.criterion.stage) - place(b.criterion.stage) || a.index - b.index)
    .map(({ criterion }) => criterion);
}

/** An answer that is not applicable counts as answered. */
export function countsOf(criteria: readonly Item[], answered: Answered): Counts {
  let done = 0;
  let missingRequired = 0;
  for (const { code, required } of criteria) {
    if (answered.has(code)) done += 1;
    else if (required) missingRequired += 1;
  }
  return { criteria: criteria.length, answered: done, missingRequired };
}

export interface StageProgress extends Counts {
  readonly stage: Stage;
}

/** Progress of each stage that has items, in order. */
export const stageProgress = (criteria: readonly Item[], answered: Answered): readonly StageProgress[] =>
  STAGES.flatMap((stage) => {
    const own = criteria.filter((criterion) => criterion.stage === stage);
    return own.length === 0 ? [] : [{ stage, ...countsOf(own, answered) }];
  });

/**
 * The next unanswered item after `from` (from the first where null or unknown), going round to the start; null when
 * none is left. `onlyRequired` jumps between the missing required ones.
 */
export function nextUnanswered(
  criteria: readonly Item[],
  answered: Answered,
  from: string | null,
  onlyRequired = false,
): string | null {
  const start = criteria.findIndex(({ code }) => code === from) + 1;
  for (let step = 0; step < criteria.length; step += 1) {
    const item = criteria[(start + step) % criteria.length]!;
    if (!answered.has(item.code) && (item.required || !onlyRequired)) return item.code;
  }
  return null;
}
