// The agent page's score: one agent's periods, the branch beside them, the derivation of the one shown.
import { AppError } from '../../../shared/contract/errors.ts';
import type { AgentScore, IndicatorValues, PeriodDays, PeriodResult } from '../../../shared/contract/score.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { derivePeriod } from '../../../shared/domain/scoring/derivation.ts';
import { windowOf, type Session } from '../../../shared/domain/scoring/evidence.ts';
import { assess, sessionScore, type PeriodScore } from '../../../shared/domain/scoring/score.ts';
import { dayOf, periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { connect } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { pinnedStandard } from '../observation/standardOf.ts';
import { getAgent } from '../people/agents.ts';
import { agentAt } from '../people/assignments.ts';
import { getBranch } from '../people/branches.ts';
import { assessBranch, meanOf, reportDay } from './branchAssessment.ts';
import { evidenceOfAgent } from './evidence.ts';
import { currentModel } from './models.ts';

const HISTORY = 8;

const resultOf = (period: PeriodDays, score: PeriodScore): PeriodResult => ({
  period,
  composite: score.composite,
  graded: score.graded,
  grade: score.grade,
  vetoed: score.vetoed,
  sufficient: score.sufficient,
  coverage: score.coverage,
  sessions: score.sessions,
  indicators: score.indicators,
});

export interface AgentScoreInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  readonly agentId: string;
  readonly kind: PeriodDays['kind'];
  /** First day of the period, or null for the newest with evidence. */
  readonly start: string | null;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The newest day on which the agent has a submitted session, else today. */
function newestDay(db: ReadDb, agentId: string, today: string): string {
  const row = db.get<{ day: string | null }>(
    sql`SELECT max(day) AS day FROM observation WHERE agent_id = ${agentId} AND state = 'submitted'
      AND calibration_id IS NULL`,
  );
  return row?.day ?? today;
}

/** Every session of the console is pinned to a version. */
function versionOf({ standardVersion }: Session): string {
  if (standardVersion === undefined) throw new AppError('INTERNAL', 'internal');
  return standardVersion;
}

/** What the criteria say in the versions that the sessions are pinned to, older ones too. */
const criterionTexts = (db: ReadDb, sessions: readonly Session[]): AgentScore['criteria'] =>
  Object.fromEntries(
    [...new Set(sessions.map(versionOf))].map((id) => [
      id,
      Object.fromEntries(pinnedStandard(db, id).criteria.map(({ code, text }) => [code, text])),
    ]),
  );

function readAgentScore(db: ReadDb, input: AgentScoreInput, signal: AbortSignal): AgentScore {
  const { agentId, kind, timeZone, now } = input;
  getAgent(db, agentId);
  const { model, digest } = currentModel(db);
  const today = dayOf(now, timeZone);
  const period = { kind, ...periodOf(kind, input.start ?? newestDay(db, agentId, today)) };
  const periods = Array.from({ length: HISTORY }, (_, n) => ({
    kind,
    ...shiftPeriod(kind, period.start, n - HISTORY + 1),
  }));
  const history = periods.map((one) => {
    const window = windowOf({ ...one, timeZone }, now);
    return { period: one, assessment: assess(evidenceOfAgent(db, agentId, window), window, model) };
  });
  const shown = history.at(-1)!;
  const place = agentAt(db, agentId, reportDay(period, today));
  if (!place) throw new AppError('NOT_FOUND', 'agentMissing');
  const branch = assessBranch(db, place.branchId, { period, timeZone, asOf: now, today, model, signal });
  const scores = branch.agents.map(({ assessment }) => assessment.score);
  return {
    agentId,
    result: resultOf(period, shown.assessment.score),
    derivation: derivePeriod(shown.assessment),
    branch: {
      name: getBranch(db, place.branchId).name,
      agents: scores.filter(({ base }) => base !== null).length,
      indicators: Object.fromEntries(
        INDICATORS.map((name) => [name, meanOf(scores.map(({ indicators }) => indicators[name]))]),
      ) as IndicatorValues,
      composite: meanOf(scores.map(({ composite }) => composite)),
    },
    history: history.map(({ period: one, assessment }) => resultOf(one, assessment.score)),
    sessions: shown.assessment.units.session.map(({ source }) => ({
      observationId: source.id,
      serviceAt: new Date(source.at).toISOString(),
      score: sessionScore(source, model).score,
      standardVersion: versionOf(source),
    })),
    criteria: criterionTexts(
      db,
      shown.assessment.units.session.map(({ source }) => source),
    ),
    model: { version: model.version, digest },
  };
}

/** Reads an agent's score in the worker: a branch's evidence may be a million answers. @throws AppError NOT_FOUND agentMissing */
export const agentScore: Task<AgentScoreInput, AgentScore> = (input, { signal }) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(readAgentScore(db, input, signal));
  } finally {
    db.close();
  }
};
