// The observations of a period as plain evidence for the scoring engine: one agent after the other, so that a million
// answers never stand in memory at once.
import type { RedLine, Session } from '../../../shared/domain/scoring/evidence.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, type Sql, sql } from '../../db/sql.ts';
import { scoredAnswers } from './content.ts';
import { pinnedStandard } from './standardOf.ts';

/** Whose evidence: that of agents, that which arose in branches (the agent was there on the service day), or all. */
export type EvidenceScope =
  { readonly agentIds: readonly string[] } | { readonly branchIds: readonly string[] } | { readonly all: true };

/** Epoch milliseconds, half-open. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface ObservedRedLine extends RedLine {
  readonly observationId: string;
  readonly criterion: string;
  /** Epoch milliseconds of the decision, null while pending. */
  readonly decidedAt: number | null;
}

export interface AgentObservations {
  readonly agentId: string;
  /** Submitted sessions in the order of their service, none of a calibration; the revision that counts of each. */
  readonly sessions: readonly Session[];
  /** Also those of withdrawn and calibration sessions: once confirmed they veto. Retracted and rejected ones are left out. */
  readonly redLines: readonly ObservedRedLine[];
}

interface SessionRow {
  readonly id: string;
  readonly agent_id: string;
  readonly state: 'submitted' | 'withdrawn';
  readonly calibration_id: string | null;
  readonly service_at: string;
  readonly standard_version_id: string;
  readonly revision_id: string | null;
  readonly digest: string | null;
  readonly introduction_minutes: number | null;
}

interface LineRow {
  readonly id: string;
  readonly observation_id: string;
  readonly criterion: string;
  readonly clause: string;
  readonly state: 'pending' | 'confirmed';
  readonly decided_at: string | null;
}

const within = (scope: EvidenceScope): Sql => {
  if ('all' in scope) return sql`1`;
  return 'agentIds' in scope
    ? sql`o.agent_id IN ${among(scope.agentIds)}`
    : sql`o.branch_id IN ${among(scope.branchIds)}`;
};

const inSpan = (scope: EvidenceScope, { startsAt, endsAt }: Span): Sql => {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  // The day narrows by index, a day wide on either side for any time zone; the instant decides.
  return sql`${within(scope)} AND o.service_at >= ${from} AND o.service_at < ${to}
    AND o.day >= date(${from}, '-1 day') AND o.day <= date(${to}, '+1 day')`;
};

function sessionOf(db: ReadDb, row: SessionRow): Session {
  const answers = db.all<{ criterion: string; value: number | null }>(
    sql`SELECT criterion, value FROM answer WHERE revision_id = ${row.revision_id}`,
  );
  return {
    id: row.id,
    at: Date.parse(row.service_at),
    status: 'submitted',
    introductionMinutes: row.introduction_minutes,
    answers: scoredAnswers(pinnedStandard(db, row.standard_version_id), answers),
    standardVersion: row.standard_version_id,
    ...(row.digest === null ? {} : { digest: row.digest }),
  };
}

function redLineOf(line: LineRow, at: number): ObservedRedLine {
  return {
    id: line.id,
    at,
    clause: line.clause,
    confirmed: line.state === 'confirmed',
    observationId: line.observation_id,
    criterion: line.criterion,
    decidedAt: line.decided_at === null ? null : Date.parse(line.decided_at),
  };
}

/**
 * Each agent's submitted sessions and red lines with a service in the span, agent by agent in the order of ids.
 * Agents without any are not named. The database must not be written to by this connection while it is walked.
 */
export function* evidenceByAgent(db: ReadDb, scope: EvidenceScope, span: Span): Generator<AgentObservations> {
  const rows =
    db.all<SessionRow>(sql`SELECT o.id, o.agent_id, o.state, o.calibration_id, o.service_at, o.standard_version_id,
      r.id AS revision_id, r.digest, r.introduction_minutes
    FROM observation o LEFT JOIN observation_revision r ON r.id = o.submitted_revision_id
    WHERE ${inSpan(scope, span)} AND o.state IN ('submitted', 'withdrawn')
    ORDER BY o.agent_id, o.service_at, o.id`);
  const lines = Map.groupBy(
    db.all<LineRow>(sql`SELECT l.id, l.observation_id, l.criterion, l.clause, l.state, l.decided_at
      FROM red_line l JOIN observation o ON o.id = l.observation_id
      WHERE l.state IN ('pending', 'confirmed') AND ${inSpan(scope, span)} ORDER BY l.recorded_at, l.id`),
    (line) => line.observation_id,
  );
  for (let from = 0; from < rows.length;) {
    const agentId = rows[from]!.agent_id;
    let to = from;
    while (rows[to]?.agent_id === agentId) to += 1;
    const own = rows.slice(from, to);
    from = to;
    yield {
      agentId,
      sessions: own
        .filter(({ state, calibration_id }) => state === 'submitted' && calibration_id === null)
        .map((row) => sessionOf(db, row)),
      redLines: own.flatMap((row) =>
        (lines.get(row.id) ?? []).map((line) => redLineOf(line, Date.parse(row.service_at))),
      ),
    };
  }
}

/** As `evidenceByAgent`, all at once by agent, for a branch or a few agents. */
export const evidenceOfPeriod = (db: ReadDb, scope: EvidenceScope, span: Span): Map<string, AgentObservations> =>
  new Map([...evidenceByAgent(db, scope, span)].map((observations) => [observations.agentId, observations]));
