// Where an agent stands against the 20 hours a year (1.4.2; scoring model, section 4: 20 × m / 12).
import { requiredHours, trainingMonths } from '../scoring/adjustments.ts';
import type { ScoringModel } from '../scoring/model.ts';
import { periodOf } from '../time.ts';

export interface YearStanding {
  /** Hours asked for by the end of the running month, or of the year once it is over. */
  readonly required: number;
  /** Hours asked for by the end of the year. */
  readonly whole: number;
  readonly missing: number;
  readonly standing: 'met' | 'onTrack' | 'short';
}

/** Hours are kept in hundredths; twelfths are not. */
const ENOUGH = 1e-9;

/** @param hiredOn null where it is not known: the year counts from January */
export function yearStanding(
  { hours, hiredOn, year, today }: { hours: number; hiredOn: string | null; year: number; today: string },
  model: ScoringModel,
): YearStanding {
  const { start, end } = periodOf('year', `${year}-01-01`);
  const asked = (until: string): number =>
    requiredHours({ hours, months: trainingMonths(until, hiredOn ?? start) }, model);
  const running = today < end ? periodOf('month', today < start ? start : today).end : end;
  const [required, whole] = [asked(running), asked(end)];
  const missing = Math.max(0, required - hours);
  const standing = hours >= whole - ENOUGH ? 'met' : missing > ENOUGH ? 'short' : 'onTrack';
  return { required, whole, missing, standing };
}
