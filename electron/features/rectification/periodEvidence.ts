// What rectifications give to the score (scoring model, section 4): the deadline in force and the verification. One that was
// withdrawn, or none of whose findings stands any more, owes nothing.
import type { Evidence, Rectification, Window } from '../../../shared/domain/scoring/evidence.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { standingFindings } from '../findings/ledger.ts';

interface Line {
  readonly id: string;
  readonly agentId: string;
  readonly deadline: string;
  readonly verifiedAt: string | null;
}

const asRectification = ({ id, agentId, deadline, verifiedAt }: Line): Rectification => ({
  id,
  digest: sha256(canonicalJson({ id, agentId, deadline, verifiedAt })),
  deadline,
  verifiedAt: verifiedAt === null ? null : Date.parse(verifiedAt),
});

/** By agent, those whose deadline in force lies in the window. They count for the agent of their findings, whoever owns them. */
export function rectificationEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Pick<Window, 'start' | 'end'>,
): Map<string, Pick<Evidence, 'rectifications'>> {
  const rows = db.all<Line & { readonly findingId: string }>(sql`SELECT z.id, z.agent_id AS agentId, z.deadline,
      z.verified_at AS verifiedAt, x.finding_id AS findingId
    FROM rectification z JOIN rectification_finding x ON x.rectification_id = z.id
    WHERE z.agent_id IN ${among(agentIds)} AND z.state <> 'withdrawn'
      AND z.deadline >= ${window.start} AND z.deadline < ${window.end}
    ORDER BY z.deadline, z.id`);
  const standing = standingFindings(
    db,
    rows.map(({ findingId }) => findingId),
  );
  const lines = [
    ...new Map(rows.filter(({ findingId }) => standing.has(findingId)).map((row) => [row.id, row])).values(),
  ];
  return new Map(
    [...Map.groupBy(lines, (line) => line.agentId)].map(([agentId, own]) => [
      agentId,
      { rectifications: own.map(asRectification) },
    ]),
  );
}
