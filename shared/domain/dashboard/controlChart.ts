// The p-chart of failing rates: one centre for all points, limits of three standard errors that widen where fewer were checked.
import type { Reading } from '../../contract/dashboard.ts';

export interface Checked {
  readonly failed: number;
  readonly checked: number;
}

export interface PointRead extends Checked {
  /** 0..1; null where nothing was checked, as the limits are. */
  readonly rate: number | null;
  /** Control limits, held within 0..1. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reading: Reading;
}

export interface ControlChart {
  /** Σ failed / Σ checked, 0..1; null without any check. */
  readonly centre: number | null;
  readonly points: readonly PointRead[];
}

const SIGMAS = 3;
/** A rate on its limit is within it; doubles miss it by the last bits. */
const NEAR = 1e-12;

/** Shewhart's p-chart: limits centre ± 3 √(centre (1 − centre) / checked) for each point by itself. */
export function controlChart(points: readonly Checked[]): ControlChart {
  const checked = points.reduce((sum, point) => sum + point.checked, 0);
  const failed = points.reduce((sum, point) => sum + point.failed, 0);
  const centre = checked === 0 ? null : failed / checked;
  return {
    centre,
    points: points.map((point): PointRead => {
      const given = { failed: point.failed, checked: point.checked };
      if (centre === null || point.checked === 0)
        return { ...given, rate: null, low: null, high: null, reading: 'none' };
      const rate = point.failed / point.checked;
      const reach = SIGMAS * Math.sqrt((centre * (1 - centre)) / point.checked);
      const [low, high] = [Math.max(0, centre - reach), Math.min(1, centre + reach)];
      return { ...given, rate, low, high, reading: rate < low - NEAR || rate > high + NEAR ? 'investigate' : 'normal' };
    }),
  };
}
