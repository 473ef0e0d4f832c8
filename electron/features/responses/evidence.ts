// Requests and visits as plain evidence for the scoring engine (scoring model, section 2). Withdrawn rows are none.
import type { Evidence, ServiceRequest, Visit, Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';

interface RequestLine {
  readonly id: string;
  readonly digest: string;
  readonly agentId: string;
  readonly askedAt: string;
  readonly repliedAt: string | null;
  readonly solvedAt: string | null;
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/** By agent: requests asked and visits due in the window, oldest first. Agents without any are not named. */
export function responseEvidence(
  db: ReadDb,
  agentIds: readonly string[],
  window: Window,
): Map<string, Pick<Evidence, 'requests' | 'visits'>> {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const found = new Map<string, { requests: ServiceRequest[]; visits: Visit[] }>();
  const of = (agentId: string) => {
    const known = found.get(agentId) ?? { requests: [], visits: [] };
    found.set(agentId, known);
    return known;
  };
  // The day narrows by index, a day wide on either side for any time zone; the instant decides.
  for (const row of db.all<RequestLine>(sql`SELECT id, digest, agent_id AS agentId, asked_at AS askedAt,
      replied_at AS repliedAt, solved_at AS solvedAt FROM service_request
    WHERE state = 'standing' AND agent_id IN (${listOf(agentIds)})
      AND day >= date(${window.start}, '-1 day') AND day <= date(${window.end}, '+1 day')
      AND asked_at >= ${from} AND asked_at < ${to} ORDER BY asked_at, id`))
    of(row.agentId).requests.push({
      ...{ id: row.id, digest: row.digest, askedAt: Date.parse(row.askedAt) },
      ...{ repliedAt: instant(row.repliedAt), solvedAt: instant(row.solvedAt) },
    });
  for (const { agentId, ...visit } of db.all<Visit & { readonly agentId: string }>(sql`SELECT id, digest,
      agent_id AS agentId, due_on AS dueOn, made_on AS madeOn FROM return_visit
    WHERE state = 'standing' AND agent_id IN (${listOf(agentIds)}) AND due_on >= ${window.start} AND due_on < ${window.end}
    ORDER BY due_on, id`))
    of(agentId).visits.push(visit);
  return found;
}
