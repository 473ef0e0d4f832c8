// What lengthens or stops the law's clock (Art. 18): a complex case, an extension that a manager approves and the complainant is
// told of, an appraisal or a mediation.
import type { Actor } from '../../../shared/contract/account.ts';
import type { PauseKind, StatutoryTerm } from '../../../shared/contract/complaintClocks.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { readSettings } from '../settings.ts';
import { caseFor, joinedTo, notByHandler, touched, type Seen, type StoredCase } from './known.ts';
import { insertNotice, type Proof } from './proof.ts';
import { timedRow } from './rows.ts';
import type { Done } from './steps.ts';

const insertTerm = (
  tx: Change,
  actor: Actor,
  { id }: StoredCase,
  kind: 'complex' | 'extension',
  reason: string,
): number =>
  tx.run(sql`INSERT INTO complaint_term (id, complaint_id, kind, at, reason, recorded_by)
    VALUES (${tx.newId()}, ${id}, ${kind}, ${tx.at}, ${reason}, ${actor.userId})`);

/** The term that runs. @throws AppError CONFLICT complaintToldAlready, complaintTermOver */
function runningTerm(db: ReadDb, id: string, now: number): StatutoryTerm {
  const term = timedRow(db, id, now).clocks.statutory.at(-1)!;
  if (term.doneAt !== null) throw new AppError('CONFLICT', 'complaintToldAlready');
  if (term.state === 'missed') throw new AppError('CONFLICT', 'complaintTermOver');
  return term;
}

/** 15 → 30 days. @throws AppError CONFLICT complaintStepClosed, complaintComplexAlready, complaintToldAlready, complaintTermOver */
export const markComplex = (
  store: Store,
  actor: Actor,
  { reason, ...seen }: Seen & { readonly reason: string },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, seen, 'lengthen');
    if (runningTerm(tx, found.id, store.clock()).days !== 15) throw new AppError('CONFLICT', 'complaintComplexAlready');
    insertTerm(tx, actor, found, 'complex', reason);
    tx.note({ action: 'complaint.complex', entity: 'complaint', entityId: found.id, fields: { reason } });
    return touched(tx, found.id);
  });

/** Proof for one of the joined cases: each complainant is told for themselves (Art. 18). */
export type JoinedProof = Proof & { readonly complaintId: string };

/**
 * 30 → 60 days of a complex case, approved by someone who does not handle it; those who complain in joined cases are told too.
 * @throws AppError CONFLICT complaintNotComplex, complaintExtendedAlready, as `markComplex`; FORBIDDEN complaintOwnHandling;
 *   INVALID complaintExtensionUntold (number), as `insertNotice`
 */
export const extendTerm = (
  store: Store,
  actor: Actor,
  {
    id,
    revision,
    reason,
    others,
    ...proof
  }: Seen & Proof & { readonly reason: string; readonly others: readonly JoinedProof[] },
): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, { id, revision }, 'lengthen');
    notByHandler(tx, found, actor);
    const { days } = runningTerm(tx, id, store.clock());
    if (days === 15) throw new AppError('CONFLICT', 'complaintNotComplex');
    if (days === 60) throw new AppError('CONFLICT', 'complaintExtendedAlready');
    insertTerm(tx, actor, found, 'extension', reason);
    tx.note({ action: 'complaint.extended', entity: 'complaint', entityId: id, fields: { reason } });
    insertNotice(tx, actor, found, { ...proof, kind: 'extension', complaintId: id }, found.received_at);
    for (const one of joinedTo(tx, id)) {
      const told = others.find(({ complaintId }) => complaintId === one.id);
      if (!told) throw new AppError('INVALID', 'complaintExtensionUntold', { number: one.number });
      insertNotice(tx, actor, found, { ...told, kind: 'extension' }, one.received_at);
    }
    return touched(tx, id);
  });

const today = (tx: Change): string => dayOf(Date.parse(tx.at), readSettings(tx).timeZone);

export interface PauseInput {
  readonly kind: PauseKind;
  readonly from: string;
  readonly reason: string;
}

/** Day of the last step that is on record; a pause that begins before it would tell another course than the one taken. */
function lastStepOn(tx: Change, id: string): string {
  const last = tx.get<{ at: string | null }>(sql`SELECT max(at) AS at FROM complaint_move WHERE complaint_id = ${id}`);
  return last?.at ? dayOf(Date.parse(last.at), readSettings(tx).timeZone) : '';
}

/**
 * Stops the clock of the law from a day on: never one that has run out, and not from before the last step.
 * @throws AppError CONFLICT complaintStepClosed, complaintPauseOpen, complaintToldAlready, complaintPauseLate; INVALID
 *   complaintPauseDay, complaintPauseBeforeStep (day), dayInFuture (day)
 */
export const pauseClock = (store: Store, actor: Actor, { kind, from, reason, ...seen }: Seen & PauseInput): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, seen, 'pause');
    const term = timedRow(tx, found.id, store.clock()).clocks.statutory.at(-1)!;
    if (term.doneAt !== null) throw new AppError('CONFLICT', 'complaintToldAlready');
    const last = tx.get<{ until: string | null; open: number | null }>(
      sql`SELECT max(until_day) AS until, max(until_day IS NULL) AS open FROM complaint_pause WHERE complaint_id = ${found.id}`,
    );
    if (last?.open === 1) throw new AppError('CONFLICT', 'complaintPauseOpen');
    if (from > today(tx)) throw new AppError('INVALID', 'dayInFuture', { day: from });
    if (from < found.day || from < (last?.until ?? '')) throw new AppError('INVALID', 'complaintPauseDay');
    if (term.state === 'missed') throw new AppError('CONFLICT', 'complaintPauseLate');
    const step = lastStepOn(tx, found.id);
    if (from < step) throw new AppError('INVALID', 'complaintPauseBeforeStep', { day: step });
    const id = tx.newId();
    tx.run(sql`INSERT INTO complaint_pause (id, complaint_id, kind, from_day, reason, at, recorded_by)
      VALUES (${id}, ${found.id}, ${kind}, ${from}, ${reason}, ${tx.at}, ${actor.userId})`);
    tx.note({
      action: 'complaint.paused',
      entity: 'complaint',
      entityId: found.id,
      facts: { kind, from },
      fields: { reason },
    });
    return touched(tx, found.id);
  });

/** The clock runs again from the day on. @throws AppError CONFLICT complaintStepClosed, complaintNotPaused; INVALID complaintPauseShort, dayInFuture (day) */
export const resumeClock = (store: Store, actor: Actor, { until, ...seen }: Seen & { readonly until: string }): Done =>
  store.change(actor.userId, (tx) => {
    const found = caseFor(tx, actor, seen, 'pause');
    const open = tx.get<{ id: string; from: string }>(sql`SELECT id, from_day AS "from" FROM complaint_pause
      WHERE complaint_id = ${found.id} AND until_day IS NULL`);
    if (!open) throw new AppError('CONFLICT', 'complaintNotPaused');
    if (until > today(tx)) throw new AppError('INVALID', 'dayInFuture', { day: until });
    if (until <= open.from) throw new AppError('INVALID', 'complaintPauseShort');
    tx.run(sql`UPDATE complaint_pause SET until_day = ${until}, resumed_by = ${actor.userId} WHERE id = ${open.id}`);
    tx.note({ action: 'complaint.resumed', entity: 'complaint', entityId: found.id, facts: { until } });
    return touched(tx, found.id);
  });
