// What supervisors did in branches in a window: observations, record reviews, patrols, the problems they found, the
// rectifications they verified. What counts alone: submitted, not withdrawn, no calibration. Each counts in the branch where
// its agent was that day, so that a transfer moves no work.
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { SupervisionFigures } from '../../../shared/contract/supervision.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { Done, Work, WorkKind } from '../../../shared/domain/supervision/work.ts';
import { dayOf, endOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { findingsBetween } from '../findings/ledger.ts';
import { agentsEverOf } from '../people/assignments.ts';
import { rectificationEvidence } from '../rectification/periodEvidence.ts';
import { verificationsBetween } from '../rectification/verified.ts';

/** The works, each with its person and its day. A patrol is one work however many of the agents were looked at. */
function worksOf(db: ReadDb, branchIds: readonly string[], { startsAt, endsAt, timeZone }: Window): Work[] {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const branches = among(branchIds);
  return db
    .all<{ kind: WorkKind; personId: string; at: string }>(
      sql`SELECT 'observation' AS kind, assessor_id AS personId, service_at AS at FROM observation
        WHERE state = 'submitted' AND calibration_id IS NULL AND branch_id IN ${branches}
          AND service_at >= ${from} AND service_at < ${to}
        UNION ALL SELECT 'record', reviewer_id, submitted_at FROM record_review
        WHERE state = 'submitted' AND branch_id IN ${branches} AND submitted_at >= ${from} AND submitted_at < ${to}
        UNION ALL SELECT 'patrol', patroller_id, at FROM patrol p
        WHERE state = 'submitted' AND at >= ${from} AND at < ${to}
          AND EXISTS (SELECT 1 FROM patrol_agent x WHERE x.patrol_id = p.id AND x.branch_id IN ${branches})`,
    )
    .map(({ at, ...work }) => ({ ...work, day: dayOf(Date.parse(at), timeZone) }));
}

/** Of the branches, among which every branch below one of them has to stand. */
export function doneIn(db: ReadDb, branchIds: readonly string[], window: Window): Done & { problems: FindingRow[] } {
  const agentIds = agentsEverOf(db, branchIds);
  const isHere = ({ branchId }: { readonly branchId: string }): boolean => branchIds.includes(branchId);
  const problems = findingsBetween(db, agentIds, window).filter(isHere);
  return {
    works: worksOf(db, branchIds, window),
    problems,
    found: problems.map(({ foundById, day, status }) => ({ personId: foundById, day, closed: status === 'closed' })),
    verified: verificationsBetween(db, agentIds, window)
      .filter(isHere)
      .map(({ personId, at }) => ({ personId, day: dayOf(Date.parse(at), window.timeZone) })),
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
