// Says that a year's holidays are needed and not known, wherever limits are counted by them; nothing while all are known.
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccount } from '../../account.ts';

export interface MissingYearsProps {
  readonly years: readonly number[];
  /** In one line, with the way to the import: where it is not at hand. */
  readonly brief?: boolean;
}

export function MissingYears({ years, brief = false }: MissingYearsProps) {
  const { t } = useTranslation();
  const { may } = useAccount();
  if (years.length === 0) return null;
  const imports = may('settings.manage');
  const title = t('calendar.missingTitle', { count: years.length, years: years.join(', ') });
  return (
    <Alert
      type="warning"
      showIcon
      className="calendar-missing"
      title={
        brief ? title : [title, t('calendar.missingHint'), ...(imports ? [] : [t('calendar.missingAsk')])].join(' ')
      }
      {...(brief
        ? {
            action: imports ? (
              <Link to="/settings/calendar">{t('calendar.missingGo')}</Link>
            ) : (
              <span>{t('calendar.missingAsk')}</span>
            ),
          }
        : {})}
    />
  );
}
