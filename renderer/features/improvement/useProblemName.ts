// What a frequent problem is called: its class, or the code of its criterion.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/improvement.ts';
import { ProblemClass } from '../../../shared/contract/vocabulary.ts';

export function useProblemName(): (problem: Pick<Problem, 'kind' | 'code'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, code }) => {
      if (kind === 'criterion') return code;
      const known = ProblemClass.safeParse(code).data;
      return known ? t(`words.problemClass.${known}`) : t('improvement.problems.none');
    },
    [t],
  );
}
