// What supervisors did about a branch's agents in a window: observations, record reviews, patrols, the problems they found, the
// rectifications they verified. What counts alone: submitted, not withdrawn, no calibration.
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { SupervisionFigures } from '../../../shared/contract/supervision.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { Done, Work, WorkKind } from '../../../shared/domain/supervision/work.ts';
import { dayOf, endOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { rectificationEvidence } from '../rectification/periodEvidence.ts';
import { verificationsBetween } from '../rectification/verified.ts';

/** The works, each with its person and its day. A patrol is one work however many of the agents were looked at. */
function worksOf(db: ReadDb, agentIds: readonly string[], { startsAt, endsAt, timeZone }: Window): Work[] {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(agentIds)}))`;
  return db
    .all<{ kind: WorkKind; personId: string; at: string }>(
      sql`SELECT 'observation' AS kind, assessor_id AS personId, service_at AS at FROM observation
        WHERE state = 'submitted' AND calibration_id IS NULL AND agent_id IN ${ids}
          AND service_at >= ${from} AND service_at < ${to}
        UNION ALL SELECT 'record', reviewer_id, submitted_at FROM record_review
        WHERE state = 'submitted' AND agent_id IN ${ids} AND submitted_at >= ${from} AND submitted_at < ${to}
        UNION ALL SELECT 'patrol', patroller_id, at FROM patrol p
        WHERE state = 'submitted' AND at >= ${from} AND at < ${to}
          AND EXISTS (SELECT 1 FROM patrol_agent x WHERE x.patrol_id = p.id AND x.agent_id IN ${ids})`,
    )
    .map(({ at, ...work }) => ({ ...work, day: dayOf(Date.parse(at), timeZone) }));
}

/** `findings` are the problems of the agents in the window. */
export function doneIn(db: ReadDb, agentIds: readonly string[], window: Window, findings: readonly FindingRow[]): Done {
  return {
    works: worksOf(db, agentIds, window),
    found: findings.map(({ foundById, day, status }) => ({ personId: foundById, day, closed: status === 'closed' })),
    verified: verificationsBetween(db, agentIds, window).map(({ personId, at }) => ({
      personId,
      day: dayOf(Date.parse(at), window.timeZone),
    })),
  };
}

/** Rectifications whose deadline lies in the window, as the score looks at them (scoring model, section 4). */
export function rectificationsDue(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): SupervisionFigures['rectifications'] {
  const moment = Math.min(window.asOf, window.endsAt);
  const all = [...rectificationEvidence(db, agentIds, window).values()].flatMap(({ rectifications }) => rectifications);
  const open = all.filter(({ verifiedAt }) => verifiedAt === null || verifiedAt > moment);
  return {
    due: all.length,
    verified: all.length - open.length,
    overdue: open.filter(({ deadline }) => moment >= endOfDay(deadline, window.timeZone)).length,
  };
}
