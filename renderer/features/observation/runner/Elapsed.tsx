// How long the observation has been going on; one taken up again days later counts them in days.
import { useTranslation } from 'react-i18next';
import { clock, useNow } from './useNow.ts';

const DAY = 86_400_000;

export function Elapsed({ since }: { readonly since: string }) {
  const { t } = useTranslation();
  const elapsed = useNow(1000) - Date.parse(since);
  return (
    <span className="runner-clock">
      <span className="runner-clock-label">{t('observation.runner.elapsed')}</span>
      <span className="runner-clock-value">
        {elapsed < DAY ? clock(elapsed) : t('home.days', { count: Math.floor(elapsed / DAY) })}
      </span>
    </span>
  );
}
