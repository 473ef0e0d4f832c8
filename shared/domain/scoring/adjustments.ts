// Points added to or taken from the base (scoring model, section 4; handbook 4.4, 4.5, 6, 1.4.2).
import { addDays, endOfDay, periodOf, wholeMonths } from '../time.ts';
import { holdsDay, holdsInstant } from './evidence.ts';
import type { Evidence, Training, Window } from './evidence.ts';
import type { ScoringModel } from './model.ts';

export const ADJUSTMENTS = ['complaints', 'rectifications', 'training', 'commendations'] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

export interface AdjustmentResult {
  /** What counts, within the cap. */
  readonly points: number;
  /** The sum of the items before the cap. */
  readonly raw: number;
  readonly cap: number;
  /** What each piece of evidence adds; the training shortfall is one item without an id. */
  readonly items: readonly { readonly id: string | null; readonly points: number }[];
}
export type Adjustments = Readonly<Record<Adjustment, AdjustmentResult>>;

type Items = AdjustmentResult['items'];

function capped(items: Items, cap: number): AdjustmentResult {
  const raw = items.reduce((sum, { points }) => sum + points, 0);
  // Adding 0 keeps a cap of 0 from leaving −0.
  return { points: Math.min(cap, Math.max(-cap, raw)) + 0, raw, cap, items };
}

function complaints({ complaints }: Evidence, window: Window, model: ScoringModel): AdjustmentResult {
  const { points, cap } = model.adjustments.complaints;
  const items = complaints.flatMap(({ id, at, upheld }) =>
    upheld !== null && holdsInstant(window, at) ? [{ id, points: points[upheld] }] : [],
  );
  return capped(items, cap);
}

/**
 * One that is due and open at min(asOf, period end). That moment alone is looked at, as the model's text says: a
 * verification after the deadline but not after that moment takes the deduction away again, a later one does not.
 */
function rectifications({ rectifications }: Evidence, window: Window, model: ScoringModel): AdjustmentResult {
  const { points, cap } = model.adjustments.rectifications;
  const moment = Math.min(window.asOf, window.endsAt);
  const items = rectifications.flatMap(({ id, deadline, verifiedAt }) =>
    holdsDay(window, deadline) &&
    (verifiedAt === null || verifiedAt > moment) &&
    moment >= endOfDay(deadline, window.timeZone)
      ? [{ id, points }]
      : [],
  );
  return capped(items, cap);
}

/** Hours required from 1 January: the year's hours in proportion to the months. */
export function requiredHours({ months }: Training, model: ScoringModel): number {
  return (model.adjustments.training.hoursPerYear * months) / 12;
}

function training({ training }: Evidence, model: ScoringModel): AdjustmentResult {
  const { points, cap } = model.adjustments.training;
  const required = training === null ? 0 : requiredHours(training, model);
  if (training === null || training.hours >= required) return capped([], cap);
  return capped([{ id: null, points: points * (1 - training.hours / required) }], cap);
}

function commendations({ commendations }: Evidence, window: Window, model: ScoringModel): AdjustmentResult {
  const { points, cap } = model.adjustments.commendations;
  const items = commendations.flatMap(({ id, at, confirmed }) =>
    confirmed && holdsInstant(window, at) ? [{ id, points }] : [],
  );
  return capped(items, cap);
}

export function adjustmentsOf(evidence: Evidence, window: Window, model: ScoringModel): Adjustments {
  return {
    complaints: complaints(evidence, window, model),
    rectifications: rectifications(evidence, window, model),
    training: training(evidence, model),
    commendations: commendations(evidence, window, model),
  };
}

export function totalOf(adjustments: Adjustments): number {
  return ADJUSTMENTS.reduce((sum, name) => sum + adjustments[name].points, 0);
}

/**
 * Whole months that training is asked for: from 1 January of the year in which the period ends, or from the month of
 * hire if later, to the period's end (its first day after, as in `Period.end`). 0 for one hired after it.
 */
export function trainingMonths(periodEnd: string, hiredOn: string): number {
  const january = periodOf('year', addDays(periodEnd, -1)).start;
  const hired = periodOf('month', hiredOn).start;
  return wholeMonths(hired > january ? hired : january, periodEnd);
}
