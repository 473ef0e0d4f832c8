// The submitted sessions of calibrations with their answers and notes, ready to be compared; only of ended ones.
import {
  agreementByScale,
  compareSessions,
  ratedItems,
  type AssessedSession,
  type ComparedCriterion,
  type GivenAnswer,
  type ScaleAgreement,
} from '../../../shared/domain/calibration/comparison.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { pinnedStandard } from '../observation/standardOf.ts';

interface ComparedSession extends AssessedSession {
  readonly assessorName: string;
  readonly observationId: string;
}

export interface ComparedCalibration {
  readonly sessions: readonly ComparedSession[];
  readonly lines: readonly ComparedCriterion[];
  readonly scales: readonly ScaleAgreement[];
}

const answersOf = (db: ReadDb, revisionId: string): GivenAnswer[] =>
  db.all<GivenAnswer>(sql`SELECT a.criterion, a.value, a.not_applicable AS notApplicable, a.words,
      coalesce(n.text, '') AS note
    FROM answer a LEFT JOIN note n ON n.revision_id = a.revision_id AND n.criterion = a.criterion
    WHERE a.revision_id = ${revisionId}`);

/** The caller has made sure that the calibration has ended: here nothing is hidden. */
export function comparedOf(db: ReadDb, calibrationId: string, standardVersionId: string): ComparedCalibration {
  const sessions = db
    .all<{ id: string; assessor_id: string; name: string; revision_id: string }>(
      sql`SELECT o.id, o.assessor_id, u.name, o.submitted_revision_id AS revision_id FROM observation o
        JOIN user u ON u.id = o.assessor_id
        WHERE o.calibration_id = ${calibrationId} AND o.state = 'submitted' ORDER BY u.name, u.id`,
    )
    .map((row) => ({
      observationId: row.id,
      assessorId: row.assessor_id,
      assessorName: row.name,
      answers: answersOf(db, row.revision_id),
    }));
  const lines = compareSessions(pinnedStandard(db, standardVersionId).criteria, sessions);
  return { sessions, lines, scales: agreementByScale(ratedItems(lines)) };
}
