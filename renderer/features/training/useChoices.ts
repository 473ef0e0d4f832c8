// The closed lists of 培训 as choices, and the active courses.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TRAINING_CONTENTS, TRAINING_FORMS } from '../../../shared/contract/trainingWords.ts';
import { api } from '../../client.ts';

export function useChoices() {
  const { t } = useTranslation();
  const courses = useQuery(api.training.courses.queryOptions());
  const active = (courses.data ?? []).filter(({ state }) => state === 'active');
  return {
    contents: TRAINING_CONTENTS.map((value) => ({ value, label: t(`training.content.${value}`) })),
    forms: TRAINING_FORMS.map((value) => ({ value, label: t(`training.form.${value}`) })),
    active,
    courses: active.map(({ id, title, version }) => ({
      value: id,
      label: `${title} · ${t('training.version', { version })}`,
    })),
  };
}
