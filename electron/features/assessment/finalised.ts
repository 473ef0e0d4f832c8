// When a period was finalised for an agent: what is decided after that counts when it is decided (scoring model, section 5).
import type { PeriodKind } from '../../../shared/contract/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/**
 * Epoch milliseconds at which the agent's period of the kind that holds the day was first finalised, null while it is open.
 * The first time counts: a later result of the same period must see the same evidence in the same period.
 */
export function finalisedAt(
  db: ReadDb,
  where: { readonly agentId: string; readonly kind: PeriodKind; readonly day: string },
): number | null {
  const row = db.get<{ at: string | null }>(
    sql`SELECT min(r.finalised_at) AS at FROM assessment_agent x JOIN assessment_result r ON r.id = x.result_id
        JOIN assessment a ON a.id = r.assessment_id
      WHERE x.agent_id = ${where.agentId} AND r.state = 'finalised' AND a.kind = ${where.kind}
        AND a.start_day <= ${where.day} AND a.end_day > ${where.day}`,
  );
  return row?.at ? Date.parse(row.at) : null;
}
