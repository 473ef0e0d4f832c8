// How old the last backup is, amber after a week or when there is none; and how many evidence files it missed.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Home } from '../../../shared/contract/home.ts';
import { useAccount } from '../../account.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';

const OLD = 7;

export function BackupAge({ home: { backup, today } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const format = useFormat();
  const days = backup.lastAt === null ? null : Math.max(0, daysBetween(format.day(backup.lastAt), today));
  const age =
    days === null ? t('home.backupNever') : days === 0 ? t('home.backupToday') : t('home.backupDays', { count: days });
  const old = days === null || days >= OLD;
  return (
    <span className="home-backup">
      <span>{t('home.backup')}</span>
      <StateTag tone={old ? 'warn' : 'neutral'}>{age}</StateTag>
      {backup.missing > 0 && <StateTag tone="warn">{t('home.evidenceMissing', { count: backup.missing })}</StateTag>}
      {may('backup.manage') && <Link to="/settings/backup">{t('home.backupNow')}</Link>}
    </span>
  );
}
