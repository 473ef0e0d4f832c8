// How a period is called on every screen: 2026 年 7 月, 2026 年第 3 季度, 2026 年; in English Jul 2026, Q3 2026, 2026.
import type { TFunction } from 'i18next';
import type { PeriodKind } from '../shared/contract/score.ts';

const MONTHS_A_QUARTER = 3;

type MonthKey = `words.month.m${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** `start` is the first day of the period. */
export function periodName(
  t: TFunction,
  { kind, start }: { readonly kind: PeriodKind; readonly start: string },
): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (kind) {
    case 'month':
      return t('words.periodName.month', { year, month: t(`words.month.m${month}` as MonthKey) });
    case 'quarter':
      return t('words.periodName.quarter', { year, quarter: Math.ceil(month / MONTHS_A_QUARTER) });
    case 'year':
      return t('words.periodName.year', { year });
  }
}
