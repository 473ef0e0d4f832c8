// The red lines that count for agents in a window: in the period of the service, or in that of the decision where the
// service's period was finalised before it (scoring model, section 5).
import { countingInstant, type RedLine, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { sha256 } from '../../db/digest.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import { SHOWN } from '../calibration/blind.ts';
import { finalisedAt } from '../assessment/finalised.ts';

interface LineRow {
  readonly id: string;
  readonly agent_id: string;
  readonly observation_id: string;
  readonly criterion: string;
  readonly clause: string;
  readonly state: 'pending' | 'confirmed';
  readonly decided_at: string | null;
  readonly service_at: string;
}

const digestOf = ({ id, observation_id, criterion, clause, state, decided_at }: LineRow): string =>
  sha256(canonicalJson({ id, observation_id, criterion, clause, state, decided_at }));

/**
 * By agent, pending and confirmed ones of submitted, withdrawn and calibration sessions, in the order of their recording.
 * One whose service lies in the window but that counts in another carries that other instant.
 */
export function redLinesCounting(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): ReadonlyMap<string, { readonly redLines: readonly RedLine[] }> {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  // Red lines are few, so they are walked first and their observations looked up by id.
  const rows = db.all<LineRow>(
    sql`SELECT l.id, o.agent_id, l.observation_id, l.criterion, l.clause, l.state, l.decided_at, o.service_at
      FROM red_line l CROSS JOIN observation o ON o.id = l.observation_id
      WHERE l.state IN ('pending', 'confirmed') AND o.state IN ('submitted', 'withdrawn') AND ${SHOWN}
        AND o.agent_id IN ${among(agentIds)}
        AND ((o.service_at >= ${from} AND o.service_at < ${to}) OR (l.decided_at >= ${from} AND l.decided_at < ${to}))
      ORDER BY o.agent_id, l.recorded_at, l.id`,
  );
  const lines = rows.map((row) => {
    const happenedAt = Date.parse(row.service_at);
    const decidedAt = row.decided_at === null ? null : Date.parse(row.decided_at);
    const day = dayOf(happenedAt, window.timeZone);
    const frozenAt = decidedAt === null ? null : finalisedAt(db, { agentId: row.agent_id, kind: window.kind, day });
    const line: RedLine = {
      id: row.id,
      digest: digestOf(row),
      at: countingInstant(happenedAt, decidedAt, frozenAt),
      clause: row.clause,
      confirmed: row.state === 'confirmed',
    };
    return { agentId: row.agent_id, line };
  });
  return new Map(
    [...Map.groupBy(lines, ({ agentId }) => agentId)].map(([agentId, own]) => [
      agentId,
      { redLines: own.map(({ line }) => line) },
    ]),
  );
}
