// The content of a review as one value: its digest and its gaps are taken from here, so that what is checked and what is
// digested cannot differ.
import type { InspectionFinding, InspectionPhoto, Verdict } from '../../../shared/contract/inspection.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FrameRow, ReviewRecord } from '../../../shared/contract/records.ts';
import { verdictOf } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { findingsOf, saidIn } from '../inspection/findings.ts';
import { digestedPhotos, photosOf } from '../inspection/photos.ts';
import { pinnedChecks, type PinnedChecks } from '../inspection/standardOf.ts';
import { type ReviewTable } from './rows.ts';

export interface ReviewContent {
  readonly standard: PinnedChecks;
  readonly row: FrameRow;
  readonly checks: ReviewRecord['checks'];
  readonly findings: readonly InspectionFinding[];
  readonly photos: readonly InspectionPhoto[];
  /** Codes of failing checks. */
  readonly failing: ReadonlySet<string>;
  /** Required checks without a verdict and failing ones whose problem record is not full. */
  readonly gaps: number;
  /** SHA-256 of the canonical content. */
  readonly digest: string;
}

/** Reads a review. */
export function contentOf(db: ReadDb, review: ReviewTable): ReviewContent {
  const standard = pinnedChecks(db, 'record', review.standard_version_id);
  const row = db.get<FrameRow>(sql`SELECT f.id, f.number, f.reference, f.day, f.kind, f.client
    FROM record_draw d JOIN record_frame_row f ON f.id = d.row_id WHERE d.id = ${review.draw_id}`);
  const sample = db.get<{ seed: string; frame_digest: string }>(
    sql`SELECT seed, frame_digest FROM record_sample WHERE id = ${review.sample_id}`,
  );
  if (!row || !sample) throw new AppError('INTERNAL', 'internal');
  const given = new Map(
    db
      .all<{ criterion: string; passed: number | null; answered_at: string }>(
        sql`SELECT criterion, passed, answered_at FROM record_check WHERE review_id = ${review.id}`,
      )
      .map((check) => [check.criterion, check]),
  );
  const checks = standard.criteria.flatMap(({ code }) => {
    const check = given.get(code);
    return check ? [{ criterion: code, verdict: verdictOf(check.passed), answeredAt: check.answered_at }] : [];
  });
  const verdicts = new Map<string, Verdict>(checks.map(({ criterion, verdict }) => [criterion, verdict]));
  const failing = new Set(checks.filter(({ verdict }) => verdict === 'failed').map(({ criterion }) => criterion));
  const all = findingsOf(db, 'record', review.id);
  const findings = all.filter(({ criterion }) => failing.has(criterion));
  const full = new Set(findings.filter((one) => missingFields(one).length === 0).map(({ criterion }) => criterion));
  const gaps =
    standard.criteria.filter(({ code, required }) => required && !verdicts.has(code)).length +
    [...failing].filter((code) => !full.has(code)).length;
  const photos = photosOf(db, 'record', review.id);
  const text = canonicalJson({
    review: review.id,
    sample: { id: review.sample_id, seed: sample.seed, frame: sample.frame_digest },
    record: { number: row.number, reference: row.reference, day: row.day, kind: row.kind, client: row.client },
    agent: { id: review.agent_id, branchId: review.branch_id, team: review.team },
    reviewer: review.reviewer_id,
    standard: standard.digest,
    checks: checks.map(({ criterion, verdict }) => ({ criterion, verdict })),
    findings: findings.map(saidIn).toSorted((a, b) => (a.criterion < b.criterion ? -1 : 1)),
    ...digestedPhotos(photos, ({ criterion }) => failing.has(criterion)),
  });
  return { standard, row, checks, findings: all, photos, failing, gaps, digest: sha256(text) };
}
