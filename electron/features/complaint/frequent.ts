// Upheld complaints as sources of frequent problems (6.5): how often each category or sub-class and each root cause occurred, one case a
// matter. Read for 持续改进.
import type { ComplaintCategory, ComplaintSubclass, RootCause } from '../../../shared/contract/complaintWords.ts';
import type { Days } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';

interface Upheld {
  readonly agentId: string | null;
  readonly category: ComplaintCategory;
  readonly subclass: ComplaintSubclass | null;
  readonly cause: RootCause | null;
}

export interface FrequentComplaints {
  /** The category, or the category and its sub-class with a dot between. */
  readonly classes: ReadonlyMap<string, readonly Upheld[]>;
  readonly causes: ReadonlyMap<string, readonly Upheld[]>;
  readonly total: number;
}

/** Cases of the branches received in the days whose conclusion in force upholds them; joined and withdrawn ones are left out. */
export function frequentComplaints(db: ReadDb, branchIds: readonly string[], { start, end }: Days): FrequentComplaints {
  const upheld = db.all<Upheld>(sql`SELECT c.agent_id AS agentId, c.category, c.subclass, r.cause FROM complaint c
    LEFT JOIN complaint_round r ON r.complaint_id = c.id AND r.round = c.round
    WHERE c.joined_to_id IS NULL AND c.conclusion <> 'notUpheld' AND c.ended IS NOT 'withdrawn' AND c.category IS NOT NULL
      AND c.day >= ${start} AND c.day < ${end} AND c.branch_id IN (${listOf(branchIds)})
    ORDER BY c.received_at, c.rowid`);
  return {
    classes: Map.groupBy(upheld, ({ category, subclass }) =>
      subclass === null ? category : `${category}.${subclass}`,
    ),
    causes: Map.groupBy(
      upheld.filter(({ cause }) => cause !== null),
      ({ cause }) => cause ?? '',
    ),
    total: upheld.length,
  };
}
