// Freezes a result: every agent reviewed, the period over, and a SHA-256 over all of it (scoring model, section 7). From then on
// triggers lock its rows.
import type { Actor } from '../../../shared/contract/account.ts';
import type { ResultHead } from '../../../shared/contract/assessment.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { nextState } from '../../../shared/domain/assessment/states.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import { assessmentById, assessmentResult } from './known.ts';

/** Names told when reviews are missing. */
const NAMED = 5;

/** SHA-256 over what a result is: its head, every line by digest, every review and every decision. */
export function resultDigest(db: ReadDb, head: ResultHead): string {
  const { branchId, period } = assessmentById(db, head.assessmentId);
  const { number, reason, asOf, timeZone, model } = head;
  const lines = db.all<object>(
    sql`SELECT x.agent_id, x.digest, v.reviewed_at, v.reviewed_by, v.remark FROM assessment_agent x
      LEFT JOIN assessment_review v ON v.result_id = x.result_id AND v.agent_id = x.agent_id
      WHERE x.result_id = ${head.id} ORDER BY x.agent_id`,
  );
  const decisions = db.all<object>(
    sql`SELECT id, agent_id, kind, name, reason, decided_at, decided_by, withdrawn_at, withdrawn_by, withdrawal_reason
      FROM assessment_decision WHERE result_id = ${head.id} ORDER BY id`,
  );
  const text = canonicalJson({ branchId, period, number, reason, asOf, timeZone, model, lines, decisions });
  return sha256(text);
}

const unreviewed = (db: ReadDb, resultId: string): string[] =>
  db
    .all<{ name: string }>(
      sql`SELECT agent.name FROM assessment_agent x JOIN agent ON agent.id = x.agent_id
        WHERE x.result_id = ${resultId} AND NOT EXISTS
          (SELECT 1 FROM assessment_review v WHERE v.result_id = x.result_id AND v.agent_id = x.agent_id)
        ORDER BY x.position`,
    )
    .map(({ name }) => name);

/**
 * @throws AppError NOT_FOUND assessmentResultMissing; CONFLICT assessmentPeriodRunning (day), assessmentUnreviewed (count,
 *   names), assessmentResultClosed
 */
export function finaliseResult(store: Store, actor: Actor, resultId: string): ResultHead {
  return store.change(actor.userId, (tx) => {
    const head = assessmentResult(tx, resultId);
    const { period } = assessmentById(tx, head.assessmentId);
    // What was computed while the period ran cannot hold all of it, whenever it is finalised.
    if (dayOf(Date.parse(head.asOf), head.timeZone) < period.end)
      throw new AppError('CONFLICT', 'assessmentPeriodRunning', { day: period.end });
    const missing = unreviewed(tx, resultId);
    if (missing.length > 0 && nextState(head.state, 'review') !== null)
      throw new AppError('CONFLICT', 'assessmentUnreviewed', {
        count: missing.length,
        names: missing.slice(0, NAMED).join('、'),
      });
    const state = nextState(head.state, 'finalise');
    if (state === null) throw new AppError('CONFLICT', 'assessmentResultClosed');
    const digest = resultDigest(tx, head);
    tx.run(sql`UPDATE assessment_result SET state = ${state}, finalised_at = ${tx.at}, finalised_by = ${actor.userId},
      digest = ${digest} WHERE id = ${resultId}`);
    tx.note({
      action: 'assessment.finalised',
      entity: 'assessment',
      entityId: head.assessmentId,
      facts: { result: resultId, number: head.number, agents: head.agents, digest },
    });
    return assessmentResult(tx, resultId);
  });
}
