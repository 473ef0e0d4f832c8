// Raised appeals as the scoring engine takes them: a step over the evidence of all owners, so that computing again counts the
// raised values while sessions, reviews and red lines keep what was recorded.
import type { AppealKind } from '../../../shared/contract/appeal.ts';
import { corrected, type Correction } from '../../../shared/domain/appeal/correction.ts';
import type { Evidence } from '../../../shared/domain/scoring/evidence.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';

interface RaisedRow {
  readonly id: string;
  readonly agent_id: string;
  readonly kind: AppealKind;
  readonly evidence_id: string;
  readonly criterion: string;
  readonly after: number;
}

/** The raised values of the agents' items by `kind evidenceId criterion`, 0..1. */
export const raisedValues = (db: ReadDb, agentIds: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<Pick<RaisedRow, 'kind' | 'evidence_id' | 'criterion' | 'after'>>(
        sql`SELECT kind, evidence_id, criterion, after FROM appeal
          WHERE state = 'raised' AND agent_id IN ${among(agentIds)}`,
      )
      .map(({ kind, evidence_id, criterion, after }) => [`${kind} ${evidence_id} ${criterion}`, after]),
  );

/** For a few agents: what makes of an agent's evidence the evidence with their raised values. */
export function appealCorrections(
  db: ReadDb,
  agentIds: readonly string[],
): (agentId: string, evidence: Evidence) => Evidence {
  const raised = Map.groupBy(
    db.all<RaisedRow>(
      sql`SELECT id, agent_id, kind, evidence_id, criterion, after FROM appeal
        WHERE state = 'raised' AND agent_id IN ${among(agentIds)} ORDER BY id`,
    ),
    (row) => row.agent_id,
  );
  return (agentId, evidence) => {
    const own = (raised.get(agentId) ?? []).map(
      ({ id, kind, evidence_id: evidenceId, criterion, after }): Correction => ({
        ...{ appealId: id, kind, evidenceId, criterion, after },
      }),
    );
    return corrected(evidence, own, sha256);
  };
}
