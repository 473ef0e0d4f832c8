// How long the observation has been going on.
import { useTranslation } from 'react-i18next';
import { clock, useNow } from './useNow.ts';

export function Elapsed({ since }: { readonly since: string }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  return (
    <span className="runner-clock">
      <span className="runner-clock-label">{t('observation.runner.elapsed')}</span>
      <span className="runner-clock-value">{clock(now - Date.parse(since))}</span>
    </span>
  );
}
