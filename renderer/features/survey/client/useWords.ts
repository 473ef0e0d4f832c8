// The texts of client mode in the client's own language, which changes nothing of the console's.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/contract/vocabulary.ts';

export function useWords(language: Language): TFunction {
  const { i18n } = useTranslation();
  return useMemo(() => i18n.getFixedT(language), [i18n, language]);
}
