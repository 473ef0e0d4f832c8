// What record reviews give to others: evidence for the score (scoring model, section 2: `record`, `file`), rows for the
// workbook, and problem records for the ledger. Submitted reviews only; a withdrawn one is nothing.
import type { FindingFields, ServiceKind } from '../../../shared/contract/observationRecord.ts';
import { checkKind, tallyOf, type Tally } from '../../../shared/domain/records/parts.ts';
import type { Check, Evidence, Review, Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { findingsOf, saidIn } from '../inspection/findings.ts';
import { pinnedChecks } from '../inspection/standardOf.ts';

type Span = Pick<Window, 'startsAt' | 'endsAt'>;

interface ReviewRow {
  readonly id: string;
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly reviewer: string;
  readonly standard_version_id: string;
  readonly submitted_at: string;
  readonly digest: string;
  readonly reference: string;
  readonly day: string;
  readonly kind: ServiceKind;
  readonly client: string;
  readonly seed: string;
}

const submittedIn = (db: ReadDb, agentIds: readonly string[], { startsAt, endsAt }: Span): ReviewRow[] =>
  db.all<ReviewRow>(sql`SELECT r.id, r.agent_id, r.branch_id, r.team, u.name AS reviewer, r.standard_version_id,
      r.submitted_at, r.digest, f.reference, f.day, f.kind, f.client, s.seed
    FROM record_review r JOIN record_sample s ON s.id = r.sample_id JOIN record_draw d ON d.id = r.draw_id
      JOIN record_frame_row f ON f.id = d.row_id JOIN user u ON u.id = r.reviewer_id
    WHERE r.state = 'submitted' AND r.agent_id IN ${among(agentIds)}
      AND r.submitted_at >= ${new Date(startsAt).toISOString()} AND r.submitted_at < ${new Date(endsAt).toISOString()}
    ORDER BY r.agent_id, r.submitted_at, r.id`);

interface CodedCheck extends Check {
  readonly criterion: string;
}

function checksOf(db: ReadDb, row: Pick<ReviewRow, 'id' | 'standard_version_id'>): CodedCheck[] {
  const standard = pinnedChecks(db, 'record', row.standard_version_id);
  return db
    .all<{ criterion: string; passed: number | null }>(
      sql`SELECT criterion, passed FROM record_check WHERE review_id = ${row.id} ORDER BY criterion`,
    )
    .flatMap(({ criterion: code, passed }) => {
      const criterion = standard.byCode.get(code);
      return criterion
        ? [{ criterion: code, kind: checkKind(criterion), passed: passed === null ? null : passed === 1 }]
        : [];
    });
}

/** Each agent's submitted reviews by the instant at which they were done. */
export function reviewEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  span: Span,
): Map<string, Pick<Evidence, 'reviews'>> {
  const grouped = Map.groupBy(submittedIn(db, agentIds, span), (row) => row.agent_id);
  return new Map(
    [...grouped].map(([agentId, rows]) => [
      agentId,
      {
        reviews: rows.map((row): Review => ({
          id: row.id,
          digest: row.digest,
          at: Date.parse(row.submitted_at),
          checks: checksOf(db, row).map(({ criterion, kind, passed }) => ({ criterion, kind, passed })),
        })),
      },
    ]),
  );
}

/** A submitted review as the workbook's sheet 服务记录 lists it. */
export interface ReviewedRecord {
  readonly reviewId: string;
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly reviewer: string;
  /** Instant at which the review was done, ISO 8601. */
  readonly at: string;
  readonly reference: string;
  readonly day: string;
  readonly kind: ServiceKind;
  /** Masked. */
  readonly client: string;
  readonly seed: string;
  readonly standardNumber: number;
  readonly digest: string;
  readonly checks: readonly CodedCheck[];
  /** All checks, and those of the client file (2.3.3) alone. */
  readonly all: Tally;
  readonly file: Tally;
}

/** Reviews done in the span, by agent and instant. */
export const recordsOfPeriod = (db: ReadDb, agentIds: readonly string[], span: Span): ReviewedRecord[] =>
  submittedIn(db, agentIds, span).map((row) => {
    const checks = checksOf(db, row);
    return {
      reviewId: row.id,
      agentId: row.agent_id,
      branchId: row.branch_id,
      team: row.team,
      reviewer: row.reviewer,
      at: row.submitted_at,
      reference: row.reference,
      day: row.day,
      kind: row.kind,
      client: row.client,
      seed: row.seed,
      standardNumber: pinnedChecks(db, 'record', row.standard_version_id).number,
      digest: row.digest,
      checks,
      all: tallyOf(checks.map(({ passed }) => passed)),
      file: tallyOf(checks.filter(({ kind }) => kind === 'file').map(({ passed }) => passed)),
    };
  });

/** A problem record of a submitted review, with where the agent was when it was done. */
export interface RecordFinding extends FindingFields {
  readonly id: string;
  readonly reviewId: string;
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  readonly criterion: string;
  /** Of the review, ISO 8601. */
  readonly at: string;
}

/** Problem records of the reviews done in the span, by agent and instant. */
export const recordFindings = (db: ReadDb, agentIds: readonly string[], span: Span): RecordFinding[] =>
  submittedIn(db, agentIds, span).flatMap((row) =>
    findingsOf(db, 'record', row.id).map((finding) => ({
      ...saidIn(finding),
      id: finding.id,
      reviewId: row.id,
      branchId: row.branch_id,
      team: row.team,
      at: row.submitted_at,
    })),
  );
