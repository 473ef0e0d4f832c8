// Amendments: a new revision with a reason that starts as a copy. The submitted revision stays readable and counts until
// the new one is signed and submitted.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ObservationRecord } from '../../../shared/contract/observationRecord.ts';
import { allows } from '../../../shared/domain/observation/states.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { copyEvidence } from '../evidence/evidence.ts';
import { copyAnswers, positionOf } from './answers.ts';
import { copyFindings } from './findings.ts';
import { copyIntroduction } from './introduction.ts';
import { recordOf } from './record.ts';
import { retractPending } from './redLines.ts';
import { observationFor, openFor, revisionsOf } from './rows.ts';

/**
 * Opens an amendment of a submitted observation; only its assessor, who signs again.
 * @throws AppError NOT_FOUND observationMissing, FORBIDDEN notYourObservation, CONFLICT observationNotAmendable, observationPurged
 */
export function amendObservation(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): ObservationRecord {
  store.change(actor.userId, (tx) => {
    const row = observationFor(tx, actor, input.id);
    if (row.assessor_id !== actor.userId) throw new AppError('FORBIDDEN', 'notYourObservation');
    // The others' answers are known by then: an amended one would no longer be scored blind.
    if (row.calibration_id !== null) throw new AppError('CONFLICT', 'calibrationNotAmendable');
    if (row.purged_at !== null) throw new AppError('CONFLICT', 'observationPurged');
    const revisions = revisionsOf(tx, input.id);
    const amending = revisions.some(({ state }) => state === 'open');
    const from = revisions.find(({ id }) => id === row.submitted_revision_id);
    if (!from || !allows(row.state, 'amend', amending)) throw new AppError('CONFLICT', 'observationNotAmendable');
    const id = tx.newId();
    const number = (revisions.at(-1)?.number ?? 0) + 1;
    tx.run(sql`INSERT INTO observation_revision (id, observation_id, number, state, reason, created_at, created_by, kind,
        occasion, setting, place, client, notice_at, manual_minutes, position, saved_at)
      VALUES (${id}, ${row.id}, ${number}, 'open', ${input.reason}, ${tx.at}, ${actor.userId}, ${from.kind},
        ${from.occasion}, ${from.setting}, ${from.place}, ${from.client}, ${from.notice_at}, ${from.manual_minutes},
        ${positionOf(tx, from)}, ${tx.at})`);
    copyAnswers(tx, from.id, id);
    copyFindings(tx, from.id, id);
    copyEvidence(tx, from.id, id);
    copyIntroduction(tx, from.id, id);
    tx.note({
      action: 'observation.amended',
      entity: 'observation',
      entityId: row.id,
      facts: { revision: number, from: from.number },
      fields: { reason: input.reason },
    });
  });
  return recordOf(store.read, actor, input.id);
}

/** Gives up the open amendment; it stays readable. @throws AppError CONFLICT observationLocked */
export function discardAmendment(store: Store, actor: Actor, id: string): ObservationRecord {
  store.change(actor.userId, (tx) => {
    const session = openFor(tx, actor, id);
    if (session.state !== 'submitted') throw new AppError('CONFLICT', 'observationLocked');
    retractPending(tx, id, (line) => line.revision_id === session.revision_id);
    tx.run(sql`UPDATE observation_revision SET state = 'discarded' WHERE id = ${session.revision_id}`);
    tx.note({
      action: 'observation.amendmentDiscarded',
      entity: 'observation',
      entityId: id,
      facts: { revision: session.revision },
    });
  });
  return recordOf(store.read, actor, id);
}
