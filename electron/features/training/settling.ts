// Which plan a training does, and what becomes of the plan when the training is corrected or withdrawn.
import { AppError } from '../../../shared/contract/errors.ts';
import type { RecordFields } from '../../../shared/contract/trainingRows.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';

function finish(tx: Change, planId: string, recordId: string): void {
  tx.run(sql`UPDATE training_plan SET state = 'done', record_id = ${recordId}, revision = revision + 1
    WHERE id = ${planId}`);
  tx.note({ action: 'trainingPlan.done', entity: 'trainingPlan', entityId: planId, facts: { recordId } });
}

/**
 * The open plan that a new training does: the one that is named, else the agent's earliest of the same course, or of the same
 * content where it names no course, that asks for no more hours.
 * @throws AppError CONFLICT trainingPlanEnded
 */
export function settlePlan(tx: Change, recordId: string, fields: RecordFields, planId: string | null): void {
  const { agentId, courseId, content, hours } = fields;
  const found = tx.get<{ id: string }>(
    planId === null
      ? sql`SELECT id FROM training_plan WHERE agent_id = ${agentId} AND state = 'planned' AND hours <= ${hours}
          AND (course_id = ${courseId} OR (course_id IS NULL AND content = ${content}))
          ORDER BY due_on, id LIMIT 1`
      : sql`SELECT id FROM training_plan WHERE id = ${planId} AND agent_id = ${agentId} AND state = 'planned'`,
  );
  if (planId !== null && !found) throw new AppError('CONFLICT', 'trainingPlanEnded');
  if (found) finish(tx, found.id, recordId);
}

type Taught = Pick<RecordFields, 'agentId' | 'courseId' | 'content' | 'hours'>;

interface Planned {
  readonly id: string;
  readonly agentId: string;
  readonly courseId: string | null;
  readonly content: string;
  readonly hours: number;
}

const teaches = ({ courseId, content }: Planned, taught: Taught): boolean =>
  courseId === null ? taught.content === content : taught.courseId === courseId;

/**
 * Whether a correction still does what the plan asks for. A training that somebody chose for the plan although it taught something
 * else, or was shorter, does it as long as it does not become less.
 */
function stillDoes(plan: Planned, before: Taught, after: Taught): boolean {
  const same = teaches(plan, after) || !teaches(plan, before);
  return after.agentId === plan.agentId && same && after.hours >= Math.min(plan.hours, before.hours);
}

/**
 * After a training was withdrawn: its plan goes to the correction where that still does it, else it is open again, and the correction
 * does another one that it fits.
 */
export function resettlePlan(
  tx: Change,
  recordId: string,
  correction: { readonly id: string; readonly before: Taught; readonly fields: RecordFields } | null,
): void {
  const plan = tx.get<Planned>(
    sql`SELECT id, agent_id AS agentId, course_id AS courseId, content, hours FROM training_plan
      WHERE record_id = ${recordId}`,
  );
  if (!plan) return;
  if (correction && stillDoes(plan, correction.before, correction.fields)) {
    finish(tx, plan.id, correction.id);
    return;
  }
  tx.run(
    sql`UPDATE training_plan SET state = 'planned', record_id = NULL, revision = revision + 1 WHERE id = ${plan.id}`,
  );
  tx.note({ action: 'trainingPlan.reopened', entity: 'trainingPlan', entityId: plan.id, facts: { recordId } });
  if (correction) settlePlan(tx, correction.id, correction.fields, null);
}
