// Rectifications that wait for a person, for 工作台: to verify, to decide an extension, sent back to be mended, to tell and close.
import type { Actor } from '../../../shared/contract/account.ts';
import type { Home } from '../../../shared/contract/home.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

type Waiting = Home['waiting'][number];

interface Line {
  readonly id: string;
  readonly kind: 'verify' | 'extension' | 'sentBack' | 'close';
  readonly title: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly since: string;
  readonly words: string | null;
}

/**
 * The longest waiting first, at most `limit`. What the person owes or has brought the proof of is not theirs to judge and is left
 * out; what was sent back waits for whoever planned, owes or submitted it.
 */
export function rectificationsWaiting(db: ReadDb, { userId, roles }: Actor, limit: number): Waiting[] {
  if (!may(roles, 'findings.write')) return [];
  const decides = may(roles, 'findings.decide') ? 1 : 0;
  const rows =
    db.all<Line>(sql`SELECT w.id, w.kind, w.title, a.name AS agentName, a.number AS employeeNumber, w.since, w.words FROM (
      SELECT id, 'verify' AS kind, title, agent_id, submitted_at AS since, NULL AS words FROM rectification
        WHERE state = 'submitted' AND submitted_by <> ${userId} AND owner_user_id IS NOT ${userId}
      UNION ALL SELECT r.id, 'extension', r.title, r.agent_id, e.asked_at, e.reason
        FROM rectification_extension e JOIN rectification r ON r.id = e.rectification_id
        WHERE e.granted IS NULL AND ${decides} = 1 AND e.asked_by <> ${userId} AND r.owner_user_id IS NOT ${userId}
          AND r.state IN ('planned', 'inProgress', 'submitted')
      UNION ALL SELECT r.id, 'sentBack', r.title, r.agent_id, m.at, m.reason
        FROM rectification r JOIN rectification_move m ON m.rectification_id = r.id
          AND m.number = (SELECT max(number) FROM rectification_move x WHERE x.rectification_id = r.id AND x.from_state IS NOT x.to_state)
        WHERE r.state = 'inProgress' AND m.move = 'sendBack'
          AND ${userId} IN (r.planned_by, coalesce(r.owner_user_id, ''), coalesce(r.submitted_by, ''))
      UNION ALL SELECT r.id, 'close', r.title, r.agent_id, max(f.at), NULL
        FROM rectification r JOIN rectification_effect f ON f.rectification_id = r.id WHERE r.state = 'verified' GROUP BY r.id
    ) w JOIN agent a ON a.id = w.agent_id ORDER BY w.since, w.id LIMIT ${limit}`);
  return rows.map(({ id, ...row }) => ({ ...row, record: { kind: 'rectification', id } }));
}
