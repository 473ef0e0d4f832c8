// How strict each assessor was over the normal sessions of a period (scoring model, section 6). Shown, never applied.
// A session's score rests on that session's evidence alone: the answers as its assessor submitted them. What another person
// raised on appeal says nothing about how strict a third was, and the overturn rate tells how the assessor fared there.
import type { SeverityRow } from '../../../shared/contract/calibration.ts';
import { severitiesOf, comparedScores, type ScoredSession } from '../../../shared/domain/scoring/severity.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import type { ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { sessionScore } from '../../../shared/domain/scoring/score.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { evidenceByAgent } from '../observation/periodEvidence.ts';

interface Scored extends ScoredSession {
  readonly id: string;
  readonly at: number;
}

interface Known {
  readonly name: string;
  readonly number: string;
}

function scoredSessions(
  db: ReadDb,
  branchIds: readonly string[],
  window: Window,
  model: ScoringModel,
  signal: AbortSignal | undefined,
): { readonly scored: readonly Scored[]; readonly all: ReadonlyMap<string, number> } {
  const [from, to] = [new Date(window.startsAt).toISOString(), new Date(window.endsAt).toISOString()];
  const assessors = new Map(
    db
      .all<{ id: string; assessor_id: string }>(
        sql`SELECT id, assessor_id FROM observation WHERE state = 'submitted' AND calibration_id IS NULL
          AND service_at >= ${from} AND service_at < ${to}`,
      )
      .map((row) => [row.id, row.assessor_id]),
  );
  const scored: Scored[] = [];
  const all = new Map<string, number>();
  for (const { agentId, sessions } of evidenceByAgent(db, { branchIds }, window)) {
    signal?.throwIfAborted();
    for (const session of sessions) {
      const assessor = assessors.get(session.id);
      if (assessor === undefined) continue;
      all.set(assessor, (all.get(assessor) ?? 0) + 1);
      const { score } = sessionScore(session, model);
      if (score !== null) scored.push({ assessor, agent: agentId, score, id: session.id, at: session.at });
    }
  }
  return { scored, all };
}

/** Every assessor with a submitted session of the branches in the window, by name, with the sessions that could be compared. */
export function severityOf(
  db: ReadDb,
  branchIds: readonly string[],
  window: Window,
  model: ScoringModel,
  signal?: AbortSignal,
): SeverityRow[] {
  const { scored, all } = scoredSessions(db, branchIds, window, model, signal);
  const mean = new Map(severitiesOf(scored).map((one) => [one.assessor, one.difference]));
  const compared = Map.groupBy(comparedScores(scored), ({ session }) => session.assessor);
  const users = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM user`).map(({ id, name }) => [id, name]),
  );
  const ids = JSON.stringify([...new Set(scored.map(({ agent }) => agent))]);
  const agents = new Map(
    db
      .all<Known & { id: string }>(
        sql`SELECT id, name, number FROM agent WHERE id IN (SELECT value FROM json_each(${ids}))`,
      )
      .map((agent): [string, Known] => [agent.id, agent]),
  );
  return [...all]
    .map(([assessorId, sessions]): SeverityRow => {
      const own = compared.get(assessorId) ?? [];
      return {
        assessorId,
        name: users.get(assessorId) ?? '',
        sessions,
        compared: own.length,
        difference: mean.get(assessorId) ?? null,
        rows: own.map(({ session, others, difference }) => ({
          observationId: session.id,
          serviceAt: new Date(session.at).toISOString(),
          agentName: agents.get(session.agent)?.name ?? '',
          employeeNumber: agents.get(session.agent)?.number ?? '',
          score: session.score,
          others,
          difference,
        })),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
