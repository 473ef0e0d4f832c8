// Reads the table `feedback` for lists, records, the score, the workbook and the home screen.
import { AppError } from '../../../shared/contract/errors.ts';
import { FEEDBACK_ROWS, type FeedbackAnalysis, type FeedbackRow } from '../../../shared/contract/feedback.ts';
import { feedbackAnalysis, type CountedFeedback } from '../../../shared/domain/feedback/analysis.ts';
import type { Commendation, Evidence, Window } from '../../../shared/domain/scoring/evidence.ts';
import { dayOf, startOfDay, type Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { readSettings } from '../settings.ts';

const COLUMNS: Sql = sql`f.id, f.agent_id AS agentId, agent.name AS agentName, agent.number AS employeeNumber,
  f.branch_id AS branchId, branch.name AS branchName, f.team, f.day, f.kind, f.class, f.channel, f.client, f.content, f.state,
  f.owner_id AS ownerId, owner.name AS ownerName, f.due_on AS dueOn, f.answer, f.answered_at AS answeredAt,
  f.closed_at AS closedAt, f.confirmed_at AS confirmedAt, confirmer.name AS confirmedBy, f.revision, f.digest,
  f.recorded_at AS recordedAt, f.recorded_by AS recordedById, recorder.name AS recordedBy, f.replaces_id AS replacesId,
  f.withdrawn_reason AS withdrawnReason, (SELECT c.id FROM feedback c WHERE c.replaces_id = f.id) AS replacedById`;

const JOINS: Sql = sql`JOIN agent ON agent.id = f.agent_id JOIN branch ON branch.id = f.branch_id
  JOIN user owner ON owner.id = f.owner_id JOIN user recorder ON recorder.id = f.recorded_by
  LEFT JOIN user confirmer ON confirmer.id = f.confirmed_by`;

const NEWEST = sql`f.day DESC, f.id DESC`;

const feedbackRows = (db: ReadDb, conditions: readonly Sql[], order: Sql, limit: number): FeedbackRow[] =>
  db.all<FeedbackRow>(sql`SELECT ${COLUMNS} FROM feedback f ${JOINS}
    WHERE ${every(conditions)} ORDER BY ${order} LIMIT ${limit}`);

/** @throws AppError NOT_FOUND rowMissing */
export function getFeedback(db: ReadDb, id: string): FeedbackRow {
  const [row] = feedbackRows(db, [sql`f.id = ${id}`], NEWEST, 1);
  if (!row) throw new AppError('NOT_FOUND', 'rowMissing');
  return row;
}

interface Range {
  readonly from: string;
  readonly to: string;
  readonly withdrawn: boolean;
}

/** Feedback of the days, newest first; the longest list is FEEDBACK_ROWS, `total` counts all. */
export function listFeedback(db: ReadDb, { from, to, withdrawn }: Range): { rows: FeedbackRow[]; total: number } {
  const conditions = [sql`f.day >= ${from} AND f.day <= ${to}`, ...(withdrawn ? [] : [sql`f.state <> 'withdrawn'`])];
  const total = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM feedback f WHERE ${every(conditions)}`)?.n ?? 0;
  return { rows: feedbackRows(db, conditions, NEWEST, FEEDBACK_ROWS), total };
}

/** Feedback of the agents in the period, oldest first, withdrawn left out. */
export const feedbackOfPeriod = (db: ReadDb, agentIds: readonly string[], { start, end }: Days): FeedbackRow[] =>
  feedbackRows(
    db,
    [sql`f.state <> 'withdrawn' AND f.agent_id IN ${among(agentIds)}`, sql`f.day >= ${start} AND f.day < ${end}`],
    sql`f.day, f.id`,
    -1,
  );

/** Open feedback whose answer is due on the day or was before, the longest overdue first. */
export const feedbackDue = (db: ReadDb, day: string, limit: number): FeedbackRow[] =>
  feedbackRows(db, [sql`f.state = 'open' AND f.due_on <= ${day}`], sql`f.due_on, f.id`, limit);

/** Confirmed and unconfirmed praise as commendations, by agent; it counts on the day it was given. */
export function commendationEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): Map<string, Pick<Evidence, 'commendations'>> {
  interface Line {
    readonly id: string;
    readonly agentId: string;
    readonly digest: string;
    readonly day: string;
    readonly confirmed: number;
  }
  const lines = db.all<Line>(sql`SELECT id, agent_id AS agentId, digest, day, confirmed_at IS NOT NULL AS confirmed
    FROM feedback WHERE kind = 'praise' AND state <> 'withdrawn' AND agent_id IN ${among(agentIds)}
      AND day >= ${window.start} AND day < ${window.end} ORDER BY day, id`);
  const asCommendation = ({ id, digest, day, confirmed }: Line): Commendation => ({
    ...{ id, digest, at: startOfDay(day, window.timeZone), confirmed: confirmed === 1 },
  });
  return new Map(
    [...Map.groupBy(lines, (line) => line.agentId)].map(([agentId, own]) => [
      agentId,
      { commendations: own.map(asCommendation) },
    ]),
  );
}

/** The sorted feedback of the days, both inside, seen at `now` (epoch milliseconds). */
export function analysisOf(
  db: ReadDb,
  { from, to }: { readonly from: string; readonly to: string },
  now: number,
): FeedbackAnalysis {
  const { timeZone } = readSettings(db);
  interface Line extends Omit<CountedFeedback, 'answeredOn' | 'confirmed'> {
    readonly answeredAt: string | null;
    readonly confirmed: number;
  }
  const lines = db.all<Line>(sql`SELECT f.kind, f.class, f.day, f.due_on AS dueOn, f.answered_at AS answeredAt,
      f.confirmed_at IS NOT NULL AS confirmed, f.agent_id AS agentId, agent.name AS agentName,
      agent.number AS employeeNumber, f.branch_id AS branchId, branch.name AS branchName, f.team
    FROM feedback f JOIN agent ON agent.id = f.agent_id JOIN branch ON branch.id = f.branch_id
    WHERE f.state <> 'withdrawn' AND f.day >= ${from} AND f.day <= ${to}`);
  const rows = lines.map(({ answeredAt, confirmed, ...line }) => ({
    ...line,
    confirmed: confirmed === 1,
    answeredOn: answeredAt === null ? null : dayOf(Date.parse(answeredAt), timeZone),
  }));
  return feedbackAnalysis(rows, dayOf(now, timeZone));
}
