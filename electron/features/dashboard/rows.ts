// The rows behind a chart of the dashboard, each with the record it came from, the newest first.
import {
  DASHBOARD_ROWS,
  type CheckSource,
  type DashboardEvidence,
  type DashboardRow,
  type DashboardRows,
} from '../../../shared/contract/dashboard.ts';
import type { RecordKind } from '../../../shared/contract/assessment.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { windowOf, type Window } from '../../../shared/domain/scoring/evidence.ts';
import { bandOf } from '../../../shared/domain/responses/statistics.ts';
import { shownFrom } from '../../../shared/domain/survey/likert.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { listOf, sql } from '../../db/sql.ts';
import type { Task, TaskContext } from '../../tasks/task.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { requestsOfPeriod } from '../responses/requests.ts';
import { visitsOfPeriod } from '../responses/visits.ts';
import { assessBranch, reportDay } from '../score/branchAssessment.ts';
import { currentModel } from '../score/models.ts';
import { csiBand } from '../survey/statistics.ts';
import { trendPeriods, type DashboardInput } from './branch.ts';
import { knownAgents, type KnownAgent } from './agents.ts';
import { checksOf, criterionTexts } from './checks.ts';
import { problemsOf } from './problems.ts';

export interface RowsInput extends DashboardInput {
  readonly what: DashboardRows;
  /** The rows of one bar; null: of all. */
  readonly bar: string | null;
}

const NOTHING = {
  ...{ bar: null, source: null, criterion: null, text: null, class: null, description: null, value: null },
  ...{ askedAt: null, repliedAt: null, solvedAt: null, madeOn: null },
} as const;

const RECORDS: Readonly<Record<CheckSource | 'patrol', RecordKind>> = {
  observation: 'session',
  record: 'review',
  patrol: 'patrol',
};

type Named = Pick<DashboardRow, 'agentName' | 'employeeNumber' | 'team'>;
const named = (agent: KnownAgent | undefined): Named => ({
  agentName: agent?.agentName ?? '',
  employeeNumber: agent?.employeeNumber ?? '',
  team: agent?.team ?? '',
});

type Assess = Pick<Parameters<typeof assessBranch>[2], 'signal' | 'onAgent'>;

function failingRows(db: ReadDb, input: RowsInput, period: PeriodDays, watched: Assess): DashboardRow[] {
  const { branchId, timeZone, now } = input;
  const today = dayOf(now, timeZone);
  const { model } = currentModel(db);
  const { agents } = assessBranch(db, branchId, { period, timeZone, asOf: now, today, model, ...watched });
  const known = knownAgents(
    db,
    agents.map(({ agentId }) => agentId),
    reportDay(period, today),
  );
  const textOf = criterionTexts(db);
  return agents.flatMap(({ agentId, assessment }) =>
    [...checksOf(db, assessment)]
      .filter(({ failed }) => failed)
      .map(({ source, recordId, at, criterion, value }) => ({
        ...NOTHING,
        ...named(known.get(agentId)),
        ...{ key: `${source} ${recordId} ${criterion}`, bar: `${source} ${criterion}` },
        record: { kind: RECORDS[source], id: recordId },
        ...{ day: dayOf(at, timeZone), source, criterion, text: textOf(source, criterion), value },
      })),
  );
}

interface SurveyLine extends Named {
  readonly id: string;
  readonly day: string;
  readonly csi: number;
}

function surveyRows(db: ReadDb, branchId: string, { startsAt, endsAt }: Window): DashboardRow[] {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const lines = db.all<SurveyLine>(sql`SELECT s.id, s.day, s.team, a.name AS agentName, a.number AS employeeNumber,
      (SELECT avg((likert - 1) * 25.0) FROM survey_answer WHERE survey_id = s.id) AS csi
    FROM survey s JOIN agent a ON a.id = s.agent_id
    WHERE s.branch_id IN (${listOf(branchAndBelow(db, branchId))}) AND s.state = 'counted'
      AND s.answered_at >= ${from} AND s.answered_at < ${to}
      AND s.day >= date(${from}, '-1 day') AND s.day <= date(${to}, '+1 day')`);
  return lines.map(({ id, csi, ...line }) => ({
    ...NOTHING,
    ...line,
    ...{ key: id, record: { kind: 'survey', id }, value: shownFrom(lines.length, csi) },
    // Too few: there is no distribution, and no band that would tell a single CSI.
    bar: shownFrom(lines.length, String(csiBand(csi))),
  }));
}

/** Rows of agents whom the branch had on the period's last day, or today. */
function agentRows(db: ReadDb, input: RowsInput, window: Window): DashboardRow[] {
  const day = reportDay(input.period, dayOf(input.now, input.timeZone));
  const ids = agentsOfBranchesAt(db, branchAndBelow(db, input.branchId), day);
  switch (input.what) {
    case 'requests':
      return requestsOfPeriod(db, ids, window).map(({ id, askedAt, repliedAt, solvedAt, ...row }) => ({
        ...NOTHING,
        ...{ agentName: row.agentName, employeeNumber: row.employeeNumber, team: row.team },
        ...{ key: id, record: { kind: 'request', id }, day: dayOf(Date.parse(askedAt), input.timeZone) },
        ...{ askedAt, repliedAt, solvedAt },
        bar: bandOf(Date.parse(askedAt), repliedAt === null ? null : Date.parse(repliedAt)),
        value: repliedAt === null ? null : (Date.parse(repliedAt) - Date.parse(askedAt)) / 3_600_000,
      }));
    case 'visits':
      return visitsOfPeriod(db, ids, window).map(({ id, dueOn, madeOn, ...row }) => ({
        ...NOTHING,
        ...{ agentName: row.agentName, employeeNumber: row.employeeNumber, team: row.team },
        ...{ key: id, record: { kind: 'visit', id }, day: dueOn, madeOn },
      }));
    default: {
      const known = knownAgents(db, ids, day);
      const textOf = criterionTexts(db);
      return problemsOf(db, ids, window).map((problem) => ({
        ...NOTHING,
        ...named(known.get(problem.agentId)),
        ...{ key: problem.id, record: { kind: RECORDS[problem.source], id: problem.recordId } },
        ...{ day: dayOf(Date.parse(problem.at), input.timeZone), source: problem.source, criterion: problem.criterion },
        text: textOf(problem.source, problem.criterion),
        ...{ bar: problem.class ?? 'none', class: problem.class, description: problem.description },
      }));
    }
  }
}

function allRows(db: ReadDb, input: RowsInput, { signal, onProgress }: TaskContext): DashboardRow[] {
  const { period, timeZone, now, what } = input;
  getBranch(db, input.branchId);
  if (what === 'failing' || what === 'control') {
    const periods = what === 'failing' ? [period] : trendPeriods(period.kind, period.start);
    return periods.flatMap((one, at) =>
      failingRows(db, input, one, {
        signal,
        onAgent: (done, total) =>
          onProgress({ stage: 'assess', done: at * total + done, total: periods.length * total }),
      }),
    );
  }
  const window = windowOf({ ...period, timeZone }, now);
  return what === 'surveys' ? surveyRows(db, input.branchId, window) : agentRows(db, input, window);
}

/** Reads the rows in the worker. @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const dashboardRows: Task<RowsInput, DashboardEvidence> = (input, context) => {
  const db = connect(input.file, { readonly: true });
  try {
    const rows = allRows(db, input, context)
      .filter(({ bar }) => input.bar === null || bar === input.bar)
      .sort((a, b) => b.day.localeCompare(a.day) || a.key.localeCompare(b.key));
    return Promise.resolve({ rows: rows.slice(0, DASHBOARD_ROWS), total: rows.length });
  } finally {
    db.close();
  }
};
