// 评估员一致性 of a branch and a period: agreement in calibrations, severity and not-applicable rates over normal
// sessions. Runs in the worker: a branch's answers may be a million.
import type { Consistency } from '../../../shared/contract/calibration.ts';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { agreementByScale, ratedItems } from '../../../shared/domain/calibration/comparison.ts';
import { windowOf } from '../../../shared/domain/scoring/evidence.ts';
import { connect } from '../../db/connection.ts';
import type { Task } from '../../tasks/task.ts';
import { branchAndBelow, getBranch } from '../people/branches.ts';
import { currentModel } from '../score/models.ts';
import { disagreementsOf } from './disagreement.ts';
import { notApplicableRates } from './notApplicable.ts';
import { calibrationsOfPeriod, pairsOf, type PeriodCalibration } from './period.ts';
import { severityOf } from './severity.ts';

/** κ looks at each assessor's own shares, so it stands only where all calibrations had the same people. */
function pooled(calibrations: readonly PeriodCalibration[]): Consistency['scales'] {
  const people = new Set(calibrations.map(({ assessors }) => assessors.map(({ id }) => id).join(' ')));
  return agreementByScale(calibrations.flatMap(({ lines }) => ratedItems(lines))).map((figures) =>
    people.size > 1 ? { ...figures, kappa: null } : figures,
  );
}

export interface ConsistencyInput {
  readonly file: string;
  readonly branchId: string;
  readonly period: PeriodDays;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** @throws AppError NOT_FOUND branchUnknown; when the signal fires */
export const consistency: Task<ConsistencyInput, Consistency> = (input, { signal }) => {
  const db = connect(input.file, { readonly: true });
  try {
    const branchIds = branchAndBelow(db, getBranch(db, input.branchId).id);
    const window = windowOf({ ...input.period, timeZone: input.timeZone }, input.now);
    const calibrations = calibrationsOfPeriod(db, branchIds, window);
    const severity = severityOf(db, branchIds, window, currentModel(db).model, signal);
    return Promise.resolve({
      period: input.period,
      calibrations: calibrations.length,
      scales: pooled(calibrations),
      pairs: pairsOf(calibrations),
      disagreements: disagreementsOf(calibrations),
      severity,
      ...notApplicableRates(db, branchIds, window),
    });
  } finally {
    db.close();
  }
};
