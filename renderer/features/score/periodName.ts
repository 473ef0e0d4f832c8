// How a period is called: 2026 年 3 月, 2026 年第 3 季度, 2026 年.
import type { TFunction } from 'i18next';
import type { PeriodKind } from '../../../shared/contract/score.ts';

/** `start` is the first day of the period. */
export function periodName(t: TFunction, kind: PeriodKind, start: string): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (kind) {
    case 'month':
      return t('score.name.month', { year, month });
    case 'quarter':
      return t('score.name.quarter', { year, quarter: Math.ceil(month / 3) });
    case 'year':
      return t('score.name.year', { year });
  }
}
