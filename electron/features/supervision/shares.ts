// Owns the table `supervision_shares`: the departments' shares of the supervision work (8.1) as numbered sets with a reason. A set is
// never changed; another one begins on its day.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { Shares, type ShareSet } from '../../../shared/contract/supervision.ts';
import { sumsToWhole, withHandbook } from '../../../shared/domain/supervision/shares.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';

/** Newest first; the handbook's last. */
export const shareSets = (db: ReadDb): ShareSet[] =>
  withHandbook(
    db
      .all<Omit<ShareSet, 'values'> & { readonly shares: string }>(
        sql`SELECT number, from_day AS fromDay, shares, reason, set_at AS setAt, user.name AS setBy
          FROM supervision_shares JOIN user ON user.id = set_by`,
      )
      .map(({ shares, ...set }) => ({ ...set, values: Shares.parse(JSON.parse(shares)) })),
  );

/** @throws AppError INVALID sharesNotWhole */
export const setShares = (
  store: Store,
  actor: Actor,
  { values, fromDay, reason }: { readonly values: Shares; readonly fromDay: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    if (!sumsToWhole(values)) throw new AppError('INVALID', 'sharesNotWhole');
    const { n } = tx.get<{ n: number }>(sql`SELECT coalesce(max(number), 0) + 1 AS n FROM supervision_shares`)!;
    tx.run(sql`INSERT INTO supervision_shares (number, from_day, shares, reason, set_at, set_by)
      VALUES (${n}, ${fromDay}, ${JSON.stringify(values)}, ${reason}, ${tx.at}, ${actor.userId})`);
    tx.note({
      ...{ action: 'supervisionShares.set', entity: 'supervisionShares', entityId: String(n) },
      ...{ facts: { number: n, from: fromDay, ...values }, fields: { reason } },
    });
  });
