// What differs now from the evidence a result was computed from, and whether the result is as it was stored. The result itself
// never moves: computing again makes another one. Runs in the worker: a branch's evidence may be a million answers.
import type { CountedKind, Difference } from '../../../shared/contract/assessment.ts';
import { countedOf, knownOf } from '../../../shared/domain/assessment/counted.ts';
import { differencesOf } from '../../../shared/domain/assessment/differences.ts';
import type { StoredScore } from '../../../shared/domain/assessment/stored.ts';
import { scorePeriod } from '../../../shared/domain/scoring/score.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { connect } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { breathe } from '../../excel/fileError.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { evidenceOfAgents } from '../score/evidence.ts';
import { modelByVersion } from '../score/models.ts';
import { lineIntact, windowOfResult, type LineRow } from './agentResult.ts';
import { resultDigest } from './finalise.ts';
import { assessmentResult } from './known.ts';
import { redLineRecords } from './redLineRecords.ts';

export interface DifferencesInput {
  readonly file: string;
  readonly resultId: string;
}

export interface Differences {
  readonly intact: boolean;
  readonly rows: Difference[];
}

const STEP = 25;

interface NamedLine extends LineRow {
  readonly name: string;
  readonly number: string;
}

const recordOf = (db: ReadDb, kind: CountedKind, id: string): Difference['record'] =>
  (kind === 'redLine' ? redLineRecords(db, [id]).get(id)?.record : undefined) ?? { kind, id };

async function readDifferences(db: ReadDb, resultId: string, context: TaskContext): Promise<Differences> {
  const head = assessmentResult(db, resultId);
  const window = windowOfResult(db, head);
  const model = modelByVersion(db, head.model.version);
  const ids = db
    .all<{ id: string }>(
      sql`SELECT agent_id AS id FROM assessment_agent WHERE result_id = ${resultId} ORDER BY position`,
    )
    .map(({ id }) => id);
  const rows: Difference[] = [];
  let intact = head.digest === null || resultDigest(db, head) === head.digest;
  let done = 0;
  for (const { agentId, evidence } of evidenceOfAgents(db, ids, window)) {
    if (done % STEP === 0) {
      context.onProgress({ stage: 'comparing', done, total: ids.length });
      await breathe(context.signal);
    }
    done += 1;
    const line = db.get<NamedLine>(
      sql`SELECT x.*, agent.name, agent.number FROM assessment_agent x JOIN agent ON agent.id = x.agent_id
        WHERE x.result_id = ${resultId} AND x.agent_id = ${agentId}`,
    );
    if (!line) continue;
    intact &&= lineIntact(line);
    const counted = (JSON.parse(line.score) as StoredScore).evidence;
    const counts = countedOf(evidence, scorePeriod(evidence, window, model).evidence, sha256);
    for (const one of differencesOf(counted, counts, knownOf(evidence, sha256)))
      rows.push({
        ...one,
        record: recordOf(db, one.kind, one.id),
        ...{ agentId, employeeNumber: line.number, agentName: line.name },
      });
  }
  return { intact, rows };
}

/** @throws AppError NOT_FOUND assessmentResultMissing; CANCELLED */
export const assessmentDifferences: Task<DifferencesInput, Differences> = async ({ file, resultId }, context) => {
  const db = connect(file, { readonly: true });
  try {
    db.exec('BEGIN');
    return await readDifferences(db, resultId, context);
  } finally {
    db.close();
  }
};
