// The rates of a stretch of days by agent, team and branch, for the statistics screen.
import type { ResponseStatistics } from '../../../shared/contract/responses.ts';
import { responseStatistics, type CountedVisit } from '../../../shared/domain/responses/statistics.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';
import { KEPT_JOINS } from './kept.ts';

const PLACED: Sql = sql`r.agent_id AS agentId, agent.name AS agentName, agent.number AS employeeNumber,
  r.branch_id AS branchId, branch.name AS branchName, r.team`;

interface RequestLine extends Omit<CountedVisit, 'dueOn' | 'madeOn'> {
  readonly askedAt: string;
  readonly repliedAt: string | null;
  readonly solvedAt: string | null;
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/** Requests asked and visits due on the days, both inside, seen at `now` (epoch milliseconds). */
export function statisticsOf(
  db: ReadDb,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): ResponseStatistics {
  const requests = db.all<RequestLine>(sql`SELECT ${PLACED}, r.asked_at AS askedAt, r.replied_at AS repliedAt,
      r.solved_at AS solvedAt FROM service_request r ${KEPT_JOINS}
    WHERE r.state = 'standing' AND r.day >= ${from} AND r.day <= ${to}`);
  const visits = db.all<CountedVisit>(sql`SELECT ${PLACED}, r.due_on AS dueOn, r.made_on AS madeOn
    FROM return_visit r ${KEPT_JOINS} WHERE r.state = 'standing' AND r.due_on >= ${from} AND r.due_on <= ${to}`);
  const counted = requests.map((row) => ({
    ...row,
    ...{ askedAt: Date.parse(row.askedAt), repliedAt: instant(row.repliedAt), solvedAt: instant(row.solvedAt) },
  }));
  return responseStatistics(counted, visits, now, dayOf(now, readSettings(db).timeZone));
}
