// Owns the table `training_plan`: who is to be trained in what, by when and why; done by a training, or cancelled.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { PLAN_ROWS } from '../../../shared/contract/trainingRows.ts';
import type { PlanInput, PlanOfSource, PlanReason, PlanRow } from '../../../shared/contract/trainingRows.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { findingRecord } from '../findings/marks.ts';
import { placeOf } from '../responses/kept.ts';
import { readSettings } from '../settings.ts';

type Read = Omit<PlanRow, 'state' | 'criteria'> & {
  readonly state: 'planned' | 'done' | 'cancelled';
  readonly criteria: string;
};

const plansWhere = (db: ReadDb, where: Sql, today: string): PlanRow[] =>
  db
    .all<Read>(
      sql`SELECT p.id, p.agent_id AS agentId, agent.name AS agentName, agent.number AS employeeNumber,
          branch.name AS branchName, p.team, p.course_id AS courseId, v.title AS courseTitle, p.content, p.hours,
          p.due_on AS dueOn, p.reason, p.criteria, p.source_id AS sourceId, p.words, p.state, p.revision,
          p.record_id AS recordId, p.ended_reason AS endedReason, p.made_at AS madeAt, user.name AS madeBy
        FROM training_plan p JOIN agent ON agent.id = p.agent_id JOIN branch ON branch.id = p.branch_id
        JOIN user ON user.id = p.made_by
        LEFT JOIN training_course c ON c.id = p.course_id
        LEFT JOIN training_course_version v ON v.course_id = c.id AND v.number = c.version
        WHERE ${where}
        ORDER BY p.state <> 'planned', iif(p.state = 'planned', p.due_on, ''), p.made_at DESC, p.id LIMIT ${PLAN_ROWS}`,
    )
    .map(({ state, criteria, ...row }) => ({
      ...row,
      criteria: JSON.parse(criteria) as string[],
      state: state === 'planned' && row.dueOn < today ? 'overdue' : state,
    }));

/** Plans of all agents or one: open ones first by their day, then the ended, newest first. */
export const listPlans = (db: ReadDb, agentId: string | null, today: string): PlanRow[] =>
  plansWhere(db, agentId === null ? sql`1` : sql`p.agent_id = ${agentId}`, today);

/** Plans that came from a finding, rectification, complaint or measure, as they are listed there. */
export const plansOfSource = (db: ReadDb, sourceId: string, today: string): PlanOfSource[] =>
  plansWhere(db, sql`p.source_id = ${sourceId}`, today).map(
    ({ id, agentName, employeeNumber, content, courseTitle, dueOn, state }) => ({
      ...{ id, agentName, employeeNumber, content, courseTitle, dueOn, state },
    }),
  );

const SOURCES: Readonly<Partial<Record<PlanReason, (id: string) => Sql>>> = {
  rectification: (id) => sql`SELECT 1 FROM rectification WHERE id = ${id}`,
  complaint: (id) => sql`SELECT 1 FROM complaint WHERE id = ${id}`,
  improvement: (id) => sql`SELECT 1 FROM improvement WHERE id = ${id}`,
};

/** What a plan comes from is there, so that it can be opened from the plan. @throws AppError NOT_FOUND trainingSourceMissing, findingMissing */
function checkSource(db: ReadDb, { reason, sourceId }: PlanInput['why']): void {
  if (sourceId === null) return;
  if (reason === 'finding') findingRecord(db, sourceId);
  const source = SOURCES[reason];
  if (source && !db.get(source(sourceId))) throw new AppError('NOT_FOUND', 'trainingSourceMissing');
}

/**
 * Plans a training for each agent. Those with an open plan of the same course, or the same content, are passed over, so that
 * planning a team twice makes no second plan.
 * @throws AppError INVALID trainingPlanPast; NOT_FOUND agentUnknown, courseMissing, trainingSourceMissing; CONFLICT courseRetired
 */
export function planTraining(store: Store, actor: Actor, input: PlanInput): { made: number; passedOver: number } {
  const { courseId, content, hours, dueOn, why } = input;
  const today = dayOf(store.clock(), readSettings(store.read).timeZone);
  if (dueOn < today) throw new AppError('INVALID', 'trainingPlanPast', { day: dueOn });
  checkSource(store.read, why);
  const agentIds = [...new Set(input.agentIds)];
  const isOpen = (agentId: string) =>
    store.read.get(sql`SELECT 1 FROM training_plan
      WHERE agent_id = ${agentId} AND state = 'planned' AND content = ${content} AND course_id IS ${courseId}`) !==
    undefined;
  const due = agentIds.filter((agentId) => !isOpen(agentId));
  if (courseId !== null) {
    const course = store.read.get<{ state: string }>(sql`SELECT state FROM training_course WHERE id = ${courseId}`);
    if (!course) throw new AppError('NOT_FOUND', 'courseMissing');
    if (course.state === 'retired') throw new AppError('CONFLICT', 'courseRetired');
  }
  if (due.length > 0)
    store.change(actor.userId, (tx) => {
      for (const agentId of due) {
        const { branchId, team } = placeOf(tx, agentId, today);
        const id = tx.newId();
        tx.run(sql`INSERT INTO training_plan (id, agent_id, branch_id, team, course_id, content, hours, due_on, reason,
            criteria, source_id, words, state, made_at, made_by)
          VALUES (${id}, ${agentId}, ${branchId}, ${team}, ${courseId}, ${content}, ${hours}, ${dueOn}, ${why.reason},
            ${JSON.stringify(why.criteria)}, ${why.sourceId}, ${why.words}, 'planned', ${tx.at}, ${actor.userId})`);
        tx.note({
          action: 'trainingPlan.made',
          entity: 'trainingPlan',
          entityId: id,
          facts: { agentId, dueOn, reason: why.reason },
        });
      }
    });
  return { made: due.length, passedOver: agentIds.length - due.length };
}

/** @throws AppError NOT_FOUND rowMissing; CONFLICT trainingPlanEnded, changedMeanwhile */
export function cancelPlan(
  store: Store,
  actor: Actor,
  { id, revision, reason }: { readonly id: string; readonly revision: number; readonly reason: string },
): { id: string } {
  store.change(actor.userId, (tx) => {
    const row = tx.get<{ state: string; revision: number }>(
      sql`SELECT state, revision FROM training_plan WHERE id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    if (row.state !== 'planned') throw new AppError('CONFLICT', 'trainingPlanEnded');
    if (row.revision !== revision) throw new AppError('CONFLICT', 'changedMeanwhile');
    tx.run(sql`UPDATE training_plan SET state = 'cancelled', ended_reason = ${reason}, revision = revision + 1
      WHERE id = ${id}`);
    tx.note({
      action: 'trainingPlan.cancelled',
      entity: 'trainingPlan',
      entityId: id,
      facts: {},
      fields: { reason },
    });
  });
  return { id };
}
