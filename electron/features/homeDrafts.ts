// Record reviews and patrols that were begun and not submitted, and calibrations whose scoring waits for the reader, for 工作台.
import type { Actor } from '../../shared/contract/account.ts';
import type { Home } from '../../shared/contract/home.ts';
import { seesOnlyOwnObservations } from '../../shared/domain/permissions.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { pinnedChecks } from './inspection/standardOf.ts';
import { pinnedStandard } from './observation/standardOf.ts';

type Draft = Home['drafts'][number];
const LISTED = 50;

interface ReviewLine {
  readonly id: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly place: string;
  readonly day: string;
  readonly answered: number;
  readonly assessorId: string;
  readonly assessorName: string;
  readonly versionId: string;
}

interface PatrolLine extends Omit<ReviewLine, 'agentName' | 'employeeNumber' | 'versionId'> {
  readonly agents: number;
  readonly criteria: string;
}

type WaitingCalibration = Pick<ReviewLine, 'id' | 'agentName' | 'employeeNumber' | 'place' | 'day' | 'versionId'>;

/** Open calibrations of services that have begun, in which the reader takes part and has no session yet. The oldest first. */
export function calibrationsWaiting(db: ReadDb, actor: Actor, now: string): Draft[] {
  const rows = db.all<WaitingCalibration>(sql`SELECT c.id, a.name AS agentName, a.number AS employeeNumber, c.place,
      c.day, c.standard_version_id AS versionId
    FROM calibration_assessor x JOIN calibration c ON c.id = x.calibration_id JOIN agent a ON a.id = c.agent_id
    WHERE x.user_id = ${actor.userId} AND c.state = 'open' AND c.service_at <= ${now}
      AND NOT EXISTS (SELECT 1 FROM observation o
        WHERE o.calibration_id = c.id AND o.assessor_id = x.user_id AND o.state <> 'withdrawn')
    ORDER BY c.service_at, c.id LIMIT ${LISTED}`);
  return rows.map(({ versionId, ...row }) => ({
    ...row,
    ...{ kind: 'calibration', own: true, assessorName: actor.name, answered: 0 },
    criteria: pinnedStandard(db, versionId).criteria.length,
  }));
}

type WaitingSample = Omit<ReviewLine, 'place' | 'versionId'> & { readonly drawn: number };

/** Samples of the reader that were drawn and have records left to review; the oldest first. Done ones wait for nothing. */
export const samplesWaiting = (db: ReadDb, actor: Actor): Draft[] =>
  db
    .all<WaitingSample>(
      sql`SELECT * FROM (SELECT s.id, a.name AS agentName, a.number AS employeeNumber, s.to_day AS day,
          (SELECT count(*) FROM record_review r JOIN record_draw d ON d.id = r.draw_id
            WHERE d.sample_id = s.id AND d.replaced_at IS NULL AND r.state = 'submitted') AS answered,
          (SELECT count(*) FROM record_draw WHERE sample_id = s.id AND replaced_at IS NULL) AS drawn,
          s.reviewer_id AS assessorId, u.name AS assessorName, s.drawn_at AS drawnAt
        FROM record_sample s JOIN agent a ON a.id = s.agent_id JOIN user u ON u.id = s.reviewer_id
        WHERE s.state = 'drawn' AND s.reviewer_id = ${actor.userId})
      WHERE answered < drawn ORDER BY drawnAt, id LIMIT ${LISTED}`,
    )
    .map(({ id, agentName, employeeNumber, day, answered, drawn, assessorName }) => ({
      ...{ id, kind: 'sample', agentName, employeeNumber, place: '', day, answered, criteria: drawn, own: true },
      assessorName,
    }));

/** The latest saved first; a third-party assessor's own alone. */
export function inspectionDrafts(db: ReadDb, actor: Actor): Draft[] {
  const own = seesOnlyOwnObservations(actor.roles) ? 1 : 0;
  const reviews = db.all<ReviewLine>(sql`SELECT r.id, a.name AS agentName, a.number AS employeeNumber,
      f.reference AS place, f.day, (SELECT count(*) FROM record_check WHERE review_id = r.id) AS answered,
      r.reviewer_id AS assessorId, u.name AS assessorName, r.standard_version_id AS versionId
    FROM record_review r JOIN agent a ON a.id = r.agent_id JOIN user u ON u.id = r.reviewer_id
      JOIN record_draw d ON d.id = r.draw_id JOIN record_frame_row f ON f.id = d.row_id
    WHERE r.state = 'inProgress' AND (${own} = 0 OR r.reviewer_id = ${actor.userId})
    ORDER BY r.saved_at DESC LIMIT ${LISTED}`);
  const patrols = db.all<PatrolLine>(sql`SELECT p.id, p.place, p.day, p.criteria,
      (SELECT count(*) FROM patrol_cell WHERE patrol_id = p.id) AS answered,
      (SELECT count(*) FROM patrol_agent WHERE patrol_id = p.id) AS agents,
      p.patroller_id AS assessorId, u.name AS assessorName
    FROM patrol p JOIN user u ON u.id = p.patroller_id
    WHERE p.state = 'inProgress' AND (${own} = 0 OR p.patroller_id = ${actor.userId})
    ORDER BY p.saved_at DESC LIMIT ${LISTED}`);
  return [
    ...reviews.map(({ versionId, assessorId, ...row }): Draft => ({
      ...row,
      ...{ kind: 'record', own: assessorId === actor.userId },
      criteria: pinnedChecks(db, 'record', versionId).criteria.length,
    })),
    ...patrols.map(({ agents, criteria, assessorId, ...row }): Draft => ({
      ...row,
      ...{ kind: 'patrol', agentName: '', employeeNumber: '', own: assessorId === actor.userId },
      criteria: (JSON.parse(criteria) as readonly string[]).length * agents,
    })),
  ];
}
