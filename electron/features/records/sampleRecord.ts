// Samples as screens see them: one with its frame, draws and reviews, and the list with what was found.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Draw, RecordSample, ReviewSummary, SampleRow } from '../../../shared/contract/records.ts';
import { may, seesOnlyOwnObservations } from '../../../shared/domain/permissions.ts';
import { tallyOf } from '../../../shared/domain/records/parts.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, every, sql, type Sql } from '../../db/sql.ts';
import { pinnedChecks } from '../inspection/standardOf.ts';
import { drawsOf, frameOf, sampleFor, type ReviewTable } from './rows.ts';

interface AgentNames {
  readonly employeeNumber: string;
  readonly name: string;
  readonly branchName: string;
  readonly reviewerName: string;
}

export interface Named {
  readonly agent: RecordSample['agent'];
  readonly reviewer: RecordSample['reviewer'];
}

/** Names to the ids of a sample or review. */
export function namesOf(
  db: ReadDb,
  row: {
    readonly agent_id: string;
    readonly branch_id: string;
    readonly team: string;
    readonly reviewer_id: string;
  },
): Named {
  const names = db.get<AgentNames>(sql`SELECT a.number AS employeeNumber, a.name, b.name AS branchName,
      u.name AS reviewerName FROM agent a, branch b, user u
    WHERE a.id = ${row.agent_id} AND b.id = ${row.branch_id} AND u.id = ${row.reviewer_id}`);
  if (!names) throw new AppError('INTERNAL', 'internal');
  const { reviewerName, ...agent } = names;
  return {
    agent: { ...agent, id: row.agent_id, team: row.team },
    reviewer: { id: row.reviewer_id, name: reviewerName },
  };
}

interface Counted {
  readonly review_id: string;
  readonly passed: number | null;
}

function summariesOf(db: ReadDb, reviews: readonly ReviewTable[]): ReadonlyMap<string, ReviewSummary> {
  const checks = Map.groupBy(
    db.all<Counted>(sql`SELECT review_id, passed FROM record_check
      WHERE review_id IN ${among(reviews.map(({ id }) => id))}`),
    (check) => check.review_id,
  );
  return new Map(
    reviews.map((row) => {
      const own = checks.get(row.id) ?? [];
      const { passed, failed, share } = tallyOf(
        own.map((check) => (check.passed === null ? null : check.passed === 1)),
      );
      const summary: ReviewSummary = {
        id: row.id,
        state: row.state,
        answered: own.length,
        checks: pinnedChecks(db, 'record', row.standard_version_id).criteria.length,
        passed,
        failed,
        share,
        submittedAt: row.submitted_at,
      };
      return [row.id, summary];
    }),
  );
}

/** One sample. @throws AppError NOT_FOUND sampleMissing */
export function sampleRecord(db: ReadDb, actor: Actor, id: string): RecordSample {
  const row = sampleFor(db, actor, id);
  const reviews = db.all<ReviewTable>(sql`SELECT * FROM record_review WHERE sample_id = ${id} ORDER BY started_at, id`);
  const summaries = summariesOf(db, reviews);
  const people = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM user`).map((person) => [person.id, person.name]),
  );
  const draws = drawsOf(db, id).map((draw): Draw => {
    const own = reviews.filter((review) => review.draw_id === draw.id);
    const standing = own.find(({ state }) => state !== 'withdrawn');
    return {
      id: draw.id,
      number: draw.number,
      rowId: draw.row_id,
      replacedAt: draw.replaced_at,
      replacedBy: draw.replaced_by === null ? null : (people.get(draw.replaced_by) ?? ''),
      reason: draw.reason,
      insteadOf: draw.instead_of,
      review: standing ? summaries.get(standing.id)! : null,
      withdrawn: own.filter(({ state }) => state === 'withdrawn').map((review) => review.id),
    };
  });
  const standing = draws.filter(({ replacedAt }) => replacedAt === null);
  const done = row.state === 'drawn' && standing.every(({ review }) => review?.state === 'submitted');
  return {
    id,
    state: done ? 'done' : row.state,
    ...namesOf(db, row),
    from: row.from_day,
    to: row.to_day,
    createdAt: row.created_at,
    writable: row.state !== 'cancelled' && row.reviewer_id === actor.userId && may(actor.roles, 'records.write'),
    seed: row.seed,
    drawnAt: row.drawn_at,
    frameDigest: row.frame_digest,
    cancelReason: row.cancel_reason,
    rows: frameOf(db, id),
    draws,
  };
}

interface ListRow extends Omit<SampleRow, 'share'> {
  readonly share: number | null;
}

/** Samples that the actor may see, the newest first. */
export function listSamples(db: ReadDb, actor: Actor, filter: { readonly agentId: string | null }): SampleRow[] {
  const wanted: Sql[] = [];
  if (seesOnlyOwnObservations(actor.roles)) wanted.push(sql`s.reviewer_id = ${actor.userId}`);
  if (filter.agentId !== null) wanted.push(sql`s.agent_id = ${filter.agentId}`);
  const rows = db.all<ListRow>(sql`WITH tally AS (
      SELECT r.sample_id, r.id, sum(c.passed = 0) AS failed,
        100.0 * sum(c.passed = 1) / nullif(sum(c.passed IS NOT NULL), 0) AS share
      FROM record_review r LEFT JOIN record_check c ON c.review_id = r.id WHERE r.state = 'submitted' GROUP BY r.id)
    SELECT s.id, s.state, s.agent_id AS agentId, a.number AS employeeNumber, a.name AS agentName, b.name AS branchName,
      s.team, s.reviewer_id AS reviewerId, u.name AS reviewerName, s.from_day AS "from", s.to_day AS "to",
      (SELECT count(*) FROM record_frame_row WHERE sample_id = s.id) AS frame,
      (SELECT count(*) FROM record_draw WHERE sample_id = s.id AND replaced_at IS NULL) AS drawn,
      (SELECT count(*) FROM record_draw WHERE sample_id = s.id AND replaced_at IS NOT NULL) AS replaced,
      (SELECT count(*) FROM tally WHERE sample_id = s.id) AS reviewed,
      (SELECT coalesce(sum(failed), 0) FROM tally WHERE sample_id = s.id) AS failed,
      (SELECT avg(share) FROM tally WHERE sample_id = s.id) AS share,
      (SELECT count(*) FROM inspection_red_line l JOIN record_review r ON r.id = l.source_id
        WHERE l.source = 'record' AND r.sample_id = s.id AND l.state IN ('pending', 'confirmed')) AS redLines,
      s.created_at AS createdAt
    FROM record_sample s JOIN agent a ON a.id = s.agent_id JOIN branch b ON b.id = s.branch_id
      JOIN user u ON u.id = s.reviewer_id
    WHERE ${every(wanted)} ORDER BY s.created_at DESC, s.id DESC LIMIT 10000`);
  return rows.map((row) => (row.state === 'drawn' && row.reviewed >= row.drawn ? { ...row, state: 'done' } : row));
}
