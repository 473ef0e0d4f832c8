// Writes the tables `assessment_result` and `assessment_agent`: what a computation found, each line with its digest.
import type { CountedKind } from '../../../shared/contract/assessment.ts';
import { lineText, type StoredScore } from '../../../shared/domain/assessment/stored.ts';
import { sha256 } from '../../db/digest.ts';
import { sql } from '../../db/sql.ts';
import type { Change } from '../../db/change.ts';
import { breathe } from '../../excel/fileError.ts';
import type { TaskContext } from '../../tasks/task.ts';

export interface NewLine {
  readonly agentId: string;
  readonly branchId: string;
  readonly team: string;
  /** Red lines that wait for a decision. */
  readonly pending: number;
  readonly score: StoredScore;
  /** As `writeSnapshot` gives it. */
  readonly evidence: string;
}

export interface NewResult {
  readonly assessmentId: string;
  readonly number: number;
  readonly reason: string | null;
  readonly computedBy: string;
  readonly timeZone: string;
  readonly modelVersion: number;
  readonly modelDigest: string;
}

const ROWS_PER_STEP = 200;

function countsOf({ evidence }: StoredScore): Partial<Record<CountedKind, number>> {
  const counts: Partial<Record<CountedKind, number>> = {};
  for (const { kind } of evidence) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function insertLine(tx: Change, resultId: string, position: number, line: NewLine): void {
  const { agentId, branchId, team, evidence } = line;
  const { composite, graded, grade, vetoed, sufficient, sessions, coverage, interval, ranking } = line.score;
  const score = JSON.stringify(line.score);
  const digest = sha256(lineText({ agentId, branchId, team, score, evidence }));
  tx.run(sql`INSERT INTO assessment_agent (result_id, position, agent_id, branch_id, team, composite, graded, grade, vetoed,
      sufficient, sessions, coverage, low, high, ranking_value, band, pending, counts, score, evidence, digest)
    VALUES (${resultId}, ${position}, ${agentId}, ${branchId}, ${team}, ${composite}, ${graded}, ${grade}, ${Number(vetoed)},
      ${Number(sufficient)}, ${sessions}, ${coverage}, ${interval?.low ?? null}, ${interval?.high ?? null},
      ${ranking?.value ?? null}, ${ranking?.band ?? null}, ${line.pending}, ${JSON.stringify(countsOf(line.score))},
      ${score}, ${evidence}, ${digest})`);
}

/** Writes a result with its lines and its audit entry, and returns its id. @throws AppError CANCELLED */
export async function insertResult(
  tx: Change,
  head: NewResult,
  lines: readonly NewLine[],
  { signal, onProgress }: TaskContext,
): Promise<string> {
  const id = tx.newId();
  const { assessmentId, number, reason, modelVersion, modelDigest } = head;
  tx.run(sql`INSERT INTO assessment_result (id, assessment_id, number, state, reason, as_of, computed_by, time_zone,
      model_version, model_digest, agents)
    VALUES (${id}, ${assessmentId}, ${number}, 'computed', ${reason}, ${tx.at}, ${head.computedBy}, ${head.timeZone},
      ${modelVersion}, ${modelDigest}, ${lines.length})`);
  for (const [position, line] of lines.entries()) {
    if (position % ROWS_PER_STEP === 0) {
      onProgress({ stage: 'writing', done: position, total: lines.length });
      await breathe(signal);
    }
    insertLine(tx, id, position, line);
  }
  tx.note({
    action: 'assessment.computed',
    entity: 'assessment',
    entityId: assessmentId,
    facts: { result: id, number, agents: lines.length, modelVersion, modelDigest },
    fields: reason === null ? {} : { reason },
  });
  await breathe(signal);
  return id;
}

/** A later result takes the place of one that was not finalised; its reviews and decisions stay with it. */
export function supersedeOpen(tx: Change, assessmentId: string): void {
  tx.run(sql`UPDATE assessment_result SET state = 'superseded'
    WHERE assessment_id = ${assessmentId} AND state IN ('computed', 'inReview')`);
}
