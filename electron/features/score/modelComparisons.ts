// Owns the table `scoring_model_comparison`: whether exactly this draft was compared on the last period's data. Nobody
// publishes a model without having seen whose grade it changes.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ComparisonNeed, ModelComparison, ModelValues } from '../../../shared/contract/model.ts';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf, periodOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';

/** Names a draft by its values: another value is another draft, the same values typed again are the same one. */
export const draftDigest = (values: ModelValues): string => sha256(canonicalJson(values));

const lastDay = (db: ReadDb, before: string | null): string | null =>
  db.get<{ day: string | null }>(sql`SELECT max(day) AS day FROM observation
    WHERE state = 'submitted' AND calibration_id IS NULL AND (${before} IS NULL OR day < ${before})`)?.day ?? null;

/** Start of the last period of a kind that has ended and holds observations; of the running one where none has ended. */
function lastPeriod(db: ReadDb, kind: PeriodKind, today: string): string | null {
  const day = lastDay(db, periodOf(kind, today).start) ?? lastDay(db, null);
  return day === null ? null : periodOf(kind, day).start;
}

/** Whether a draft may be published as far as comparing goes. `now`: epoch milliseconds. */
export function comparisonOf(db: ReadDb, values: ModelValues, now: number): ComparisonNeed {
  const today = dayOf(now, readSettings(db).timeZone);
  if (lastDay(db, null) === null) return 'nothing';
  const made = PeriodKind.options.some((kind) => {
    const start = lastPeriod(db, kind, today);
    return (
      start !== null &&
      db.get<{ found: 1 }>(sql`SELECT 1 AS found FROM scoring_model_comparison
        WHERE digest = ${draftDigest(values)} AND kind = ${kind} AND start_day >= ${start}`) !== undefined
    );
  });
  return made ? 'made' : 'missing';
}

/** Keeps that a comparison was made and shown. One without any score shows nothing and is not kept. */
export function keepComparison(store: Store, actor: Actor, branchId: string, found: ModelComparison): void {
  const { digest, period, rows, gradeChanges } = found;
  if (rows.every(({ before }) => before.composite === null)) return;
  store.change(actor.userId, (tx) => {
    tx.run(sql`INSERT OR REPLACE INTO scoring_model_comparison (digest, kind, start_day, branch_id, compared_at, compared_by)
      VALUES (${digest}, ${period.kind}, ${period.start}, ${branchId}, ${tx.at}, ${actor.userId})`);
    tx.note({
      action: 'scoringModel.compared',
      entity: 'scoringModel',
      entityId: 'draft',
      facts: { digest, branch: branchId, from: period.start, to: period.end, gradeChanges },
    });
  });
}
