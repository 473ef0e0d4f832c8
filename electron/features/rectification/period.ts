// Rectifications of a period for the workbook's sheet 整改台账: those that ran in it, with what that sheet lists. Which of them cost
// points is the scoring model's to say (shared/domain/scoring/adjustments.ts).
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { RectificationRow } from '../../../shared/contract/rectification.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { readRectifications } from './rows.ts';

export interface LedgerRectification extends RectificationRow {
  readonly findingRows: readonly FindingRow[];
  readonly rootCause: string;
  readonly measures: string;
}

/**
 * Planned before the period's end and neither closed nor withdrawn before its start, running ones by their deadline first; states
 * are those of `asOf`.
 */
export function rectificationsOfPeriod(db: ReadDb, agentIds: readonly string[], window: Window): LedgerRectification[] {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  return readRectifications(
    db,
    sql`z.agent_id IN ${among(agentIds)} AND z.planned_at < ${to}
      AND coalesce(z.closed_at, z.withdrawn_at, ${to}) >= ${from}`,
    window.asOf,
  ).map(({ row, stored, findings }) => ({
    ...row,
    findingRows: findings,
    ...{ rootCause: stored.root_cause, measures: stored.measures },
  }));
}
