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

/** After a training was withdrawn: its plan goes to the correction if that is the same agent's, else it is open again. */
export function resettlePlan(tx: Change, recordId: string, correction: { id: string; agentId: string } | null): void {
  const plan = tx.get<{ id: string; agent_id: string }>(
    sql`SELECT id, agent_id FROM training_plan WHERE record_id = ${recordId}`,
  );
  if (!plan) return;
  if (correction?.agentId === plan.agent_id) {
    finish(tx, plan.id, correction.id);
    return;
  }
  tx.run(
    sql`UPDATE training_plan SET state = 'planned', record_id = NULL, revision = revision + 1 WHERE id = ${plan.id}`,
  );
  tx.note({ action: 'trainingPlan.reopened', entity: 'trainingPlan', entityId: plan.id, facts: { recordId } });
}
