// Periods in words: 2026 年第 3 季度, and its first and last day.
import type { TFunction } from 'i18next';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { addDays } from '../../../shared/domain/time.ts';

const MONTHS_A_QUARTER = 3;

/** The period's name, such as 2026 年第 3 季度. */
export function periodName(t: TFunction, { kind, start }: PeriodDays): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  if (kind === 'year') return t('report.period.year', { year });
  if (kind === 'month') return t('report.period.month', { year, part: String(month).padStart(2, '0') });
  return t('report.period.quarter', { year, part: Math.ceil(month / MONTHS_A_QUARTER) });
}

/** The last day that belongs to the period. */
export const lastDay = (period: PeriodDays): string => addDays(period.end, -1);

/** 2026-07-01 至 2026-09-30 */
export const periodDays = (t: TFunction, period: PeriodDays): string =>
  t('report.period.days', { from: period.start, to: lastDay(period) });
