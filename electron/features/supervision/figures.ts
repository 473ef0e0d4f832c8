// The supervision of a branch in a period: coverage against its goal, the work of each department against its share, problems by
// class, rectifications that were due (8.1, 8.2). Runs in the worker; nothing is stored.
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { SupervisionFigures } from '../../../shared/contract/supervision.ts';
import { pareto } from '../../../shared/domain/dashboard/pareto.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { departmentWork } from '../../../shared/domain/supervision/work.ts';
import { sharesOn } from '../../../shared/domain/supervision/shares.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { connect, type ReadDb } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import { agentsOfBranchesAt } from '../people/assignments.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { coverageOf } from '../plan/coverage.ts';
import { reportDay } from '../score/branchAssessment.ts';
import { departmentOfDeed } from './members.ts';
import { doneIn, rectificationsDue } from './done.ts';
import { shareSets } from './shares.ts';

export interface SupervisionInput {
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** For the screens, the reports and the workbook's sheet 监督工作. @throws AppError NOT_FOUND branchUnknown */
export function supervisionOfPeriod(db: ReadDb, input: SupervisionInput): SupervisionFigures {
  const { branchId, period, timeZone, now } = input;
  const branch = getBranch(db, branchId);
  const today = dayOf(now, timeZone);
  const day = reportDay(period, today);
  const branches = branchAndBelow(db, branchId);
  const window = windowOf({ ...period, timeZone }, now);
  const done = doneIn(db, branches, window);
  const classes = [...Map.groupBy(done.problems, (finding) => finding.class)].map(([name, own]) => ({
    class: name,
    count: own.length,
  }));
  const shares = sharesOn(shareSets(db), day);
  return {
    ...{ branchId, branchName: branch.name, period, asOf: new Date(now).toISOString() },
    coverage: coverageOf(db, branchId, period, today),
    shares,
    departments: departmentWork(done, departmentOfDeed(db), shares.values),
    problems: pareto(classes, ({ count }) => count).map(({ item }) => item),
    // As the score looks at them: with the agents of the period's end.
    rectifications: rectificationsDue(db, agentsOfBranchesAt(db, branches, day), window),
  };
}

/** A year's findings may be many thousands, so the screens have them read beside the window. */
export const supervisionFigures: Task<SupervisionInput & { readonly file: string }, SupervisionFigures> = (input) => {
  const db = connect(input.file, { readonly: true });
  try {
    return Promise.resolve(supervisionOfPeriod(db, input));
  } finally {
    db.close();
  }
};
