// Owns the table `training_record`: trainings of agents with their hours and the four assessments of 7.2. A row is never
// overwritten; blanks (an examination held later) are filled in, anything else is corrected by another row.
import { AppError } from '../../../shared/contract/errors.ts';
import type { RecordFields, TrainingRow } from '../../../shared/contract/trainingRows.ts';
import type { Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { digestOf, KEPT_COLUMNS, KEPT_JOINS, placeOf, type KeptTable } from '../responses/kept.ts';

const FIELDS: Sql = sql`r.agent_id AS agentId, r.day, r.hours, r.course_id AS courseId,
  r.course_version AS courseVersion, r.title, r.content, r.form, r.trainer, r.theory, r.practical, r.conduct,
  r.satisfaction, r.note`;

const COLUMNS: Sql = sql`${KEPT_COLUMNS}, ${FIELDS},
  (SELECT c.id FROM training_record c WHERE c.replaces_id = r.id) AS replacedById`;

const NEWEST = sql`r.day DESC, r.id DESC`;
const OLDEST = sql`r.day, r.id`;
/** Rows of a list at most; a longer one is narrowed by its days. */
const MOST = 10_000;

/** Rows under the conditions, which may name r. */
const recordRows = (db: ReadDb, conditions: readonly Sql[], order: Sql, limit: number): TrainingRow[] =>
  db.all<TrainingRow>(sql`SELECT ${COLUMNS} FROM training_record r ${KEPT_JOINS}
    WHERE ${every(conditions)} ORDER BY ${order} LIMIT ${limit}`);

/** @throws AppError NOT_FOUND rowMissing */
export function getTraining(db: ReadDb, id: string): TrainingRow {
  const [row] = recordRows(db, [sql`r.id = ${id}`], NEWEST, 1);
  if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
  return row;
}

export const trainingTable: KeptTable<RecordFields> = {
  entity: 'trainingRecord',
  contentOf: (db, id) => {
    const row = db.get<RecordFields & { state: string; revision: number }>(
      sql`SELECT ${FIELDS}, r.state, r.revision FROM training_record r WHERE r.id = ${id}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
    const { state, revision, ...fields } = row;
    return { fields, state, revision };
  },
  insert: (tx, id, fields, replacesId, recordedBy) => {
    const { branchId, team } = placeOf(tx, fields.agentId, fields.day);
    tx.run(sql`INSERT INTO training_record (id, agent_id, branch_id, team, day, hours, course_id, course_version, title,
        content, form, trainer, theory, practical, conduct, satisfaction, note, state, digest, recorded_by, recorded_at,
        replaces_id)
      VALUES (${id}, ${fields.agentId}, ${branchId}, ${team}, ${fields.day}, ${fields.hours}, ${fields.courseId},
        ${fields.courseVersion}, ${fields.title}, ${fields.content}, ${fields.form}, ${fields.trainer}, ${fields.theory},
        ${fields.practical}, ${fields.conduct}, ${fields.satisfaction}, ${fields.note}, 'standing', ${digestOf(fields)},
        ${recordedBy}, ${tx.at}, ${replacesId})`);
  },
  complete: (tx, id, fields) => {
    tx.run(sql`UPDATE training_record SET course_id = ${fields.courseId}, course_version = ${fields.courseVersion},
      trainer = ${fields.trainer}, theory = ${fields.theory}, practical = ${fields.practical},
      conduct = ${fields.conduct}, satisfaction = ${fields.satisfaction}, note = ${fields.note},
      digest = ${digestOf(fields)}, revision = revision + 1 WHERE id = ${id}`);
  },
  withdraw: (tx, id, reason) => {
    tx.run(sql`UPDATE training_record SET state = 'withdrawn', withdrawn_reason = ${reason}, revision = revision + 1
      WHERE id = ${id}`);
  },
};

export interface TrainingFilter {
  readonly from: string | null;
  readonly to: string | null;
  readonly agentId: string | null;
  readonly courseId: string | null;
  readonly withdrawn: boolean;
}

/** Trainings on the days, both inside, newest first; `total` counts all. */
export function listTrainings(db: ReadDb, filter: TrainingFilter): { rows: TrainingRow[]; total: number } {
  const { from, to, agentId, courseId, withdrawn } = filter;
  const conditions = [
    ...(from === null ? [] : [sql`r.day >= ${from}`]),
    ...(to === null ? [] : [sql`r.day <= ${to}`]),
    ...(agentId === null ? [] : [sql`r.agent_id = ${agentId}`]),
    ...(courseId === null ? [] : [sql`r.course_id = ${courseId}`]),
    ...(withdrawn ? [] : [sql`r.state = 'standing'`]),
  ];
  const total =
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM training_record r WHERE ${every(conditions)}`)?.n ?? 0;
  return { rows: recordRows(db, conditions, NEWEST, MOST), total };
}

/** Standing trainings of an agent, oldest first. */
export const trainingsOfAgent = (db: ReadDb, agentId: string): TrainingRow[] =>
  recordRows(db, [sql`r.state = 'standing' AND r.agent_id = ${agentId}`], OLDEST, -1);

/** A standing training as the workbook's sheet 培训 lists it, with the plan that it did. */
export type TrainingOfPeriod = TrainingRow & {
  readonly planId: string | null;
  /** Hours of the agent from 1 January of the training's year up to and with it. */
  readonly hoursSoFar: number;
};

/** Standing trainings of the agents in the period, oldest first. */
export function trainingOfPeriod(db: ReadDb, agentIds: readonly string[], { start, end }: Days): TrainingOfPeriod[] {
  const rows = recordRows(
    db,
    [sql`r.state = 'standing' AND r.agent_id IN ${among(agentIds)}`, sql`r.day >= ${start} AND r.day < ${end}`],
    OLDEST,
    -1,
  );
  const years = rows.map(({ day }) => `${day.slice(0, 4)}-01-01`);
  const first = years.reduce((least, one) => (one < least ? one : least), start);
  // One read of all, not one for each row: a large branch's year is many thousands.
  const more = new Map(
    db
      .all<{ id: string; planId: string | null; hours: number }>(
        sql`SELECT r.id, (SELECT p.id FROM training_plan p WHERE p.record_id = r.id) AS planId,
            round(sum(r.hours) OVER (PARTITION BY r.agent_id, substr(r.day, 1, 4) ORDER BY r.day, r.id), 2) AS hours
          FROM training_record r WHERE r.state = 'standing' AND r.agent_id IN ${among(agentIds)}
            AND r.day >= ${first} AND r.day < ${end}`,
      )
      .map((one) => [one.id, one] as const),
  );
  return rows.map((row) => {
    const known = more.get(row.id);
    return { ...row, planId: known?.planId ?? null, hoursSoFar: known?.hours ?? row.hours };
  });
}
