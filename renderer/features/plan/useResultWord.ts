// The last result in words: a grade, or that there was no evidence at all.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastResult } from '../../../shared/contract/plan.ts';

export function useResultWord(): (result: LastResult) => string {
  const { t } = useTranslation();
  return useCallback((result) => (result === 'none' ? t('plan.noResult') : t(`words.grade.${result}`)), [t]);
}
