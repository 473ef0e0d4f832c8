// Agents short of training hours and plans past their day, in one line above the blocks; nothing where there is none.
import { ReadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../client.ts';

export function TrainingLine() {
  const { t } = useTranslation();
  const reminder = useQuery({ ...api.training.reminder.queryOptions(), staleTime: 0 });
  const { short = 0, overdue = 0 } = reminder.data ?? {};
  if (short + overdue === 0) return null;
  return (
    <p className="home-reminder">
      <ReadOutlined aria-hidden />{' '}
      {short > 0 && <Link to="/training?standing=short">{t('training.reminder.short', { count: short })}</Link>}{' '}
      {overdue > 0 && <Link to="/training/plans">{t('training.reminder.overdue', { count: overdue })}</Link>}
    </p>
  );
}
