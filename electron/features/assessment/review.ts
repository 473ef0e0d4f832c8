// Owns the tables `assessment_review` and `assessment_decision`: a named person looks at every agent and decides on reward and
// penalty (handbook 4.5); never a machine alone.
import type { Actor } from '../../../shared/contract/account.ts';
import type { DecisionKind, ResultHead } from '../../../shared/contract/assessment.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { isReward, namesPremium, offeredDecisions } from '../../../shared/domain/assessment/decisions.ts';
import { nextState, type ResultEvent } from '../../../shared/domain/assessment/states.ts';
import { among, sql } from '../../db/sql.ts';
import type { Change, Store } from '../../db/store.ts';
import { assessmentResult } from './known.ts';

/** Moves a result on. @throws AppError NOT_FOUND assessmentResultMissing; CONFLICT assessmentResultClosed */
function step(tx: Change, resultId: string, event: ResultEvent): ResultHead {
  const head = assessmentResult(tx, resultId);
  const next = nextState(head.state, event);
  if (next === null) throw new AppError('CONFLICT', 'assessmentResultClosed');
  if (next !== head.state) tx.run(sql`UPDATE assessment_result SET state = ${next} WHERE id = ${resultId}`);
  return head;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly vetoed: number;
  readonly sufficient: number;
}

/** The agents' lines. @throws AppError NOT_FOUND agentMissing when one is not in the result */
function linesFor(tx: Change, resultId: string, agentIds: readonly string[]): Line[] {
  const ids = [...new Set(agentIds)];
  const lines = tx.all<Line>(
    sql`SELECT agent.id, agent.name, x.vetoed, x.sufficient FROM assessment_agent x JOIN agent ON agent.id = x.agent_id
      WHERE x.result_id = ${resultId} AND x.agent_id IN ${among(ids)} ORDER BY x.position`,
  );
  if (lines.length < ids.length) throw new AppError('NOT_FOUND', 'agentMissing');
  return lines;
}

/** @throws AppError NOT_FOUND assessmentResultMissing, agentMissing; CONFLICT assessmentResultClosed */
export function reviewAgents(
  store: Store,
  actor: Actor,
  input: { readonly resultId: string; readonly agentIds: readonly string[]; readonly remark: string },
): void {
  const { resultId, remark } = input;
  store.change(actor.userId, (tx) => {
    const { assessmentId, number } = step(tx, resultId, 'review');
    const lines = linesFor(tx, resultId, input.agentIds);
    for (const { id } of lines)
      tx.run(sql`INSERT INTO assessment_review (result_id, agent_id, reviewed_at, reviewed_by, remark)
        VALUES (${resultId}, ${id}, ${tx.at}, ${actor.userId}, ${remark})
        ON CONFLICT (result_id, agent_id) DO UPDATE
          SET reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by, remark = excluded.remark`);
    tx.note({
      action: 'assessment.reviewed',
      entity: 'assessment',
      entityId: assessmentId,
      facts: { number, agents: lines.length, ...(lines.length === 1 ? { agentId: lines[0]!.id } : {}) },
      fields: remark === '' ? {} : { remark },
    });
  });
}

export interface DecisionOrder {
  readonly resultId: string;
  readonly agentIds: readonly string[];
  readonly kind: DecisionKind;
  readonly name: string;
  readonly reason: string;
}

/** @throws AppError INVALID assessmentTitleMissing, assessmentTitlePremium */
function checkName({ kind, name }: DecisionOrder): void {
  if (kind === 'title' && name === '') throw new AppError('INVALID', 'assessmentTitleMissing');
  if (isReward(kind) && namesPremium(name)) throw new AppError('INVALID', 'assessmentTitlePremium', { name });
}

/**
 * One decision on each of the agents, or none at all.
 * @throws AppError NOT_FOUND assessmentResultMissing, agentMissing; CONFLICT assessmentResultClosed,
 *   assessmentNotOffered (name); INVALID assessmentTitleMissing, assessmentTitlePremium
 */
export function decideAbout(store: Store, actor: Actor, order: DecisionOrder): void {
  const { resultId, kind, name, reason } = order;
  checkName(order);
  store.change(actor.userId, (tx) => {
    const { assessmentId, number } = step(tx, resultId, 'decide');
    for (const line of linesFor(tx, resultId, order.agentIds)) {
      const offered = offeredDecisions({ sufficient: line.sufficient === 1, vetoed: line.vetoed === 1 });
      if (!offered.includes(kind)) throw new AppError('CONFLICT', 'assessmentNotOffered', { name: line.name });
      const id = tx.newId();
      tx.run(sql`INSERT INTO assessment_decision (id, result_id, agent_id, kind, name, reason, decided_at, decided_by)
        VALUES (${id}, ${resultId}, ${line.id}, ${kind}, ${name}, ${reason}, ${tx.at}, ${actor.userId})`);
      tx.note({
        action: 'assessment.decided',
        entity: 'assessment',
        entityId: assessmentId,
        facts: { number, agentId: line.id, decision: id, kind },
        fields: { name, reason },
      });
    }
  });
}

/** @throws AppError NOT_FOUND assessmentDecisionMissing; CONFLICT assessmentResultClosed, assessmentDecisionWithdrawn */
export function withdrawDecision(
  store: Store,
  actor: Actor,
  { decisionId, reason }: { readonly decisionId: string; readonly reason: string },
): void {
  store.change(actor.userId, (tx) => {
    const row = tx.get<{ result_id: string; agent_id: string; withdrawn_at: string | null }>(
      sql`SELECT result_id, agent_id, withdrawn_at FROM assessment_decision WHERE id = ${decisionId}`,
    );
    if (!row) throw new AppError('NOT_FOUND', 'assessmentDecisionMissing');
    const { assessmentId, number } = step(tx, row.result_id, 'decide');
    if (row.withdrawn_at !== null) throw new AppError('CONFLICT', 'assessmentDecisionWithdrawn');
    tx.run(sql`UPDATE assessment_decision SET withdrawn_at = ${tx.at}, withdrawn_by = ${actor.userId},
      withdrawal_reason = ${reason} WHERE id = ${decisionId}`);
    tx.note({
      action: 'assessment.decisionWithdrawn',
      entity: 'assessment',
      entityId: assessmentId,
      facts: { number, agentId: row.agent_id, decision: decisionId },
      fields: { reason },
    });
  });
}
