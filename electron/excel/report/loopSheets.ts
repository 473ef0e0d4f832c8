// The sheets of the closed loop, and where 汇总 finds the deductions that they explain (4.4 and chapters 6 to 8).
import type { ReportData } from './data.ts';
import { planComplaints } from './complaintSheets.ts';
import { planComplaintStatistics } from './complaintStatisticsSheet.ts';
import type { ModelRefs } from './modelSheet.ts';
import { planRectifications } from './rectificationSheet.ts';
import type { SheetPlan } from './sheetPlan.ts';
import { planImprovements, planSupervision } from './supervisionSheets.ts';
import type { Texts } from './texts.ts';
import { planTrainings } from './trainingSheet.ts';

/** The agent's own cells; null without lines. */
type CellsOf = (employeeNumber: string) => string | null;

export interface LoopSheets {
  readonly plans: readonly SheetPlan[];
  /** That say whether a rectification is overdue. */
  readonly rectifications: CellsOf;
  /** Points of each complaint. */
  readonly complaints: CellsOf;
  /** Hours of each training. */
  readonly trainings: CellsOf;
}

export function planLoop(data: ReportData, refs: ModelRefs, texts: Texts): LoopSheets {
  const names = new Map(data.agents.map(({ employeeNumber, name }) => [employeeNumber, name]));
  const rectifications = planRectifications(data, names, texts);
  const complaints = planComplaints(data, refs, texts);
  const trainings = planTrainings(data, names, texts);
  return {
    plans: [
      rectifications.plan,
      complaints.plan,
      planComplaintStatistics(data, complaints, texts),
      trainings.plan,
      planSupervision(data, texts),
      planImprovements(data, texts),
    ],
    rectifications: (employeeNumber) => rectifications.range('counts', employeeNumber),
    complaints: (employeeNumber) => complaints.range('points', employeeNumber),
    trainings: (employeeNumber) => trainings.range('hours', employeeNumber),
  };
}
