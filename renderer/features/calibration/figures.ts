// Agreement in words: shares as percentages, coefficients with two decimals, what cannot be worked out said.
import type { TFunction } from 'i18next';
import type { AgreementFigures } from '../../../shared/contract/calibration.ts';
import { percent, score } from '../../format.ts';

/** 0.89, or that it cannot be worked out. */
export const coefficient = (t: TFunction, value: number | null): string =>
  value === null ? t('calibration.figures.undefined') : score(value);

/** 90.0% (82.6%–94.5%) */
export function share(t: TFunction, { percent: value, interval }: AgreementFigures): string {
  if (value === null) return t('calibration.figures.undefined');
  return interval === null ? percent(value) : `${percent(value)} (${percent(interval.low)}–${percent(interval.high)})`;
}
