// Hand-made evidence for tests of the score: the third quarter of 2026 in Shanghai and small makers of each kind.
import type { Indicator } from '../../../shared/contract/vocabulary.ts';
import { NO_EVIDENCE, windowOf } from '../../../shared/domain/scoring/evidence.ts';
import type { Answer, Evidence, Session, Window } from '../../../shared/domain/scoring/evidence.ts';
import { MODEL_1 } from '../../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../../shared/domain/scoring/score.ts';
import type { PeriodScore } from '../../../shared/domain/scoring/score.ts';

/** Shanghai time without offset: '2026-07-03T10:00:00'. */
export const at = (local: string): number => Date.parse(`${local}+08:00`);

export const QUARTER = { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' } as const;
export const quarter = (asOf = '2026-10-08T09:00:00'): Window => windowOf(QUARTER, at(asOf));

export const answer = (indicator: Indicator, value: number | null, weight = 1, notApplicable = false): Answer => ({
  criterion: `3.4-${weight}`,
  indicator,
  weight,
  value,
  notApplicable,
});

export const session = (id: string, answers: readonly Answer[], rest: Partial<Session> = {}): Session => ({
  id,
  at: at('2026-07-03T10:00:00'),
  status: 'submitted',
  introductionMinutes: null,
  answers,
  ...rest,
});

export const score = (evidence: Partial<Evidence>, window = quarter()): PeriodScore =>
  scorePeriod({ ...NO_EVIDENCE, ...evidence }, window, MODEL_1);

/** A session whose answers give every observed indicator of the model the same value: coverage 0.65. */
export const plain = (id: string, value: number): Session =>
  session(id, [
    answer('attitude', value),
    answer('efficiency', value),
    answer('content', value),
    answer('compliance', value),
  ]);
