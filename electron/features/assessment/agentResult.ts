// What a result holds of one agent: score, evidence and derivation, from what was stored when it was computed and never from
// live rows (scoring model, section 7).
import type { AgentResult, Decision, ResultHead } from '../../../shared/contract/assessment.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { readSnapshot } from '../../../shared/domain/assessment/snapshot.ts';
import { lineText, type StoredScore } from '../../../shared/domain/assessment/stored.ts';
import { derivePeriod } from '../../../shared/domain/scoring/derivation.ts';
import { windowOf, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { assess, type Assessment } from '../../../shared/domain/scoring/score.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import { modelByVersion } from '../score/models.ts';
import { assessmentById, assessmentResult } from './known.ts';

export interface LineRow {
  readonly agent_id: string;
  readonly branch_id: string;
  readonly team: string;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: string;
  readonly score: string;
  readonly evidence: string;
  readonly digest: string;
}

/** The window a result was computed in. */
export function windowOfResult(db: ReadDb, head: ResultHead): Window {
  const { period } = assessmentById(db, head.assessmentId);
  return windowOf({ ...period, timeZone: head.timeZone }, Date.parse(head.asOf));
}

/** Whether a line still is what was stored: its digest, and the figures that the grid shows. */
export function lineIntact(row: LineRow): boolean {
  const text = lineText({
    agentId: row.agent_id,
    branchId: row.branch_id,
    team: row.team,
    score: row.score,
    evidence: row.evidence,
  });
  if (sha256(text) !== row.digest) return false;
  const { composite, graded, grade } = JSON.parse(row.score) as StoredScore;
  return composite === row.composite && graded === row.graded && grade === row.grade;
}

export interface StoredAgentResult {
  readonly head: ResultHead;
  readonly score: StoredScore;
  /** Rebuilt from the stored evidence with the model that the result names; its derivation is `derivePeriod` of it. */
  readonly assessment: Assessment;
  readonly branchId: string;
  readonly team: string;
  readonly digest: string;
  /** Whether what is stored is unchanged and still gives the stored composite. */
  readonly intact: boolean;
}

/** @throws AppError NOT_FOUND assessmentResultMissing, agentMissing */
export function agentResult(db: ReadDb, resultId: string, agentId: string): StoredAgentResult {
  const head = assessmentResult(db, resultId);
  const row = db.get<LineRow>(
    sql`SELECT agent_id, branch_id, team, composite, graded, grade, score, evidence, digest FROM assessment_agent
      WHERE result_id = ${resultId} AND agent_id = ${agentId}`,
  );
  if (!row) throw new AppError('NOT_FOUND', 'agentMissing');
  const score = JSON.parse(row.score) as StoredScore;
  const model = modelByVersion(db, head.model.version);
  const assessment = assess(readSnapshot(row.evidence), windowOfResult(db, head), model);
  return {
    ...{ head, score, assessment, branchId: row.branch_id, team: row.team, digest: row.digest },
    intact: lineIntact(row) && assessment.score.composite === score.composite,
  };
}

interface DecisionRow {
  readonly id: string;
  readonly kind: Decision['kind'];
  readonly name: string;
  readonly reason: string;
  readonly decided_at: string;
  readonly decider: string;
  readonly withdrawn_at: string | null;
  readonly withdrawer: string | null;
  readonly withdrawal_reason: string | null;
}

/** The decisions about an agent in a result, withdrawn ones too, the newest first. */
export const decisionsAbout = (db: ReadDb, resultId: string, agentId: string): Decision[] =>
  db
    .all<DecisionRow>(
      sql`SELECT d.*, decider.name AS decider, withdrawer.name AS withdrawer FROM assessment_decision d
        JOIN user decider ON decider.id = d.decided_by LEFT JOIN user withdrawer ON withdrawer.id = d.withdrawn_by
        WHERE d.result_id = ${resultId} AND d.agent_id = ${agentId} ORDER BY d.decided_at DESC, d.id DESC`,
    )
    .map((row) => ({
      ...{ id: row.id, kind: row.kind, name: row.name, reason: row.reason },
      ...{ decidedAt: row.decided_at, decidedBy: row.decider },
      ...{ withdrawnAt: row.withdrawn_at, withdrawnBy: row.withdrawer, withdrawalReason: row.withdrawal_reason },
    }));

/** As the right pane shows it, with the words of the criteria in the versions the sessions were observed with. */
export function agentOfResult(db: ReadDb, resultId: string, agentId: string): AgentResult {
  const { score, assessment, digest, intact } = agentResult(db, resultId, agentId);
  const versions = Object.fromEntries(
    score.standardVersions.map(({ session, standardVersion }) => [session, standardVersion]),
  );
  return {
    ...{ resultId, agentId, digest, intact, versions },
    derivation: derivePeriod(assessment),
    indicators: score.indicators,
    evidence: [...score.evidence],
    vetoes: [...score.vetoes],
    criteria: Object.fromEntries(
      [...new Set(Object.values(versions))].map((id) => [
        id,
        Object.fromEntries(pinnedStandard(db, id).criteria.map(({ code, text }) => [code, text])),
      ]),
    ),
    decisions: decisionsAbout(db, resultId, agentId),
  };
}
