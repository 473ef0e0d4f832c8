// What another model would change for the agents of a branch: grades, ranks, by how many points.
import type { ModelComparisonRow } from '../../contract/model.ts';
import { GRADES, type Grade } from '../../contract/vocabulary.ts';
import type { PeriodScore } from './score.ts';

export type ComparedScore = Omit<ModelComparisonRow, 'agentId' | 'employeeNumber' | 'agentName' | 'team'>;

/** Places by composite among the sufficient agents, the highest first; equal ones share the better place. */
export function ranksOf(scores: readonly PeriodScore[]): readonly (number | null)[] {
  const ranked = scores.flatMap(({ sufficient, composite }) => (sufficient && composite !== null ? [composite] : []));
  return scores.map(({ sufficient, composite }) =>
    sufficient && composite !== null ? 1 + ranked.filter((other) => other > composite).length : null,
  );
}

/** The same agents' scores by two models, agent by agent in the order given. */
export function compareScores(before: readonly PeriodScore[], after: readonly PeriodScore[]): readonly ComparedScore[] {
  const [ranksBefore, ranksAfter] = [ranksOf(before), ranksOf(after)];
  return before.map((old, at) => {
    const fresh = after[at]!;
    const side = ({ composite, graded, grade }: PeriodScore, rank: number | null) => ({
      composite,
      graded,
      grade,
      rank,
    });
    const [was, is] = [side(old, ranksBefore[at] ?? null), side(fresh, ranksAfter[at] ?? null)];
    return {
      vetoed: fresh.vetoed,
      before: was,
      after: is,
      difference: was.composite === null || is.composite === null ? null : is.composite - was.composite,
      gradeChanged: was.grade !== is.grade,
      rankChanged: was.rank !== is.rank,
    };
  });
}

/** How many agents have each grade, before and after. */
export function gradeShift(rows: readonly ComparedScore[]): { grade: Grade; before: number; after: number }[] {
  const count = (side: 'before' | 'after', grade: Grade) => rows.filter((row) => row[side].grade === grade).length;
  return GRADES.map((grade) => ({ grade, before: count('before', grade), after: count('after', grade) }));
}
