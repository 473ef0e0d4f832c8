// An agent's line of a result as it is stored and digested: everything that was computed (scoring model, section 7).
import type { CountedEvidence, CountedVeto } from '../../contract/assessment.ts';
import type { Ranking } from '../scoring/ranking.ts';
import type { PeriodScore } from '../scoring/score.ts';

/** The score with its evidence and vetoes as they are told to people, and the ranking; the window is the result's. */
export interface StoredScore extends Omit<PeriodScore, 'window' | 'evidence' | 'vetoes'> {
  readonly ranking: Ranking | null;
  readonly vetoes: readonly CountedVeto[];
  readonly evidence: readonly CountedEvidence[];
}

/** What is stored of a score: the keys in a fixed order, so that equal results give equal text. */
export function storedScore(
  score: PeriodScore,
  ranking: Ranking | null,
  told: { readonly vetoes: readonly CountedVeto[]; readonly evidence: readonly CountedEvidence[] },
): StoredScore {
  const { modelVersion, measures, indicators, base, coverage, adjustments, composite, graded, grade } = score;
  const { vetoed, sufficient, sessions, interval, standardVersions } = score;
  return {
    ...{ modelVersion, measures, indicators, base, coverage, adjustments, composite, graded, grade },
    ...{ vetoes: told.vetoes, vetoed, sufficient, sessions, interval, ranking, standardVersions },
    evidence: told.evidence,
  };
}

/** What a line's digest is taken over. */
export const lineText = (line: {
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly score: string;
  readonly evidence: string;
}): string => [line.agentId, line.branchId, line.team, line.score, line.evidence].join('\n');
