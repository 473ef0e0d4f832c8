// A period's first and last day, in words.
import type { TFunction } from 'i18next';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { addDays } from '../../../shared/domain/time.ts';

/** The last day that belongs to the period. */
export const lastDay = (period: PeriodDays): string => addDays(period.end, -1);

/** 2026-07-01 至 2026-09-30 */
export const periodDays = (t: TFunction, period: PeriodDays): string =>
  t('report.period.days', { from: period.start, to: lastDay(period) });
