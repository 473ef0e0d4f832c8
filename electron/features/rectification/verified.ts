// Which rectifications of agents were verified in a span, and by whom: the supervision work that closes problems (8.2).
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';

export interface Verification {
  readonly rectificationId: string;
  /** The user who verified it. */
  readonly personId: string;
  /** Of the agent on the day of planning. */
  readonly branchId: string;
  /** ISO 8601 */
  readonly at: string;
}

/** Oldest first; the span in epoch milliseconds, half-open. A verified rectification is never withdrawn. */
export const verificationsBetween = (
  db: ReadDb,
  agentIds: readonly string[],
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
): Verification[] =>
  db.all<Verification>(sql`SELECT id AS rectificationId, verified_by AS personId,
      branch_id AS branchId, verified_at AS at FROM rectification
    WHERE verified_at >= ${new Date(startsAt).toISOString()} AND verified_at < ${new Date(endsAt).toISOString()}
      AND agent_id IN ${among(agentIds)} ORDER BY verified_at, id`);
