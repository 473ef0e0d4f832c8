// Owns the table `finding_mark`: what is said in the ledger about a finding of any source, whose own record is locked: element,
// severity, and that no rectification is needed.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FindingRecord, FindingRow, Severity } from '../../../shared/contract/findings.ts';
import type { ProtectionElement } from '../../../shared/contract/vocabulary.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { historyOf } from '../auditLog.ts';
import { findingsByIds } from './ledger.ts';
import { storedFinding } from './recorded.ts';

interface Because {
  readonly id: string;
  readonly reason: string;
}

/** @throws AppError NOT_FOUND findingMissing */
function findingById(db: ReadDb, id: string): FindingRow {
  const [row] = findingsByIds(db, [id]);
  if (!row) throw new AppError('NOT_FOUND', 'findingMissing');
  return row;
}

/** One of the ledger. @throws AppError NOT_FOUND findingMissing; CONFLICT findingWithdrawn */
function standingFinding(tx: Change, id: string): FindingRow {
  const row = findingById(tx, id);
  if (!row.standing) throw new AppError('CONFLICT', 'findingWithdrawn');
  return row;
}

/** As its screen shows it. @throws AppError NOT_FOUND findingMissing */
export function findingRecord(db: ReadDb, id: string): FindingRecord {
  const row = findingById(db, id);
  const stored = storedFinding(db, id);
  const mark = db.get<{ at: string | null; by: string | null }>(
    sql`SELECT m.no_need_at AS at, u.name AS by FROM finding_mark m LEFT JOIN user u ON u.id = m.no_need_by
      WHERE m.finding_id = ${id}`,
  );
  return {
    ...row,
    recordedAt: stored?.recorded_at ?? row.at,
    withdrawnAt: stored?.withdrawn_at ?? null,
    withdrawnBy: stored?.withdrawn_by ?? null,
    withdrawReason: stored?.withdraw_reason ?? null,
    noNeedAt: mark?.at ?? null,
    noNeedBy: mark?.by ?? null,
    withdrawable: stored !== undefined && row.standing && row.rectificationId === null,
    history: historyOf(db, 'finding', id),
  };
}

/** @throws AppError NOT_FOUND findingMissing; CONFLICT findingWithdrawn */
export function classifyFinding(
  store: Store,
  actor: Actor,
  { id, element, severity }: { readonly id: string; readonly element: ProtectionElement; readonly severity: Severity },
): void {
  store.change(actor.userId, (tx) => {
    const before = standingFinding(tx, id);
    tx.run(sql`INSERT INTO finding_mark (finding_id, element, severity) VALUES (${id}, ${element}, ${severity})
      ON CONFLICT (finding_id) DO UPDATE SET element = excluded.element, severity = excluded.severity`);
    tx.note({
      action: 'finding.classified',
      entity: 'finding',
      entityId: id,
      facts: { element, severity, from: before.severity },
    });
  });
}

/** No rectification is needed for it. @throws AppError NOT_FOUND findingMissing; CONFLICT findingWithdrawn, findingNotOpen */
export function markNoNeed(store: Store, actor: Actor, { id, reason }: Because): void {
  store.change(actor.userId, (tx) => {
    if (standingFinding(tx, id).status !== 'open') throw new AppError('CONFLICT', 'findingNotOpen');
    tx.run(sql`INSERT INTO finding_mark (finding_id, no_need_reason, no_need_at, no_need_by)
      VALUES (${id}, ${reason}, ${tx.at}, ${actor.userId})
      ON CONFLICT (finding_id) DO UPDATE SET no_need_reason = excluded.no_need_reason, no_need_at = excluded.no_need_at,
        no_need_by = excluded.no_need_by`);
    tx.note({ action: 'finding.noNeed', entity: 'finding', entityId: id, fields: { reason } });
  });
}

/** Takes `markNoNeed` back. @throws AppError NOT_FOUND findingMissing; CONFLICT findingWithdrawn, findingNeedsAlready */
export function reopenFinding(store: Store, actor: Actor, { id, reason }: Because): void {
  store.change(actor.userId, (tx) => {
    if (standingFinding(tx, id).status !== 'noNeed') throw new AppError('CONFLICT', 'findingNeedsAlready');
    tx.run(sql`UPDATE finding_mark SET no_need_reason = NULL, no_need_at = NULL, no_need_by = NULL
      WHERE finding_id = ${id}`);
    tx.note({ action: 'finding.reopened', entity: 'finding', entityId: id, fields: { reason } });
  });
}
