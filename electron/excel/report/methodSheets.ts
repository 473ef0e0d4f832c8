// The sheets of the four methods beside the observation, and where 汇总 finds their measures and commendations (4.2).
import { DIMENSIONS } from '../../../shared/contract/vocabulary.ts';
import type { Measure } from '../../../shared/domain/scoring/measure.ts';
import type { AgentTable, MeasureSources } from './agentTable.ts';
import type { ReportData } from './data.ts';
import { planFeedback } from './feedbackSheet.ts';
import type { ModelRefs } from './modelSheet.ts';
import { planRequests, planVisits } from './responseSheets.ts';
import { planReviews } from './reviewSheet.ts';
import type { SheetPlan } from './sheetPlan.ts';
import { planSurveys } from './surveySheet.ts';
import type { Texts } from './texts.ts';

export interface MethodSheets {
  readonly plans: readonly SheetPlan[];
  readonly measures: MeasureSources;
  /** The agent's cells that say whether a praise is a commendation. */
  readonly commendations: (employeeNumber: string) => string | null;
}

export function planMethods(data: ReportData, refs: ModelRefs, texts: Texts): MethodSheets {
  const names = new Map(data.agents.map(({ employeeNumber, name }) => [employeeNumber, name]));
  const surveys = planSurveys(data, names, texts);
  const reviews = planReviews(data, names, texts);
  const requests = planRequests(data, names, refs, texts);
  const visits = planVisits(data, names, texts);
  const feedback = planFeedback(data, names, texts);
  const explained: readonly (readonly [AgentTable, readonly Measure[]])[] = [
    [surveys, [...DIMENSIONS.map((dimension) => `survey.${dimension}` as const), 'csi']],
    [reviews, ['record', 'file']],
    [requests, ['reply24', 'solve48']],
    [visits, ['visit']],
  ];
  return {
    plans: [surveys, reviews, requests, visits, feedback].map(({ plan }) => plan),
    measures: new Map(
      explained.flatMap(([table, measures]) =>
        // The columns of the sheets are named as the measures are.
        measures.map((measure) => [measure, (employeeNumber: string) => table.range(measure, employeeNumber)] as const),
      ),
    ),
    commendations: (employeeNumber) => feedback.range('commendation', employeeNumber),
  };
}
