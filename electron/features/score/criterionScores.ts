// The values of single criteria as the score counts them: submitted sessions outside calibrations and submitted record
// reviews, each with what appeals raised. The effect of a rectification or a training and the needs of an agent rest on it.
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import { raisedValues } from '../appeal/corrections.ts';

export interface CriterionScore {
  readonly agentId: string;
  readonly criterion: string;
  /** 0..1 */
  readonly value: number;
  /** Epoch milliseconds: of the service, or of the review. */
  readonly at: number;
  /** An answer of an observation, or a check of a record review, and that record's id. */
  readonly kind: 'session' | 'review';
  readonly evidenceId: string;
}

export interface CriterionQuery {
  readonly agentIds: readonly string[];
  /** Null for all criteria. */
  readonly criteria: readonly string[] | null;
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  readonly to: number;
}

type Row = Omit<CriterionScore, 'at'> & { readonly at: string };

/** Agents asked for in one statement. */
const CHUNK = 200;

function readChunk(db: ReadDb, agentIds: readonly string[], { criteria, from, to }: CriterionQuery): Row[] {
  const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()];
  const agents = listOf(agentIds);
  const named = criteria === null ? sql`1` : sql`criterion IN (${listOf(criteria)})`;
  return db.all<Row>(sql`
    SELECT o.agent_id AS agentId, criterion, value, o.service_at AS at, 'session' AS kind, o.id AS evidenceId
      FROM observation o JOIN answer ON revision_id = o.submitted_revision_id
      WHERE o.agent_id IN (${agents}) AND o.state = 'submitted' AND o.calibration_id IS NULL
        AND o.service_at >= ${start} AND o.service_at < ${end} AND value IS NOT NULL AND ${named}
    UNION ALL SELECT r.agent_id, criterion, passed, r.submitted_at, 'review', r.id
      FROM record_review r JOIN record_check ON review_id = r.id
      WHERE r.agent_id IN (${agents}) AND r.state = 'submitted'
        AND r.submitted_at >= ${start} AND r.submitted_at < ${end} AND passed IS NOT NULL AND ${named}`);
}

/**
 * The scored values of criteria in a stretch of time, oldest first. Not applicable and unanswered ones, patrols, withdrawn
 * and calibration sessions are none; a raised value counts in place of the recorded one.
 */
export function criterionScores(db: ReadDb, query: CriterionQuery): CriterionScore[] {
  const found: CriterionScore[] = [];
  for (let first = 0; first < query.agentIds.length; first += CHUNK) {
    const agentIds = query.agentIds.slice(first, first + CHUNK);
    const raised = raisedValues(db, agentIds);
    for (const row of readChunk(db, agentIds, query)) {
      const after = raised.get(`${row.kind} ${row.evidenceId} ${row.criterion}`) ?? 0;
      found.push({ ...row, value: Math.max(row.value, after), at: Date.parse(row.at) });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
