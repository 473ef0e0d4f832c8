// Rectifications of a period for the workbook's sheet 整改台账: those that ran in it, with everything that a ledger lists.
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { RectificationRow } from '../../../shared/contract/rectification.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { endOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { findingsByIds } from '../findings/ledger.ts';
import { confirmedEffect, findingIdsOf } from './effect.ts';
import { rectificationsWhere } from './rows.ts';
import { causeOf, rectificationById } from './stored.ts';

export interface LedgerRectification extends RectificationRow {
  readonly findingRows: readonly FindingRow[];
  readonly causeCategories: readonly string[];
  readonly rootCause: string;
  readonly measures: string;
  readonly requirements: string;
  /** What was done, null before it was submitted. */
  readonly done: string | null;
  readonly nextSteps: string | null;
  readonly withdrawReason: string | null;
  readonly effectReason: string | null;
  /** It takes points from the agent's score of the period, seen at the window's `asOf` (scoring model, section 4). */
  readonly counts: boolean;
}

/**
 * Planned before the period's end and neither closed nor withdrawn before its start, running ones by their deadline first; states
 * are those of `asOf`.
 */
export function rectificationsOfPeriod(db: ReadDb, agentIds: readonly string[], window: Window): LedgerRectification[] {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const moment = Math.min(window.asOf, window.endsAt);
  return rectificationsWhere(
    db,
    sql`z.agent_id IN ${among(agentIds)} AND z.planned_at < ${to}
      AND coalesce(z.closed_at, z.withdrawn_at, ${to}) >= ${from}`,
    window.asOf,
  ).map((row): LedgerRectification => {
    const stored = rectificationById(db, row.id);
    const findingRows = findingsByIds(db, findingIdsOf(db, row.id));
    const cause = causeOf(stored);
    return {
      ...row,
      findingRows,
      ...{ causeCategories: cause.categories, rootCause: cause.root },
      ...{ measures: stored.measures, requirements: stored.requirements, done: stored.done },
      ...{ nextSteps: stored.next_steps, withdrawReason: stored.withdraw_reason },
      effectReason: confirmedEffect(db, row.id)?.reason ?? null,
      counts:
        row.state !== 'withdrawn' &&
        findingRows.some(({ standing }) => standing) &&
        row.deadline >= window.start &&
        row.deadline < window.end &&
        moment >= endOfDay(row.deadline, window.timeZone) &&
        (row.verifiedAt === null || Date.parse(row.verifiedAt) > moment),
    };
  });
}
