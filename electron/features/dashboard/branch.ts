// A branch's dashboard: the engine's assessment of eight periods, and what the shown one's evidence says. Nothing is stored.
import type { AgentFigures, BranchDashboard, TeamMeans, TrendPoint } from '../../../shared/contract/dashboard.ts';
import { TREND_PERIODS } from '../../../shared/contract/dashboard.ts';
import type { IndicatorValues, PeriodDays, PeriodKind } from '../../../shared/contract/score.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { controlChart } from '../../../shared/domain/dashboard/controlChart.ts';
import { responseStatistics } from '../../../shared/domain/responses/statistics.ts';
import type { PeriodScore } from '../../../shared/domain/scoring/score.ts';
import { LEAST_SHOWN } from '../../../shared/domain/survey/likert.ts';
import { dayOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { getBranch } from '../people/branches.ts';
import { requestsOfPeriod } from '../responses/requests.ts';
import { visitsOfPeriod } from '../responses/visits.ts';
import { assessBranch, meanOf, reportDay, type BranchAssessment } from '../score/branchAssessment.ts';
import { currentModel } from '../score/models.ts';
import { csiDistribution } from '../survey/statistics.ts';
import { knownAgents, type KnownAgent } from './agents.ts';
import { failingOf, tallyChecks } from './checks.ts';
import { problemClasses, problemsOf } from './problems.ts';

export interface DashboardInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The periods of the trend, oldest first, the given one last. */
export const trendPeriods = (kind: PeriodKind, start: string): PeriodDays[] =>
  Array.from({ length: TREND_PERIODS }, (_, at) => ({ kind, ...shiftPeriod(kind, start, at - TREND_PERIODS + 1) }));

const meansOf = (scores: readonly PeriodScore[]): Omit<TrendPoint, 'period'> => ({
  agents: scores.filter(({ base }) => base !== null).length,
  composite: meanOf(scores.map(({ composite }) => composite)),
  indicators: Object.fromEntries(
    INDICATORS.map((name) => [name, meanOf(scores.map(({ indicators }) => indicators[name]))]),
  ) as IndicatorValues,
});

interface Scored {
  readonly agent: KnownAgent;
  readonly score: PeriodScore;
}

const figuresOf = ({ agent, score }: Scored): AgentFigures => ({
  agentId: agent.id,
  employeeNumber: agent.employeeNumber,
  agentName: agent.agentName,
  branchName: agent.branchName,
  team: agent.team,
  composite: score.composite,
  graded: score.graded,
  grade: score.grade,
  sessions: score.sessions,
  indicators: score.indicators,
});

const teamsOf = (scored: readonly Scored[]): TeamMeans[] =>
  [...Map.groupBy(scored, ({ agent }) => `${agent.branchId} ${agent.team}`).values()]
    .map((own) => ({
      ...{ branchName: own[0]!.agent.branchName, team: own[0]!.agent.team },
      ...meansOf(own.map(({ score }) => score)),
    }))
    .sort(
      (a, b) =>
        a.branchName.localeCompare(b.branchName, 'zh-CN') || a.team.localeCompare(b.team, 'zh-CN', { numeric: true }),
    );

/** Those who have left or were hired later are shown for periods in which there is evidence about them. */
function scoredOf(db: ReadDb, { agents }: BranchAssessment, day: string): Scored[] {
  const ids = agents.map(({ agentId }) => agentId);
  const known = knownAgents(db, ids, day);
  return agents.flatMap(({ agentId, assessment: { score } }) => {
    const agent = known.get(agentId);
    return agent && (agent.employed === 1 || score.base !== null || score.vetoed) ? [{ agent, score }] : [];
  });
}

function responsesOf(
  db: ReadDb,
  { window, agents }: BranchAssessment,
  { now, timeZone }: DashboardInput,
): BranchDashboard['responses'] {
  const ids = agents.map(({ agentId }) => agentId);
  const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));
  const requests = requestsOfPeriod(db, ids, window).map((row) => ({
    ...row,
    ...{ askedAt: Date.parse(row.askedAt), repliedAt: instant(row.repliedAt), solvedAt: instant(row.solvedAt) },
  }));
  const { whole, bands } = responseStatistics(requests, visitsOfPeriod(db, ids, window), now, dayOf(now, timeZone));
  const { reply24, solve48, visit, visits, medianHours } = whole;
  return { requests: requests.length, visits, reply24, solve48, visit, medianHours, bands };
}

/** Reads a branch's dashboard. @throws AppError NOT_FOUND branchUnknown; when the signal fires */
function readDashboard(db: ReadDb, input: DashboardInput, { signal, onProgress }: TaskContext): BranchDashboard {
  const { branchId, period, timeZone, now } = input;
  const branch = getBranch(db, branchId);
  const { model, digest } = currentModel(db);
  const today = dayOf(now, timeZone);
  const periods = trendPeriods(period.kind, period.start);
  const trend: TrendPoint[] = [];
  const checks: { failed: number; checked: number }[] = [];
  let assessed = null as BranchAssessment | null;
  let tally = null as ReturnType<typeof tallyChecks> | null;
  // One period after the other, so that the answers of eight never stand in memory at once.
  for (const [at, one] of periods.entries()) {
    assessed = assessBranch(db, branchId, {
      ...{ period: one, timeZone, asOf: now, today, model, signal },
      onAgent: (done, total) => onProgress({ stage: 'assess', done: at * total + done, total: periods.length * total }),
    });
    trend.push({ period: one, ...meansOf(assessed.agents.map(({ assessment }) => assessment.score)) });
    tally = tallyChecks(db, assessed.agents);
    checks.push({ failed: tally.failed, checked: tally.checked });
  }
  const { agents, window } = assessed!;
  const ids = agents.map(({ agentId }) => agentId);
  const scored = scoredOf(db, assessed!, reportDay(period, today));
  const control = controlChart(checks);
  const csi = csiDistribution(db, branchId, window);
  return {
    branchId,
    branchName: branch.name,
    period,
    model: { version: model.version, digest },
    trend,
    agents: scored.map(figuresOf),
    teams: teamsOf(scored),
    failing: failingOf(db, tally!),
    problems: problemClasses(problemsOf(db, ids, window)),
    control: {
      centre: control.centre,
      points: control.points.map((point, at) => ({ ...point, period: periods[at]! })),
    },
    csi: { ...csi, bands: csi.bands && [...csi.bands], least: LEAST_SHOWN },
    responses: responsesOf(db, assessed!, input),
  };
}

/** Reads the dashboard in the worker: eight periods of a branch may be a million answers. */
export const branchDashboard: Task<DashboardInput, BranchDashboard> = (input, context) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(readDashboard(db, input, context));
  } finally {
    db.close();
  }
};

/** The agents behind a point of a trend, in the worker. @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const dashboardAgents: Task<DashboardInput, AgentFigures[]> = (input, { signal, onProgress }) => {
  const { branchId, period, timeZone, now } = input;
  const db = connect(input.file, { readonly: true });
  try {
    const today = dayOf(now, timeZone);
    const assessed = assessBranch(db, getBranch(db, branchId).id, {
      ...{ period, timeZone, asOf: now, today, model: currentModel(db).model, signal },
      onAgent: (done, total) => onProgress({ stage: 'assess', done, total }),
    });
    return Promise.resolve(scoredOf(db, assessed, reportDay(period, today)).map(figuresOf));
  } finally {
    db.close();
  }
};
