// Hours of training as evidence for the score (scoring model, section 4). Records are kept for an agent where the branch of the
// period's last day has any training of the year, or the agent has one elsewhere: then having none counts as no hours. Where a
// branch keeps none, nothing is known and nobody falls short.
import type { Evidence, Window } from '../../../shared/domain/scoring/evidence.ts';
import { trainingMonths } from '../../../shared/domain/scoring/adjustments.ts';
import { addDays, periodOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { placedOn } from '../people/assignments.ts';

interface Row {
  readonly id: string;
  readonly hiredOn: string | null;
  readonly hours: number;
}

/** Hours from 1 January to the period's end by agent; those whose branch keeps no trainings in the year are not named. */
export function trainingEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): Map<string, Pick<Evidence, 'training'>> {
  const last = addDays(window.end, -1);
  const { start: january } = periodOf('year', last);
  const day = last < window.asOfDay ? last : window.asOfDay;
  const within = sql`state = 'standing' AND day >= ${january} AND day < ${window.end}`;
  const rows = db.all<Row>(sql`
    SELECT agent.id, agent.hired_on AS hiredOn, coalesce(own.hours, 0) AS hours FROM agent
      LEFT JOIN agent_assignment a ON a.agent_id = agent.id AND ${placedOn(day)}
      LEFT JOIN (SELECT agent_id, round(sum(hours), 2) AS hours FROM training_record
        WHERE agent_id IN ${among(agentIds)} AND ${within} GROUP BY agent_id) own ON own.agent_id = agent.id
    WHERE agent.id IN ${among(agentIds)} AND (own.hours IS NOT NULL
      OR EXISTS (SELECT 1 FROM training_record r WHERE r.branch_id = a.branch_id AND r.state = 'standing'
        AND r.day >= ${january} AND r.day < ${window.end}))`);
  return new Map(
    rows.map(({ id, hiredOn, hours }) => [
      id,
      { training: { hours, months: trainingMonths(window.end, hiredOn ?? january) } },
    ]),
  );
}
