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

export type Asked = Pick<YearStanding, 'required' | 'whole'>;

/** Hours asked of whoever was hired in that month; `hiredOn` null where it is not known: the year counts from January. */
export function askedOf(
  { hiredOn, year, today }: { hiredOn: string | null; year: number; today: string },
  model: ScoringModel,
): Asked {
  const { start, end } = periodOf('year', `${year}-01-01`);
  const asked = (until: string): number =>
    requiredHours({ hours: 0, months: trainingMonths(until, hiredOn ?? start) }, model);
  const running = today < end ? periodOf('month', today < start ? start : today).end : end;
  return { required: asked(running), whole: asked(end) };
}

/** Where hours stand against what is asked. */
export function standingOf(hours: number, { required, whole }: Asked): YearStanding {
  const missing = Math.max(0, required - hours);
  const standing = hours >= whole - ENOUGH ? 'met' : missing > ENOUGH ? 'short' : 'onTrack';
  return { required, whole, missing, standing };
}

export const yearStanding = (
  { hours, ...of }: { hours: number; hiredOn: string | null; year: number; today: string },
  model: ScoringModel,
): YearStanding => standingOf(hours, askedOf(of, model));
