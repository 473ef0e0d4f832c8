// Who may see a calibration session: while its calibration is open only its own assessor, whatever the others' roles
// (scoring model, section 6: agreement means nothing once one has seen the other's answers).
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Whether sessions of the calibration are still hidden from all but their assessors; never for a normal session. */
export const isBlind = (db: ReadDb, calibrationId: string | null): boolean =>
  calibrationId !== null &&
  db.get(sql`SELECT 1 FROM calibration WHERE id = ${calibrationId} AND state = 'open'`) !== undefined;

/** As a condition on observations `o`: those that are hidden from nobody; what counts without a reader looks at them alone. */
export const SHOWN = sql`(o.calibration_id IS NULL OR NOT EXISTS
  (SELECT 1 FROM calibration c WHERE c.id = o.calibration_id AND c.state = 'open'))`;

/** As a condition on observations `o`: those that the person may see. */
export const notBlind = (
  userId: string,
): Sql => sql`(o.calibration_id IS NULL OR o.assessor_id = ${userId} OR NOT EXISTS
  (SELECT 1 FROM calibration c WHERE c.id = o.calibration_id AND c.state = 'open'))`;

/** Ids of the sessions that are hidden from the person now; a few at most. */
export const hiddenSessions = (db: ReadDb, userId: string): ReadonlySet<string> =>
  new Set(
    db
      .all<{ id: string }>(
        sql`SELECT o.id FROM calibration c JOIN observation o ON o.calibration_id = c.id
          WHERE c.state = 'open' AND o.assessor_id <> ${userId}`,
      )
      .map(({ id }) => id),
  );
