// An item's value in words: points of a hundred, and for a red line whether it stands.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppealKind } from '../../../shared/contract/appeal.ts';
import { score } from '../../format.ts';

export function useItemValue(): (kind: AppealKind, value: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (kind, value) =>
      kind === 'redLine' ? t(value < 1 ? 'appeal.value.stands' : 'appeal.value.lifted') : score(value * 100),
    [t],
  );
}
