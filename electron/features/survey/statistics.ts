// What surveys say together: Likert distributions by item and dimension, CSI with its interval by branch, team or agent.
// A survey counts where the agent was on its day. Breakdowns below the least number keep their count and lose their values
// (scoring model, section 6).
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type {
  DimensionValues,
  Estimate,
  ItemAnswers,
  Likert,
  LikertCounts,
  SurveyGroup,
  SurveyGroupKind,
  SurveyStatistics,
} from '../../../shared/contract/survey.ts';
import { DIMENSIONS, type Dimension } from '../../../shared/contract/vocabulary.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { mean } from '../../../shared/domain/scoring/mean.ts';
import {
  answersIn,
  estimateOf,
  LEAST_SHOWN,
  meanOfCounts,
  NO_COUNTS,
  plus,
  shownFrom,
} from '../../../shared/domain/survey/likert.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import { listOf, sql, type Sql } from '../../db/sql.ts';
import type { Task } from '../../tasks/task.ts';
import { branchAndBelow } from '../people/branches.ts';
import { TALLY, tallyOf, type Tally } from './tally.ts';

/** Epoch milliseconds, half-open; any `Window` is one. */
interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Counted surveys answered in the window in a branch or below it; null: in any. The days narrow by index. */
const counting = (db: ReadDb, branchId: string | null, { startsAt, endsAt }: Span): Sql => {
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const within = branchId === null ? sql`1` : sql`s.branch_id IN (${listOf(branchAndBelow(db, branchId))})`;
  return sql`${within} AND s.state = 'counted' AND s.answered_at >= ${from} AND s.answered_at < ${to}
    AND s.day >= date(${from}, '-1 day') AND s.day <= date(${to}, '+1 day')`;
};

interface CountRow {
  readonly questionnaire_id: string;
  readonly item: string;
  readonly dimension: Dimension;
  readonly likert: Likert;
  readonly n: number;
}

const shownCounts = (counts: LikertCounts): Pick<ItemAnswers, 'answers' | 'counts' | 'mean'> => {
  const answers = answersIn(counts);
  return { answers, counts: shownFrom(answers, counts), mean: shownFrom(answers, meanOfCounts(counts)) };
};

const sumOf = (rows: readonly { readonly likert: Likert; readonly n: number }[]): LikertCounts =>
  rows.reduce((counts, { likert, n }) => plus(counts, likert, n), NO_COUNTS);

function itemsAsked(db: ReadDb, rows: readonly CountRow[]): ItemAnswers[] {
  const asked = db.all<{ id: string; number: number; code: string; dimension: Dimension; zh: string; en: string }>(
    sql`SELECT q.id, q.number, i.code, i.dimension, i.text_zh AS zh, i.text_en AS en
      FROM questionnaire_version q JOIN questionnaire_item i ON i.version_id = q.id
      WHERE q.id IN (${listOf([...new Set(rows.map((row) => row.questionnaire_id))])}) ORDER BY q.number DESC, i.position`,
  );
  const byItem = Map.groupBy(rows, (row) => `${row.questionnaire_id} ${row.item}`);
  return asked.map(({ id, number, code, dimension, zh, en }) => ({
    questionnaireId: id,
    questionnaireNumber: number,
    code,
    dimension,
    text: { zh, en },
    ...shownCounts(sumOf(byItem.get(`${id} ${code}`) ?? [])),
  }));
}

interface GroupedSurvey extends Tally {
  readonly branch_id: string;
  readonly team: string;
  readonly agent_id: string;
}

const perSurvey = (db: ReadDb, where: Sql): GroupedSurvey[] =>
  db
    .all<{ branch_id: string; team: string; agent_id: string; tally: string }>(
      sql`SELECT s.branch_id, s.team, s.agent_id, ${TALLY} AS tally FROM survey s WHERE ${where}
        ORDER BY s.answered_at, s.id`,
    )
    .map(({ tally, ...place }) => ({ ...place, ...tallyOf(tally) }));

const keyOf = (by: SurveyGroupKind, { branch_id, team, agent_id }: GroupedSurvey): string => {
  if (by === 'branch') return branch_id;
  return by === 'team' ? `${branch_id} ${team}` : agent_id;
};

const countsOf = (rows: readonly GroupedSurvey[]): LikertCounts =>
  rows.reduce<LikertCounts>(
    (sum, { counts }) => sum.map((count, at) => count + (counts[at] ?? 0)) as LikertCounts,
    NO_COUNTS,
  );

/** Groups by name, those that can be shown first. An agent stands where their last survey of the period counted. */
function groupsOf(db: ReadDb, rows: readonly GroupedSurvey[], by: SurveyGroupKind): SurveyGroup[] {
  const names = new Map(
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM branch`).map(({ id, name }) => [id, name]),
  );
  const agents =
    by === 'agent'
      ? new Map(
          db
            .all<{ id: string; name: string; employeeNumber: string }>(
              sql`SELECT id, name, number AS employeeNumber FROM agent WHERE id IN (SELECT value
                FROM json_each(${JSON.stringify([...new Set(rows.map((row) => row.agent_id))])}))`,
            )
            .map((agent) => [agent.id, agent]),
        )
      : new Map<string, { id: string; name: string; employeeNumber: string }>();
  const groups = [...Map.groupBy(rows, (row) => keyOf(by, row)).values()].map((own): SurveyGroup => {
    const last = own.at(-1)!;
    const surveys = own.length;
    return {
      branchId: last.branch_id,
      branchName: names.get(last.branch_id) ?? '',
      team: by === 'branch' ? null : last.team,
      agent: agents.get(last.agent_id) ?? null,
      surveys,
      csi: shownFrom(surveys, estimateOf(own.map(({ csi }) => csi))),
      counts: shownFrom(surveys, countsOf(own)),
      dimensions: shownFrom(
        surveys,
        Object.fromEntries(
          DIMENSIONS.map((name) => [name, mean(own.map(({ dimensions }) => dimensions[name]))]),
        ) as DimensionValues,
      ),
    };
  });
  const named = ({ branchName, team, agent }: SurveyGroup): string =>
    `${branchName}\n${team ?? ''}\n${agent?.employeeNumber ?? ''}`;
  return groups.sort((a, b) => (named(a) < named(b) ? -1 : 1));
}

export interface StatisticsInput {
  /** The database file; the task reads it through a connection of its own. */
  readonly file: string;
  /** The branch and all below it; null: all. */
  readonly branchId: string | null;
  readonly period: PeriodDays;
  readonly by: SurveyGroupKind;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The statistics of a branch's surveys in a period. */
export function statisticsOf(db: ReadDb, input: Omit<StatisticsInput, 'file'>): SurveyStatistics {
  const { period, by } = input;
  const where = counting(db, input.branchId, windowOf({ ...period, timeZone: input.timeZone }, input.now));
  const counts = db.all<CountRow>(sql`SELECT s.questionnaire_id, x.item, x.dimension, x.likert, count(*) AS n
    FROM survey s JOIN survey_answer x ON x.survey_id = s.id WHERE ${where}
    GROUP BY s.questionnaire_id, x.item, x.dimension, x.likert`);
  const rows = perSurvey(db, where);
  return {
    period,
    by,
    least: LEAST_SHOWN,
    surveys: rows.length,
    csi: shownFrom(rows.length, estimateOf(rows.map(({ csi }) => csi))),
    dimensions: DIMENSIONS.map((dimension) => ({
      dimension,
      ...shownCounts(sumOf(counts.filter((row) => row.dimension === dimension))),
    })),
    items: itemsAsked(db, counts),
    groups: groupsOf(db, rows, by),
  };
}

/** Reads the statistics in the worker: a branch's year may be a million answers. */
export const surveyStatistics: Task<StatisticsInput, SurveyStatistics> = (input) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(statisticsOf(db, input));
  } finally {
    db.close();
  }
};

export interface CsiDistribution {
  readonly surveys: number;
  /** Null below the least number of surveys, and then `bands` are too. */
  readonly csi: Estimate | null;
  /** Surveys with a CSI in [0, 20), [20, 40), [40, 60), [60, 80), [80, 100]. */
  readonly bands: readonly number[] | null;
}

const BANDS = 5;

/** The band of a CSI (0..100), 0 to 4; the lower end belongs to it, 100 to the last. */
export const csiBand = (csi: number): number => Math.min(BANDS - 1, Math.floor((csi * BANDS) / 100));

/** How the surveys' CSI is spread in a branch and below it (null: all branches) in a window. */
export function csiDistribution(db: ReadDb, branchId: string | null, window: Span): CsiDistribution {
  const values = perSurvey(db, counting(db, branchId, window)).map(({ csi }) => csi);
  const bands = Array.from({ length: BANDS }, () => 0);
  for (const csi of values) bands[csiBand(csi)]! += 1;
  return {
    surveys: values.length,
    csi: shownFrom(values.length, estimateOf(values)),
    bands: shownFrom(values.length, bands),
  };
}
