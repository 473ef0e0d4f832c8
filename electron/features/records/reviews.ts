// Owns the tables `record_review` and `record_check`: one key, one durable transaction; submitted and locked with its
// digest; withdrawn with a reason. The checks are those of the standard version in force at the start (2.5.1, 2.5.3, 2.3.3).
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FindingSaved, InspectionRedLine, Verdict, VerdictSaved } from '../../../shared/contract/inspection.ts';
import type { FindingFields } from '../../../shared/contract/observationRecord.ts';
import type { ReviewRecord } from '../../../shared/contract/records.ts';
import { withdrawalRefusal } from '../../../shared/domain/inspection/rights.ts';
import { mayBeSpared, storedVerdict } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { may } from '../../../shared/domain/permissions.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { dropLeftovers, findingNote, putFinding } from '../inspection/findings.ts';
import { applyVerdict, decideRedLine, keepStatement, makeReady } from '../inspection/redLines.ts';
import { checkOf, checksInForce, pinnedChecks } from '../inspection/standardOf.ts';
import { agentAt } from '../people/assignments.ts';
import { readSettings } from '../settings.ts';
import { contentOf } from './content.ts';
import { reviewRecord } from './reviewRecord.ts';
import { openReview, reviewFor, sampleIn, type ReviewTable } from './rows.ts';

const note = (
  tx: Change,
  action: string,
  row: Pick<ReviewTable, 'id'>,
  facts: Readonly<Record<string, string | number | null>>,
  fields: Readonly<Record<string, unknown>> = {},
) => tx.note({ action: `recordReview.${action}`, entity: 'recordReview', entityId: row.id, facts, fields });

const placeOf = (row: ReviewTable, criterion: string) => ({
  source: 'record' as const,
  sourceId: row.id,
  agentId: row.agent_id,
  criterion,
});

/**
 * Starts the review of a drawn record, or goes on with the one that stands.
 * @throws AppError NOT_FOUND drawMissing, CONFLICT drawReplaced or sampleLocked, FORBIDDEN notYourInspection
 */
export function startReview(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly drawId: string },
): ReviewRecord {
  const sample = sampleIn(store.read, actor, input.id, ['drawn']);
  const draw = store.read.get<{ replaced_at: string | null; review: string | null }>(
    sql`SELECT replaced_at, (SELECT id FROM record_review WHERE draw_id = record_draw.id AND state <> 'withdrawn') AS review
      FROM record_draw WHERE id = ${input.drawId} AND sample_id = ${sample.id}`,
  );
  if (!draw) throw new AppError('NOT_FOUND', 'drawMissing');
  if (draw.replaced_at !== null) throw new AppError('CONFLICT', 'drawReplaced');
  if (draw.review !== null) return reviewRecord(store.read, actor, draw.review);
  const id = store.change(actor.userId, (tx) => {
    const made = tx.newId();
    const { versionId } = checksInForce(tx, 'record');
    tx.run(sql`INSERT INTO record_review (id, sample_id, draw_id, agent_id, branch_id, team, reviewer_id,
        standard_version_id, state, started_at, saved_at)
      VALUES (${made}, ${sample.id}, ${input.drawId}, ${sample.agent_id}, ${sample.branch_id}, ${sample.team},
        ${actor.userId}, ${versionId}, 'inProgress', ${tx.at}, ${tx.at})`);
    note(tx, 'started', { id: made }, { sample: sample.id, draw: input.drawId, standard: versionId });
    return made;
  });
  return reviewRecord(store.read, actor, id);
}

const touch = (tx: Change, id: string): number =>
  tx.run(sql`UPDATE record_review SET saved_at = ${tx.at} WHERE id = ${id}`);

/**
 * Keeps or takes back a verdict.
 * @throws AppError NOT_FOUND criterionUnknown, INVALID notApplicableRefused, CONFLICT redLineNeedsConfirmation or inspectionLocked
 */
export const giveCheck = (
  store: Store,
  actor: Actor,
  input: {
    readonly id: string;
    readonly criterion: string;
    readonly verdict: Verdict | null;
    readonly redLineConfirmed?: boolean | undefined;
  },
): VerdictSaved =>
  store.change(actor.userId, (tx) => {
    const row = openReview(tx, actor, input.id);
    const criterion = checkOf(pinnedChecks(tx, 'record', row.standard_version_id), input.criterion);
    const { verdict } = input;
    const { code } = criterion;
    if (verdict === 'notApplicable' && !mayBeSpared(criterion))
      throw new AppError('INVALID', 'notApplicableRefused', { criterion: code });
    if (verdict === null) tx.run(sql`DELETE FROM record_check WHERE review_id = ${row.id} AND criterion = ${code}`);
    else
      tx.run(sql`INSERT INTO record_check (review_id, criterion, passed, answered_at)
        VALUES (${row.id}, ${code}, ${storedVerdict(verdict)}, ${tx.at})
        ON CONFLICT (review_id, criterion) DO UPDATE SET passed = excluded.passed, answered_at = excluded.answered_at`);
    touch(tx, row.id);
    const redLine = applyVerdict(tx, placeOf(row, code), {
      criterion,
      verdict,
      confirmed: input.redLineConfirmed ?? false,
      inspectorId: row.reviewer_id,
      standardVersionId: row.standard_version_id,
    });
    note(tx, 'checked', row, { criterion: code, verdict });
    return { savedAt: tx.at, redLine };
  });

/** Keeps a problem record as far as it is written. @throws AppError NOT_FOUND criterionUnknown, CONFLICT inspectionLocked */
export const saveReviewFinding = (
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly criterion: string; readonly fields: FindingFields },
): FindingSaved =>
  store.change(actor.userId, (tx) => {
    const row = openReview(tx, actor, input.id);
    const { code } = checkOf(pinnedChecks(tx, 'record', row.standard_version_id), input.criterion);
    const finding = putFinding(tx, placeOf(row, code), input.fields);
    touch(tx, row.id);
    const missing = missingFields(input.fields).length;
    note(tx, 'findingSaved', row, { criterion: code, class: input.fields.class, missing }, findingNote(input.fields));
    return { savedAt: tx.at, finding };
  });

/**
 * Submits a review: from now on it is evidence and locked; branch and team are the agent's of today.
 * @throws AppError INVALID inspectionNotReady with the number of gaps, CONFLICT inspectionLocked
 */
export function submitReview(store: Store, actor: Actor, id: string): ReviewRecord {
  const today = dayOf(store.clock(), readSettings(store.read).timeZone);
  store.change(actor.userId, (tx) => {
    const row = openReview(tx, actor, id);
    const place = agentAt(tx, row.agent_id, today) ?? { branchId: row.branch_id, team: row.team };
    const { gaps, failing } = contentOf(tx, row);
    if (gaps > 0) throw new AppError('INVALID', 'inspectionNotReady', { count: gaps });
    dropLeftovers(tx, 'record', id, ({ criterion }) => failing.has(criterion));
    const { digest, findings } = contentOf(tx, { ...row, branch_id: place.branchId, team: place.team });
    tx.run(sql`UPDATE record_review SET state = 'submitted', submitted_at = ${tx.at}, saved_at = ${tx.at},
      digest = ${digest}, branch_id = ${place.branchId}, team = ${place.team} WHERE id = ${id}`);
    makeReady(tx, 'record', id, tx.at);
    note(tx, 'submitted', row, { digest, failing: failing.size, findings: findings.length });
  });
  return reviewRecord(store.read, actor, id);
}

/**
 * Withdraws a review, which then is no evidence; red lines found in it stand. The drawn record can be reviewed again.
 * @throws AppError FORBIDDEN notYourInspection or inspectionWithdrawalOwn, CONFLICT inspectionLocked
 */
export function withdrawReview(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): ReviewRecord {
  store.change(actor.userId, (tx) => {
    const row = reviewFor(tx, actor, input.id);
    const own = row.reviewer_id === actor.userId;
    const refusal = withdrawalRefusal({ state: row.state, own, decides: may(actor.roles, 'redLine.decide') });
    if (refusal) throw new AppError(refusal === 'inspectionLocked' ? 'CONFLICT' : 'FORBIDDEN', refusal);
    tx.run(sql`UPDATE record_review SET state = 'withdrawn', withdrawn_at = ${tx.at}, withdrawn_by = ${actor.userId},
      withdraw_reason = ${input.reason} WHERE id = ${row.id}`);
    makeReady(tx, 'record', row.id, tx.at);
    note(tx, 'withdrawn', row, { before: row.state }, { reason: input.reason });
  });
  return reviewRecord(store.read, actor, input.id);
}

/** The agent's words on a red line of a review. @throws AppError as keepStatement; NOT_FOUND reviewMissing */
export function reviewStatement(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly redLineId: string; readonly statement: string },
): InspectionRedLine {
  reviewFor(store.read, actor, input.id);
  return keepStatement(store, actor, { ...input, source: 'record' });
}

/** Decides a red line of a review. @throws AppError as decideRedLine; NOT_FOUND reviewMissing */
export function decideReviewRedLine(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly redLineId: string; readonly confirmed: boolean; readonly reason: string },
): InspectionRedLine {
  reviewFor(store.read, actor, input.id);
  return decideRedLine(store, actor, { ...input, source: 'record' });
}
