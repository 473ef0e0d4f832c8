// Owns the courses (7.1, 7.4) in versions, since contents are updated (7.3): a training names the version that was taught.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CourseFields, CourseRecord, CourseRow, CourseVersion } from '../../../shared/contract/trainingRows.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { digestOf } from '../responses/kept.ts';
import { commentsOf } from './feedback.ts';

type Means = CourseRow['feedback'];
interface Averages {
  readonly answers: number;
  readonly useful: number | null;
  readonly clear: number | null;
  readonly applicable: number | null;
}

const FIELDS: Sql = sql`v.title, v.content, v.form, v.hours, v.trainer, v.material, v.note`;

const meansOf = ({ answers, useful, clear, applicable }: Averages): Means =>
  useful === null || clear === null || applicable === null ? null : { count: answers, useful, clear, applicable };

type Read = Omit<CourseRow, 'feedback'> & Averages;

const asRow = ({ answers, useful, clear, applicable, ...row }: Read): CourseRow => ({
  ...row,
  feedback: meansOf({ answers, useful, clear, applicable }),
});

const courseRows = (db: ReadDb, condition: Sql): CourseRow[] =>
  db
    .all<Read>(
      sql`SELECT c.id, c.state, c.version, v.made_at AS changedAt, ${FIELDS},
          coalesce(r.records, 0) AS records, coalesce(r.agents, 0) AS agents, coalesce(f.answers, 0) AS answers,
          f.useful, f.clear, f.applicable
        FROM training_course c JOIN training_course_version v ON v.course_id = c.id AND v.number = c.version
        LEFT JOIN (SELECT course_id, count(*) AS records, count(DISTINCT agent_id) AS agents FROM training_record
          WHERE state = 'standing' AND course_id IS NOT NULL GROUP BY course_id) r ON r.course_id = c.id
        LEFT JOIN (SELECT course_id, count(*) AS answers, avg(useful) AS useful, avg(clear) AS clear,
          avg(applicable) AS applicable FROM training_feedback WHERE state = 'standing' GROUP BY course_id) f
          ON f.course_id = c.id
        WHERE ${condition} ORDER BY c.state, v.title, c.id`,
    )
    .map(asRow);

/** Active courses first, by title. */
export const listCourses = (db: ReadDb): CourseRow[] => courseRows(db, sql`1`);

function courseById(db: ReadDb, id: string): CourseRow {
  const [row] = courseRows(db, sql`c.id = ${id}`);
  if (!row) throw new AppError('NOT_FOUND', 'courseMissing');
  return row;
}

const versionsOf = (db: ReadDb, id: string): CourseVersion[] =>
  db
    .all<Omit<CourseVersion, 'feedback'> & Averages>(
      sql`SELECT v.number, ${FIELDS}, v.reason, v.made_at AS madeAt, user.name AS madeBy, v.digest,
          count(f.id) AS answers, avg(f.useful) AS useful, avg(f.clear) AS clear, avg(f.applicable) AS applicable
        FROM training_course_version v JOIN user ON user.id = v.made_by
        LEFT JOIN training_feedback f ON f.course_id = v.course_id AND f.version = v.number AND f.state = 'standing'
        WHERE v.course_id = ${id} GROUP BY v.number ORDER BY v.number DESC`,
    )
    .map(({ answers, useful, clear, applicable, ...version }) => ({
      ...version,
      feedback: meansOf({ answers, useful, clear, applicable }),
    }));

/** @throws AppError NOT_FOUND courseMissing */
export const courseRecord = (db: ReadDb, id: string): CourseRecord => ({
  ...courseById(db, id),
  versions: versionsOf(db, id),
  comments: commentsOf(db, id),
  history: historyOf(db, 'trainingCourse', id),
});

/** Titles are what an import knows courses by. @throws AppError CONFLICT courseTitleTaken */
function checkTitle(db: ReadDb, title: string, id: string | null): void {
  const same = db.get<{ id: string }>(
    sql`SELECT c.id FROM training_course c JOIN training_course_version v ON v.course_id = c.id AND v.number = c.version
      WHERE v.title = ${title} AND c.state = 'active'`,
  );
  if (same && same.id !== id) throw new AppError('CONFLICT', 'courseTitleTaken', { title });
}

function insertVersion(tx: Change, id: string, number: number, fields: CourseFields, reason: string, by: string): void {
  const { title, content, form, hours, trainer, material, note } = fields;
  tx.run(sql`INSERT INTO training_course_version (course_id, number, title, content, form, hours, trainer, material, note,
      reason, digest, made_at, made_by)
    VALUES (${id}, ${number}, ${title}, ${content}, ${form}, ${hours}, ${trainer}, ${material}, ${note}, ${reason},
      ${digestOf({ ...fields, number })}, ${tx.at}, ${by})`);
}

export interface SaveCourse {
  readonly id: string | null;
  /** The version that the person saw. */
  readonly version: number | null;
  readonly reason: string | null;
  readonly fields: CourseFields;
}

/**
 * Makes a course, or its next version.
 * @throws AppError CONFLICT courseTitleTaken, changedMeanwhile, courseRetired; INVALID versionReasonMissing; NOT_FOUND courseMissing
 */
export function saveCourse(store: Store, actor: Actor, input: SaveCourse): { id: string } {
  const { fields, reason } = input;
  return store.change(actor.userId, (tx) => {
    checkTitle(tx, fields.title, input.id);
    if (input.id === null) {
      const id = tx.newId();
      tx.run(sql`INSERT INTO training_course (id, state, version, created_at) VALUES (${id}, 'active', 1, ${tx.at})`);
      insertVersion(tx, id, 1, fields, '', actor.userId);
      tx.note({ action: 'trainingCourse.added', entity: 'trainingCourse', entityId: id, facts: { version: 1 } });
      return { id };
    }
    const { id } = input;
    const course = courseById(tx, id);
    if (course.version !== input.version) throw new AppError('CONFLICT', 'changedMeanwhile');
    if (course.state === 'retired') throw new AppError('CONFLICT', 'courseRetired');
    if (!reason) throw new AppError('INVALID', 'versionReasonMissing');
    const version = course.version + 1;
    insertVersion(tx, id, version, fields, reason, actor.userId);
    tx.run(sql`UPDATE training_course SET version = ${version} WHERE id = ${id}`);
    tx.note({
      action: 'trainingCourse.changed',
      entity: 'trainingCourse',
      entityId: id,
      facts: { version },
      fields: { reason },
    });
    return { id };
  });
}

/** Takes a course out of use, or back into it. @throws AppError NOT_FOUND courseMissing; CONFLICT changedMeanwhile, courseTitleTaken */
export function retireCourse(
  store: Store,
  actor: Actor,
  { id, retired, reason }: { readonly id: string; readonly retired: boolean; readonly reason: string },
): { id: string } {
  store.change(actor.userId, (tx) => {
    const { state, title } = courseById(tx, id);
    if ((state === 'retired') === retired) throw new AppError('CONFLICT', 'changedMeanwhile');
    if (!retired) checkTitle(tx, title, id);
    tx.run(sql`UPDATE training_course SET state = ${retired ? 'retired' : 'active'} WHERE id = ${id}`);
    tx.note({
      action: retired ? 'trainingCourse.retired' : 'trainingCourse.resumed',
      entity: 'trainingCourse',
      entityId: id,
      facts: {},
      fields: { reason },
    });
  });
  return { id };
}
