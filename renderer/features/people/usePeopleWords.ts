// The closed words of agents as options of a choice, in the present language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AGENT_STATUSES, ENGAGEMENTS, GENDERS } from '../../../shared/contract/people.ts';

export function usePeopleWords() {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      genders: GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) })),
      engagements: ENGAGEMENTS.map((value) => ({ value, label: t(`people.engagement.${value}`) })),
      statuses: AGENT_STATUSES.map((value) => ({ value, label: t(`people.status.${value}`) })),
    }),
    [t],
  );
}
