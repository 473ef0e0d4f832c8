// Feedback sorted (2.3.2, 4.2 (5)): by kind, class, month, agent and team, the Pareto of classes, answers in time.
import {
  FEEDBACK_KINDS,
  type FeedbackAnalysis,
  type FeedbackCount,
  type FeedbackKind,
} from '../../contract/feedback.ts';
import type { ProblemClass } from '../../contract/vocabulary.ts';
import { rateOf } from '../responses/statistics.ts';
import { answerStateOf } from './states.ts';

export interface CountedFeedback {
  readonly kind: FeedbackKind;
  readonly class: ProblemClass;
  readonly day: string;
  readonly dueOn: string;
  /** In the branch's time zone. */
  readonly answeredOn: string | null;
  readonly confirmed: boolean;
  readonly agentId: string;
  readonly agentName: string;
  readonly employeeNumber: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly team: string;
}

function decided({ dueOn, answeredOn }: CountedFeedback, today: string): boolean | null {
  const state = answerStateOf(dueOn, answeredOn, today);
  return state === 'waiting' ? null : state === 'inTime';
}

const kindCounts = (rows: readonly CountedFeedback[]): number[] =>
  FEEDBACK_KINDS.map((kind) => rows.filter((row) => row.kind === kind).length);

const byCount = (a: FeedbackCount, b: FeedbackCount): number => b.count - a.count || (a.key < b.key ? -1 : 1);

/** The analysis of the rows given, withdrawn ones left out by the caller, on the day `today`. */
export function feedbackAnalysis(rows: readonly CountedFeedback[], today: string): FeedbackAnalysis {
  const grouped = (keyOf: (row: CountedFeedback) => string, head: (row: CountedFeedback) => [string, string]) =>
    [...Map.groupBy(rows, keyOf)]
      .map(([key, own]) => {
        const [name, detail] = head(own[0]!);
        const onTime = rateOf(own.map((row) => decided(row, today)));
        return { key, name, detail, count: own.length, kinds: kindCounts(own), onTime };
      })
      .sort(byCount);
  // Praise names what went well; the Pareto is of what did not.
  const troubles = rows.filter((row) => row.kind !== 'praise');
  let sum = 0;
  const classes = [...Map.groupBy(troubles, (row) => row.class)]
    .map(([key, own]) => ({ key, name: '', detail: '', count: own.length }))
    .sort(byCount)
    .map((one) => ({ ...one, cumulative: (sum += one.count) / troubles.length }));
  const kinds = kindCounts(rows);
  return {
    total: rows.length,
    overdue: rows.filter((row) => answerStateOf(row.dueOn, row.answeredOn, today) === 'overdue').length,
    onTime: rateOf(rows.map((row) => decided(row, today))),
    commendations: rows.filter((row) => row.confirmed).length,
    kinds: FEEDBACK_KINDS.map((key, at) => ({ key, name: '', detail: '', count: kinds[at]! })),
    classes,
    months: [...Map.groupBy(rows, (row) => row.day.slice(0, 7))]
      .map(([month, own]) => ({ month, counts: kindCounts(own) }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    agents: grouped(
      (row) => row.agentId,
      (row) => [row.agentName, row.employeeNumber],
    ),
    teams: grouped(
      (row) => `${row.branchId} ${row.team}`,
      (row) => [row.team, row.branchName],
    ),
  };
}
