// Reads the lines of a result for the ranking grid: what was stored, with the reviews and decisions on it and the graded
// composites of the last finalised periods beside it.
import type { CountedKind, DecisionKind, ResultRow } from '../../../shared/contract/assessment.ts';
import type { Grade } from '../../../shared/contract/vocabulary.ts';
import { ranksOf } from '../../../shared/domain/assessment/ranks.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { assessmentById, assessmentResult, type KnownAssessment } from './known.ts';

/** Periods of the sparkline before the one shown. */
const BEFORE = 7;

interface LineRow {
  readonly agent_id: string;
  readonly employee_number: string;
  readonly name: string;
  readonly branch_name: string;
  readonly team: string;
  readonly composite: number | null;
  readonly graded: number | null;
  readonly grade: Grade;
  readonly vetoed: number;
  readonly sufficient: number;
  readonly sessions: number;
  readonly coverage: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly ranking_value: number | null;
  readonly band: ResultRow['band'];
  readonly pending: number;
  readonly counts: string;
  readonly reviewed_at: string | null;
  readonly reviewer: string | null;
  readonly remark: string | null;
}

/** Graded composites of the agents in the last finalised results of the periods before, by agent and first day. */
function earlier(
  db: ReadDb,
  resultId: string,
  { branchId, period }: KnownAssessment,
): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  const from = shiftPeriod(period.kind, period.start, -BEFORE).start;
  const rows = db.all<{ agent_id: string; start_day: string; graded: number | null }>(
    // Of two branches that assessed the same agent, this one's result comes last and stays.
    sql`SELECT x.agent_id, a.start_day, CASE WHEN x.grade <> 'insufficient' THEN x.graded END AS graded
      FROM assessment a JOIN assessment_result r ON r.assessment_id = a.id JOIN assessment_agent x ON x.result_id = r.id
      WHERE a.kind = ${period.kind} AND a.start_day >= ${from} AND a.start_day < ${period.start} AND r.state = 'finalised'
        AND r.number = (SELECT max(number) FROM assessment_result o WHERE o.assessment_id = a.id AND o.state = 'finalised')
        AND x.agent_id IN (SELECT agent_id FROM assessment_agent WHERE result_id = ${resultId})
      ORDER BY a.branch_id = ${branchId}`,
  );
  const byAgent = new Map<string, Map<string, number | null>>();
  for (const { agent_id, start_day, graded } of rows) {
    const own = byAgent.get(agent_id) ?? new Map<string, number | null>();
    byAgent.set(agent_id, own.set(start_day, graded));
  }
  return byAgent;
}

function decisionsByAgent(db: ReadDb, resultId: string): ReadonlyMap<string, ResultRow['decisions']> {
  const rows = db.all<{ agentId: string; id: string; kind: DecisionKind; name: string }>(
    sql`SELECT agent_id AS agentId, id, kind, name FROM assessment_decision
      WHERE result_id = ${resultId} AND withdrawn_at IS NULL ORDER BY decided_at, id`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ agentId }) => agentId)].map(([agentId, own]) => [
      agentId,
      own.map(({ id, kind, name }) => ({ id, kind, name })),
    ]),
  );
}

/** The lines of a result by employee number. @throws AppError NOT_FOUND assessmentResultMissing */
export function resultRows(db: ReadDb, resultId: string): ResultRow[] {
  const head = assessmentResult(db, resultId);
  const assessment = assessmentById(db, head.assessmentId);
  const { kind, start } = assessment.period;
  const lines = db.all<LineRow>(
    sql`SELECT x.agent_id, agent.number AS employee_number, agent.name, branch.name AS branch_name, x.team, x.composite, x.graded,
        x.grade, x.vetoed, x.sufficient, x.sessions, x.coverage, x.low, x.high, x.ranking_value, x.band, x.pending, x.counts,
        v.reviewed_at, reviewer.name AS reviewer, v.remark
      FROM assessment_agent x JOIN agent ON agent.id = x.agent_id JOIN branch ON branch.id = x.branch_id
        LEFT JOIN assessment_review v ON v.result_id = x.result_id AND v.agent_id = x.agent_id
        LEFT JOIN user reviewer ON reviewer.id = v.reviewed_by
      WHERE x.result_id = ${resultId} ORDER BY x.position`,
  );
  const before = earlier(db, resultId, assessment);
  const decisions = decisionsByAgent(db, resultId);
  const starts = Array.from({ length: BEFORE }, (_, n) => shiftPeriod(kind, start, n - BEFORE).start);
  const ranks = ranksOf(
    lines.map(({ ranking_value: rankingValue, vetoed, graded }) => ({ rankingValue, vetoed: vetoed === 1, graded })),
  );
  return lines.map((line, index): ResultRow => {
    const { agent_id: agentId, graded, grade, low, high } = line;
    const own = before.get(agentId);
    const now = grade === 'insufficient' ? null : graded;
    const last = own?.get(starts.at(-1)!) ?? null;
    return {
      agentId,
      employeeNumber: line.employee_number,
      name: line.name,
      branchName: line.branch_name,
      team: line.team,
      rank: ranks[index] ?? null,
      composite: line.composite,
      graded,
      grade,
      vetoed: line.vetoed === 1,
      sufficient: line.sufficient === 1,
      sessions: line.sessions,
      coverage: line.coverage,
      interval: low === null || high === null ? null : { low, high },
      rankingValue: line.ranking_value,
      band: line.band,
      counts: JSON.parse(line.counts) as Partial<Record<CountedKind, number>>,
      pendingRedLines: line.pending,
      trend: [...starts.map((day) => own?.get(day) ?? null), now],
      change: now === null || last === null ? null : now - last,
      review:
        line.reviewed_at === null ? null : { at: line.reviewed_at, by: line.reviewer ?? '', remark: line.remark ?? '' },
      decisions: [...(decisions.get(agentId) ?? [])],
    };
  });
}
