// Problem records that count: a record left over from an answer that was changed since does not.
import type { Finding, ObservationRecord } from '../../../shared/contract/observationRecord.ts';
import { mayHaveFinding } from '../../../shared/domain/observation/scale.ts';

export function standingFindings({
  answers,
  findings,
}: Pick<ObservationRecord, 'answers' | 'findings'>): readonly Finding[] {
  const low = new Set(answers.filter(({ value }) => value !== null && mayHaveFinding(value)).map((a) => a.criterion));
  return findings.filter(({ criterion }) => low.has(criterion));
}
