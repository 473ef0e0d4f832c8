// A review with everything that its screens show, so that a killed console reopens at the same place.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ReviewRecord } from '../../../shared/contract/records.ts';
import { may } from '../../../shared/domain/permissions.ts';
import type { ReadDb } from '../../db/connection.ts';
import { redLinesOf } from '../inspection/redLines.ts';
import { contentOf } from './content.ts';
import { reviewFor } from './rows.ts';
import { namesOf } from './sampleRecord.ts';

/** @throws AppError NOT_FOUND reviewMissing */
export function reviewRecord(db: ReadDb, actor: Actor, id: string): ReviewRecord {
  const review = reviewFor(db, actor, id);
  const { standard, row, checks, findings, photos } = contentOf(db, review);
  return {
    id,
    sampleId: review.sample_id,
    state: review.state,
    ...namesOf(db, review),
    writable: review.state === 'inProgress' && review.reviewer_id === actor.userId && may(actor.roles, 'records.write'),
    row,
    startedAt: review.started_at,
    savedAt: review.saved_at,
    submittedAt: review.submitted_at,
    digest: review.digest,
    withdrawnAt: review.withdrawn_at,
    withdrawReason: review.withdraw_reason,
    standard: {
      versionId: standard.versionId,
      number: standard.number,
      title: standard.title,
      clauses: [...standard.clauses],
      criteria: [...standard.criteria],
    },
    checks,
    findings: [...findings],
    photos: [...photos],
    redLines: redLinesOf(db, 'record', id),
  };
}
