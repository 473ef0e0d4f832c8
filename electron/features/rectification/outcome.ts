// Hands a rectification in, verifies it or sends it back, withdraws it, tells its result and closes it (4.4, 6.3).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Told, TellingWay } from '../../../shared/contract/rectification.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { makeMove } from './stored.ts';

interface Because {
  readonly id: string;
  readonly reason: string;
}

/** By whoever acts for the owner; an agent does not sign in. @throws AppError as `makeMove` */
export function submitRectification(
  store: Store,
  actor: Actor,
  { id, done }: { readonly id: string; readonly done: string },
): void {
  store.change(actor.userId, (tx) => {
    // Later submissions replace `done`; the log keeps the words of each.
    makeMove(tx, actor, id, 'submit', { reason: done, as: 'done' });
    tx.run(sql`UPDATE rectification SET state = 'submitted', done = ${done}, submitted_at = ${tx.at},
      submitted_by = ${actor.userId}, revision = revision + 1 WHERE id = ${id}`);
  });
}

/**
 * Verified by neither owner nor submitter, with a file on the record or a fact and the reference under which it is written.
 * @throws AppError as `makeMove`; INVALID rectificationEvidenceMissing
 */
export function verifyRectification(
  store: Store,
  actor: Actor,
  { id, fact, reference }: { readonly id: string; readonly fact: string; readonly reference: string },
): void {
  store.change(actor.userId, (tx) => {
    const files =
      tx.get<{ n: number }>(sql`SELECT count(*) AS n FROM rectification_file WHERE rectification_id = ${id}`)?.n ?? 0;
    makeMove(tx, actor, id, 'verify', { facts: { files }, fields: { fact, reference } });
    if (files === 0 && (fact === '' || reference === '')) throw new AppError('INVALID', 'rectificationEvidenceMissing');
    tx.run(sql`UPDATE rectification SET state = 'verified', verified_at = ${tx.at}, verified_by = ${actor.userId},
      verified_fact = ${fact}, verified_reference = ${reference}, revision = revision + 1 WHERE id = ${id}`);
  });
}

/** @throws AppError as `makeMove` */
export function sendBackRectification(store: Store, actor: Actor, { id, reason }: Because): void {
  store.change(actor.userId, (tx) => {
    makeMove(tx, actor, id, 'sendBack', { reason });
    tx.run(sql`UPDATE rectification SET state = 'inProgress', submitted_at = NULL, submitted_by = NULL,
      revision = revision + 1 WHERE id = ${id}`);
  });
}

/** Its findings wait for a rectification again. @throws AppError as `makeMove` */
export function withdrawRectification(store: Store, actor: Actor, { id, reason }: Because): void {
  store.change(actor.userId, (tx) => {
    makeMove(tx, actor, id, 'withdraw', { reason });
    tx.run(sql`UPDATE rectification SET state = 'withdrawn', withdraw_reason = ${reason}, withdrawn_at = ${tx.at},
      withdrawn_by = ${actor.userId}, revision = revision + 1 WHERE id = ${id}`);
  });
}

interface TellingInput {
  readonly id: string;
  readonly to: Told;
  readonly told:
    | { readonly kind: 'told'; readonly at: string; readonly way: TellingWay }
    | { readonly kind: 'notTold'; readonly why: string };
}

/** Who was told of the result, when and how, or why not; the last word on each counts. @throws AppError INVALID rectificationToldWhen */
export function tellResult(store: Store, actor: Actor, { id, to, told }: TellingInput): void {
  store.change(actor.userId, (tx) => {
    const at = told.kind === 'told' ? new Date(told.at).toISOString() : null;
    const why = told.kind === 'told' ? null : told.why;
    const row = makeMove(tx, actor, id, 'tell', {
      reason: why,
      facts: { told: to, at, way: told.kind === 'told' ? told.way : null },
    });
    if (at !== null && (at > tx.at || at < row.verified_at!)) throw new AppError('INVALID', 'rectificationToldWhen');
    tx.run(sql`INSERT INTO rectification_telling (id, rectification_id, told, at, way, why, recorded_at, by)
      VALUES (${tx.newId()}, ${id}, ${to}, ${at}, ${told.kind === 'told' ? told.way : null}, ${why}, ${tx.at},
        ${actor.userId})`);
  });
}

/** @throws AppError as `makeMove`, so CONFLICT rectificationEffectMissing, rectificationNotTold */
export function closeRectification(
  store: Store,
  actor: Actor,
  { id, nextSteps }: { readonly id: string; readonly nextSteps: string },
): void {
  store.change(actor.userId, (tx) => {
    makeMove(tx, actor, id, 'close', { fields: { nextSteps } });
    tx.run(sql`UPDATE rectification SET state = 'closed', next_steps = ${nextSteps}, closed_at = ${tx.at},
      closed_by = ${actor.userId}, revision = revision + 1 WHERE id = ${id}`);
  });
}
