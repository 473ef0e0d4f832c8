// The end of a revision: submitted and locked, or withdrawn. What was signed is never changed; see amend.ts.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Saved } from '../../../shared/contract/observation.ts';
import type { ObservationRecord, ServiceContext } from '../../../shared/contract/observationRecord.ts';
import { failingItems, holding, signatureBlockers } from '../../../shared/domain/observation/submission.ts';
import { stateAfter } from '../../../shared/domain/observation/states.ts';
import { withdrawalRefusal } from '../../../shared/domain/observation/withdrawal.ts';
import { sessionScore } from '../../../shared/domain/scoring/score.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { completeWhenAllSubmitted } from '../calibration/reveal.ts';
import { currentModel } from '../score/models.ts';
import { contentOf } from './content.ts';
import { dropLeftovers } from './findings.ts';
import { recordOf } from './record.ts';
import { retractPending } from './redLines.ts';
import { observationFor, openFor, revisionsOf, shownRevision } from './rows.ts';
import { writeSession } from './saving.ts';
import { signaturesOf } from './signatureRows.ts';
import { writeContext } from './start.ts';

/**
 * Submits the open revision: it is locked, its digest and score are frozen, and from now on it is the one that counts.
 * @throws AppError INVALID notReady with the number of blockers; CONFLICT observationLocked; FORBIDDEN notYourObservation
 */
export function submitObservation(store: Store, actor: Actor, id: string): ObservationRecord {
  store.change(actor.userId, (tx) => {
    openFor(tx, actor, id);
    const row = observationFor(tx, actor, id);
    const revision = shownRevision(row, revisionsOf(tx, id));
    const content = contentOf(tx, row, revision);
    const held = holding(signaturesOf(tx, revision.id), content.digest);
    const signed = signatureBlockers(held, row.calibration_id !== null);
    const count = content.blockers.length + signed.length;
    if (count > 0) throw new AppError('INVALID', 'notReady', { count });
    const failing = new Set(failingItems(content.standard.criteria, content.answers));
    dropLeftovers(tx, revision.id, content.findings);
    retractPending(tx, id, ({ criterion }) => !failing.has(criterion));
    const { score } = sessionScore(content.session, currentModel(tx).model);
    tx.run(sql`UPDATE observation_revision SET state = 'submitted', submitted_at = ${tx.at}, digest = ${content.digest},
      score = ${score}, introduction_minutes = ${content.session.introductionMinutes} WHERE id = ${revision.id}`);
    tx.run(sql`UPDATE observation SET state = ${stateAfter(row.state, 'submit')}, submitted_revision_id = ${revision.id}
      WHERE id = ${id}`);
    tx.note({
      action: 'observation.submitted',
      entity: 'observation',
      entityId: id,
      facts: { revision: revision.number, digest: content.digest, score, findings: content.findings.length },
    });
    if (row.calibration_id !== null) completeWhenAllSubmitted(tx, row.calibration_id);
  });
  return recordOf(store.read, actor, id);
}

/**
 * Withdraws a session, which then is no evidence. Its assessor may withdraw one in progress; a holder of redLine.decide
 * also another's, and a submitted one of another's. Red lines found in it stand.
 * @throws AppError NOT_FOUND observationMissing, FORBIDDEN notYourObservation or withdrawalOwn, CONFLICT observationLocked
 */
export const withdrawObservation = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): void =>
  store.change(actor.userId, (tx) => {
    const row = observationFor(tx, actor, input.id);
    const refusal = withdrawalRefusal({
      state: row.state,
      own: row.assessor_id === actor.userId,
      decides: may(actor.roles, 'redLine.decide'),
    });
    if (refusal) throw new AppError(refusal === 'observationLocked' ? 'CONFLICT' : 'FORBIDDEN', refusal);
    tx.run(sql`UPDATE observation SET state = 'withdrawn', ended_at = ${tx.at}, end_reason = ${input.reason}
      WHERE id = ${input.id}`);
    tx.run(
      sql`UPDATE observation_revision SET state = 'discarded' WHERE observation_id = ${input.id} AND state = 'open'`,
    );
    tx.note({
      action: 'observation.withdrawn',
      entity: 'observation',
      entityId: input.id,
      facts: { before: row.state },
      fields: { reason: input.reason },
    });
  });

/** Corrects what is known of the service in the open revision. @throws AppError CONFLICT observationLocked */
export const setContext = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly context: ServiceContext },
): Saved =>
  writeSession(store, actor, input.id, ({ tx }) => {
    writeContext(tx, input.id, input.context);
    const { kind, occasion, setting, place } = input.context;
    return {
      note: { action: 'observation.contextSet', facts: { kind, occasion, setting }, fields: { place } },
      extra: {},
    };
  });

/** Notes that the client was told about personal data; the first instant stays. @throws AppError CONFLICT observationLocked */
export const confirmNotice = (store: Store, actor: Actor, id: string): Saved =>
  writeSession(store, actor, id, ({ tx, session }) => {
    tx.run(
      sql`UPDATE observation_revision SET notice_at = coalesce(notice_at, ${tx.at}) WHERE id = ${session.revision_id}`,
    );
    return { note: { action: 'observation.noticeConfirmed' }, extra: {} };
  });
