// Complaints that wait for a person, for 工作台: to review, sent back to be handled anew, to re-examine. Contents of cases are not shown.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Home } from '../../../shared/contract/home.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

type Waiting = Home['waiting'][number];

interface Line {
  readonly id: string;
  readonly kind: 'review' | 'redo' | 'reexamination';
  readonly title: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly since: string;
  readonly words: string | null;
}

/**
 * The longest waiting first, at most `limit`. A review waits for those who took no part in the round; a case sent back for its
 * handler; a re-examination for managers who did not handle it (6.2).
 */
export function complaintsWaiting(db: ReadDb, { userId, roles }: Actor, limit: number): Waiting[] {
  if (!may(roles, 'complaints.write')) return [];
  const decides = may(roles, 'complaints.decide') ? 1 : 0;
  const rows = db.all<Line>(sql`SELECT w.id, w.kind, c.number AS title, coalesce(a.name, '') AS agentName,
      coalesce(a.number, '') AS employeeNumber, w.since, w.words FROM (
      SELECT c.id, 'review' AS kind, r.answered_at AS since, NULL AS words
        FROM complaint c JOIN complaint_round r ON r.complaint_id = c.id AND r.round = c.round
        WHERE c.state = 'answered' AND c.joined_to_id IS NULL AND r.answered_at IS NOT NULL
          AND ${userId} NOT IN (coalesce(c.handler_id, ''), coalesce(r.investigated_by, ''), coalesce(r.handled_by, ''),
            coalesce(r.answered_by, ''))
      UNION ALL SELECT c.id, 'redo', r.reviewed_at, r.remark
        FROM complaint c JOIN complaint_round r ON r.complaint_id = c.id AND r.round = c.round - 1
        WHERE c.state IN ('classified', 'investigated', 'handled') AND c.joined_to_id IS NULL AND c.handler_id = ${userId}
          AND r.outcome = 'sentBack'
      UNION ALL SELECT x.complaint_id, 'reexamination', x.asked_on, NULL
        FROM complaint_reexamination x JOIN complaint c ON c.id = x.complaint_id
        WHERE x.answered_on IS NULL AND x.withdrawn_at IS NULL AND ${decides} = 1 AND c.handler_id IS NOT ${userId}
    ) w JOIN complaint c ON c.id = w.id LEFT JOIN agent a ON a.id = c.agent_id ORDER BY w.since, w.id LIMIT ${limit}`);
  return rows.map(({ id, ...row }) => ({ ...row, record: { kind: 'complaint', id } }));
}
