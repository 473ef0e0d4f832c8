// Complaints as the score takes them (scoring model, section 4): one a matter, of the period in which it was accepted, or in which
// it was decided where that period was finalised before. It counts once the joint review has passed the decision.
import type { Conclusion } from '../../../shared/contract/complaintWords.ts';
import {
  countingInstant,
  type Complaint,
  type Evidence,
  type Window,
} from '../../../shared/domain/scoring/evidence.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { finalisedAt } from '../assessment/finalised.ts';

interface Row {
  readonly id: string;
  readonly agentId: string;
  readonly acceptedAt: string;
  readonly decidedAt: string | null;
  readonly conclusion: Conclusion | null;
}

function asEvidence(db: ReadDb, row: Row, window: Window): Complaint {
  const { id, agentId, acceptedAt, decidedAt, conclusion } = row;
  const accepted = Date.parse(acceptedAt);
  const decided = decidedAt === null ? null : Date.parse(decidedAt);
  const day = dayOf(accepted, window.timeZone);
  const frozenAt = decided === null ? null : finalisedAt(db, { agentId, kind: window.kind, day });
  return {
    id,
    digest: sha256(canonicalJson({ ...row })),
    at: countingInstant(accepted, decided, frozenAt),
    upheld: conclusion === 'notUpheld' ? null : conclusion,
  };
}

/**
 * By agent: accepted cases that are no duplicate and were not withdrawn, undecided ones too, in the order of acceptance. A
 * withdrawal after the decision takes nothing back: what was upheld counts.
 */
export function complaintEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): Map<string, Pick<Evidence, 'complaints'>> {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const rows =
    db.all<Row>(sql`SELECT id, agent_id AS agentId, accepted_at AS acceptedAt, decided_at AS decidedAt, conclusion
    FROM complaint WHERE agent_id IN (SELECT value FROM json_each(${JSON.stringify(agentIds)}))
      AND joined_to_id IS NULL AND (ended IS NOT 'withdrawn' OR decided_at IS NOT NULL) AND accepted_at IS NOT NULL
      AND ((accepted_at >= ${from} AND accepted_at < ${to}) OR (decided_at >= ${from} AND decided_at < ${to}))
    ORDER BY agent_id, accepted_at, id`);
  return new Map(
    [...Map.groupBy(rows, ({ agentId }) => agentId)].map(([agentId, own]) => [
      agentId,
      { complaints: own.map((row) => asEvidence(db, row, window)) },
    ]),
  );
}
