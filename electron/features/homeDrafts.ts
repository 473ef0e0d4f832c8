// Record reviews and patrols that were begun and not submitted, for 工作台.
import type { Actor } from '../../shared/contract/account.ts';
import type { Home } from '../../shared/contract/home.ts';
import { seesOnlyOwnObservations } from '../../shared/domain/permissions.ts';
import type { ReadDb } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { pinnedChecks } from './inspection/standardOf.ts';

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
