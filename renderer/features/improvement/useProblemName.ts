// What a frequent problem is called: its class, its criterion with what it says, the category or the cause of complaints.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ComplaintCategory, ComplaintSubclass, RootCause } from '../../../shared/contract/complaintWords.ts';
import type { Problem } from '../../../shared/contract/improvement.ts';
import { ProblemClass } from '../../../shared/contract/vocabulary.ts';
import { useCriterionText } from './useCriterionText.ts';

export function useProblemName(): (problem: Pick<Problem, 'kind' | 'code'>) => string {
  const { t } = useTranslation();
  const textOf = useCriterionText();
  return useCallback(
    ({ kind, code }) => {
      switch (kind) {
        case 'criterion':
          return textOf(code);
        case 'class': {
          const known = ProblemClass.safeParse(code).data;
          return known ? t(`words.problemClass.${known}`) : t('improvement.problems.none');
        }
        case 'complaint': {
          const [first, second] = code.split('.');
          const category = ComplaintCategory.safeParse(first).data ?? 'other';
          const subclass = ComplaintSubclass.safeParse(second).data;
          const name = t(`complaint.category.${category}`);
          return subclass
            ? t('improvement.problems.complaintOf', { category: name, subclass: t(`complaint.subclass.${subclass}`) })
            : t('improvement.problems.complaint', { category: name });
        }
        case 'complaintCause':
          return t('improvement.problems.complaintCause', {
            cause: t(`complaint.cause.${RootCause.safeParse(code).data ?? 'other'}`),
          });
      }
    },
    [t, textOf],
  );
}
