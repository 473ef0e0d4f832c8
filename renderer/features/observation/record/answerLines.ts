// The answers of a revision line by line, against those of another one where asked.
import type { Answer, ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import type { Criterion } from '../../../../shared/contract/standard.ts';

export interface AnswerLine {
  readonly criterion: Criterion;
  readonly answer: Answer | undefined;
  readonly note: string;
  readonly before: Answer | undefined;
  readonly noteBefore: string;
  /** The answer differs from the other revision's. */
  readonly changed: boolean;
  readonly redLine: boolean;
}

type Read = Pick<ObservationRecord, 'standard' | 'answers' | 'notes' | 'redLines'>;

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a?.value === b?.value && a?.notApplicable === b?.notApplicable && a?.words === b?.words;

/** Every criterion of the revision in order; `base` undefined compares with nothing. */
export function changesOf(shown: Read, base: Read | undefined): readonly AnswerLine[] {
  const index = (read: Read | undefined) => ({
    answers: new Map((read?.answers ?? []).map((answer) => [answer.criterion, answer])),
    notes: new Map((read?.notes ?? []).map(({ criterion, text }) => [criterion, text])),
  });
  const now = index(shown);
  const then = index(base);
  const red = new Set(shown.redLines.filter(({ state }) => state !== 'retracted').map(({ criterion }) => criterion));
  return (shown.standard?.criteria ?? []).map((criterion) => {
    const answer = now.answers.get(criterion.code);
    const before = then.answers.get(criterion.code);
    return {
      criterion,
      answer,
      before,
      note: now.notes.get(criterion.code) ?? '',
      noteBefore: then.notes.get(criterion.code) ?? '',
      changed: base !== undefined && !same(answer, before),
      redLine: red.has(criterion.code),
    };
  });
}
