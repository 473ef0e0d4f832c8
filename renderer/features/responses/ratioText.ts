// How the ratios of figures are written: shares as percentages, money and factors with two decimals.
import type { Ratio } from '../../../shared/domain/responses/check.ts';
import { percent, score } from '../../format.ts';

const share = (value: number | null): string => (value === null ? '' : percent(value));
const factor = (value: number | null): string => (value === null ? '' : score(value));

export const RATIO_TEXT: Readonly<Record<Ratio, (value: number | null) => string>> = {
  retention: share,
  repurchase: share,
  churn: share,
  benefitPerCost: factor,
  costPerService: factor,
};
