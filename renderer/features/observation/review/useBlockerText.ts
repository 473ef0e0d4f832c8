// What stands between an observation and its submission, in words.
import { useTranslation } from 'react-i18next';
import type { Blocker } from '../../../../shared/contract/observationRecord.ts';

export function useBlockerText(): (blocker: Blocker) => string {
  const { t } = useTranslation();
  return (blocker) =>
    blocker.kind === 'findingMissing'
      ? t('observation.blocker.findingMissing', {
          fields: blocker.fields.map((field) => t(`observation.field.${field}`)).join(t('observation.comma')),
        })
      : t(`observation.blocker.${blocker.kind}`);
}
