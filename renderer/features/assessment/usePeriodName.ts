// How a period is called on the screens of 考核.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import { periodName } from '../../periodName.ts';

export function usePeriodName(): (period: PeriodDays) => string {
  const { t } = useTranslation();
  return useCallback((period) => periodName(t, period), [t]);
}
