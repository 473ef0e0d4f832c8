// Whom a class is recorded for, as other screens hand them over, and as its list keeps them.
import { NOTHING_TYPED, type ClassTyped } from '../../../../shared/domain/training/classRow.ts';
import type { PlanRow } from '../../../../shared/contract/trainingRows.ts';

export interface ClassPerson {
  readonly agentId: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly team: string;
  /** The plan that the training does; null where an open one that fits is looked for. */
  readonly planId: string | null;
}

/** What the screen begins with; travels with the way to it. */
export interface ClassStart {
  readonly people: readonly ClassPerson[];
  readonly courseId?: string | null;
  readonly content?: PlanRow['content'];
  readonly hours?: number;
}

export interface ClassLine extends ClassPerson {
  readonly typed: ClassTyped;
}

export const linesOf = (people: readonly ClassPerson[]): ClassLine[] =>
  people.map((person) => ({ ...person, typed: NOTHING_TYPED }));

/** Those who are not in the list yet come below it. */
export function withPeople(lines: readonly ClassLine[], people: readonly ClassPerson[]): ClassLine[] {
  const known = new Set(lines.map(({ agentId }) => agentId));
  const fresh = people.filter(({ agentId }) => !known.has(agentId) && known.add(agentId));
  return [...lines, ...linesOf(fresh)];
}

export const personOf = ({ agentId, agentName, employeeNumber, team, id }: PlanRow): ClassPerson => ({
  ...{ agentId, agentName, employeeNumber, team, planId: id },
});

/** Open plans of one course, or of one content without a course, can be recorded together. */
export function ofOneClass(plans: readonly PlanRow[]): boolean {
  const [first] = plans;
  return (
    first !== undefined &&
    new Set(plans.map(({ agentId }) => agentId)).size === plans.length &&
    plans.every(
      ({ state, courseId, content }) =>
        (state === 'planned' || state === 'overdue') && courseId === first.courseId && content === first.content,
    )
  );
}
